// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/prepared_records.h"

#include "linkage/fields.h"
#include "linkage/normalise.h"
#include "linkage/splink.h"
#include "records/identifier.h"

#include <array>
#include <utility>

namespace linkage {

namespace {

using Cells = std::span<const std::string_view>;
using records::IdentifierKind;

struct Identifier {
    std::string_view column;
    FieldKind field;
    IdentifierKind kind;
};

constexpr std::array<Identifier, 6> identifiers{
    {{"nino", FieldKind::nino, IdentifierKind::nino},
     {"upn", FieldKind::upn, IdentifierKind::upn},
     {"nhs_number", FieldKind::nhsNumber, IdentifierKind::nhsNumber},
     {"pnc_id", FieldKind::pncId, IdentifierKind::pncId},
     {"uprn", FieldKind::uprn, IdentifierKind::uprn},
     {"postcode", FieldKind::postcode, IdentifierKind::postcode}}};

}  // namespace

PreparedRecords::PreparedRecords(std::vector<FieldSpec> fields, bool ukPostcodes)
    : m_fields(std::move(fields)),
      m_ukPostcodes(ukPostcodes),
      m_columns(comparedColumns(m_fields)) {}

std::vector<std::string> PreparedRecords::prepare(Cells cells) const {
    std::vector<std::string> out;
    out.reserve(m_columns.size());
    for (const std::string& column : m_columns)
        out.push_back(value(column, cells));
    return out;
}

std::string_view PreparedRecords::cell(FieldKind kind, Cells cells) const {
    for (std::size_t i = 0; i < m_fields.size() && i < cells.size(); ++i)
        if (m_fields[i].kind == kind)
            return cells[i];
    return {};
}

std::string PreparedRecords::value(const std::string& column, Cells cells) const {
    if (column == "forename" || column == "middle_names" || column == "surname")
        return name(column, cells);
    if (column == "birth_date")
        return date(cells);
    if (auto identifier = checked(column, cells))
        return std::move(*identifier);
    if (column == "former_surname")
        return normalName(cell(FieldKind::formerSurname, cells));
    if (column == "sex")
        return normalSex(cell(FieldKind::sex, cells));
    if (column == "address")
        return normalAddress(cell(FieldKind::address, cells));
    if (column == "town")
        return normalName(cell(FieldKind::town, cells));
    if (column == "phone")
        return normalPhone(cell(FieldKind::phone, cells));
    if (column == "email")
        return normalEmail(cell(FieldKind::email, cells));
    return named(column, cells);
}

std::string PreparedRecords::name(const std::string& column, Cells cells) const {
    const FieldKind kind = column == "forename"  ? FieldKind::forename
                           : column == "surname" ? FieldKind::surname
                                                 : FieldKind::middleNames;
    std::string own = normalName(cell(kind, cells));
    if (!own.empty())
        return own;
    SplitName split = splitFullName(cell(FieldKind::fullName, cells));
    return kind == FieldKind::forename  ? std::move(split.forename)
           : kind == FieldKind::surname ? std::move(split.surname)
                                        : std::move(split.middleNames);
}

std::string PreparedRecords::date(Cells cells) const {
    std::string whole = normalDate(cell(FieldKind::birthDate, cells));
    return whole.empty() ? dateFromParts(cell(FieldKind::birthYear, cells),
                                         cell(FieldKind::birthMonth, cells),
                                         cell(FieldKind::birthDay, cells))
                         : whole;
}

std::optional<std::string> PreparedRecords::checked(const std::string& column, Cells cells) const {
    for (const Identifier& one : identifiers) {
        if (one.column != column)
            continue;
        const std::string_view raw = cell(one.field, cells);
        if (one.kind == IdentifierKind::postcode && !m_ukPostcodes)
            return normalCode(raw);
        const auto found = records::checkIdentifier(one.kind, raw);
        return found.state == records::IdentifierState::valid ? found.canonical : std::string();
    }
    return std::nullopt;
}

std::string PreparedRecords::named(const std::string& column, Cells cells) const {
    for (std::size_t i = 0; i < m_fields.size() && i < cells.size(); ++i) {
        const auto own = comparedColumns({m_fields[i]});
        if (own.size() == 1 && own[0] == column)
            return m_fields[i].kind == FieldKind::identifier ? normalCode(cells[i])
                                                             : normalAddress(cells[i]);
    }
    return {};
}

}  // namespace linkage

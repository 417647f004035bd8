// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/raw_columns.h"

#include "base/text.h"
#include "linkage/fields.h"
#include "linkage/normalise.h"
#include "records/identifier.h"

#include <algorithm>

namespace linkage {

namespace {

using Texts = std::vector<std::string>;

struct Sent {
    const std::vector<FieldSpec>& fields;
    std::vector<Texts> columns;
};

bool mayComeOften(FieldKind kind) {
    return kind == FieldKind::text || kind == FieldKind::identifier || kind == FieldKind::category;
}

const Texts* sent(const Sent& input, FieldKind kind) {
    for (std::size_t i = 0; i < input.fields.size(); ++i)
        if (input.fields[i].kind == kind)
            return &input.columns[i];
    return nullptr;
}

base::Result<void> checkShape(const Rows& rows) {
    if (!rows.even())
        return base::fail(base::Code::malformed, "link", "the fields differ in length");
    for (std::size_t i = 0; i < rows.fields().size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (fieldName(rows.fields()[k]) == fieldName(rows.fields()[i]))
                return base::fail(
                    base::Code::malformed, fieldName(rows.fields()[i]), "the field is given twice");
    return {};
}

Sent cellsOf(const Rows& rows) {
    Sent sent{rows.fields(), std::vector<Texts>(rows.fields().size())};
    for (std::size_t field = 0; field < sent.columns.size(); ++field)
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            sent.columns[field].emplace_back(rows.cell(field, row));
    return sent;
}

template <class Normal>
Texts each(const Texts& raw, Normal normal) {
    Texts out;
    out.reserve(raw.size());
    for (const std::string& value : raw)
        out.push_back(normal(value));
    return out;
}

RawColumn& add(RawColumns& out, FieldKind kind, Texts rows, std::string name = {}) {
    return out.columns.emplace_back(RawColumn{kind, std::move(name), std::move(rows), {}});
}

void addNames(const Sent& input, RawColumns& out) {
    for (const FieldKind kind : {FieldKind::forename,
                                 FieldKind::middleNames,
                                 FieldKind::surname,
                                 FieldKind::formerSurname})
        if (const Texts* raw = sent(input, kind))
            add(out, kind, each(*raw, normalName));
    const Texts* full = sent(input, FieldKind::fullName);
    if (full == nullptr)
        return;
    const auto fill = [&](FieldKind kind, std::string SplitName::*part) {
        auto column = std::find_if(out.columns.begin(), out.columns.end(), [&](const RawColumn& c) {
            return c.kind == kind;
        });
        Texts& rows =
            column == out.columns.end() ? add(out, kind, Texts(full->size())).rows : column->rows;
        for (std::size_t row = 0; row < rows.size(); ++row)
            if (rows[row].empty())
                rows[row] = splitFullName((*full)[row]).*part;
    };
    fill(FieldKind::forename, &SplitName::forename);
    fill(FieldKind::middleNames, &SplitName::middleNames);
    fill(FieldKind::surname, &SplitName::surname);
}

void addDates(const Sent& input, RawColumns& out) {
    const Texts* whole = sent(input, FieldKind::birthDate);
    const Texts* year = sent(input, FieldKind::birthYear);
    const Texts* month = sent(input, FieldKind::birthMonth);
    const Texts* day = sent(input, FieldKind::birthDay);
    if (whole == nullptr && year == nullptr)
        return;
    Texts rows = whole != nullptr ? each(*whole, normalDate) : Texts(year->size());
    if (year != nullptr)
        for (std::size_t row = 0; row < rows.size(); ++row)
            if (rows[row].empty())
                rows[row] = dateFromParts((*year)[row],
                                          month != nullptr ? (*month)[row] : std::string(),
                                          day != nullptr ? (*day)[row] : std::string());
    add(out, FieldKind::birthDate, std::move(rows));
}

records::IdentifierKind identifierKind(FieldKind kind) {
    switch (kind) {
        case FieldKind::nino:
            return records::IdentifierKind::nino;
        case FieldKind::upn:
            return records::IdentifierKind::upn;
        case FieldKind::nhsNumber:
            return records::IdentifierKind::nhsNumber;
        case FieldKind::pncId:
            return records::IdentifierKind::pncId;
        case FieldKind::uprn:
            return records::IdentifierKind::uprn;
        default:
            return records::IdentifierKind::postcode;
    }
}

void addChecked(const Sent& input, RawColumns& out, FieldKind kind) {
    const Texts* raw = sent(input, kind);
    if (raw == nullptr)
        return;
    RawColumn& column = add(out, kind, Texts(raw->size()));
    column.sound.resize(raw->size());
    std::size_t filled = 0;
    std::size_t invalid = 0;
    for (std::size_t row = 0; row < raw->size(); ++row) {
        auto checked = records::checkIdentifier(identifierKind(kind), (*raw)[row]);
        filled += checked.state == records::IdentifierState::absent ? 0U : 1U;
        invalid += checked.state == records::IdentifierState::invalid ? 1U : 0U;
        column.sound[row] = checked.state == records::IdentifierState::valid;
        // A pseudo postcode is never a home.
        if (kind != FieldKind::postcode || column.sound[row])
            column.rows[row] = std::move(checked.canonical);
    }
    // Postcodes of another country, or cut ones: compared as they are, as long as all are such.
    if (kind == FieldKind::postcode && invalid * 2 > filled) {
        column.rows = each(*raw, normalCode);
        column.sound.assign(raw->size(), false);
    } else if (filled >= 20 && invalid * 2 > filled) {
        out.warnings.push_back("more than half of the " + fieldName({kind, {}}) +
                               " column breaks the identifier's own rules and is not used");
    }
}

void addOthers(const Sent& input, RawColumns& out) {
    if (const Texts* raw = sent(input, FieldKind::sex))
        add(out, FieldKind::sex, each(*raw, normalSex));
    if (const Texts* raw = sent(input, FieldKind::address))
        add(out, FieldKind::address, each(*raw, normalAddress));
    if (const Texts* raw = sent(input, FieldKind::town))
        add(out, FieldKind::town, each(*raw, normalName));
    if (const Texts* raw = sent(input, FieldKind::phone))
        add(out, FieldKind::phone, each(*raw, normalPhone));
    if (const Texts* raw = sent(input, FieldKind::email))
        add(out, FieldKind::email, each(*raw, normalEmail));
    for (std::size_t i = 0; i < input.fields.size(); ++i) {
        const FieldSpec& field = input.fields[i];
        if (mayComeOften(field.kind))
            add(out,
                field.kind,
                each(input.columns[i],
                     field.kind == FieldKind::identifier ? normalCode : normalAddress),
                field.name);
    }
}

}  // namespace

base::Result<RawColumns> normaliseColumns(const Rows& rows) {
    if (auto shape = checkShape(rows); !shape)
        return base::fail(shape.error());
    const Sent input = cellsOf(rows);
    RawColumns out;
    addNames(input, out);
    addDates(input, out);
    addOthers(input, out);
    for (const FieldKind kind : {FieldKind::postcode,
                                 FieldKind::uprn,
                                 FieldKind::nino,
                                 FieldKind::upn,
                                 FieldKind::nhsNumber,
                                 FieldKind::pncId})
        addChecked(input, out, kind);
    if (const Texts* raw = sent(input, FieldKind::localId))
        out.localIds =
            each(*raw, [](const std::string& value) { return std::string(base::trimmed(value)); });
    for (const FieldSpec& field : input.fields)
        out.localIdMayRepeat |= field.kind == FieldKind::localId && field.mayRepeat;
    return out;
}

}  // namespace linkage

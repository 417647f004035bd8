// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/fields.h"
#include "linkage/splink.h"

#include <algorithm>
#include <array>
#include <optional>

namespace linkage {

namespace {

struct Kind {
    FieldKind kind;
    Measure measure;
    std::string_view name;
    std::string_view column;
};

// In the engine's order; place comes after these.
constexpr std::array<Kind, 11> kinds{
    {{FieldKind::forename, Measure::forename, "forename", "forename"},
     {FieldKind::surname, Measure::surname, "surname", "surname"},
     {FieldKind::middleNames, Measure::middleNames, "middle names", "middle_names"},
     {FieldKind::birthDate, Measure::birthDate, "birth date", "birth_date"},
     {FieldKind::sex, Measure::sex, "sex", "sex"},
     {FieldKind::phone, Measure::phone, "phone", "phone"},
     {FieldKind::email, Measure::email, "e-mail", "email"},
     {FieldKind::nino, Measure::identifier, "NINO", "nino"},
     {FieldKind::upn, Measure::identifier, "UPN", "upn"},
     {FieldKind::nhsNumber, Measure::identifier, "NHS number", "nhs_number"},
     {FieldKind::pncId, Measure::identifier, "PNC id", "pnc_id"}}};

constexpr std::array<std::pair<FieldKind, std::string_view>, 5> others{
    {{FieldKind::formerSurname, "former_surname"},
     {FieldKind::postcode, "postcode"},
     {FieldKind::address, "address"},
     {FieldKind::uprn, "uprn"},
     {FieldKind::town, "town"}}};

// What a field becomes: a full name three columns, the parts of a date one.
std::vector<FieldKind> becomes(FieldKind kind) {
    switch (kind) {
        case FieldKind::fullName:
            return {FieldKind::forename, FieldKind::middleNames, FieldKind::surname};
        case FieldKind::birthYear:
            return {FieldKind::birthDate};
        case FieldKind::birthMonth:
        case FieldKind::birthDay:
        case FieldKind::localId:
            return {};
        default:
            return {kind};
    }
}

bool has(const std::vector<FieldSpec>& fields, FieldKind kind) {
    return std::any_of(fields.begin(), fields.end(), [kind](const FieldSpec& field) {
        const auto into = becomes(field.kind);
        return std::find(into.begin(), into.end(), kind) != into.end();
    });
}

std::string columnOf(const FieldSpec& field) {
    std::string column = fieldName(field);
    std::replace_if(
        column.begin(),
        column.end(),
        [](char c) {
            return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
        },
        '_');
    return column;
}

std::optional<Measure> namedMeasure(FieldKind kind) {
    switch (kind) {
        case FieldKind::text:
            return Measure::text;
        case FieldKind::identifier:
            return Measure::identifier;
        case FieldKind::category:
            return Measure::category;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::vector<ComparedField> comparedFields(const std::vector<FieldSpec>& fields) {
    std::vector<ComparedField> out;
    for (const Kind& one : kinds)
        if (has(fields, one.kind))
            out.push_back({std::string(one.name), one.measure, std::string(one.column)});
    for (const FieldKind kind :
         {FieldKind::postcode, FieldKind::address, FieldKind::uprn, FieldKind::town})
        if (has(fields, kind)) {
            out.push_back({"place", Measure::place, "place"});
            break;
        }
    for (const FieldSpec& field : fields)
        if (const auto measure = namedMeasure(field.kind))
            out.push_back({fieldName(field), *measure, columnOf(field)});
    return out;
}

std::vector<std::string> comparedColumns(const std::vector<FieldSpec>& fields) {
    std::vector<std::string> out;
    for (const Kind& one : kinds)
        if (has(fields, one.kind))
            out.emplace_back(one.column);
    for (const auto& [kind, column] : others)
        if (has(fields, kind))
            out.emplace_back(column);
    for (const FieldSpec& field : fields)
        if (namedMeasure(field.kind))
            out.push_back(columnOf(field));
    return out;
}

}  // namespace linkage

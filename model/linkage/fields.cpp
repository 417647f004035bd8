// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/fields.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace linkage {

namespace {

struct KindName {
    FieldKind kind;
    std::string_view name;
};

constexpr std::array<KindName, 21> kinds{{{FieldKind::forename, "forename"},
                                          {FieldKind::middleNames, "middle_names"},
                                          {FieldKind::surname, "surname"},
                                          {FieldKind::fullName, "full_name"},
                                          {FieldKind::formerSurname, "former_surname"},
                                          {FieldKind::birthDate, "birth_date"},
                                          {FieldKind::birthYear, "birth_year"},
                                          {FieldKind::birthMonth, "birth_month"},
                                          {FieldKind::birthDay, "birth_day"},
                                          {FieldKind::sex, "sex"},
                                          {FieldKind::address, "address"},
                                          {FieldKind::postcode, "postcode"},
                                          {FieldKind::town, "town"},
                                          {FieldKind::phone, "phone"},
                                          {FieldKind::email, "email"},
                                          {FieldKind::nino, "nino"},
                                          {FieldKind::upn, "upn"},
                                          {FieldKind::nhsNumber, "nhs_number"},
                                          {FieldKind::pncId, "pnc_id"},
                                          {FieldKind::uprn, "uprn"},
                                          {FieldKind::localId, "local_id"}}};
constexpr std::array<KindName, 3> named{{{FieldKind::text, "text"},
                                         {FieldKind::identifier, "identifier"},
                                         {FieldKind::category, "category"}}};

tl::unexpected<base::Error> wrong(std::string detail) {
    return base::fail(base::Code::malformed, "--fields", std::move(detail));
}

base::Result<FieldSpec> kindOf(const std::string& field) {
    for (const KindName& known : kinds)
        if (known.name == field)
            return FieldSpec{known.kind, {}};
    const std::size_t colon = field.find(':');
    for (const KindName& known : named)
        if (field.substr(0, colon) == known.name) {
            if (colon == std::string::npos || colon + 1 == field.size())
                return wrong("\"" + field + "\" needs a name: " + std::string(known.name) +
                             ":NAME=column");
            return FieldSpec{known.kind, field.substr(colon + 1)};
        }
    std::vector<std::string> names{"id", "source"};
    for (const KindName& known : kinds)
        names.emplace_back(known.name);
    const std::string guess = base::nearest(field, names);
    return wrong("\"" + field + "\" is not a field" +
                 (guess.empty() ? "; the fields are " + base::join(names, " ") +
                                      " and text:NAME, identifier:NAME, category:NAME"
                                : "; did you mean \"" + guess + "\"?"));
}

base::Result<void> take(MatchColumns& out, const std::string& field, const std::string& column) {
    if (field == "id" || field == "source") {
        std::string& place = field == "id" ? out.id : out.source;
        if (!place.empty())
            return wrong("\"" + field + "\" is given twice");
        place = column;
        return {};
    }
    auto spec = kindOf(field);
    if (!spec)
        return base::fail(spec.error());
    if (std::any_of(out.fields.begin(), out.fields.end(), [&](const auto& other) {
            return other.first == *spec;
        }))
        return wrong("\"" + field + "\" is given twice");
    out.fields.emplace_back(std::move(*spec), column);
    return {};
}

}  // namespace

base::Result<MatchColumns> parseFieldSpec(std::string_view spec) {
    MatchColumns out;
    for (const std::string_view part : base::split(spec, ',')) {
        const std::string_view item = base::trimmed(part);
        const std::size_t equals = item.find('=');
        if (item.empty())
            return wrong("there is an empty entry; write field=column,field=column");
        if (equals == std::string_view::npos)
            return wrong("\"" + std::string(item) + "\" has no '='; write field=column");
        const std::string field = base::lowerAscii(base::trimmed(item.substr(0, equals)));
        const std::string column(base::trimmed(item.substr(equals + 1)));
        if (column.empty())
            return wrong("\"" + field + "\" names no column");
        if (auto taken = take(out, field, column); !taken)
            return base::fail(taken.error());
    }
    if (out.id.empty())
        return wrong("no id is given; write id=column");
    if (out.fields.empty())
        return wrong("nothing to compare is given beside the id");
    return out;
}

std::string fieldName(const FieldSpec& spec) {
    for (const KindName& known : kinds)
        if (known.kind == spec.kind)
            return std::string(known.name);
    for (const KindName& known : named)
        if (known.kind == spec.kind)
            return std::string(known.name) + ":" + spec.name;
    return {};
}

}  // namespace linkage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/layout.h"

#include "base/resources.h"
#include "base/text.h"
#include "base/toml_text.h"

#include <algorithm>
#include <array>

namespace disclosure {

namespace {

struct Words {
    std::string_view code;
    std::string_view label;
};

constexpr std::array<Words, fieldCount> fields{{{"family-pseudonym", "Family pseudonym"},
                                                {"person-pseudonym", "Person pseudonym"},
                                                {"cohort", "Supported or assessed only"},
                                                {"council-code", "Council code"},
                                                {"forename", "Forename"},
                                                {"middle-names", "Middle names"},
                                                {"surname", "Surname"},
                                                {"birth-date", "Date of birth"},
                                                {"sex", "Sex"},
                                                {"role", "Role in the family"},
                                                {"adult-or-child", "Adult or child"},
                                                {"postcode", "Postcode"},
                                                {"address", "Address"},
                                                {"uprn", "UPRN"},
                                                {"date-screened", "Date screened"},
                                                {"criteria-met", "Criteria met"},
                                                {"support-start", "Support started"},
                                                {"support-end", "Support ended"},
                                                {"intensity", "Intensity of support"},
                                                {"upn", "Unique pupil number"},
                                                {"school-urn", "School URN"},
                                                {"nino", "National Insurance number"},
                                                {"pnc-id", "PNC id"},
                                                {"nhs-number", "NHS number"}}};

constexpr std::array<std::string_view, 6> formats{
    "as-held", "iso-date", "uk-date", "sex-letter", "sex-number", "number-list"};
constexpr std::array<std::string_view, 4> onlys{"anyone", "children", "adults", "16-and-over"};

void appendKey(std::string& out, std::string_view key, std::string_view text) {
    out += key;
    out += " = " + base::tomlText(text) + "\n";
}

void appendColumn(std::string& out, const Column& column) {
    out += "\n[[column]]\n";
    appendKey(out, "heading", column.heading);
    appendKey(out, "field", fieldCode(column.field));
    appendKey(out, "format", formatCode(column.format));
    if (column.mandatory)
        out += "mandatory = true\n";
    if (column.only != Only::anyone)
        appendKey(out, "only", onlyCode(column.only));
    if (!column.needs.empty())
        appendKey(out, "needs", column.needs);
}

}  // namespace

bool Layout::has(Field field) const {
    return std::any_of(columns.begin(), columns.end(), [field](const Column& column) {
        return column.field == field;
    });
}

std::string writeLayout(const Layout& layout) {
    std::string out;
    appendKey(out, "name", layout.name);
    appendKey(out, "version", layout.version);
    appendKey(out, "title", layout.title);
    appendKey(out, "study", layout.study);
    appendKey(out, "recipient", layout.recipient);
    appendKey(out, "purpose", layout.purpose);
    appendKey(out, "agreement", layout.agreement);
    appendKey(out, "file_name", layout.fileName);
    appendKey(out, "council_code", layout.councilCode);
    appendKey(out, "separator", std::string_view(&layout.separator, 1));
    appendKey(out,
              "protected_address",
              layout.protectedAddress == ProtectedAddress::leaveOutPerson ? "leave-out-person"
                                                                          : "blank-address");
    if (!layout.gateways.empty())
        out += "\n[gateways]\n";
    for (const auto& [name, power] : layout.gateways)
        appendKey(out, base::tomlText(name), power);
    for (const Column& column : layout.columns)
        appendColumn(out, column);
    return out;
}

base::Result<std::vector<Layout>> shippedLayouts() {
    std::vector<Layout> layouts;
    for (const std::string& name : base::resourceNames("submissions/")) {
        base::Result<Layout> layout = readLayout(base::resource(name).value_or(""), name);
        if (!layout)
            return base::fail(layout.error());
        layouts.push_back(std::move(*layout));
    }
    std::sort(layouts.begin(), layouts.end(), [](const Layout& a, const Layout& b) {
        return a.name < b.name;
    });
    return layouts;
}

base::Result<Layout> shippedLayout(std::string_view name) {
    base::Result<std::vector<Layout>> layouts = shippedLayouts();
    if (!layouts)
        return base::fail(layouts.error());
    std::vector<std::string> names;
    for (Layout& layout : *layouts) {
        if (layout.name == name)
            return std::move(layout);
        names.push_back(layout.name);
    }
    return base::fail(base::Code::notFound,
                      "layout " + std::string(name),
                      "there is no such layout; there are: " + base::join(names, ", "));
}

std::string_view fieldCode(Field field) {
    return fields[static_cast<std::size_t>(field)].code;
}

std::string_view fieldLabel(Field field) {
    return fields[static_cast<std::size_t>(field)].label;
}

std::string_view formatCode(Format format) {
    return formats[static_cast<std::size_t>(format)];
}

std::string_view onlyCode(Only only) {
    return onlys[static_cast<std::size_t>(only)];
}

bool isLocating(Field field) {
    return field == Field::postcode || field == Field::address || field == Field::uprn ||
           field == Field::schoolUrn;
}

}  // namespace disclosure

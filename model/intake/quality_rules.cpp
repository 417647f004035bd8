// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/quality_rules.h"

#include "base/resources.h"
#include "base/toml.h"
#include "records/catalogue.h"

#include <algorithm>

namespace intake {

namespace {

using base::TomlTable;

std::string squeezed(std::string_view postcode) {
    std::string text;
    for (const char c : postcode)
        if (c >= 'a' && c <= 'z')
            text += static_cast<char>(c - 'a' + 'A');
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            text += c;
    return text;
}

std::set<std::string, std::less<>> areas(TomlTable& table, std::string_view key) {
    std::set<std::string, std::less<>> all;
    for (const std::string& text : table.texts(key))
        all.insert(squeezed(text));
    return all;
}

double share(TomlTable& table, std::string_view key) {
    const double value = table.number(key);
    if (value < 0 || value > 1)
        table.problem(key, "must be a share from 0 to 1");
    return value;
}

void readAges(TomlTable& table, QualityRules& rules) {
    for (const auto& [name, value] : table.entries()) {
        const bool two = value.items.size() == 2 &&
                         std::ranges::all_of(value.items, [](const base::TomlValue& item) {
                             return item.kind == base::TomlValue::Kind::integer &&
                                    item.integer >= 0 && item.integer <= 150;
                         });
        if (records::recordType(name) == nullptr)
            table.problem(name, "'" + name + "' is not a record type");
        else if (!two || value.items[1].integer < value.items[0].integer)
            table.problem(name, "must be the least and the greatest age in years");
        else
            rules.ages[name] = {static_cast<int>(value.items[0].integer),
                                static_cast<int>(value.items[1].integer)};
    }
    table.finish();
}

void readBirths(TomlTable& table, QualityRules& rules) {
    for (const std::string& text : table.texts("placeholders"))
        if (const auto day = records::parsePartial(text); day && day->complete())
            rules.placeholderBirths.insert(*day);
        else
            table.problem("placeholders", "must be days, written 1970-01-01");
    rules.firstOfJanuary = table.number("first_of_january");
    table.finish();
}

template <class Read>
void section(TomlTable& table, std::string_view key, Read&& read) {
    if (auto found = table.table(key))
        read(*found);
    else
        table.problem(key, "is missing");
}

}  // namespace

base::Result<QualityRules> readQualityRules(std::string_view text, std::string_view fileName) {
    const auto document = base::parseToml(text, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    TomlTable table(*document, problems);
    QualityRules rules;
    section(table, "area", [&](TomlTable& area) {
        rules.homeAreas = areas(area, "home");
        rules.nearAreas = areas(area, "near");
        rules.placeholderPostcodes = areas(area, "placeholders");
        area.finish();
    });
    section(table, "birth_dates", [&](TomlTable& births) { readBirths(births, rules); });
    section(table, "ages", [&](TomlTable& ages) { readAges(ages, rules); });
    section(table, "changes", [&](TomlTable& changes) {
        rules.volumeChange = share(changes, "volume");
        rules.codeShareChange = share(changes, "code_share");
        rules.filledShareChange = share(changes, "filled_share");
        rules.deviations = changes.number("deviations");
        changes.finish();
    });
    section(table, "columns", [&](TomlTable& columns) {
        rules.nearlyEmpty = share(columns, "nearly_empty");
        rules.faulty = share(columns, "faulty");
        columns.finish();
    });
    table.finish();
    if (!problems.none())
        return base::fail(problems.asError());
    return rules;
}

base::Result<QualityRules> shippedQualityRules() {
    constexpr std::string_view name = "quality/rules.toml";
    return readQualityRules(base::resource(name).value_or(""), name);
}

PostcodePlace placeOf(std::string_view postcode, const QualityRules& rules) {
    const std::string text = squeezed(postcode);
    if (text.empty())
        return PostcodePlace::notSent;
    // The outward half: all but the last three, "HR1" of "HR11AA".
    const std::string outward = text.size() > 4 ? text.substr(0, text.size() - 3) : text;
    if (rules.placeholderPostcodes.contains(text) || rules.placeholderPostcodes.contains(outward))
        return PostcodePlace::placeholder;
    const auto letters = std::ranges::find_if(outward, [](char c) { return c <= '9'; });
    const std::string area(outward.begin(), letters);
    const auto holds = [&](const auto& set) { return set.contains(area) || set.contains(outward); };
    if (holds(rules.homeAreas))
        return PostcodePlace::home;
    return holds(rules.nearAreas) ? PostcodePlace::near : PostcodePlace::elsewhere;
}

}  // namespace intake

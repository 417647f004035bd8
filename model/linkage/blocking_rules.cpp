// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/blocking_rule.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace linkage {

namespace {

std::string_view partName(Part part) {
    switch (part) {
        case Part::forename:
            return "forename";
        case Part::forenameStart:
            return "start of forename";
        case Part::forenameSound:
            return "sound of forename";
        case Part::surname:
            return "surname";
        case Part::surnameStart:
            return "start of surname";
        case Part::surnameSound:
            return "sound of surname";
        case Part::names:
            return "names in either order";
        case Part::birthDate:
            return "birth date";
        case Part::birthYear:
            return "birth year";
        case Part::monthAndDay:
            return "day and month of birth";
        case Part::postcode:
            return "postcode";
        case Part::outcode:
            return "outward postcode";
        case Part::home:
            return "home";
        case Part::town:
            return "town";
        case Part::value:
            return "value";
        case Part::emailStart:
            return "start of e-mail";
    }
    return {};
}

std::vector<Measure> measuresOf(Part part) {
    switch (part) {
        case Part::forename:
        case Part::forenameStart:
        case Part::forenameSound:
            return {Measure::forename};
        case Part::surname:
        case Part::surnameStart:
        case Part::surnameSound:
            return {Measure::surname};
        case Part::names:
            return {Measure::forename, Measure::surname};
        case Part::birthDate:
        case Part::birthYear:
        case Part::monthAndDay:
            return {Measure::birthDate};
        case Part::postcode:
        case Part::outcode:
        case Part::home:
        case Part::town:
            return {Measure::place};
        case Part::emailStart:
            return {Measure::email};
        case Part::value:
            return {};
    }
    return {};
}

bool has(const Table& table, Part part) {
    switch (part) {
        case Part::forename:
        case Part::forenameStart:
        case Part::forenameSound:
            return table.find(FieldKind::forename) != nullptr;
        case Part::surname:
        case Part::surnameStart:
        case Part::surnameSound:
            return table.find(FieldKind::surname) != nullptr;
        case Part::names:
            return has(table, Part::forename) && has(table, Part::surname);
        case Part::birthDate:
        case Part::birthYear:
        case Part::monthAndDay:
            return table.find(FieldKind::birthDate) != nullptr;
        case Part::postcode:
        case Part::outcode:
            return table.find(FieldKind::postcode) != nullptr;
        case Part::home:
            return table.find(FieldKind::uprn) != nullptr ||
                   table.find(FieldKind::address) != nullptr;
        case Part::town:
            return table.find(FieldKind::town) != nullptr;
        case Part::value:
            return true;
        case Part::emailStart:
            return table.find(FieldKind::email) != nullptr;
    }
    return false;
}

class RuleList {
public:
    explicit RuleList(const Comparer& comparer) : m_comparer(comparer) {}

    void add(std::vector<Part> parts, bool broad = false, const Column* column = nullptr) {
        const auto sent = [&](Part part) { return has(m_comparer.table(), part); };
        if (!std::all_of(parts.begin(), parts.end(), sent))
            return;
        BlockingRule rule;
        rule.column = column;
        rule.broad = broad;
        for (std::size_t i = 0; i < m_comparer.comparisons().size(); ++i) {
            const Comparison& comparison = m_comparer.comparisons()[i];
            for (const Part part : parts) {
                const auto measures = measuresOf(part);
                const bool settled =
                    part == Part::value
                        ? comparison.column == column
                        : std::find(measures.begin(), measures.end(), comparison.measure) !=
                              measures.end();
                if (settled)
                    rule.settles.push_back(i);
                if (settled && part == Part::value)
                    rule.name = comparison.name;
            }
        }
        for (const Part part : parts)
            if (part != Part::value)
                rule.name += (rule.name.empty() ? "" : ", ") + std::string(partName(part));
        rule.parts = std::move(parts);
        m_rules.push_back(std::move(rule));
    }

    [[nodiscard]] std::vector<BlockingRule> take() { return std::move(m_rules); }

private:
    const Comparer& m_comparer;
    std::vector<BlockingRule> m_rules;
};

}  // namespace

std::vector<BlockingRule> rulesFor(const Comparer& comparer) {
    RuleList rules(comparer);
    for (const Comparison& comparison : comparer.comparisons())
        if (comparison.measure == Measure::identifier || comparison.measure == Measure::phone ||
            comparison.measure == Measure::email)
            rules.add({Part::value}, false, comparison.column);
    rules.add({Part::surname, Part::birthDate});
    rules.add({Part::forename, Part::birthDate});
    rules.add({Part::names, Part::birthYear});
    rules.add({Part::names, Part::outcode});
    rules.add({Part::names, Part::monthAndDay});
    rules.add({Part::postcode, Part::forename});
    rules.add({Part::postcode, Part::birthDate});
    rules.add({Part::postcode, Part::surname});
    rules.add({Part::home, Part::forename});
    rules.add({Part::home, Part::birthDate});
    rules.add({Part::home, Part::surname});
    rules.add({Part::forenameStart, Part::surnameStart, Part::birthYear});
    rules.add({Part::forenameStart, Part::surnameStart, Part::monthAndDay});
    rules.add({Part::names}, true);
    rules.add({Part::birthDate}, true);
    rules.add({Part::forenameSound, Part::surnameSound}, true);
    rules.add({Part::town, Part::forename}, true);
    rules.add({Part::town, Part::surname}, true);
    rules.add({Part::emailStart}, true);
    rules.add({Part::home}, true);
    rules.add({Part::forename, Part::birthYear}, true);
    rules.add({Part::surname, Part::birthYear}, true);
    for (const Comparison& comparison : comparer.comparisons())
        if (comparison.measure == Measure::text) {
            rules.add({Part::value, Part::forename}, true, comparison.column);
            rules.add({Part::value, Part::surname}, true, comparison.column);
            rules.add({Part::value, Part::birthDate}, true, comparison.column);
            rules.add({Part::value}, true, comparison.column);
        }
    return rules.take();
}

}  // namespace linkage

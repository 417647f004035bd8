// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/difference.h"

#include "criteria/threshold.h"
#include "criteria/toml_values.h"

#include <algorithm>
#include <optional>

namespace criteria {

namespace {

using base::TomlValue;
using records::PlanDifference;
using records::PlanNumberChange;

// Two tables side by side; what differs in the numbers a council may set is gathered, and anything
// else makes them two different things.
class SideBySide {
public:
    SideBySide(std::string indicator, std::string wording)
        : m_indicator(std::move(indicator)), m_wording(std::move(wording)) {}

    [[nodiscard]] bool alike(const TomlValue& before, const TomlValue& after, bool settable) {
        if (isNumber(before) && isNumber(after))
            return numberOf(before) == numberOf(after);
        if (before.kind != after.kind)
            return false;
        switch (before.kind) {
            case TomlValue::Kind::table:
                return tablesAlike(before, after, settable);
            case TomlValue::Kind::array:
                return std::equal(before.items.begin(),
                                  before.items.end(),
                                  after.items.begin(),
                                  after.items.end(),
                                  [&](const TomlValue& left, const TomlValue& right) {
                                      return alike(left, right, settable);
                                  });
            case TomlValue::Kind::text:
                return before.text == after.text;
            case TomlValue::Kind::flag:
                return before.flag == after.flag;
            default:
                return before.date == after.date;
        }
    }

    [[nodiscard]] std::vector<PlanNumberChange> numbers() && { return std::move(m_numbers); }

    // The values of one key.
    [[nodiscard]] bool alike(const std::string& key,
                             const TomlValue& before,
                             const TomlValue& after,
                             bool settable) {
        const auto words = settable ? thresholdWords(key) : std::nullopt;
        if (!words || !isNumber(before) || !isNumber(after))
            // What a record must hold to count is the measure itself, not a number of it.
            return alike(before, after, settable && key != "where");
        if (numberOf(before) != numberOf(after))
            m_numbers.push_back(
                {m_indicator, m_wording, std::string(*words), numberOf(before), numberOf(after)});
        return true;
    }

private:
    bool tablesAlike(const TomlValue& before, const TomlValue& after, bool settable) {
        bool same = before.entries.size() == after.entries.size();
        for (const auto& [key, now] : after.entries) {
            const TomlValue* was = before.find(key);
            same = was != nullptr && alike(key, *was, now, settable) && same;
        }
        return same;
    }

    std::string m_indicator;
    std::string m_wording;
    std::vector<PlanNumberChange> m_numbers;
};

void take(SideBySide both, PlanDifference& difference) {
    for (PlanNumberChange& change : std::move(both).numbers())
        difference.numbers.push_back(std::move(change));
}

const std::vector<TomlValue>& itemsOf(const TomlValue& table, std::string_view key) {
    static const std::vector<TomlValue> none;
    const TomlValue* value = table.find(key);
    return value == nullptr ? none : value->items;
}

const TomlValue* withCode(const TomlValue& criterion, const std::string& code) {
    for (const TomlValue& indicator : itemsOf(criterion, "indicator"))
        if (textOf(indicator, "code") == code)
            return &indicator;
    return nullptr;
}

void compareIndicators(const TomlValue& before,
                       const TomlValue& after,
                       PlanDifference& difference) {
    for (const TomlValue& now : itemsOf(after, "indicator")) {
        const std::string code = textOf(now, "code");
        const TomlValue* was = withCode(before, code);
        if (was == nullptr) {
            difference.otherwise.push_back("indicator " + code + " is new");
            continue;
        }
        SideBySide both(code, textOf(now, "wording"));
        if (!both.alike(*was, now, true))
            difference.otherwise.push_back("indicator " + code +
                                           " is worded or measured otherwise");
        take(std::move(both), difference);
    }
    for (const TomlValue& was : itemsOf(before, "indicator"))
        if (const std::string code = textOf(was, "code"); withCode(after, code) == nullptr)
            difference.otherwise.push_back("indicator " + code + " is gone");
}

const TomlValue* withNumber(const TomlValue& plan, double number) {
    for (const TomlValue& criterion : itemsOf(plan, "criterion"))
        if (const TomlValue* its = criterion.find("number");
            its != nullptr && numberOf(*its) == number)
            return &criterion;
    return nullptr;
}

void compareCriteria(const TomlValue& before, const TomlValue& after, PlanDifference& difference) {
    for (int number = 1; number <= 6; ++number) {
        const TomlValue* was = withNumber(before, number);
        const TomlValue* now = withNumber(after, number);
        const std::string words = "criterion " + std::to_string(number);
        if (was == nullptr && now != nullptr)
            difference.otherwise.push_back(words + " is new");
        if (was != nullptr && now == nullptr)
            difference.otherwise.push_back(words + " is gone");
        if (was == nullptr || now == nullptr)
            continue;
        if (textOf(*was, "heading") != textOf(*now, "heading"))
            difference.otherwise.push_back(words + " has another heading");
        compareIndicators(*was, *now, difference);
    }
}

// What is said once for the whole plan.
void compareHead(const TomlValue& before, const TomlValue& after, PlanDifference& difference) {
    const auto apart = [](const std::string& key) {
        return key == "name" || key == "version" || key == "criterion";
    };
    for (const auto& [key, now] : after.entries) {
        const TomlValue* was = before.find(key);
        if (apart(key))
            continue;
        if (was == nullptr) {
            difference.otherwise.push_back("'" + key + "' is new");
            continue;
        }
        SideBySide both("", "");
        if (!both.alike(key, *was, now, true))
            difference.otherwise.push_back("'" + key + "' says something else");
        take(std::move(both), difference);
    }
    for (const auto& [key, was] : before.entries)
        if (!apart(key) && after.find(key) == nullptr)
            difference.otherwise.push_back("'" + key + "' is gone");
}

}  // namespace

base::Result<PlanDifference> planDifference(std::string_view before, std::string_view after) {
    const auto was = base::parseToml(before, "the plan before");
    if (!was)
        return base::fail(was.error());
    const auto now = base::parseToml(after, "the plan after");
    if (!now)
        return base::fail(now.error());
    PlanDifference difference;
    compareHead(*was, *now, difference);
    compareCriteria(*was, *now, difference);
    return difference;
}

}  // namespace criteria

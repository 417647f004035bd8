// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/measures/age.h"
#include "criteria/measures/rule.h"
#include "criteria/measures/window_days.h"

#include <algorithm>
#include <array>

namespace criteria {

namespace {

constexpr std::array<const MeasureRule*, 8> rules{&countRule,
                                                  &sumRule,
                                                  &rateRule,
                                                  &currentRule,
                                                  &forwardRule,
                                                  &nominationRule,
                                                  &anyRule,
                                                  &allRule};

bool someoneIsOfAge(const Question& question) {
    if (!question.measure->age)
        return true;
    const WindowDays days = windowDays(*question.measure, question);
    return std::any_of(question.people.begin(), question.people.end(), [&](const auto* person) {
        return mayBeOfAge(*question.measure->age, person->identity.birthDate, days, question.asAt);
    });
}

}  // namespace

std::span<const MeasureRule* const> allRules() {
    return rules;
}

const MeasureRule& ruleOf(MeasureKind kind) {
    return *rules[static_cast<std::size_t>(kind)];
}

Answer answer(const Question& question) {
    if (!someoneIsOfAge(question))
        return {records::Outcome::notApplicable, "no one of the age it asks for", {}};
    return ruleOf(question.measure->kind).answer(question);
}

}  // namespace criteria

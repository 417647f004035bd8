// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/plan.h"

#include "base/crypto.h"
#include "base/resources.h"
#include "criteria/measures/rule.h"

#include <array>

namespace criteria {

namespace {

constexpr std::string_view folder = "plans/";
constexpr std::string_view suffix = ".toml";
constexpr std::array<std::string_view, 6> subjectCodes{
    "child", "adult", "parent", "young-person", "anyone", "household"};

}  // namespace

bool Plan::inForceOn(base::Date day) const {
    return base::DateRange{effectiveFrom, effectiveTo}.contains(day);
}

const Indicator* Plan::indicator(std::string_view code) const {
    for (const Criterion& criterion : criteria)
        for (const Indicator& candidate : criterion.indicators)
            if (candidate.code == code)
                return &candidate;
    return nullptr;
}

std::string planFingerprint(std::string_view text) {
    base::startCrypto();
    return base::sha256Hex(text);
}

std::vector<ShippedPlan> shippedPlans() {
    std::vector<ShippedPlan> plans;
    for (const std::string& fileName : base::resourceNames(folder)) {
        const std::string_view name = std::string_view(fileName).substr(folder.size());
        if (name.find('/') != std::string_view::npos || !name.ends_with(suffix))
            continue;
        plans.push_back({std::string(name.substr(0, name.size() - suffix.size())),
                         fileName,
                         base::resource(fileName).value_or("")});
    }
    return plans;
}

std::optional<ShippedPlan> shippedPlan(std::string_view name) {
    for (ShippedPlan& plan : shippedPlans())
        if (plan.name == name)
            return std::move(plan);
    return std::nullopt;
}

std::string_view subjectCode(Subject subject) {
    return subjectCodes[static_cast<std::size_t>(subject)];
}

std::string_view measureCode(MeasureKind kind) {
    return ruleOf(kind).code;
}

}  // namespace criteria

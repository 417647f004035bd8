// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/dependent_child.h"

#include "criteria/measures/age.h"
#include "records/types/participation.h"
#include "records/types/school_roll.h"

#include <algorithm>
#include <array>

namespace criteria {

namespace {

constexpr std::array<std::string_view, 5> learning{
    "education", "training", "on-roll", "alternative-provision", "home-educated"};

bool isLearning(const OwnedRecord& owned, base::Date asAt) {
    const records::SourceRecord& record = *owned.record;
    const bool spell = record.type->name == records::participationType.name ||
                       record.type->name == records::schoolRollType.name;
    if (!spell || !owned.period->contains(asAt))
        return false;
    const auto index = record.type->indexOf("status");
    const std::string* status = records::textIn(record.payload[*index]);
    return status != nullptr &&
           std::find(learning.begin(), learning.end(), *status) != learning.end();
}

}  // namespace

bool isDependentChild(const DependentChild& rule, const PresentMember& one, base::Date asAt) {
    const bool childOfHome = one.member->role == records::MemberRole::child;
    const auto ages = agesOn(one.member->person.identity.birthDate, asAt);
    if (!ages)
        return childOfHome;  // nothing but the role to go by
    if (fits(ages, std::nullopt, rule.under - 1) != Fit::no)
        return true;
    if (fits(ages, std::nullopt, rule.upTo) == Fit::no)
        return false;
    if (rule.atHome && childOfHome)
        return true;
    return rule.inEducation &&
           std::any_of(one.records.begin(), one.records.end(), [asAt](const OwnedRecord& owned) {
               return isLearning(owned, asAt);
           });
}

}  // namespace criteria

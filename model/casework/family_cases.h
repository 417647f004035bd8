// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan is applied to: families with their members described, partners' coverage, and a plan
// with its calendar.
#pragma once

#include "casework/population.h"
#include "criteria/assess.h"

#include <map>
#include <string>

namespace casework {

// A plan with all it needs to be applied.
struct ReadyPlan {
    std::string text;
    criteria::Plan plan;
    criteria::Calendar calendar;
};

[[nodiscard]] base::Result<ReadyPlan> readyPlan(std::string text, const std::string& fileName);

[[nodiscard]] base::Result<criteria::Coverage> coverageOf(store::Vault& vault);

// Each member is described once, however many families they belong to. The population must outlive
// it.
class FamilyCases {
public:
    explicit FamilyCases(const Population& population) : m_population(population) {}

    [[nodiscard]] criteria::FamilyCase of(const records::Family& family);

private:
    const records::Person& described(const families::PersonRecords& records);

    const Population& m_population;
    std::map<records::PersonId, records::Person> m_described;
};

}  // namespace casework

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

// Everyone, every family and what partners' deliveries speak of, in memory.
struct CaseMaterial {
    Population population;
    std::vector<records::Family> families;
    criteria::Coverage coverage;
};

// Grant: assess on the vault.
[[nodiscard]] base::Result<CaseMaterial> caseMaterial(store::Vault& vault,
                                                      const access::Grant& grant,
                                                      base::Progress& progress);

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

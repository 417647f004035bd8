// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/family_cases.h"

#include "families/person_profile.h"
#include "store/delivery_table.h"
#include "store/family_table.h"

namespace casework {

base::Result<ReadyPlan> readyPlan(std::string text, const std::string& fileName) {
    auto plan = criteria::readPlan(text, fileName);
    if (!plan)
        return base::fail(plan.error());
    auto calendar = criteria::shippedCalendar(plan->calendar);
    if (!calendar)
        return base::fail(calendar.error());
    return ReadyPlan{std::move(text), std::move(*plan), std::move(*calendar)};
}

base::Result<CaseMaterial> caseMaterial(store::Vault& vault,
                                        const access::Grant& grant,
                                        base::Progress& progress) {
    auto population = loadPopulation(vault, grant, store::Payloads::opened, progress);
    if (!population)
        return base::fail(population.error());
    auto families = store::FamilyTable(vault).all(grant);
    if (!families)
        return base::fail(families.error());
    const auto spans = store::DeliveryTable(vault).coverage();
    if (!spans)
        return base::fail(spans.error());
    return CaseMaterial{std::move(*population), std::move(*families), criteria::Coverage(*spans)};
}

criteria::FamilyCase FamilyCases::of(const records::Family& family) {
    criteria::FamilyCase made;
    made.family = family.id;
    for (const records::Membership& membership : family.members) {
        const families::PersonRecords* records = m_population.person(membership.person);
        if (records == nullptr)
            continue;
        made.members.push_back(
            {described(*records), membership.role, membership.dates, records->records});
    }
    return made;
}

const records::Person& FamilyCases::described(const families::PersonRecords& records) {
    const auto found = m_described.find(records.person);
    if (found != m_described.end())
        return found->second;
    return m_described
        .emplace(records.person, families::describePerson(records.person, records.records))
        .first->second;
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/touched_people.h"

#include "store/family_table.h"
#include "store/link_table.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace casework {

namespace {

using records::PersonId;
using records::RecordId;

class Spread {
public:
    Spread(store::Vault& vault,
           const access::Grant& grant,
           const store::RecordHashes& keys,
           const std::vector<records::DoubtfulTie>& ties)
        : m_vault(vault), m_grant(grant), m_keys(keys), m_ties(ties) {
        for (std::uint32_t place = 0; place < keys.records.size(); ++place)
            m_placeOf.emplace(keys.records[place].value, place);
        for (std::uint32_t tie = 0; tie < ties.size(); ++tie)
            for (const PersonId person : ties[tie].people)
                m_tiesOf[person.value].push_back(tie);
    }

    void reach(PersonId person) {
        if (person && m_people.insert(person.value).second)
            m_waiting.push_back(person);
    }

    void takeKeys(RecordId record);
    base::Result<TouchedPeople> run();

private:
    using Done = base::Result<void>;

    Done takeIn(PersonId person);
    Done takeFamilies(PersonId person);
    Done reachByKeys();

    store::Vault& m_vault;
    const access::Grant& m_grant;
    const store::RecordHashes& m_keys;
    const std::vector<records::DoubtfulTie>& m_ties;
    std::unordered_map<std::int64_t, std::uint32_t> m_placeOf;              // of a record
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> m_tiesOf;  // of a person

    std::unordered_set<std::int64_t> m_people;
    std::vector<PersonId> m_waiting;
    std::map<RecordId, PersonId> m_records;
    std::map<std::int64_t, records::Family> m_families;
    std::unordered_set<std::uint32_t> m_seenKeys;
    std::vector<std::uint32_t> m_newKeys;
};

base::Result<void> Spread::takeFamilies(PersonId person) {
    const store::FamilyTable table(m_vault);
    const auto numbers = table.ofPerson(m_grant, person);
    if (!numbers)
        return base::fail(numbers.error());
    for (const records::FamilyId number : *numbers) {
        if (m_families.contains(number.value))
            continue;
        auto family = table.find(m_grant, number);
        if (!family)
            return base::fail(family.error());
        for (const records::Membership& member : family->members)
            reach(member.person);
        m_families.emplace(number.value, std::move(*family));
    }
    return {};
}

void Spread::takeKeys(RecordId record) {
    const auto place = m_placeOf.find(record.value);
    if (place == m_placeOf.end())
        return;
    for (std::uint32_t i = m_keys.first[place->second]; i < m_keys.first[place->second + 1]; ++i)
        if (m_seenKeys.insert(m_keys.hashes[i]).second)
            m_newKeys.push_back(m_keys.hashes[i]);
}

base::Result<void> Spread::takeIn(PersonId person) {
    const auto links = store::LinkTable(m_vault).ofPerson(m_grant, person);
    if (!links)
        return base::fail(links.error());
    for (const records::Link& link : *links) {
        m_records.emplace(link.record, person);
        takeKeys(link.record);
    }
    if (const auto ties = m_tiesOf.find(person.value); ties != m_tiesOf.end())
        for (const std::uint32_t tie : ties->second)
            for (const PersonId other : m_ties[tie].people)
                reach(other);
    return takeFamilies(person);
}

// The people of all records that have one of the new keys.
base::Result<void> Spread::reachByKeys() {
    const HashSet wanted(std::move(m_newKeys));
    m_newKeys.clear();
    std::vector<RecordId> found;
    for (std::size_t place = 0; place < m_keys.records.size(); ++place) {
        bool meets = false;
        for (std::uint32_t i = m_keys.first[place]; i < m_keys.first[place + 1] && !meets; ++i)
            meets = wanted.contains(m_keys.hashes[i]);
        if (meets && !m_records.contains(m_keys.records[place]))
            found.push_back(m_keys.records[place]);
    }
    const auto links = store::LinkTable(m_vault).ofRecords(m_grant, found);
    if (!links)
        return base::fail(links.error());
    for (const records::Link& link : *links)
        reach(link.person);
    return {};
}

base::Result<TouchedPeople> Spread::run() {
    while (!m_waiting.empty() || !m_newKeys.empty()) {
        while (!m_waiting.empty()) {
            const PersonId person = m_waiting.back();
            m_waiting.pop_back();
            if (auto taken = takeIn(person); !taken)
                return base::fail(taken.error());
        }
        if (auto reached = reachByKeys(); !reached)
            return base::fail(reached.error());
    }
    TouchedPeople touched;
    for (const std::int64_t person : m_people)
        touched.people.push_back(PersonId{person});
    std::ranges::sort(touched.people);
    for (auto& [number, family] : m_families)
        touched.families.push_back(std::move(family));
    for (const auto& [record, person] : m_records) {
        touched.records.push_back(record);
        touched.personOf.push_back(person);
    }
    return touched;
}

}  // namespace

base::Result<TouchedPeople> touchedPeople(store::Vault& vault,
                                          const access::Grant& grant,
                                          const Linked& linked,
                                          const store::RecordHashes& keys,
                                          const std::vector<records::DoubtfulTie>& ties) {
    Spread spread(vault, grant, keys, ties);
    for (const PersonId person : linked.disturbed)
        spread.reach(person);
    // Whoever lived where a record said that no longer counts may live there differently now.
    for (const RecordId record : linked.gone)
        spread.takeKeys(record);
    // An answer to a tie takes effect at the next build, whenever it was given.
    for (const records::DoubtfulTie& tie : ties)
        if (tie.decidedFamily)
            for (const PersonId person : tie.people)
                spread.reach(person);
    return spread.run();
}

}  // namespace casework

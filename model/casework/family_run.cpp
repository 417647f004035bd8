// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/family_run.h"

#include "casework/population.h"
#include "casework/touched_people.h"
#include "families/build.h"
#include "families/tie_keys.h"
#include "store/family_key_table.h"
#include "store/family_table.h"
#include "store/source_record_table.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <map>
#include <unordered_set>

namespace casework {

namespace {

using Clock = std::chrono::steady_clock;
using records::PersonId;
using records::RecordId;

class Phases {
public:
    void lap(const char* phase) {
        const auto now = Clock::now();
        m_laps.push_back({phase, std::chrono::duration<double>(now - m_start).count()});
        m_start = now;
    }

    [[nodiscard]] const std::vector<linkage::PhaseTime>& laps() const { return m_laps; }

private:
    Clock::time_point m_start = Clock::now();
    std::vector<linkage::PhaseTime> m_laps;
};

base::Result<families::Outcome> outcomeOf(const std::vector<families::PersonRecords>& people,
                                          const std::vector<records::Family>& earlier,
                                          const std::vector<records::DoubtfulTie>& decided,
                                          base::Progress& progress) {
    return families::buildFamilies({people, base::today(), earlier, decided, families::Settings()},
                                   progress);
}

template <class Records>
store::RecordHashes keysOf(const Records& records) {
    families::TieKeys keys;
    store::RecordHashes hashes;
    for (const records::SourceRecord& record : records) {
        keys.appendOf(record, hashes.hashes);
        hashes.add(record.id);
    }
    return hashes;
}

base::Result<void> rebuildAll(store::Vault& vault,
                              const access::Grant& grant,
                              Phases& phases,
                              base::Progress& progress) {
    const auto population = loadPopulation(vault, grant, store::Payloads::opened, progress);
    if (!population)
        return base::fail(population.error());
    phases.lap("read for families");
    store::FamilyTable table(vault);
    const auto earlier = table.all(grant);
    if (!earlier)
        return base::fail(earlier.error());
    const auto decided = table.ties(grant, true);
    if (!decided)
        return base::fail(decided.error());
    auto keys =
        std::async(std::launch::async, [&population] { return keysOf(population->records); });
    const auto outcome = outcomeOf(population->people, *earlier, *decided, progress);
    if (!outcome)
        return base::fail(outcome.error());
    phases.lap("build families");
    progress.step("keeping families", 0, 0);
    if (auto kept = table.replaceAll(outcome->families, outcome->doubtful); !kept)
        return kept;
    if (auto kept = store::FamilyKeyTable(vault).replaceAll(base::today(), keys.get()); !kept)
        return kept;
    phases.lap("keep families");
    return {};
}

// The keys of all linked records: those kept, and those of records linked for the first time, which
// are kept too.
base::Result<store::RecordHashes> keysNow(store::Vault& vault,
                                          const access::Grant& grant,
                                          const Linked& linked) {
    store::FamilyKeyTable table(vault);
    auto keys = table.all(grant);
    if (!keys)
        return keys;
    std::unordered_set<RecordId> known(keys->records.begin(), keys->records.end());
    std::vector<RecordId> fresh;
    for (const RecordId record : linked.records)
        if (!known.contains(record))
            fresh.push_back(record);
    const auto records =
        store::SourceRecordTable(vault).ofRecords(grant, fresh, store::Payloads::opened);
    if (!records)
        return base::fail(records.error());
    const store::RecordHashes more = keysOf(*records);
    if (auto kept = table.append(more); !kept)
        return base::fail(kept.error());
    for (std::size_t i = 0; i < more.records.size(); ++i) {
        keys->hashes.insert(keys->hashes.end(),
                            more.hashes.begin() + more.first[i],
                            more.hashes.begin() + more.first[i + 1]);
        keys->add(more.records[i]);
    }
    return keys;
}

std::vector<families::PersonRecords> grouped(const TouchedPeople& touched,
                                             const std::vector<records::SourceRecord>& records) {
    std::map<PersonId, std::vector<const records::SourceRecord*>> byPerson;
    auto at = touched.records.begin();
    for (const records::SourceRecord& record : records) {
        at = std::lower_bound(at, touched.records.end(), record.id);
        byPerson[touched.personOf[static_cast<std::size_t>(at - touched.records.begin())]]
            .push_back(&record);
    }
    std::vector<families::PersonRecords> people;
    for (auto& [person, theirs] : byPerson)
        people.push_back({person, std::move(theirs)});
    return people;
}

base::Result<void> rebuildTouched(store::Vault& vault,
                                  const access::Grant& grant,
                                  const Linked& linked,
                                  Phases& phases,
                                  base::Progress& progress) {
    store::FamilyTable table(vault);
    const auto decided = table.ties(grant, true);
    if (!decided)
        return base::fail(decided.error());
    const auto waiting = table.ties(grant, false);
    if (!waiting)
        return base::fail(waiting.error());
    std::vector<records::DoubtfulTie> ties = *decided;
    ties.insert(ties.end(), waiting->begin(), waiting->end());
    const auto keys = keysNow(vault, grant, linked);
    if (!keys)
        return base::fail(keys.error());
    const auto touched = touchedPeople(vault, grant, linked, *keys, ties);
    if (!touched)
        return base::fail(touched.error());
    phases.lap("find families");
    const auto records =
        store::SourceRecordTable(vault).ofRecords(grant, touched->records, store::Payloads::opened);
    if (!records)
        return base::fail(records.error());
    phases.lap("read for families");
    const auto outcome =
        outcomeOf(grouped(*touched, *records), touched->families, *decided, progress);
    if (!outcome)
        return base::fail(outcome.error());
    phases.lap("build families");
    progress.step("keeping families", 0, 0);
    if (auto kept = table.replaceSome(touched->people, outcome->families, outcome->doubtful); !kept)
        return kept;
    phases.lap("keep families");
    return {};
}

}  // namespace

base::Result<FamilyRun> rebuildFamilies(store::Vault& vault,
                                        const access::Grant& grant,
                                        const LinkRun& run,
                                        base::Progress& progress) {
    Phases phases;
    const auto builtOn = store::FamilyKeyTable(vault).builtOn();
    if (!builtOn)
        return base::fail(builtOn.error());
    // Time alone changes families: who comes of age, whose address is too old to hold.
    const bool today = *builtOn == base::today();
    const auto done = run.scope == LinkScope::changes && today
                          ? rebuildTouched(vault, grant, run.linked, phases, progress)
                          : rebuildAll(vault, grant, phases, progress);
    if (!done)
        return base::fail(done.error());
    const store::FamilyTable table(vault);
    FamilyRun counted;
    for (const auto& [count, into] : {std::pair(table.count(), &counted.families),
                                      std::pair(table.memberCount(), &counted.memberships),
                                      std::pair(table.waitingTieCount(), &counted.doubtfulTies)}) {
        if (!count)
            return base::fail(count.error());
        *into = *count;
    }
    counted.phases = phases.laps();
    return counted;
}

}  // namespace casework

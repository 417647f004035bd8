// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/linking.h"

#include "casework/link_input.h"
#include "casework/logged_commit.h"
#include "casework/population.h"
#include "families/build.h"
#include "store/delivery_table.h"
#include "store/family_table.h"
#include "store/link_table.h"

#include <algorithm>
#include <unordered_map>

namespace casework {

namespace {

// Who each record was before this run.
base::Result<std::vector<records::PersonId>> peopleBefore(
    const store::LinkTable& table,
    const access::Grant& grant,
    const std::vector<records::SourceRecord>& records) {
    std::unordered_map<records::RecordId, records::PersonId> known;
    const auto walked = table.forEach(grant, [&](records::Link&& link) -> base::Result<void> {
        known.emplace(link.record, link.person);
        return {};
    });
    if (!walked)
        return base::fail(walked.error());
    std::vector<records::PersonId> before(records.size());
    for (std::size_t row = 0; row < records.size(); ++row)
        if (const auto found = known.find(records[row].id); found != known.end())
            before[row] = found->second;
    return before;
}

Population grouped(std::vector<records::SourceRecord> records,
                   const std::vector<records::PersonId>& person) {
    Population population;
    population.records = std::move(records);
    std::vector<std::size_t> order(population.records.size());
    for (std::size_t row = 0; row < order.size(); ++row)
        order[row] = row;
    std::stable_sort(order.begin(), order.end(), [&person](std::size_t a, std::size_t b) {
        return person[a] < person[b];
    });
    for (const std::size_t row : order) {
        if (population.people.empty() || population.people.back().person != person[row])
            population.people.push_back({person[row], {}});
        population.people.back().records.push_back(&population.records[row]);
    }
    return population;
}

struct Linked {
    std::vector<records::PersonId> person;  // of every record
    std::vector<records::Link> links;
    std::vector<records::DoubtfulPair> pairs;
};

base::Result<Linked> runEngine(store::LinkTable& table,
                               const access::Grant& grant,
                               const std::vector<records::SourceRecord>& records,
                               LinkReport& report,
                               base::Progress& progress) {
    const auto decisions = table.decisions(grant);
    if (!decisions)
        return base::fail(decisions.error());
    const auto before = peopleBefore(table, grant, records);
    if (!before)
        return base::fail(before.error());
    const auto output =
        linkage::link(linkInput(records, *decisions), linkage::Settings(), progress);
    if (!output)
        return base::fail(output.error());
    // Twice: once to learn how many numbers are needed, so that none is used up by a run.
    const std::int64_t fresh = numberPeople(output->person, *before, records::PersonId{1}).fresh;
    records::PersonId first{1};
    if (fresh > 0) {
        const auto taken = table.nextPersonIds(fresh);
        if (!taken)
            return base::fail(taken.error());
        first = *taken;
    }
    Linked linked;
    linked.person = numberPeople(output->person, *before, first).person;
    linked.links = linksOf(*output, records, linked.person);
    linked.pairs = pairsOf(*output, records);
    report.candidatePairs = static_cast<std::int64_t>(output->candidatePairs);
    report.doubtfulPairs = static_cast<std::int64_t>(linked.pairs.size());
    report.warnings = output->warnings;
    for (const linkage::PhaseTime& phase : output->phases)
        report.phases.emplace_back(phase.phase, phase.seconds);
    return linked;
}

base::Result<families::Outcome> buildFamilies(store::FamilyTable& table,
                                              const access::Grant& grant,
                                              const Population& population,
                                              base::Progress& progress) {
    const auto earlier = table.all(grant);
    if (!earlier)
        return base::fail(earlier.error());
    const auto decided = table.ties(grant, true);
    if (!decided)
        return base::fail(decided.error());
    return families::buildFamilies(
        {population.people, base::today(), *earlier, *decided, families::Settings()}, progress);
}

base::Result<LinkReport> linkAll(store::Vault& vault,
                                 const access::Grant& grant,
                                 base::Progress& progress) {
    LinkReport report;
    auto records = loadRecords(vault, grant, store::Payloads::opened, progress);
    if (!records)
        return base::fail(records.error());
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    store::LinkTable links(vault);
    auto linked = runEngine(links, grant, *records, report, progress);
    if (!linked)
        return base::fail(linked.error());
    const Population population = grouped(std::move(*records), linked->person);
    store::FamilyTable table(vault);
    const auto built = buildFamilies(table, grant, population, progress);
    if (!built)
        return base::fail(built.error());
    progress.step("keeping links and families", 0, 0);
    if (auto kept = links.replaceAll(linked->links, linked->pairs); !kept)
        return base::fail(kept.error());
    if (auto kept = table.replaceAll(built->families, built->doubtful); !kept)
        return base::fail(kept.error());
    if (progress.cancelled())
        return base::fail(base::Code::cancelled, "links", "stopped; nothing was changed");
    report.records = static_cast<std::int64_t>(population.records.size());
    report.people = static_cast<std::int64_t>(population.people.size());
    report.families = static_cast<std::int64_t>(built->families.size());
    for (const records::Family& family : built->families)
        report.memberships += static_cast<std::int64_t>(family.members.size());
    report.doubtfulTies = static_cast<std::int64_t>(built->counts.doubtful);
    const JobEvent event{"link-records",
                         access::Subject::vault(),
                         std::to_string(report.records) + " records, " +
                             std::to_string(report.people) + " people, " +
                             std::to_string(report.families) + " families"};
    if (auto committed = commitLogged(vault, *transaction, event); !committed)
        return base::fail(committed.error());
    return report;
}

}  // namespace

base::Result<LinkReport> linkRecords(Session& session, base::Progress& progress) {
    const auto grant = session.authorise(
        access::Action::linkRecords, access::Subject::vault(), "link records and build families");
    if (!grant)
        return base::fail(grant.error());
    auto report = linkAll(session.vault(), *grant, progress);
    if (!report)
        return base::fail(
            failLogged(session.vault(), "link-records", access::Subject::vault(), report.error()));
    return report;
}

base::Result<std::vector<ClusterRow>> clusters(Session& session) {
    const auto grant = session.authorise(
        access::Action::linkRecords, access::Subject::vault(), "write who each row is");
    if (!grant)
        return base::fail(grant.error());
    const auto deliveries = store::DeliveryTable(session.vault()).list();
    if (!deliveries)
        return base::fail(deliveries.error());
    std::unordered_map<records::DeliveryId, std::string> files;
    for (const records::Delivery& delivery : *deliveries)
        files.emplace(delivery.id, delivery.fileName);
    std::unordered_map<records::RecordId, records::PersonId> people;
    const auto walked = store::LinkTable(session.vault())
                            .forEach(*grant, [&](records::Link&& link) -> base::Result<void> {
                                people.emplace(link.record, link.person);
                                return {};
                            });
    if (!walked)
        return base::fail(walked.error());
    std::vector<ClusterRow> rows;
    const auto read =
        store::SourceRecordTable(session.vault())
            .forEach(*grant,
                     store::Payloads::closed,
                     [&](records::SourceRecord&& record) -> base::Result<void> {
                         rows.push_back(
                             {files[record.delivery], record.row, people[record.id], record.id});
                         return {};
                     });
    if (!read)
        return base::fail(read.error());
    return rows;
}

}  // namespace casework

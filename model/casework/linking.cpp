// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/linking.h"

#include "casework/family_run.h"
#include "casework/link_run.h"
#include "casework/logged_commit.h"
#include "linkage/run_report_json.h"
#include "store/delivery_table.h"
#include "store/link_model_table.h"
#include "store/link_run_table.h"
#include "store/link_table.h"
#include "store/person_change_table.h"
#include "store/source_record_table.h"

#include <unordered_map>

namespace casework {

namespace {

void countChanges(const std::vector<records::PersonChange>& changes, LinkReport& report) {
    using Kind = records::PersonChange::Kind;
    records::PersonChange last;
    for (const records::PersonChange& change : changes) {
        // One person may part with several others.
        if (change.person == last.person && change.kind == last.kind)
            continue;
        last = change;
        switch (change.kind) {
            case Kind::added:
                ++report.peopleAdded;
                break;
            case Kind::grown:
                ++report.peopleGrown;
                break;
            case Kind::joined:
                ++report.peopleJoined;
                break;
            case Kind::parted:
                ++report.peopleParted;
                break;
            case Kind::gone:
                ++report.peopleGone;
                break;
        }
    }
}

LinkReport reportOf(const LinkRun& run) {
    LinkReport report;
    report.scope = run.scope;
    report.records = run.records;
    report.recordsLinked = static_cast<std::int64_t>(run.linked.records.size());
    report.people = run.people;
    report.candidatePairs = static_cast<std::int64_t>(run.candidatePairs);
    countChanges(run.linked.changes, report);
    report.warnings = run.warnings;
    for (const linkage::PhaseTime& phase : run.phases)
        report.phases.emplace_back(phase.phase, phase.seconds);
    return report;
}

std::string_view scopeWords(LinkScope scope) {
    switch (scope) {
        case LinkScope::changes:
            return "what changed";
        case LinkScope::whole:
            return "all records";
        case LinkScope::estimate:
            return "all records, model estimated";
    }
    return {};
}

std::string eventWords(const LinkReport& report) {
    return std::string(scopeWords(report.scope)) + ": " + std::to_string(report.records) +
           " records, " + std::to_string(report.people) + " people (" +
           std::to_string(report.peopleAdded) + " new, " + std::to_string(report.peopleJoined) +
           " joined to others, " + std::to_string(report.peopleParted) + " parted, " +
           std::to_string(report.peopleGone) + " gone), " + std::to_string(report.families) +
           " families";
}

// What a run over all records told about itself, for whoever looks later.
base::Result<void> noteRun(store::Vault& vault, const access::Grant& grant, const LinkRun& run) {
    if (run.scope == LinkScope::changes)
        return {};
    const auto model = store::LinkModelTable(vault).inForce(grant);
    if (!model)
        return base::fail(model.error());
    return store::LinkRunTable(vault).add(
        grant, *model ? (*model)->id : 0, true, linkage::toJson(run.report).write(false));
}

base::Result<LinkReport> linkAll(store::Vault& vault,
                                 const access::Grant& grant,
                                 LinkScope scope,
                                 base::Progress& progress) {
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto run = runLinkage(vault, grant, scope, progress);
    if (!run)
        return base::fail(run.error());
    if (auto noted = noteRun(vault, grant, *run); !noted)
        return base::fail(noted.error());
    LinkReport report = reportOf(*run);
    const auto pairs = store::LinkTable(vault).pairCount(false);
    if (!pairs)
        return base::fail(pairs.error());
    report.doubtfulPairs = *pairs;
    const auto built = rebuildFamilies(vault, grant, *run, progress);
    if (!built)
        return base::fail(built.error());
    report.families = built->families;
    report.memberships = built->memberships;
    report.doubtfulTies = built->doubtfulTies;
    for (const linkage::PhaseTime& phase : built->phases)
        report.phases.emplace_back(phase.phase, phase.seconds);
    if (progress.cancelled())
        return base::fail(base::Code::cancelled, "links", "stopped; nothing was changed");
    const JobEvent event{"link-records", access::Subject::vault(), eventWords(report)};
    if (auto committed = commitLogged(vault, *transaction, event); !committed)
        return base::fail(committed.error());
    return report;
}

}  // namespace

base::Result<LinkReport> linkRecords(Session& session, base::Progress& progress, LinkScope scope) {
    const auto grant = session.authorise(
        access::Action::linkRecords, access::Subject::vault(), "link records and build families");
    if (!grant)
        return base::fail(grant.error());
    auto report = linkAll(session.vault(), *grant, scope, progress);
    if (!report)
        return base::fail(
            failLogged(session.vault(), "link-records", access::Subject::vault(), report.error()));
    return report;
}

base::Result<std::vector<records::PersonChange>> changedPeople(Session& session) {
    const auto grant = session.authorise(
        access::Action::linkRecords, access::Subject::vault(), "see whom linking changed");
    if (!grant)
        return base::fail(grant.error());
    return store::PersonChangeTable(session.vault()).all(*grant);
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

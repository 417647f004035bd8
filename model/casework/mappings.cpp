// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/mappings.h"

#include "casework/agreement_named.h"
#include "casework/logged_commit.h"
#include "casework/user_names.h"
#include "intake/agreement_file.h"
#include "intake/delivery_reader.h"
#include "intake/extract_date.h"
#include "store/agreement_table.h"
#include "store/mapping_table.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace casework {

namespace {

// Counts what a delivery would bring and keeps nothing of its rows.
class Counting final : public intake::DeliverySink {
public:
    explicit Counting(MappingTrial& trial) : m_trial(trial) {}

    base::Result<void> accept(records::SourceRecord&&) override { return {}; }

    base::Result<void> note(records::RowIssue&& issue) override {
        IssueCount& count = m_counts[{issue.column, issue.code}];
        if (count.rows++ == 0) {
            count.column = issue.column;
            count.code = issue.code;
            count.severity = issue.severity;
            count.detail = issue.detail;
        }
        if (m_trial.issues.size() < mostTrialIssues)
            m_trial.issues.push_back(std::move(issue));
        return {};
    }

    void finish() {
        for (auto& [key, count] : m_counts)
            m_trial.counts.push_back(std::move(count));
        std::stable_sort(m_trial.counts.begin(),
                         m_trial.counts.end(),
                         [](const auto& a, const auto& b) { return a.rows > b.rows; });
    }

private:
    MappingTrial& m_trial;
    std::map<std::pair<std::string, std::string>, IssueCount> m_counts;
};

base::Result<MappingLine> lineOf(store::Vault& vault,
                                 records::SavedMapping mapping,
                                 const UserNames& names) {
    const auto agreement = store::AgreementTable(vault).find(mapping.agreement);
    if (!agreement)
        return base::fail(agreement.error());
    const auto named = [&](records::UserId user) {
        const auto found = names.find(user);
        return found == names.end() ? std::string() : found->second;
    };
    MappingLine line;
    line.agreement = *agreement ? (*agreement)->reference : "";
    line.proposedBy = named(mapping.proposedBy);
    line.signedOffBy = named(mapping.signedOffBy);
    line.mapping = std::move(mapping);
    return line;
}

base::Result<records::MappingId> keep(Session& session,
                                      const access::Grant& grant,
                                      const records::SavedMapping& mapping) {
    store::Vault& vault = session.vault();
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto id = store::MappingTable(vault).propose(grant, mapping);
    if (!id)
        return id;
    const JobEvent event{"propose-mapping", access::Subject::of(*id), "waits for sign-off"};
    if (auto committed = commitLogged(vault, *transaction, event); !committed)
        return base::fail(committed.error());
    return id;
}

base::Result<void> putInUse(Session& session,
                            const access::Grant& grant,
                            records::MappingId mapping) {
    store::Vault& vault = session.vault();
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    if (auto done = store::MappingTable(vault).signOff(grant, mapping); !done)
        return done;
    return commitLogged(
        vault, *transaction, {"sign-off-mapping", access::Subject::of(mapping), "in use"});
}

}  // namespace

base::Result<MappingTrial> tryMapping(Session& session,
                                      const std::string& agreement,
                                      std::string_view toml,
                                      std::string_view tomlName,
                                      const std::filesystem::path& file,
                                      base::Progress& progress,
                                      const std::optional<std::string>& term) {
    const auto under = agreementNamed(session.vault(), agreement);
    if (!under)
        return base::fail(under.error());
    const auto grant = session.authorise(
        access::Action::proposeMapping, access::Subject::of(under->id), "try a mapping");
    if (!grant)
        return base::fail(grant.error());
    auto mappings = intake::readMappings(toml, tomlName);
    if (!mappings)
        return base::fail(mappings.error());
    const std::string layout = mappings->front().layout;
    const base::Date today = base::today();
    const intake::ReadRequest request{file,
                                      *under,
                                      std::move(*mappings),
                                      layout,
                                      today,
                                      term,
                                      std::nullopt,
                                      intake::dayInFileName(file.filename().string(), today)};
    MappingTrial trial;
    Counting sink(trial);
    const auto summary = intake::readDelivery(request, sink, progress);
    if (!summary)
        return base::fail(summary.error());
    trial.rowsIn = summary->rowsIn;
    trial.rowsAccepted = summary->rowsAccepted;
    trial.rowsRejected = summary->rowsRejected;
    trial.warnings = summary->warnings;
    sink.finish();
    return trial;
}

base::Result<records::SavedMapping> saveMapping(Session& session,
                                                const std::string& agreement,
                                                std::string_view toml,
                                                std::string_view tomlName,
                                                const std::optional<MappingTrial>& trial) {
    const auto under = agreementNamed(session.vault(), agreement);
    if (!under)
        return base::fail(under.error());
    const auto grant = session.authorise(
        access::Action::proposeMapping, access::Subject::of(under->id), "put a mapping forward");
    if (!grant)
        return base::fail(grant.error());
    const auto tables = intake::readMappings(toml, tomlName);
    if (!tables)
        return base::fail(tables.error());
    for (const intake::Mapping& table : *tables)
        if (auto permitted = intake::permits(*under, table, base::today()); !permitted)
            return base::fail(permitted.error());
    records::SavedMapping mapping;
    mapping.agreement = under->id;
    mapping.name = tables->front().layout;
    mapping.version = tables->front().version;
    mapping.toml = toml;
    if (trial) {
        mapping.triedRows = trial->rowsIn;
        mapping.triedAccepted = trial->rowsAccepted;
    }
    const auto id = keep(session, *grant, mapping);
    if (!id)
        return base::fail(failLogged(
            session.vault(), "propose-mapping", access::Subject::of(under->id), id.error()));
    auto kept = store::MappingTable(session.vault()).find(*id);
    if (!kept)
        return base::fail(kept.error());
    return std::move(**kept);
}

base::Result<void> signOffMapping(Session& session, records::MappingId mapping) {
    const auto grant = session.authorise(
        access::Action::signOffMapping, access::Subject::of(mapping), "sign a mapping off");
    if (!grant)
        return base::fail(grant.error());
    if (auto done = putInUse(session, *grant, mapping); !done)
        return base::fail(failLogged(
            session.vault(), "sign-off-mapping", access::Subject::of(mapping), done.error()));
    return {};
}

base::Result<std::vector<MappingLine>> listMappings(Session& session) {
    const auto grant =
        session.authorise(access::Action::readDeliveries, access::Subject::vault(), "mappings");
    if (!grant)
        return base::fail(grant.error());
    auto mappings = store::MappingTable(session.vault()).list();
    if (!mappings)
        return base::fail(mappings.error());
    const auto names = userNames(session.vault());
    if (!names)
        return base::fail(names.error());
    std::vector<MappingLine> lines;
    for (records::SavedMapping& mapping : *mappings) {
        auto line = lineOf(session.vault(), std::move(mapping), *names);
        if (!line)
            return base::fail(line.error());
        lines.push_back(std::move(*line));
    }
    return lines;
}

base::Result<std::int64_t> mappingsToSignOff(Session& session) {
    if (!session.roleMay(access::Action::signOffMapping))
        return 0;
    return store::MappingTable(session.vault()).waiting(session.user().id);
}

base::Result<MappingLine> openMapping(Session& session, records::MappingId mapping) {
    const auto grant = session.authorise(
        access::Action::readDeliveries, access::Subject::of(mapping), "a mapping");
    if (!grant)
        return base::fail(grant.error());
    auto found = store::MappingTable(session.vault()).find(mapping);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::notFound,
                          "mapping " + std::to_string(mapping.value),
                          "there is no such mapping");
    const auto names = userNames(session.vault());
    if (!names)
        return base::fail(names.error());
    return lineOf(session.vault(), std::move(**found), *names);
}

}  // namespace casework

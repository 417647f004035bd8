// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/deliveries.h"

#include "base/delimited_writer.h"
#include "base/text.h"
#include "casework/agreement_named.h"
#include "casework/into_vault.h"
#include "casework/logged_commit.h"
#include "casework/partner_freshness.h"
#include "intake/agreement_file.h"
#include "intake/delivery_reader.h"
#include "intake/extract_date.h"
#include "records/row_number.h"
#include "store/agreement_table.h"
#include "store/delivery_table.h"

#include <algorithm>
#include <set>

namespace casework {

namespace {

base::Result<records::Delivery> receive(store::Vault& vault,
                                        const ImportRequest& request,
                                        const records::Agreement& agreement,
                                        ImportReport& report,
                                        base::Progress& progress) {
    auto digest = intake::fileDigest(request.file);
    if (!digest)
        return base::fail(digest.error());
    auto mappings = mappingsInUse(vault, agreement.id);
    if (!mappings)
        return base::fail(mappings.error());
    store::DeliveryTable table(vault);
    const auto before = table.findBySha256(*digest);
    if (!before)
        return base::fail(before.error());
    if (*before)
        return base::fail(base::Code::exists,
                          request.file.filename().string(),
                          "was already received as delivery " +
                              std::to_string((*before)->id.value) + " (" + (*before)->fileName +
                              ", " + (*before)->receivedAt.substr(0, 10) + ")");

    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    records::Delivery delivery;
    delivery.agreement = agreement.id;
    delivery.agency = agreement.agency;
    delivery.fileName = request.file.filename().string();
    delivery.sha256 = *digest;
    delivery.receivedAt = base::nowUtc();
    delivery.receivedBy = vault.user().id;
    const auto id = table.insert(delivery);
    if (!id)
        return base::fail(id.error());
    delivery.id = *id;

    const base::Date today = base::today();
    const auto speaksOf =
        request.extractedOn ? request.extractedOn : intake::dayInFileName(delivery.fileName, today);
    report.speaksOf = speaksOf.value_or(today);
    auto rules = intake::shippedQualityRules();
    if (!rules)
        return base::fail(rules.error());
    IntoVault sink(vault, delivery, std::move(*rules), today);
    const intake::ReadRequest read{request.file,
                                   agreement,
                                   std::move(*mappings),
                                   request.mapping,
                                   today,
                                   request.term,
                                   std::nullopt,
                                   speaksOf,
                                   &sink};
    auto summary = intake::readDelivery(read, sink, progress);
    if (!summary)
        return base::fail(summary.error());
    progress.step("comparing with earlier deliveries", 0, 0);
    if (auto settled = sink.finish(report.speaksOf); !settled)
        return base::fail(settled.error());
    if (summary->sha256 != *digest)
        return base::fail(base::Code::refused,
                          delivery.fileName,
                          "changed while it was being read; nothing was kept, import it again");
    delivery.mapping = summary->mapping;
    delivery.rowsIn = summary->rowsIn;
    delivery.rowsAccepted = summary->rowsAccepted;
    delivery.rowsRejected = summary->rowsRejected;
    delivery.warnings = summary->warnings;
    report.encoding = intake::encodingName(summary->encoding);
    report.separator = summary->separator == '\t' ? "tab" : std::string(1, summary->separator);
    for (records::CoverageSpan& span : summary->coverage)
        span.delivery = *id;
    if (auto kept = table.updateCounts(delivery); !kept)
        return base::fail(kept.error());
    if (auto kept = table.insertCoverage(summary->coverage); !kept)
        return base::fail(kept.error());
    const auto replaced = store::SupersessionTable(vault).replacedBy(*id);
    if (!replaced)
        return base::fail(replaced.error());
    report.rowsReplaced = *replaced;
    progress.step("keeping the delivery", 1, 1);
    if (progress.cancelled())
        return base::fail(base::Code::cancelled, delivery.fileName, "stopped; nothing was kept");
    const JobEvent event{"import-delivery",
                         access::Subject::of(delivery.id),
                         "rows in " + std::to_string(delivery.rowsIn) + ", accepted " +
                             std::to_string(delivery.rowsAccepted) + ", rejected " +
                             std::to_string(delivery.rowsRejected)};
    if (auto committed = commitLogged(vault, *transaction, event); !committed)
        return base::fail(committed.error());
    return delivery;
}

}  // namespace

base::Result<std::vector<std::string>> addAgreements(Session& session,
                                                     std::string_view toml,
                                                     std::string_view fileName) {
    const auto agreements = intake::readAgreements(toml, fileName);
    if (!agreements)
        return base::fail(agreements.error());
    const auto grant = session.authorise(
        access::Action::manageAgreements, access::Subject::vault(), "add agreements");
    if (!grant)
        return base::fail(grant.error());
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    store::AgreementTable table(session.vault());
    std::vector<std::string> added;
    for (const records::Agreement& agreement : *agreements) {
        const auto id = table.add(agreement);
        if (!id)
            return base::fail(id.error());
        added.push_back(agreement.reference);
    }
    if (auto committed = transaction->commit(); !committed)
        return base::fail(committed.error());
    return added;
}

base::Result<std::vector<records::Agreement>> listAgreements(Session& session) {
    const auto grant =
        session.authorise(access::Action::readAgreements, access::Subject::vault(), "agreements");
    if (!grant)
        return base::fail(grant.error());
    return store::AgreementTable(session.vault()).list();
}

base::Result<ImportReport> importDelivery(Session& session,
                                          const ImportRequest& request,
                                          base::Progress& progress) {
    const auto grant = session.authorise(
        access::Action::importDelivery, access::Subject::vault(), "import a delivery");
    if (!grant)
        return base::fail(grant.error());
    if (request.extractedOn && *request.extractedOn > base::today())
        return base::fail(base::Code::malformed,
                          request.file.filename().string(),
                          "can't be an extract of a day that is still to come");
    const auto agreement = agreementNamed(session.vault(), request.agreement);
    if (!agreement)
        return base::fail(agreement.error());
    ImportReport report;
    auto delivery = receive(session.vault(), request, *agreement, report, progress);
    if (!delivery)
        return base::fail(failLogged(session.vault(),
                                     "import-delivery",
                                     access::Subject::of(agreement->id),
                                     delivery.error()));
    report.delivery = *delivery;
    return report;
}

base::Result<std::vector<records::Delivery>> listDeliveries(Session& session) {
    const auto grant =
        session.authorise(access::Action::readDeliveries, access::Subject::vault(), "deliveries");
    if (!grant)
        return base::fail(grant.error());
    return store::DeliveryTable(session.vault()).list();
}

base::Result<std::vector<records::RowIssue>> listRowIssues(Session& session,
                                                           records::DeliveryId delivery,
                                                           std::size_t offset,
                                                           std::size_t limit) {
    const auto grant = session.authorise(
        access::Action::readDeliveries, access::Subject::of(delivery), "row issues");
    if (!grant)
        return base::fail(grant.error());
    return store::DeliveryTable(session.vault())
        .issues(delivery, static_cast<std::int64_t>(offset), static_cast<std::int64_t>(limit));
}

base::Result<std::int64_t> countRowIssues(Session& session, records::DeliveryId delivery) {
    const auto grant = session.authorise(
        access::Action::readDeliveries, access::Subject::of(delivery), "number of row issues");
    if (!grant)
        return base::fail(grant.error());
    return store::DeliveryTable(session.vault()).issueCount(delivery);
}

base::Result<std::string> rowIssuesCsv(Session& session, records::DeliveryId delivery) {
    const auto grant = session.authorise(
        access::Action::readDeliveries, access::Subject::of(delivery), "row issues for the sender");
    if (!grant)
        return base::fail(grant.error());
    const store::DeliveryTable table(session.vault());
    const auto known = table.find(delivery);
    if (!known)
        return base::fail(known.error());
    if (!*known)
        return base::fail(base::Code::notFound,
                          "delivery " + std::to_string(delivery.value),
                          "there is no such delivery");
    const auto count = table.issueCount(delivery);
    if (!count)
        return base::fail(count.error());
    const auto issues = table.issues(delivery, 0, *count);
    if (!issues)
        return base::fail(issues.error());
    std::string csv;
    base::appendDelimited(
        csv, {"row", "column", "severity", "code", "what_to_do", "table"}, base::Formulas::neutral);
    for (const records::RowIssue& issue : *issues)
        base::appendDelimited(csv,
                              {std::to_string(records::lineOf(issue.row)),
                               issue.column,
                               std::string(records::severityName(issue.severity)),
                               issue.code,
                               issue.detail,
                               issue.table},
                              base::Formulas::neutral);
    return csv;
}

base::Result<std::vector<PartnerFreshness>> partnerFreshness(Session& session) {
    const auto deliveries = listDeliveries(session);
    if (!deliveries)
        return base::fail(deliveries.error());
    const auto spans = store::DeliveryTable(session.vault()).coverage();
    if (!spans)
        return base::fail(spans.error());
    return heardFrom(*deliveries, *spans);
}

base::Result<std::vector<std::string>> mappingNames(Session& session,
                                                    const std::string& agreement) {
    const auto grant = session.authorise(
        access::Action::readDeliveries, access::Subject::vault(), "choose a mapping");
    if (!grant)
        return base::fail(grant.error());
    const auto under = agreementNamed(session.vault(), agreement);
    if (!under)
        return base::fail(under.error());
    const auto mappings = mappingsInUse(session.vault(), under->id);
    if (!mappings)
        return base::fail(mappings.error());
    std::set<std::string> names;
    for (const intake::Mapping& mapping : *mappings)
        if (mapping.refusal.empty() && mapping.agency == under->agency)
            names.insert(mapping.layout);
    return std::vector<std::string>(names.begin(), names.end());
}

}  // namespace casework

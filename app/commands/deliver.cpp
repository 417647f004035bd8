// SPDX-License-Identifier: GPL-3.0-or-later
// agreement add, agreement list, import, deliveries, issues.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "casework/deliveries.h"

namespace app {

namespace {

Exit addAgreements(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const std::string file = arguments.text("FILE");
    const auto text = base::readFile(file);
    if (!text)
        return failed(console, text.error());
    const auto added = casework::addAgreements(**session, *text, file);
    if (!added)
        return failed(console, added.error());
    console.say("Added " + base::counted(added->size(), "agreement", "agreements") + ": " +
                base::join(*added, ", ") + ".");
    return Exit::done;
}

Exit listAgreements(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto agreements = casework::listAgreements(**session);
    if (!agreements)
        return failed(console, agreements.error());
    std::string out;
    base::appendDelimited(
        out, {"reference", "agency", "start", "expiry", "record_types"}, base::Formulas::neutral);
    for (const records::Agreement& agreement : *agreements)
        base::appendDelimited(out,
                              {agreement.reference,
                               std::string(records::agencyCode(agreement.agency)),
                               base::isoDate(agreement.start),
                               base::isoDate(agreement.expiry),
                               base::join(agreement.recordTypes, " ")},
                              base::Formulas::neutral);
    console.out() << out;
    return Exit::done;
}

base::Json::Object asJson(const casework::ImportReport& report) {
    const records::Delivery& delivery = report.delivery;
    return {{"delivery", delivery.id.value},
            {"file", delivery.fileName},
            {"agency", std::string(records::agencyCode(delivery.agency))},
            {"mapping", delivery.mapping},
            {"encoding", report.encoding},
            {"separator", report.separator},
            {"rows_in", delivery.rowsIn},
            {"rows_accepted", delivery.rowsAccepted},
            {"rows_rejected", delivery.rowsRejected},
            {"warnings", delivery.warnings},
            {"speaks_of", base::isoDate(report.speaksOf)},
            {"rows_replaced", report.rowsReplaced},
            {"sha256", delivery.sha256}};
}

std::string asWords(const casework::ImportReport& report) {
    const records::Delivery& delivery = report.delivery;
    const std::string replaced =
        report.rowsReplaced > 0 ? ", in place of " + grouped(report.rowsReplaced) + " earlier rows"
                                : "";
    return delivery.fileName + ": delivery " + std::to_string(delivery.id.value) + ", mapping " +
           delivery.mapping + ", rows in " + grouped(delivery.rowsIn) + " = accepted " +
           grouped(delivery.rowsAccepted) + " + rejected " + grouped(delivery.rowsRejected) + ", " +
           grouped(delivery.warnings) + " warnings" + replaced;
}

Exit importFiles(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto extractedOn = dayOf(arguments, "--extracted");
    if (!extractedOn)
        return failed(console, extractedOn.error());
    Exit exit = Exit::done;
    base::Json::Array reports;
    for (const std::string& file : arguments.all("FILE")) {
        casework::ImportRequest request;
        request.file = file;
        request.agreement = arguments.text("--agreement");
        request.mapping = arguments.optional("--mapping");
        request.term = arguments.optional("--term");
        request.extractedOn = *extractedOn;
        const auto report = casework::importDelivery(**session, request, console);
        console.endProgress();
        if (!report) {
            exit = failed(console, report.error());
            if (report.error().code == base::Code::cancelled)
                break;
            continue;
        }
        if (arguments.has("--json"))
            reports.push_back(asJson(*report));
        else
            console.out() << asWords(*report) << '\n';
    }
    if (arguments.has("--json"))
        console.out() << base::Json(std::move(reports)).write(true) << '\n';
    return exit;
}

Exit listDeliveries(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto deliveries = casework::listDeliveries(**session);
    if (!deliveries)
        return failed(console, deliveries.error());
    std::string out;
    base::appendDelimited(out,
                          {"delivery",
                           "agency",
                           "file",
                           "mapping",
                           "received",
                           "rows_in",
                           "rows_accepted",
                           "rows_rejected",
                           "warnings"},
                          base::Formulas::neutral);
    for (const records::Delivery& delivery : *deliveries)
        base::appendDelimited(out,
                              {std::to_string(delivery.id.value),
                               std::string(records::agencyCode(delivery.agency)),
                               delivery.fileName,
                               delivery.mapping,
                               delivery.receivedAt,
                               std::to_string(delivery.rowsIn),
                               std::to_string(delivery.rowsAccepted),
                               std::to_string(delivery.rowsRejected),
                               std::to_string(delivery.warnings)},
                              base::Formulas::neutral);
    console.out() << out;
    return Exit::done;
}

Exit listIssues(const Arguments& arguments, Console& console) {
    const auto delivery = numberOf(arguments, "DELIVERY", 0, INT64_MAX);
    if (!delivery)
        return failed(console, delivery.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto csv = casework::rowIssuesCsv(
        **session, records::DeliveryId{static_cast<std::int64_t>(*delivery)});
    if (!csv)
        return failed(console, csv.error());
    console.out() << *csv;
    return Exit::done;
}

}  // namespace

std::vector<Command> deliveryCommands() {
    std::vector<Command> commands;
    commands.push_back(
        {"agreement add",
         "add data sharing agreements from a TOML file",
         "Signed in as a governance officer. resources/partners/agreements/ has a model.",
         onVault({positional("FILE", "the agreements, TOML")}),
         addAgreements});
    commands.push_back(
        {"agreement list", "the agreements and their dates", "", onVault({}), listAgreements});
    commands.push_back(
        {"import",
         "receive partner files under an agreement",
         "Each file is in whole or not at all; a file received before is refused.\n"
         "Example: families-first import v.vault --agreement schools-2026 --user data-officer\n"
         "         --password-file p.txt attendance.csv exclusions.csv",
         onVault(
             {positional("FILE", "partner files", true),
              required("--agreement", "ID", "the agreement's reference"),
              option("--mapping", "NAME", "the layout, if it should not be recognised"),
              option("--term", "TERM", "2025-autumn: the term a file speaks of, if it can't say"),
              option("--extracted",
                     "DAY",
                     "2026-03-31: the day the files were extracted, if their names don't say it; "
                     "the later extract of a row counts"),
              flag("--json", "report for machines")}),
         importFiles});
    commands.push_back({"deliveries", "what was received", "", onVault({}), listDeliveries});
    commands.push_back({"issues",
                        "row issues of a delivery, as CSV for the sender",
                        "",
                        onVault({positional("DELIVERY", "its number")}),
                        listIssues});
    return commands;
}

}  // namespace app

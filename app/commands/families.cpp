// SPDX-License-Identifier: GPL-3.0-or-later
// families, family, evidence.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/json.h"
#include "casework/family_view.h"
#include "casework/overview.h"
#include "casework/work_list.h"
#include "records/family.h"
#include "records/row_number.h"

namespace app {

namespace {

std::vector<std::string> cells(const casework::WorkRow& row) {
    std::vector<std::string> cells{records::familyReference(row.family),
                                   std::to_string(row.adults),
                                   std::to_string(row.children),
                                   row.flagged ? "yes" : "no",
                                   std::to_string(row.criteriaMet)};
    for (const records::Outcome outcome : row.outcomes)
        cells.emplace_back(records::outcomeCode(outcome));
    cells.emplace_back(records::stateCode(row.state));
    cells.push_back(row.since);
    cells.push_back(row.newestEvidence ? base::isoDate(*row.newestEvidence) : "");
    return cells;
}

const std::vector<std::string>& headings() {
    static const std::vector<std::string> names{"family",
                                                "adults",
                                                "children",
                                                "flagged",
                                                "criteria_met",
                                                "criterion_1",
                                                "criterion_2",
                                                "criterion_3",
                                                "criterion_4",
                                                "criterion_5",
                                                "criterion_6",
                                                "state",
                                                "since",
                                                "newest_evidence"};
    return names;
}

base::Json asJson(const casework::WorkRow& row) {
    base::Json::Array criteria;
    for (const records::Outcome outcome : row.outcomes)
        criteria.emplace_back(records::outcomeCode(outcome));
    return base::Json::Object{
        {"family", records::familyReference(row.family)},
        {"adults", row.adults},
        {"children", row.children},
        {"flagged", row.flagged},
        {"criteria_met", row.criteriaMet},
        {"criteria", std::move(criteria)},
        {"state", std::string(records::stateCode(row.state))},
        {"since", row.since},
        {"newest_evidence", row.newestEvidence ? base::isoDate(*row.newestEvidence) : ""}};
}

Exit families(const Arguments& arguments, Console& console) {
    const std::string format = arguments.optional("--format").value_or("csv");
    if (format != "csv" && format != "json")
        return failed(console, {base::Code::malformed, "--format", "must be csv or json"});
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    casework::WorkQuery query;
    query.filter =
        arguments.has("--flagged") ? casework::WorkFilter::flagged : casework::WorkFilter::all;
    query.order = casework::WorkOrder::reference;
    const auto rows = casework::listFamilies(**session, query, 0, SIZE_MAX);
    if (!rows)
        return failed(console, rows.error());
    if (format == "json") {
        base::Json::Array all;
        for (const casework::WorkRow& row : *rows)
            all.push_back(asJson(row));
        console.out() << base::Json(std::move(all)).write(true) << '\n';
        return Exit::done;
    }
    std::string out;
    base::appendDelimited(out, headings(), base::Formulas::neutral);
    for (const casework::WorkRow& row : *rows)
        base::appendDelimited(out, cells(row), base::Formulas::neutral);
    console.out() << out;
    return Exit::done;
}

void print(std::ostream& out, const casework::FamilyView& view) {
    out << records::familyReference(view.family) << "  " << records::stateName(view.state)
        << (view.anyProtected ? "  PROTECTED ADDRESS" : "") << "\n"
        << view.plan << ", as at " << base::plainDate(view.asAt) << "\n\nMembers\n";
    for (const casework::MemberView& member : view.members)
        out << "  person " << member.person.value << "  " << member.name << ", "
            << records::roleName(member.role) << ", born " << member.birthWords << ", "
            << member.address << " (" << member.evidenceWords << ")\n";
    for (const casework::CriterionView& criterion : view.criteria) {
        out << '\n'
            << criterion.number << ". " << criterion.heading << ": "
            << records::outcomeName(criterion.outcome)
            << (criterion.whose.empty() ? "" : ", " + criterion.whose) << '\n';
        for (const casework::IndicatorView& indicator : criterion.indicators)
            for (const casework::FindingView& finding : indicator.findings)
                if (finding.outcome == records::Outcome::met)
                    out << "   " << indicator.code << " " << finding.whose << ": "
                        << finding.explanation << " [" << indicator.rule << "]\n";
    }
    out << "\nDecisions\n";
    for (const casework::DecisionLine& line : view.decisions)
        out << "  " << line.at << "  " << line.step << " by " << line.who << "  " << line.reason
            << (line.words.empty() ? "" : ": ") << line.words << '\n';
}

Exit family(const Arguments& arguments, Console& console) {
    const auto which = familyOf(arguments);
    if (!which)
        return failed(console, which.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto view = casework::openFamily(**session, *which, arguments.text("--purpose"));
    if (!view)
        return failed(console, view.error());
    print(console.out(), *view);
    return Exit::done;
}

Exit evidence(const Arguments& arguments, Console& console) {
    const auto which = familyOf(arguments);
    const auto criterion = numberOf(arguments, "CRITERION", 0, 6);
    if (!which)
        return failed(console, which.error());
    if (!criterion)
        return failed(console, criterion.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto rows = casework::openEvidence(
        **session, *which, static_cast<int>(*criterion), arguments.text("--purpose"));
    if (!rows)
        return failed(console, rows.error());
    for (const casework::EvidenceRow& row : *rows) {
        console.out() << row.indicator << "  " << row.whose << "  " << row.recordType << ": "
                      << row.value << "\n      " << row.agency << ", " << row.delivery << ", row "
                      << records::shownRow(row.row) << ", received " << row.received << '\n';
        for (const auto& [label, value] : row.fields)
            console.out() << "      " << label << ": " << value << '\n';
        for (const std::string& version : row.versions)
            console.out() << "      " << version << '\n';
    }
    return Exit::done;
}

Exit chronology(const Arguments& arguments, Console& console) {
    const auto which = familyOf(arguments);
    if (!which)
        return failed(console, which.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    std::vector<casework::OpenedFor> also;
    if (arguments.optional("--member")) {
        const auto member = numberOf(arguments, "--member", 1, INT64_MAX);
        if (!member)
            return failed(console, member.error());
        also.push_back(
            {{static_cast<std::int64_t>(*member)}, arguments.optional("--why").value_or("")});
    }
    const auto rows = casework::chronology(**session, *which, arguments.text("--purpose"), also);
    if (!rows)
        return failed(console, rows.error());
    for (const casework::EvidenceRow& row : *rows) {
        console.out() << (row.date ? base::isoDate(*row.date) : "no date   ") << "  " << row.whose
                      << "  " << row.recordType << "  " << row.agency << ", " << row.delivery
                      << ", row " << records::shownRow(row.row) << '\n';
        for (const auto& [label, value] : row.fields)
            console.out() << "            " << label << ": " << value << '\n';
    }
    return Exit::done;
}

Exit overview(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto counts = casework::overview(**session);
    if (!counts)
        return failed(console, counts.error());
    console.out() << "families," << counts->families << "\nflagged," << counts->flagged << '\n';
    for (std::size_t met = 0; met < counts->byCriteriaMet.size(); ++met)
        console.out() << met << " criteria met," << counts->byCriteriaMet[met] << '\n';
    for (std::size_t i = 0; i < counts->met.size(); ++i)
        console.out() << "criterion " << i + 1 << " met," << counts->met[i] << '\n';
    for (const auto& [state, families] : counts->byState)
        console.out() << records::stateCode(state) << ',' << families << '\n';
    for (const records::CriteriaTogether& one : counts->together) {
        console.out() << "criteria";
        for (std::size_t i = 0; i < counts->met.size(); ++i)
            if ((one.criteria >> i & 1U) != 0)
                console.out() << ' ' << i + 1;
        console.out() << " together," << one.families << '\n';
    }
    return Exit::done;
}

}  // namespace

std::vector<Command> familyCommands() {
    const Argument purpose =
        required("--purpose", "WORDS", "why it is opened; kept in the audit log");
    std::vector<Command> commands;
    commands.push_back({"families",
                        "list families: references, counts and states, no names",
                        "",
                        onVault({flag("--flagged", "only those the plan proposes"),
                                 option("--format", "csv|json", "csv")}),
                        families});
    commands.push_back({"family",
                        "open one family",
                        "Example: families-first family v.vault FF-12 --purpose triage ...",
                        onVault({positional("FAMILY", "its reference"), purpose}),
                        family});
    commands.push_back(
        {"evidence",
         "the partners' rows behind one criterion of a family",
         "",
         onVault(
             {positional("FAMILY", "its reference"), positional("CRITERION", "1 to 6"), purpose}),
         evidence});
    commands.push_back(
        {"chronology",
         "dated records of the members who meet something, newest first",
         "Another member is opened by number and for a reason: --member 12 --why "
         "\"asked by the school\".",
         onVault({positional("FAMILY", "its reference"),
                  purpose,
                  option("--member", "PERSON", "open this member too, who meets nothing"),
                  option("--why", "WORDS", "why that member is opened")}),
         chronology});
    commands.push_back(
        {"overview", "how many families stand where: counts only", "", onVault({}), overview});
    return commands;
}

}  // namespace app

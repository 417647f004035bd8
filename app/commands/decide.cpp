// SPDX-License-Identifier: GPL-3.0-or-later
// decide, consent, withdraw, basis.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/text.h"
#include "casework/consents.h"
#include "casework/decisions.h"
#include "records/family.h"

namespace app {

namespace {

base::Result<records::UserId> caseworkerNamed(casework::Session& session, const std::string& name) {
    const auto all = casework::caseworkers(session);
    if (!all)
        return base::fail(all.error());
    for (const access::User& user : *all)
        if (user.name == name)
            return user.id;
    return base::fail(base::Code::notFound, "--to", "is no caseworker of this vault");
}

base::Result<records::CaseState> step(casework::Session& session, const Arguments& arguments) {
    const auto family = familyOf(arguments);
    if (!family)
        return base::fail(family.error());
    const auto which = records::stepFromCode(arguments.text("STEP"));
    if (!which)
        return base::fail(base::Code::malformed,
                          "STEP",
                          "must be take, triage, send-back, agree, not-suitable, allocate, "
                          "start-support, end-support, close or reopen");
    casework::Decision decision;
    decision.family = *family;
    decision.step = *which;
    decision.reason = arguments.text("--reason");
    decision.words = arguments.text("--words");
    decision.intensity = arguments.text("--intensity");
    const auto date = dayOf(arguments, "--date");
    if (!date)
        return base::fail(date.error());
    decision.date = *date;
    if (const auto name = arguments.optional("--to")) {
        const auto to = caseworkerNamed(session, *name);
        if (!to)
            return base::fail(to.error());
        decision.to = *to;
    }
    return casework::decide(session, decision);
}

Exit decide(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (arguments.text("STEP") == "take") {
        const auto family = familyOf(arguments);
        if (!family)
            return failed(console, family.error());
        if (const auto taken = casework::takeFamily(**session, *family); !taken)
            return failed(console, taken.error());
        console.out() << records::familyReference(*family) << ": taken\n";
        return Exit::done;
    }
    const auto state = step(**session, arguments);
    if (!state)
        return failed(console, state.error());
    console.out() << arguments.text("FAMILY") << ": " << records::stateCode(*state) << '\n';
    return Exit::done;
}

base::Result<records::ConsentRecord> consentOf(const Arguments& arguments) {
    records::ConsentRecord record;
    const auto person = numberOf(arguments, "PERSON", 0, INT64_MAX);
    if (!person)
        return base::fail(person.error());
    record.person = records::PersonId{static_cast<std::int64_t>(*person)};
    const auto kind = records::kindFromCode(arguments.text("KIND"));
    if (!kind)
        return base::fail(base::Code::malformed, "KIND", "must be service, study or basis");
    record.kind = *kind;
    if (record.kind == records::ConsentKind::basis) {
        const auto basis = records::basisFromCode(arguments.text("ANSWER"));
        if (!basis)
            return base::fail(base::Code::malformed,
                              "ANSWER",
                              "must be consent, public-task, legal-obligation or none");
        record.basis = *basis;
        record.answer = records::ConsentAnswer::set;
    } else {
        const auto answer = records::answerFromCode(arguments.text("ANSWER"));
        if (!answer)
            return base::fail(base::Code::malformed,
                              "ANSWER",
                              "must be given, refused or withdrawn (service), objected or "
                              "withdrawn (study)");
        record.answer = *answer;
    }
    const auto date = dayOf(arguments, "--date");
    if (!date)
        return base::fail(date.error());
    record.date = date->value_or(base::today());
    record.wordingVersion = arguments.text("--wording");
    record.channel = arguments.optional("--channel").value_or("in person");
    record.decidedBy = arguments.text("--decided-by");
    return record;
}

Exit consent(const Arguments& arguments, Console& console) {
    const auto family = familyOf(arguments);
    if (!family)
        return failed(console, family.error());
    const auto record = consentOf(arguments);
    if (!record)
        return failed(console, record.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (const auto done = casework::recordConsent(**session, *family, *record); !done)
        return failed(console, done.error());
    console.out() << "recorded\n";
    return Exit::done;
}

Exit consentHistory(const Arguments& arguments, Console& console) {
    const auto family = familyOf(arguments);
    const auto person = numberOf(arguments, "PERSON", 0, INT64_MAX);
    if (!family)
        return failed(console, family.error());
    if (!person)
        return failed(console, person.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto all = casework::consentHistory(
        **session, *family, records::PersonId{static_cast<std::int64_t>(*person)});
    if (!all)
        return failed(console, all.error());
    for (const records::ConsentRecord& record : *all)
        console.out() << base::isoDate(record.date) << ' ' << records::kindCode(record.kind) << ' '
                      << (record.kind == records::ConsentKind::basis
                              ? records::basisCode(record.basis)
                              : records::answerCode(record.answer))
                      << ", wording " << record.wordingVersion << ", " << record.channel
                      << (record.decidedBy.empty() ? "" : ", decided by " + record.decidedBy)
                      << '\n';
    return Exit::done;
}

Exit nominate(const Arguments& arguments, Console& console) {
    casework::Nomination nomination;
    const auto family = familyOf(arguments);
    const auto person = numberOf(arguments, "PERSON", 0, INT64_MAX);
    const auto criterion = numberOf(arguments, "--criterion", 0, 6);
    const auto date = dayOf(arguments, "--date");
    const auto review = dayOf(arguments, "--review-on");
    for (const base::Error* error : {family ? nullptr : &family.error(),
                                     person ? nullptr : &person.error(),
                                     criterion ? nullptr : &criterion.error(),
                                     date ? nullptr : &date.error(),
                                     review ? nullptr : &review.error()})
        if (error != nullptr)
            return failed(console, *error);
    const auto agency = records::agencyFromCode(arguments.text("--agency"));
    if (!agency)
        return failed(
            console, {base::Code::malformed, "--agency", "must be an agency, such as social-care"});
    nomination.family = *family;
    nomination.person = records::PersonId{static_cast<std::int64_t>(*person)};
    nomination.criterion = static_cast<int>(*criterion);
    nomination.nominator = arguments.text("--nominator");
    nomination.nominatorRole = arguments.text("--role");
    nomination.agency = *agency;
    nomination.date = date->value_or(base::today());
    nomination.reason = arguments.text("--reason");
    nomination.reviewDate = *review;
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (const auto done = casework::nominate(**session, nomination); !done)
        return failed(console, done.error());
    console.out() << "kept; findings follow when families are next linked and assessed\n";
    return Exit::done;
}

Exit basis(const Arguments& arguments, Console& console) {
    const auto basis = records::basisFromCode(arguments.text("BASIS"));
    if (!basis)
        return failed(console,
                      {base::Code::malformed,
                       "BASIS",
                       "must be consent, public-task, legal-obligation or none"});
    const auto date = dayOf(arguments, "--date");
    if (!date)
        return failed(console, date.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto people = casework::setBasisForAll(
        **session, *basis, date->value_or(base::today()), arguments.text("--wording"));
    if (!people)
        return failed(console, people.error());
    console.out() << "recorded for " << base::counted(*people, "person", "people") << '\n';
    return Exit::done;
}

}  // namespace

std::vector<Command> decisionCommands() {
    std::vector<Command> commands;
    commands.push_back(
        {"decide",
         "take a family, triage it, decide, allocate, record support",
         "A supervisor opens the evidence first (families-first evidence) and can't decide what\n"
         "they triaged themselves.\n"
         "Example: families-first decide v.vault FF-12 triage --reason evidence-holds\n"
         "         --words \"School and police agree\" --user caseworker --password-file p.txt",
         onVault({positional("FAMILY", "its reference"),
                  positional("STEP",
                             "take, triage, send-back, agree, not-suitable, allocate, "
                             "start-support, end-support, close, reopen"),
                  option("--reason", "CODE", "a reason of the step; a wrong one lists them"),
                  option("--words", "TEXT", "why, in your words"),
                  option("--date", "YYYY-MM-DD", "of support or allocation; else today"),
                  option("--to", "NAME", "the caseworker it is allocated to"),
                  option("--intensity", "TIER", "universal-plus, targeted or intensive")}),
         decide});
    commands.push_back(
        {"consent",
         "record consent to support, objection to the study, or lawful basis for a person",
         "Example: families-first consent v.vault FF-12 34 service given --wording 2026-1 ...",
         onVault({positional("FAMILY", "its reference"),
                  positional("PERSON", "the number families-first family shows"),
                  positional("KIND", "service, study or basis"),
                  positional("ANSWER", "given, refused, withdrawn, objected, or a basis"),
                  required("--wording", "VERSION", "version of the notice or form shown"),
                  option("--date", "YYYY-MM-DD", "when it was said; else today"),
                  option("--channel", "WORDS", "how it was said; else in person"),
                  option("--decided-by", "WORDS", "for a child: who decided")}),
         consent});
    commands.push_back({"consents",
                        "what a person said, and when",
                        "",
                        onVault({positional("FAMILY", "its reference"),
                                 positional("PERSON", "the number families-first family shows")}),
                        consentHistory});
    commands.push_back(
        {"nominate",
         "enter a professional's concern of equal weight",
         "",
         onVault({positional("FAMILY", "its reference"),
                  positional("PERSON", "whom the concern is about"),
                  required("--criterion", "1-6", "the criterion it falls under"),
                  required("--nominator", "NAME", "who nominates"),
                  required("--role", "WORDS", "their role"),
                  required("--agency", "AGENCY", "their agency, such as schools or social-care"),
                  required("--reason", "TEXT", "why"),
                  option("--date", "YYYY-MM-DD", "when; else today"),
                  option("--review-on", "YYYY-MM-DD", "when it is looked at again")}),
         nominate});
    commands.push_back(
        {"basis",
         "record the lawful basis in force for everyone in a family who has none",
         "Signed in as a governance officer. Families only assessed were never asked for consent.",
         onVault({positional("BASIS", "public-task, legal-obligation, consent or none"),
                  required("--wording", "VERSION", "version of the privacy notice it rests on"),
                  option("--date", "YYYY-MM-DD", "when it took effect; else today")}),
         basis});
    return commands;
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// submit, release, submissions, included.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/file.h"
#include "base/text.h"
#include "casework/submissions.h"

#include <filesystem>

namespace app {

namespace {

std::string words(const records::Submission& submission) {
    std::string text = "submission " + std::to_string(submission.id.value) + ", " +
                       submission.layout + " " + submission.layoutVersion + ", " +
                       base::isoDate(submission.from) + " to " + base::isoDate(submission.to) +
                       ": " + grouped(submission.supportedPeople) +
                       " people in supported families, " + grouped(submission.assessedOnlyPeople) +
                       " in families only assessed\n";
    for (const auto& [reason, count] : submission.leftOut)
        text += "  left out, " + reason + ": " + grouped(count) + "\n";
    return text;
}

base::Result<casework::ReleasedFiles> release(casework::Session& session,
                                              records::SubmissionId submission,
                                              const Arguments& arguments,
                                              Console& console) {
    auto files = casework::releaseSubmission(session, submission, arguments.text("--out"), console);
    console.endProgress();
    if (files)
        console.out() << "released: " << files->csv.string() << "\n          "
                      << files->manifest.string() << '\n';
    return files;
}

// The second person, when both are at the keyboard.
base::Result<std::unique_ptr<casework::Session>> signInReleaser(const Arguments& arguments) {
    auto password = readPassword(arguments.text("--release-password-file"));
    if (!password)
        return base::fail(password.error());
    return casework::Session::unlock(
        arguments.text("VAULT"), arguments.text("--release-user"), *password);
}

Exit submit(const Arguments& arguments, Console& console) {
    const auto from = dayOf(arguments, "--from");
    const auto to = dayOf(arguments, "--to");
    if (!from)
        return failed(console, from.error());
    if (!to)
        return failed(console, to.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto prepared =
        casework::prepareSubmission(**session, {arguments.text("--layout"), *from, *to}, console);
    console.endProgress();
    if (!prepared)
        return failed(console, prepared.error());
    const std::int64_t number = prepared->submission.id.value;
    console.out() << "prepared: " << words(prepared->submission);
    for (const std::string& warning : prepared->warnings)
        console.say("Worth a look: " + warning);
    if (arguments.has("--release-user")) {
        auto second = signInReleaser(arguments);
        if (!second)
            return failed(console, second.error());
        const auto files = release(**second, prepared->submission.id, arguments, console);
        return files ? Exit::done : failed(console, files.error());
    }
    std::error_code ignored;
    std::filesystem::create_directories(arguments.text("--out"), ignored);
    const std::filesystem::path manifest =
        std::filesystem::path(arguments.text("--out")) /
        ("submission-" + std::to_string(number) + ".prepared.json");
    if (const auto written = base::writeFileWhole(manifest, prepared->manifestJson, true); !written)
        return failed(console, written.error());
    console.out() << "manifest: " << manifest.string() << '\n';
    console.say(
        "No identifier has left the vault: another person releases it with\n"
        "  families-first release " +
        arguments.text("VAULT") + " " + std::to_string(number) + " --out " +
        arguments.text("--out") + " --user NAME --password-file FILE");
    return Exit::done;
}

base::Result<std::int64_t> number(const Arguments& arguments, const std::string& name) {
    return numberOf(arguments, name, 0, INT64_MAX).map([](std::uint64_t value) {
        return static_cast<std::int64_t>(value);
    });
}

Exit releaseOne(const Arguments& arguments, Console& console) {
    const auto which = number(arguments, "SUBMISSION");
    if (!which)
        return failed(console, which.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto files = release(**session, records::SubmissionId{*which}, arguments, console);
    return files ? Exit::done : failed(console, files.error());
}

Exit list(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto all = casework::listSubmissions(**session);
    if (!all)
        return failed(console, all.error());
    for (const records::Submission& submission : *all)
        console.out() << records::submissionStateCode(submission.state) << ": "
                      << words(submission);
    return Exit::done;
}

Exit included(const Arguments& arguments, Console& console) {
    const auto person = number(arguments, "PERSON");
    if (!person)
        return failed(console, person.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto all = casework::inclusionsOf(**session, records::PersonId{*person});
    if (!all)
        return failed(console, all.error());
    if (all->empty())
        console.out() << "This person has been in no submission.\n";
    for (const casework::Inclusion& one : *all)
        console.out() << (one.released ? "released " : "prepared, not released ") << one.when
                      << ": submission " << one.submission.value << " to " << one.recipient << ", "
                      << records::cohortCode(one.cohort)
                      << ", fields: " << base::join(one.fields, ", ") << '\n';
    return Exit::done;
}

}  // namespace

std::vector<Command> submissionCommands() {
    const Argument out = required("--out", "DIR", "the folder for the files");
    std::vector<Command> commands;
    commands.push_back(
        {"submit",
         "prepare the identifiers of those who may be included in the study",
         "One person prepares, another releases: name both here, or release later.\n"
         "Example: families-first submit v.vault --layout national-impact-study --out study\n"
         "         --user exporting-officer --password-file p.txt\n"
         "         --release-user governance-officer --release-password-file q.txt",
         onVault(
             {required("--layout", "NAME", "an export layout, such as national-impact-study"),
              out,
              option("--from", "YYYY-MM-DD", "first day of the period; else a year before its end"),
              option("--to", "YYYY-MM-DD", "last day of the period; else today"),
              option("--release-user", "NAME", "the second person, who releases it now"),
              option("--release-password-file", "FILE", "their password")}),
         submit});
    commands.push_back({"release",
                        "release a prepared submission: writes the CSV and its manifest",
                        "",
                        onVault({positional("SUBMISSION", "its number"), out}),
                        releaseOne});
    commands.push_back({"submissions", "the register of submissions", "", onVault({}), list});
    commands.push_back({"included",
                        "was this person included, when, which fields, to whom",
                        "",
                        onVault({positional("PERSON", "the person's number")}),
                        included});
    return commands;
}

}  // namespace app

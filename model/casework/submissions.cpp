// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/submissions.h"

#include "base/file.h"
#include "casework/logged_commit.h"
#include "casework/submission_candidates.h"
#include "disclosure/prepare.h"
#include "records/family.h"
#include "store/submission_table.h"
#include "store/user_table.h"

namespace casework {

namespace {

base::Result<disclosure::Period> periodOf(const SubmitRequest& request) {
    const base::Date to = request.to.value_or(base::today());
    const base::Date from =
        request.from.value_or(base::addMonths(to, -12) + boost::gregorian::days(1));
    if (to < from)
        return base::fail(base::Code::refused, "period", "ends before it begins");
    if (to > base::today())
        return base::fail(base::Code::refused, "period", "ends after today");
    return disclosure::Period{from, to};
}

// Who prepared a submission, and when: a release computes it again in their name.
struct Preparing {
    records::UserId by;
    std::string_view role;
    std::string at;
};

base::Result<Preparing> preparingOf(Session& session, const records::Submission& submission) {
    const auto user = store::UserTable(session.vault()).find(submission.preparedBy);
    if (!user)
        return base::fail(user.error());
    const std::string_view role = *user ? access::roleCode((*user)->user.role) : "";
    return Preparing{submission.preparedBy, role, submission.preparedAt};
}

base::Result<disclosure::Prepared> compute(Session& session,
                                           const access::Grant& grant,
                                           const disclosure::Layout& layout,
                                           const disclosure::Period& period,
                                           const Preparing& preparing,
                                           base::Progress& progress) {
    const auto candidates = submissionCandidates(session.vault(), grant, period, progress);
    if (!candidates)
        return base::fail(candidates.error());
    disclosure::Request request;
    request.period = period;
    request.preparedBy = preparing.by;
    request.preparedByRole = preparing.role;
    request.preparedAt = preparing.at;
    return disclosure::prepare(layout, *candidates, session.vault().studyKey(), request, progress);
}

base::Result<PreparedSubmission> prepare(Session& session,
                                         const access::Grant& grant,
                                         const SubmitRequest& request,
                                         base::Progress& progress) {
    const auto layout = disclosure::shippedLayout(request.layout);
    if (!layout)
        return base::fail(layout.error());
    const auto period = periodOf(request);
    if (!period)
        return base::fail(period.error());
    const access::User& user = session.user();
    const Preparing preparing{user.id, access::roleCode(user.role), base::nowUtc()};
    auto prepared = compute(session, grant, *layout, *period, preparing, progress);
    if (!prepared)
        return base::fail(prepared.error());
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto id = store::SubmissionTable(session.vault()).insert(grant, prepared->submission);
    if (!id)
        return base::fail(id.error());
    const JobEvent event{"prepare-submission",
                         access::Subject::of(*id),
                         std::to_string(prepared->submission.supportedPeople) + " supported, " +
                             std::to_string(prepared->submission.assessedOnlyPeople) +
                             " assessed only"};
    if (auto committed = commitLogged(session.vault(), *transaction, event); !committed)
        return base::fail(committed.error());
    PreparedSubmission result{
        std::move(prepared->submission), std::move(prepared->manifestJson), {}};
    result.submission.id = *id;
    for (const disclosure::Warning& warning : prepared->warnings)
        result.warnings.push_back("person " + std::to_string(warning.person.value) + ": " +
                                  std::string(disclosure::concernWords(warning.concern)));
    return result;
}

base::Result<ReleasedFiles> release(Session& session,
                                    const access::Grant& grant,
                                    records::SubmissionId id,
                                    const std::filesystem::path& folder,
                                    base::Progress& progress) {
    store::SubmissionTable table(session.vault());
    const auto before = table.find(grant, id);
    if (!before)
        return base::fail(before.error());
    if (before->state != records::SubmissionState::prepared)
        return base::fail(base::Code::refused,
                          "submission " + std::to_string(id.value),
                          "is already " + std::string(records::submissionStateCode(before->state)));
    const auto layout = disclosure::shippedLayout(before->layout);
    if (!layout)
        return base::fail(layout.error());
    const auto preparing = preparingOf(session, *before);
    if (!preparing)
        return base::fail(preparing.error());
    const auto now =
        compute(session, grant, *layout, {before->from, before->to}, *preparing, progress);
    if (!now)
        return base::fail(now.error());
    if (now->submission.sha256 != before->sha256)
        return base::fail(base::Code::refused,
                          "submission " + std::to_string(id.value),
                          "who may be included, or what is known of them, changed since it was "
                          "prepared; have it prepared again");
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const ReleasedFiles files{folder / now->fileName, folder / now->manifestName};
    for (const std::filesystem::path& path : {files.csv, files.manifest})
        if (std::filesystem::exists(path, ignored))
            return base::fail(
                base::Code::exists, path.string(), "is there already; choose another folder");
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    if (auto released = table.release(grant, id, now->submission.sha256); !released)
        return base::fail(released.error());
    const auto undo = [&files, &ignored](const base::Error& error) {
        std::filesystem::remove(files.csv, ignored);
        std::filesystem::remove(files.manifest, ignored);
        return base::fail(error);
    };
    if (auto written = base::writeFileWhole(files.manifest, now->manifestJson, true); !written)
        return undo(written.error());
    if (auto written = base::writeFileWhole(files.csv, now->csv, true); !written)
        return undo(written.error());
    const JobEvent event{"release-submission", access::Subject::of(id), "written"};
    if (auto committed = commitLogged(session.vault(), *transaction, event); !committed)
        return undo(committed.error());
    return files;
}

}  // namespace

std::vector<std::string> layoutNames() {
    std::vector<std::string> names;
    if (const auto layouts = disclosure::shippedLayouts())
        for (const disclosure::Layout& layout : *layouts)
            names.push_back(layout.name);
    return names;
}

std::string leftOutWords(std::string_view code) {
    for (const disclosure::Reason reason : disclosure::allReasons)
        if (disclosure::reasonCode(reason) == code)
            return std::string(disclosure::reasonWords(reason));
    return std::string(code);
}

base::Result<PreparedSubmission> prepareSubmission(Session& session,
                                                   const SubmitRequest& request,
                                                   base::Progress& progress) {
    const auto grant = session.authorise(
        access::Action::prepareSubmission, access::Subject::vault(), "prepare a submission");
    if (!grant)
        return base::fail(grant.error());
    auto prepared = prepare(session, *grant, request, progress);
    if (!prepared)
        return base::fail(failLogged(
            session.vault(), "prepare-submission", access::Subject::vault(), prepared.error()));
    return prepared;
}

base::Result<ReleasedFiles> releaseSubmission(Session& session,
                                              records::SubmissionId submission,
                                              const std::filesystem::path& folder,
                                              base::Progress& progress) {
    const auto grant = session.authorise(
        access::Action::releaseSubmission, access::Subject::of(submission), "release a submission");
    if (!grant)
        return base::fail(grant.error());
    auto files = release(session, *grant, submission, folder, progress);
    if (!files)
        return base::fail(failLogged(
            session.vault(), "release-submission", access::Subject::of(submission), files.error()));
    return files;
}

base::Result<std::vector<records::Submission>> listSubmissions(Session& session) {
    const auto grant = session.authorise(
        access::Action::readRegister, access::Subject::vault(), "register of submissions");
    if (!grant)
        return base::fail(grant.error());
    return store::SubmissionTable(session.vault()).list(*grant);
}

base::Result<std::vector<Inclusion>> inclusionsOf(Session& session, records::PersonId person) {
    const auto grant = session.authorise(
        access::Action::readRegister, access::Subject::of(person), "was this person included");
    if (!grant)
        return base::fail(grant.error());
    const auto submissions = store::SubmissionTable(session.vault()).ofPerson(*grant, person);
    if (!submissions)
        return base::fail(submissions.error());
    std::vector<Inclusion> inclusions;
    for (const records::Submission& submission : *submissions) {
        const bool released = submission.state == records::SubmissionState::released;
        inclusions.push_back({submission.id,
                              released ? submission.releasedAt : submission.preparedAt,
                              submission.recipient,
                              submission.fields,
                              submission.people.empty() ? records::Cohort::assessedOnly
                                                        : submission.people.front().cohort,
                              released});
    }
    return inclusions;
}

}  // namespace casework

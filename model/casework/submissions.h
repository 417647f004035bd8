// SPDX-License-Identifier: GPL-3.0-or-later
// Identifiers to the national study: one person prepares, another releases, the register remembers.
// There is no way back in: linked results are never imported.
#pragma once

#include "base/progress.h"
#include "casework/session.h"
#include "records/submission.h"

#include <optional>
#include <vector>

namespace casework {

struct SubmitRequest {
    std::string layout;              // name of a shipped layout
    std::optional<base::Date> from;  // of the period; else a year before `to`
    std::optional<base::Date> to;    // else today
};

struct PreparedSubmission {
    records::Submission submission;
    std::string manifestJson;
    std::vector<std::string> warnings;  // "person 12: No valid postcode is held"
};

[[nodiscard]] std::vector<std::string> layoutNames();

// Computes who may be included and stores the submission as prepared; no identifier leaves.
// Why people are left out, in words, of a code of Submission::leftOut.
[[nodiscard]] std::string leftOutWords(std::string_view code);

[[nodiscard]] base::Result<PreparedSubmission> prepareSubmission(Session& session,
                                                                 const SubmitRequest& request,
                                                                 base::Progress& progress);

struct ReleasedFiles {
    std::filesystem::path csv;
    std::filesystem::path manifest;
};

// By another person than the one who prepared it. Computes it again and refuses when it changed
// since (a withdrawal, a new address): then it must be prepared again. Writes both files or none.
[[nodiscard]] base::Result<ReleasedFiles> releaseSubmission(Session& session,
                                                            records::SubmissionId submission,
                                                            const std::filesystem::path& folder,
                                                            base::Progress& progress);

[[nodiscard]] base::Result<std::vector<records::Submission>> listSubmissions(Session& session);

// "Was this person included, when, which fields, to whom": submissions a member of a family was in.
struct Inclusion {
    records::SubmissionId submission;
    std::string when;
    std::string recipient;
    std::vector<std::string> fields;
    records::Cohort cohort = records::Cohort::assessedOnly;
    bool released = false;
};

[[nodiscard]] base::Result<std::vector<Inclusion>> inclusionsOf(Session& session,
                                                                records::PersonId person);

}  // namespace casework

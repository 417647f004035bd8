// SPDX-License-Identifier: GPL-3.0-or-later
// One export, prepared: the identifier file, its manifest for the recipient, and the register entry
// that stays in the vault. Only the layout's columns go out, formulas are neutralised, rows stand
// in the order of their pseudonyms, and none of our own numbers leaves. Nothing is written to disk
// here.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "base/secret.h"
#include "disclosure/eligibility.h"
#include "disclosure/layout.h"
#include "records/submission.h"

#include <string>
#include <vector>

namespace disclosure {

struct Request {
    Period period;
    records::UserId preparedBy;
    std::string preparedByRole;  // role code: all the manifest says of who prepared it
    std::string preparedAt;      // UTC
};

struct Prepared {
    std::string fileName;      // of the CSV, without folder
    std::string manifestName;  // the same with ".manifest.json"
    std::string csv;
    std::string manifestJson;
    records::Submission submission;  // id and release still empty
    std::vector<Warning> warnings;
    Selection selection;  // points into the candidates given
};

// Fails with refused when the study key has the wrong size, the period ends before it begins, or
// two people come out with one pseudonym; with cancelled. No person left is no failure: the file
// has its heading line only.
[[nodiscard]] base::Result<Prepared> prepare(const Layout& layout,
                                             const std::vector<Candidate>& candidates,
                                             const base::Secret& studyKey,
                                             const Request& request,
                                             base::Progress& progress);

}  // namespace disclosure

// SPDX-License-Identifier: GPL-3.0-or-later
// One export of identifiers to the national study: prepared by one person, released by another, and
// kept in a register that can say whether a person was in it, when, which fields, and to whom.
#pragma once

#include "base/date.h"
#include "records/ids.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace records {

enum class Cohort { supported, assessedOnly };

enum class SubmissionState { prepared, released, withdrawn };

struct SubmissionPerson {
    PersonId person;
    FamilyId family;
    std::string personPseudonym;
    std::string familyPseudonym;
    Cohort cohort = Cohort::assessedOnly;
};

// Of the people in a submission.
struct FieldCount {
    std::int64_t applies = 0;  // whom the field is about
    std::int64_t filled = 0;   // who has a value in it
};

struct Submission {
    SubmissionId id;
    std::string layout;
    std::string layoutVersion;
    std::string recipient;
    std::string agreement;  // reference of the agreement it goes out under
    base::Date from;
    base::Date to;
    std::vector<std::string> fields;
    std::vector<FieldCount> completeness;  // of each field; empty where it was not kept
    std::map<std::string, std::int64_t> leftOut;  // by reason
    std::int64_t supportedPeople = 0;
    std::int64_t assessedOnlyPeople = 0;
    std::string sha256;  // of the CSV
    UserId preparedBy;
    std::string preparedAt;
    UserId releasedBy;
    std::string releasedAt;
    SubmissionState state = SubmissionState::prepared;
    std::vector<SubmissionPerson> people;
};

[[nodiscard]] std::string_view cohortCode(Cohort cohort);  // "supported", "assessed-only"
[[nodiscard]] std::string_view submissionStateCode(SubmissionState state);

}  // namespace records

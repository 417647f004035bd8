// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/submission.h"

namespace records {

std::string_view cohortCode(Cohort cohort) {
    return cohort == Cohort::supported ? "supported" : "assessed-only";
}

std::string_view submissionStateCode(SubmissionState state) {
    switch (state) {
        case SubmissionState::prepared:
            return "prepared";
        case SubmissionState::released:
            return "released";
        case SubmissionState::withdrawn:
            return "withdrawn";
    }
    return "prepared";
}

}  // namespace records

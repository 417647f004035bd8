// SPDX-License-Identifier: GPL-3.0-or-later
// A family against a plan: for every indicator a finding for each member it can speak of, with the
// evidence rows and the arithmetic in words; for every criterion an outcome for the family; and
// whether that makes a flag. Pure: the same plan, calendar, records, coverage and day give the same
// assessment, in whatever order members and records come, on any thread.
#pragma once

#include "base/date.h"
#include "criteria/calendar.h"
#include "criteria/coverage.h"
#include "criteria/plan.h"
#include "records/family.h"
#include "records/finding.h"
#include "records/source_record.h"

#include <vector>

namespace criteria {

// A person in the family with their opened records. The records are not owned and must outlive the
// call; their types come from the catalogue.
struct CaseMember {
    records::Person person;
    records::MemberRole role = records::MemberRole::otherAdult;
    base::DateRange dates;  // of the membership
    std::vector<const records::SourceRecord*> records;
};

struct FamilyCase {
    records::FamilyId family;
    std::vector<CaseMember> members;
};

// How the family stands on `asAt`. Members who had left, had not come or had died by then, and
// events after it, are left out; a state is seen as it was on the day. Of rows that repeat or
// correct one another in later deliveries the latest alone counts.
//
// A finding is met on its records alone. It is notMet only when partners have sent the record types
// it looks at for its days; else it is unknown and says what is missing. Nominations need no
// delivery. It is notApplicable, once and without a person, when no member fits the subject and
// age. A criterion is met if any of its findings is, else unknown if any is, else notMet if any is,
// else notApplicable.
[[nodiscard]] records::Assessment assess(const Plan& plan,
                                         const Calendar& calendar,
                                         const FamilyCase& family,
                                         const Coverage& coverage,
                                         base::Date asAt);

}  // namespace criteria

// SPDX-License-Identifier: GPL-3.0-or-later
// A benefit in payment to an adult, as DWP matches it; no end date means still in payment.
#pragma once

#include "records/field.h"

namespace records {

namespace benefit {

inline constexpr CodeValue benefits[] = {
    {"jsa", "Jobseeker's Allowance"},
    {"esa", "Employment and Support Allowance"},
    {"income-support", "Income Support"},
    {"universal-credit-no-earnings", "Universal Credit, no earnings"},
    {"universal-credit-low-earnings", "Universal Credit, low earnings"},
    {"universal-credit-working", "Universal Credit, working enough"},
    {"carers-allowance", "Carer's Allowance"},
    {"housing-benefit", "Housing Benefit"},
    {"pip", "Personal Independence Payment"},
};

inline constexpr Field fields[] = {
    {"benefit", "Benefit", FieldKind::code, true, FieldTime::none, benefits},
    {"start_date", "From", FieldKind::date, true, FieldTime::start},
    {"end_date", "To", FieldKind::date, false, FieldTime::end},
    {"out_of_work", "Out-of-work benefit", FieldKind::flag, false, FieldTime::none},
};

}  // namespace benefit

inline constexpr RecordType benefitType{
    "benefit", "Benefit", benefit::fields,
    "A working-age benefit and whether it is an out-of-work one."};

}  // namespace records

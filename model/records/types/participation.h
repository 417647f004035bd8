// SPDX-License-Identifier: GPL-3.0-or-later
// A spell of participation of a young person of 16 and over. "Not known" is its own status, never
// NEET. Some returns tell it without a date: then it held when it was sent.
#pragma once

#include "records/field.h"

namespace records {

namespace participation {

inline constexpr CodeValue statuses[] = {
    {"education", "In education"},
    {"training", "In training"},
    {"employment", "In employment with training"},
    {"neet", "Not in education, employment or training"},
    {"not-known", "Not known"},
    {"leaving-no-plan", "Leaving school with few qualifications and no plan"},
};

inline constexpr Field fields[] = {
    {"status", "Status", FieldKind::code, true, FieldTime::none, statuses},
    {"start_date", "From", FieldKind::date, false, FieldTime::start},
    {"end_date", "To", FieldKind::date, false, FieldTime::end},
};

}  // namespace participation

inline constexpr RecordType participationType{
    "participation", "Participation", participation::fields,
    "What a young person is doing: learning, working, NEET or not known."};

}  // namespace records

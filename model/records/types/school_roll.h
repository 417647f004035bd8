// SPDX-License-Identifier: GPL-3.0-or-later
// Where a child is educated, or that no school has them: roll entries and exits, alternative
// provision and its reason, children missing education.
#pragma once

#include "records/field.h"

namespace records {

namespace schoolRoll {

inline constexpr CodeValue statuses[] = {
    {"on-roll", "On a school roll"},
    {"off-roll", "Left a school roll"},
    {"alternative-provision", "Pupil referral unit or alternative provision"},
    {"missing-education", "On no roll and not otherwise educated"},
    {"home-educated", "Educated at home"},
};

inline constexpr CodeValue reasons[] = {
    {"behaviour", "Behaviour"},
    {"health", "Health"},
    {"other", "Other"},
};

inline constexpr Field fields[] = {
    {"status", "Status", FieldKind::code, true, FieldTime::none, statuses},
    {"start_date", "From", FieldKind::date, false, FieldTime::start},
    {"end_date", "To", FieldKind::date, false, FieldTime::end},
    {"provision_reason", "Reason for alternative provision", FieldKind::code, false, FieldTime::none, reasons},
    {"school_urn", "School URN", FieldKind::text, false, FieldTime::none},
    {"school_name", "School", FieldKind::text, false, FieldTime::none},
    {"year_group", "Year group", FieldKind::text, false, FieldTime::none},
};

}  // namespace schoolRoll

inline constexpr RecordType schoolRollType{
    "school_roll", "School roll", schoolRoll::fields,
    "A pupil on, or off, the roll of a school or of alternative provision."};

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
// A suspension (fixed-term exclusion) or permanent exclusion. Two sessions make a school day.
#pragma once

#include "records/field.h"

namespace records {

namespace exclusion {

inline constexpr CodeValue categories[] = {
    {"suspension", "Suspension"},
    {"permanent", "Permanent exclusion"},
    {"lunchtime", "Lunchtime suspension"},
};

inline constexpr CodeValue phases[] = {
    {"primary", "Primary"},
    {"secondary", "Secondary"},
    {"special", "Special or other"},
};

inline constexpr Field fields[] = {
    {"start_date", "First day", FieldKind::date, true, FieldTime::event},
    {"category", "Category", FieldKind::code, true, FieldTime::none, categories},
    {"sessions", "Sessions lost", FieldKind::integer, false, FieldTime::none, {}, 0, 400},
    {"reason", "Reason", FieldKind::text, false, FieldTime::none},
    {"phase", "School phase", FieldKind::code, false, FieldTime::none, phases},
    {"school_urn", "School URN", FieldKind::text, false, FieldTime::none},
};

}  // namespace exclusion

inline constexpr RecordType exclusionType{
    "exclusion", "Exclusion", exclusion::fields,
    "A suspension or permanent exclusion from school."};

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
// A child missing from home or care, or known to be at risk of exploitation.
#pragma once

#include "records/field.h"

namespace records {

namespace missingEpisode {

inline constexpr CodeValue kinds[] = {
    {"missing", "Missing"},
    {"absent", "Absent"},
    {"sexual-exploitation", "Risk of sexual exploitation"},
    {"criminal-exploitation", "Risk of criminal exploitation"},
};

inline constexpr Field fields[] = {
    {"kind", "Kind", FieldKind::code, true, FieldTime::none, kinds},
    {"start_date", "Date", FieldKind::date, true, FieldTime::event},
    {"return_date", "Returned", FieldKind::date, false, FieldTime::none},
};

}  // namespace missingEpisode

inline constexpr RecordType missingEpisodeType{
    "missing_episode", "Missing or exploitation", missingEpisode::fields,
    "A missing episode or a known risk of exploitation."};

}  // namespace records

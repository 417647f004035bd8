// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence in force: custody (with the date release is due), licence or supervision after it,
// community order, suspended sentence, youth order.
#pragma once

#include "records/field.h"

namespace records {

namespace sentence {

inline constexpr CodeValue kinds[] = {
    {"custody", "Custody"},
    {"licence", "On licence or supervised after custody"},
    {"community-order", "Community order"},
    {"suspended-sentence", "Suspended sentence"},
    {"youth-order", "Youth order"},
};

inline constexpr Field fields[] = {
    {"kind", "Kind", FieldKind::code, true, FieldTime::none, kinds},
    {"start_date", "From", FieldKind::date, true, FieldTime::start},
    {"end_date", "To", FieldKind::date, false, FieldTime::end},
    {"release_date", "Release due", FieldKind::date, false, FieldTime::none},
    {"breached", "Breached", FieldKind::flag, false, FieldTime::none},
};

}  // namespace sentence

inline constexpr RecordType sentenceType{
    "sentence", "Sentence or custody", sentence::fields,
    "A sentence: custody with its release date, licence, or community order."};

}  // namespace records

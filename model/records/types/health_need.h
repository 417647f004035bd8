// SPDX-License-Identifier: GPL-3.0-or-later
// A health need known to a provider. The category only; clinical words are not received.
#pragma once

#include "records/field.h"

namespace records {

namespace healthNeed {

inline constexpr CodeValue categories[] = {
    {"mental-health", "Mental health"},
    {"drugs", "Drugs"},
    {"alcohol", "Alcohol"},
    {"accidents", "Repeated accidents or injuries"},
    {"new-mother", "New mother with health factors"},
    {"disability", "Long-term illness or disability"},
};

inline constexpr Field fields[] = {
    {"category", "Need", FieldKind::code, true, FieldTime::none, categories},
    {"start_date", "From", FieldKind::date, true, FieldTime::start},
    {"end_date", "To", FieldKind::date, false, FieldTime::end},
    {"in_treatment", "In treatment", FieldKind::flag, false, FieldTime::none},
};

}  // namespace healthNeed

inline constexpr RecordType healthNeedType{
    "health_need", "Health need", healthNeed::fields,
    "A health need: mental health, drugs, alcohol, accidents, new mother."};

}  // namespace records

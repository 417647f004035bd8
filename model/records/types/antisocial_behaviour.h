// SPDX-License-Identifier: GPL-3.0-or-later
// Anti-social behaviour: an incident, warning, acceptable behaviour contract, injunction, criminal
// behaviour order or housing-related action.
#pragma once

#include "records/field.h"

namespace records {

namespace antisocialBehaviour {

inline constexpr CodeValue interventions[] = {
    {"incident", "Incident recorded"},
    {"warning", "Warning"},
    {"contract", "Acceptable behaviour contract"},
    {"injunction", "Civil injunction"},
    {"order", "Criminal behaviour order"},
    {"tenancy-action", "Tenancy action"},
};

inline constexpr CodeValue roles[] = {
    {"perpetrator", "Perpetrator"},
    {"victim", "Victim"},
};

inline constexpr Field fields[] = {
    {"incident_date", "Date", FieldKind::date, true, FieldTime::event},
    {"intervention", "Intervention", FieldKind::code, true, FieldTime::none, interventions},
    {"role", "Part played", FieldKind::code, false, FieldTime::none, roles},
};

}  // namespace antisocialBehaviour

inline constexpr RecordType antisocialBehaviourType{
    "antisocial_behaviour", "Anti-social behaviour", antisocialBehaviour::fields,
    "An anti-social behaviour incident or intervention."};

}  // namespace records

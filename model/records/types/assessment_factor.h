// SPDX-License-Identifier: GPL-3.0-or-later
// A need that social workers named when they assessed a child, and whose need it is: the child's, a
// parent's or carer's, or another adult's of the home. The record stands with the child; the adult
// is never named, so a need of a parent is known of the family while the person stays unknown.
// Source: DfE, children in need census, factors identified at the end of assessment (1A to 24A; the
// letter says whose need; 20 other, 21 none found).
#pragma once

#include "records/field.h"

namespace records {

namespace assessmentFactor {

inline constexpr CodeValue needs[] = {
    {"alcohol", "Alcohol misuse"},
    {"drugs", "Drug misuse"},
    {"domestic-abuse", "Domestic abuse"},
    {"mental-health", "Mental health"},
    {"learning-disability", "Learning disability"},
    {"disability", "Physical disability or illness"},
    {"young-carer", "Young carer"},
    {"private-fostering", "Privately fostered"},
    {"asylum-seeking", "Unaccompanied asylum-seeking child"},
    {"missing", "Going missing"},
    {"sexual-exploitation", "Child sexual exploitation"},
    {"trafficking", "Trafficking"},
    {"gangs", "Gangs"},
    {"behaviour", "Socially unacceptable behaviour"},
    {"self-harm", "Self-harm"},
    {"neglect", "Neglect"},
    {"emotional-abuse", "Emotional abuse"},
    {"physical-abuse", "Physical abuse"},
    {"sexual-abuse", "Sexual abuse"},
    {"genital-mutilation", "Female genital mutilation"},
    {"faith-abuse", "Abuse linked to faith or belief"},
    {"criminal-exploitation", "Child criminal exploitation"},
    {"other", "Another factor"},
    {"none", "No factors found"},
};

inline constexpr CodeValue whoseNeed[] = {
    {"child", "The child"},
    {"parent", "A parent or carer, not named"},
    {"other", "Another person of the home, not named"},
    {"unsaid", "Not said"},
};

inline constexpr Field fields[] = {
    {"assessment_date", "Assessed on", FieldKind::date, true, FieldTime::event},
    {"need", "Need", FieldKind::code, true, FieldTime::none, needs},
    {"whose", "Person concerned", FieldKind::code, true, FieldTime::none, whoseNeed},
    {"factor_code", "Factor code", FieldKind::text, false, FieldTime::none},
};

}  // namespace assessmentFactor

inline constexpr RecordType assessmentFactorType{
    "assessment_factor",
    "Assessment factor",
    assessmentFactor::fields,
    "A need found when a child was assessed, and whose need it is, without naming an adult."};

}  // namespace records

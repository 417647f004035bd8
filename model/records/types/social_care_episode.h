// SPDX-License-Identifier: GPL-3.0-or-later
// A child's episode with early help or social care; no end date means still open.
#pragma once

#include "records/field.h"

namespace records {

namespace socialCareEpisode {

inline constexpr CodeValue kinds[] = {
    {"early-help", "Early help"},
    {"early-years-not-taken", "Early-years place not taken up"},
    {"child-in-need", "Child in need (section 17)"},
    {"section-47", "Section 47 enquiry"},
    {"protection-plan", "Child protection plan"},
    {"looked-after", "Looked after"},
    {"contact", "Contact with children's services"},
    {"referral", "Referral to children's services"},
    {"assessment", "Assessment of need"},
    {"care-leaver", "Leaving care"},
    {"send-support", "Special educational needs or disability support"},
};

inline constexpr Field fields[] = {
    {"kind", "Kind", FieldKind::code, true, FieldTime::none, kinds},
    {"start_date", "From", FieldKind::date, true, FieldTime::start},
    {"end_date", "To", FieldKind::date, false, FieldTime::end},
    {"need_code", "Primary need", FieldKind::text, false, FieldTime::none},
    {"domestic_abuse", "Domestic abuse identified", FieldKind::flag, false, FieldTime::none},
};

}  // namespace socialCareEpisode

inline constexpr RecordType socialCareEpisodeType{
    "social_care_episode", "Social care episode", socialCareEpisode::fields,
    "Early help, child in need, section 47 enquiry, protection plan or care."};

}  // namespace records

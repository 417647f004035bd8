// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/catalogue.h"

#include "records/types/antisocial_behaviour.h"
#include "records/types/arrears.h"
#include "records/types/assessment_factor.h"
#include "records/types/attendance.h"
#include "records/types/attendance_reason.h"
#include "records/types/benefit.h"
#include "records/types/domestic_callout.h"
#include "records/types/exclusion.h"
#include "records/types/health_need.h"
#include "records/types/household.h"
#include "records/types/looked_after_year.h"
#include "records/types/missing_episode.h"
#include "records/types/nomination.h"
#include "records/types/offence.h"
#include "records/types/participation.h"
#include "records/types/person_details.h"
#include "records/types/school_roll.h"
#include "records/types/sentence.h"
#include "records/types/social_care_episode.h"

namespace records {

namespace {

// One line a record type.
constexpr const RecordType* types[] = {
    &attendanceType,
    &attendanceReasonType,
    &exclusionType,
    &schoolRollType,
    &offenceType,
    &antisocialBehaviourType,
    &sentenceType,
    &domesticCalloutType,
    &socialCareEpisodeType,
    &benefitType,
    &participationType,
    &arrearsType,
    &healthNeedType,
    &missingEpisodeType,
    &householdType,
    &nominationType,
    &assessmentFactorType,
    &lookedAfterYearType,
    &personDetailsType,
};

}  // namespace

std::span<const RecordType* const> allRecordTypes() {
    return types;
}

const RecordType* recordType(std::string_view name) {
    for (const RecordType* type : types)
        if (type->name == name)
            return type;
    return nullptr;
}

}  // namespace records

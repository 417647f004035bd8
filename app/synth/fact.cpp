// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/fact.h"

#include "app/synth/identifiers.h"
#include "records/types/antisocial_behaviour.h"
#include "records/types/arrears.h"
#include "records/types/attendance.h"
#include "records/types/attendance_reason.h"
#include "records/types/benefit.h"
#include "records/types/domestic_callout.h"
#include "records/types/exclusion.h"
#include "records/types/health_need.h"
#include "records/types/household.h"
#include "records/types/missing_episode.h"
#include "records/types/nomination.h"
#include "records/types/offence.h"
#include "records/types/participation.h"
#include "records/types/school_roll.h"
#include "records/types/sentence.h"
#include "records/types/social_care_episode.h"

#include <cassert>

namespace synth {

const records::RecordType& typeOf(Layout layout) {
    static constexpr std::array<const records::RecordType*, layoutMappings.size()> types{
        &records::attendanceType,
        &records::householdType,
        &records::exclusionType,
        &records::schoolRollType,
        &records::offenceType,
        &records::antisocialBehaviourType,
        &records::domesticCalloutType,
        &records::missingEpisodeType,
        &records::sentenceType,
        &records::sentenceType,
        &records::offenceType,
        &records::benefitType,
        &records::healthNeedType,
        &records::socialCareEpisodeType,
        &records::householdType,
        &records::participationType,
        &records::householdType,
        &records::arrearsType,
        &records::antisocialBehaviourType,
        &records::nominationType,
        &records::attendanceType,
        &records::attendanceReasonType};
    return *types[static_cast<std::size_t>(layout)];
}

records::FieldValue code(std::string_view text) {
    return std::string(text);
}

Fact& Facts::add(Layout layout, std::size_t person, std::vector<Value> values) {
    const records::RecordType& type = typeOf(layout);
    Fact fact;
    fact.layout = layout;
    fact.person = person;
    fact.payload.resize(type.fields.size());
    for (Value& value : values) {
        const auto index = type.indexOf(value.field);
        assert(index);
        fact.payload[*index] = std::move(value.value);
    }
    m_facts.push_back(std::move(fact));
    return m_facts.back();
}

bool Facts::strained(double whenHigh) {
    const double share = m_unit.strain == Strain::high     ? 1.0
                         : m_unit.strain == Strain::medium ? 0.3
                                                           : 0.05;
    return m_random.chance(whenHigh * share);
}

base::Date Facts::back(int leastDays, int mostDays) {
    return m_asAt - boost::gregorian::days(m_random.between(leastDays, mostDays));
}

int Facts::age(std::size_t index) const {
    return base::ageOn(m_unit.people[index].birth, m_asAt);
}

std::vector<std::size_t> Facts::aged(int least, int most) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_unit.people.size(); ++i)
        if (!m_unit.people[i].death && age(i) >= least && age(i) <= most)
            found.push_back(i);
    return found;
}

std::vector<std::size_t> Facts::with(Part part) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_unit.people.size(); ++i)
        if (m_unit.people[i].part == part)
            found.push_back(i);
    return found;
}

void Facts::police(std::size_t index) {
    Person& known = m_unit.people[index];
    if (known.pnc.empty())
        known.pnc = pncId(known.number, int(m_asAt.year()) - m_random.between(0, 6));
}

}  // namespace synth

// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/measures/absence_reasons.h"

#include "criteria/measures/sighting.h"
#include "records/types/attendance_reason.h"

#include <cmath>

namespace criteria {

namespace {

std::string textOf(const records::SourceRecord& record, std::string_view field) {
    const auto index = record.type->indexOf(field);
    const std::string* text = index ? records::textIn(record.payload[*index]) : nullptr;
    return text == nullptr ? std::string() : *text;
}

}  // namespace

AbsenceReasons::AbsenceReasons(const Question& question, const base::DateRange& days) {
    static const std::size_t count = *records::attendanceReasonType.indexOf("sessions");
    Measure measure = *question.measure;
    measure.type = &records::attendanceReasonType;
    Question asked = question;
    asked.measure = &measure;
    for (const Sighting& sighting : sightings(asked, days)) {
        const records::SourceRecord& record = *sighting.owned->record;
        const auto sessions = records::numberIn(record.payload[count]);
        if (!sessions)
            continue;
        const std::string counts = textOf(record, "absence_class");
        Sum& sum = m_sums[keyOf(*sighting.owned)];
        if (counts == "authorised")
            sum.authorised += std::lround(*sessions);
        else if (counts == "unauthorised")
            sum.unauthorised += std::lround(*sessions);
    }
}

std::optional<long> AbsenceReasons::sessions(const OwnedRecord& attendance,
                                             std::string_view field) const {
    const auto found = m_sums.find(keyOf(attendance));
    if (found == m_sums.end())
        return std::nullopt;
    const Sum& sum = found->second;
    const records::SourceRecord& record = *attendance.record;
    const auto index = record.type->indexOf("sessions_possible");
    const auto possible = index ? records::numberIn(record.payload[*index]) : std::nullopt;
    if (!possible || static_cast<double>(sum.authorised + sum.unauthorised) > *possible)
        return std::nullopt;
    if (field == "sessions_authorised")
        return sum.authorised;
    return field == "sessions_unauthorised" ? std::optional(sum.unauthorised) : std::nullopt;
}

AbsenceReasons::Key AbsenceReasons::keyOf(const OwnedRecord& owned) {
    return {owned.person->id,
            owned.record->agency,
            textOf(*owned.record, "term"),
            textOf(*owned.record, "school_urn")};
}

}  // namespace criteria

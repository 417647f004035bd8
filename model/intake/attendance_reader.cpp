// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/attendance_reader.h"

#include "base/text.h"
#include "intake/recognition.h"
#include "intake/term_reading.h"
#include "intake/value_reading.h"
#include "records/types/attendance.h"
#include "records/types/attendance_reason.h"

#include <algorithm>

namespace intake {

namespace {

using records::FieldValue;
using records::SourceRecord;

// The national pupil database begins with the school year 1995-96.
constexpr int firstYear = 1995;

struct TermFields {
    std::size_t term = *records::attendanceType.indexOf("term");
    std::size_t possible = *records::attendanceType.indexOf("sessions_possible");
    std::size_t attended = *records::attendanceType.indexOf("sessions_attended");
    std::size_t authorised = *records::attendanceType.indexOf("sessions_authorised");
    std::size_t unauthorised = *records::attendanceType.indexOf("sessions_unauthorised");
};

const TermFields& termFields() {
    static const TermFields fields;
    return fields;
}

std::optional<std::size_t> placeOf(const std::string& heading,
                                   const std::vector<std::string>& header) {
    if (heading.empty())
        return std::nullopt;
    const auto places = placesOf(heading, header);
    return places.empty() ? std::nullopt : std::optional(places.front());
}

std::string_view cellAt(std::span<const std::string_view> fields, std::optional<std::size_t> at) {
    return at && *at < fields.size() ? base::trimmed(fields[*at]) : std::string_view();
}

FieldValue number(long value) {
    return static_cast<std::int64_t>(value);
}

std::optional<long> sent(const SourceRecord& record, std::size_t field) {
    const auto value = records::numberIn(record.payload[field]);
    return value ? std::optional(static_cast<long>(*value)) : std::nullopt;
}

void put(const Sessions& sessions, SourceRecord& record) {
    const TermFields& fields = termFields();
    record.payload[fields.possible] = number(sessions.possible());
    record.payload[fields.attended] = number(sessions.present);
    record.payload[fields.authorised] = number(sessions.authorised);
    record.payload[fields.unauthorised] = number(sessions.unauthorised);
}

void noteUncounted(const Sessions& sessions, const std::string& heading, Noting& noting) {
    if (sessions.unknown > 0)
        noting.warn(
            heading,
            "unknown-attendance-code",
            "has " +
                base::counted(static_cast<std::size_t>(sessions.unknown), "session", "sessions") +
                " under a code that has no meaning in that term; left out of the count");
    if (sessions.unmarked > 0)
        noting.warn(
            heading,
            "no-mark",
            "has " +
                base::counted(static_cast<std::size_t>(sessions.unmarked), "session", "sessions") +
                " without a mark; left out of the count");
}

bool differs(std::optional<long> total, long counted) {
    return total && *total != counted;
}

}  // namespace

AttendanceReader::AttendanceReader(const AttendanceRule& rule,
                                   const std::vector<std::string>& header,
                                   base::Date receivedOn)
    : m_rule(rule),
      m_latest(receivedOn),
      m_code(placeOf(rule.code, header)),
      m_marks(placeOf(rule.marks, header)),
      m_start(placeOf(rule.start, header)) {
    if (const auto& codes = shippedAttendanceCodes())
        m_codes = &*codes;
    for (const auto& [heading, code] : rule.counts)
        if (const auto place = placeOf(heading, header))
            m_counts.push_back({*place, code, header[*place]});
}

void AttendanceReader::fill(std::span<const std::string_view> fields,
                            SourceRecord& record,
                            std::vector<SourceRecord>& further,
                            Noting& noting) const {
    if (m_codes == nullptr)
        return;
    if (!m_rule.code.empty() && record.type == &records::attendanceReasonType)
        fillClass(cellAt(fields, m_code), record, noting);
    if (record.type != &records::attendanceType)
        return;
    if (!m_rule.marks.empty())
        fillMarks(cellAt(fields, m_start), cellAt(fields, m_marks), record, further, noting);
    else if (!m_counts.empty())
        fillCounts(fields, record, noting);
}

void AttendanceReader::fillClass(std::string_view code,
                                 SourceRecord& record,
                                 Noting& noting) const {
    static const std::size_t term = *records::attendanceReasonType.indexOf("term");
    static const std::size_t field = *records::attendanceReasonType.indexOf("absence_class");
    const std::string* termCode = records::textIn(record.payload[term]);
    const auto day = termCode == nullptr ? std::nullopt : lastDayOf(*termCode);
    if (code.empty() || !day)
        return;  // a required field is missing, and that is said
    if (const AttendanceCode* known = m_codes->find(code, *day)) {
        record.payload[field] = std::string(sessionClassName(known->counts));
        return;
    }
    record.payload[field] = std::string("unknown-code");
    if (m_codes->everUsed(code))
        noting.warn(m_rule.code,
                    "code-out-of-use",
                    "is an attendance code that was not in use in that term; its sessions count "
                    "as neither present nor absent");
    else
        noting.warn(m_rule.code,
                    "unlisted-code",
                    "is not an attendance code; its sessions count as neither present nor absent");
}

void AttendanceReader::fillCounts(std::span<const std::string_view> fields,
                                  SourceRecord& record,
                                  Noting& noting) const {
    const TermFields& at = termFields();
    const std::string* term = records::textIn(record.payload[at.term]);
    const auto day = term == nullptr ? std::nullopt : lastDayOf(*term);
    if (!day)
        return;  // without its term the row is rejected
    Sessions sessions;
    bool any = false;
    for (const CountColumn& column : m_counts) {
        const std::string_view text = cellAt(fields, column.place);
        if (text.empty())
            continue;
        const auto count = readInteger(text);
        if (!count || *count < 0 || *count > 500) {
            noting.warn(column.heading,
                        "bad-number",
                        "is not a number of sessions; the field is left empty");
            continue;
        }
        any = true;
        const AttendanceCode* code = m_codes->find(column.code, *day);
        if (code != nullptr)
            sessions.add(code->counts, static_cast<long>(*count));
        else
            sessions.unknown += static_cast<long>(*count);
    }
    if (!any)
        return;
    noteUncounted(sessions, {}, noting);
    const auto possible = sent(record, at.possible);
    const long absent = sessions.authorised + sessions.unauthorised;
    if (possible && absent > *possible) {
        noting.warn({},
                    "totals-disagree",
                    "has more absence by reason than possible sessions; the totals columns were "
                    "taken, check both");
        return;
    }
    if (differs(sent(record, at.authorised), sessions.authorised) ||
        differs(sent(record, at.unauthorised), sessions.unauthorised))
        noting.warn({},
                    "totals-disagree",
                    "has other absence by reason than in its totals columns; the reasons were "
                    "taken, check both");
    record.payload[at.authorised] = number(sessions.authorised);
    record.payload[at.unauthorised] = number(sessions.unauthorised);
    // Extracts often count reasons of absence alone: then only the total tells what was possible.
    if (possible)
        record.payload[at.attended] = number(*possible - absent);
    else if (sessions.present > 0)
        put(sessions, record);
}

void AttendanceReader::noteMarks(const std::vector<TermSessions>& terms,
                                 const SourceRecord& record,
                                 Noting& noting) const {
    const TermFields& at = termFields();
    Sessions all;
    for (const TermSessions& each : terms) {
        all.present += each.sessions.present;
        all.authorised += each.sessions.authorised;
        all.unauthorised += each.sessions.unauthorised;
        all.unknown += each.sessions.unknown;
        all.unmarked += each.sessions.unmarked;
    }
    noteUncounted(all, m_rule.marks, noting);
    // The marks of a year may come in pieces: fewer sessions than the total are no contradiction,
    // more are, and so is any difference when all sessions are there.
    const auto possible = sent(record, at.possible);
    const auto disagrees = [&](std::size_t field, long counted) {
        const auto total = sent(record, field);
        return total && (counted > *total || (possible == all.possible() && counted != *total));
    };
    if (disagrees(at.possible, all.possible()) || disagrees(at.attended, all.present) ||
        disagrees(at.authorised, all.authorised) || disagrees(at.unauthorised, all.unauthorised))
        noting.warn(m_rule.marks,
                    "totals-disagree",
                    "adds up to other sessions than the totals say; the marks were taken, check "
                    "both");
}

void AttendanceReader::fillMarks(std::string_view start,
                                 std::string_view marks,
                                 SourceRecord& record,
                                 std::vector<SourceRecord>& further,
                                 Noting& noting) const {
    const TermFields& at = termFields();
    const auto first = readDate(start, m_rule.dates, m_latest);
    if (!first || first->year() < firstYear || *first > m_latest) {
        noting.reject(m_rule.start,
                      start.empty() ? "missing-required" : "bad-date",
                      "must be the day of the first mark");
        return;
    }
    if (marks.size() > mostMarks && splitMarks(marks).size() > mostMarks) {
        noting.reject(m_rule.marks,
                      "too-many-marks",
                      "has more marks than " + base::grouped(mostMarks) +
                          ", the most a row may have; send the marks of a year in one row");
        return;
    }
    const auto terms = countMarks(*first, marks, *m_codes);
    if (terms.empty()) {
        noting.reject(m_rule.marks, "missing-required", "has no marks; every row must have them");
        return;
    }
    noteMarks(terms, record, noting);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        SourceRecord& one = i == 0 ? record : further.emplace_back(record);
        one.payload[at.term] = terms[i].term;
        put(terms[i].sessions, one);
    }
}

}  // namespace intake

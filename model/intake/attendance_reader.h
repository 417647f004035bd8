// SPDX-License-Identifier: GPL-3.0-or-later
// What a row's register codes say, put into its record: the class of one code, or the sessions
// possible, attended and absent. Where the row has totals too, the codes go before them, because
// totals have been seen to understate absence by much; that they disagree is noted. The totals stay
// when the codes can't be right (more absence than possible sessions) or say nothing.
//
// Marks may run over several terms: the record given becomes the first one's, and there is a
// further record for each other. A code without a meaning on its day counts as nothing and is
// noted.
#pragma once

#include "intake/attendance_count.h"
#include "intake/attendance_rule.h"
#include "intake/cell_reader.h"
#include "records/source_record.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

class AttendanceReader {
public:
    // The rule must outlive the reader. `header` is the file's.
    AttendanceReader(const AttendanceRule& rule,
                     const std::vector<std::string>& header,
                     base::Date receivedOn);

    // The record's other fields are read already, its term among them unless marks tell it.
    void fill(std::span<const std::string_view> fields,
              records::SourceRecord& record,
              std::vector<records::SourceRecord>& further,
              Noting& noting) const;

private:
    struct CountColumn {
        std::size_t place = 0;
        std::string code;
        std::string heading;
    };

    void fillClass(std::string_view code, records::SourceRecord& record, Noting& noting) const;
    void fillCounts(std::span<const std::string_view> fields,
                    records::SourceRecord& record,
                    Noting& noting) const;
    // What the marks leave out, and whether they contradict the row's totals.
    void noteMarks(const std::vector<TermSessions>& terms,
                   const records::SourceRecord& record,
                   Noting& noting) const;
    void fillMarks(std::string_view start,
                   std::string_view marks,
                   records::SourceRecord& record,
                   std::vector<records::SourceRecord>& further,
                   Noting& noting) const;

    const AttendanceRule& m_rule;
    const AttendanceCodes* m_codes = nullptr;
    base::Date m_latest;
    std::optional<std::size_t> m_code;
    std::optional<std::size_t> m_marks;
    std::optional<std::size_t> m_start;
    std::vector<CountColumn> m_counts;
};

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a delivery as a source record: the mapping's rules bound to the columns of one header.
// What is wrong is noted; a row with a rejecting issue is not accepted. Made once a table, then
// used for every row of it.
#pragma once

#include "base/date.h"
#include "intake/attendance_reader.h"
#include "intake/cell_reader.h"
#include "intake/mapping.h"
#include "intake/table_row.h"
#include "records/row_issue.h"
#include "records/source_record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

struct RowSetting {
    base::Date receivedOn;
    std::string term;           // for layouts whose file name tells the term
    bool mayBeDamaged = false;  // the text may hold U+FFFD
    std::int64_t table = 0;     // for the rows' numbers (records/row_number.h)
    std::optional<base::Date> yearEnd = std::nullopt;  // of a return whose file name tells its year
    std::optional<base::Date> extractedOn = std::nullopt;  // the day the delivery speaks of
};

class RowReader {
public:
    // The mapping must outlive the reader.
    RowReader(const Mapping& mapping, const std::vector<std::string>& header, RowSetting setting);

    // The row as a record, or nothing when it is rejected; issues are appended either way.
    [[nodiscard]] std::optional<records::SourceRecord> read(const TableRow& row,
                                                            std::vector<records::RowIssue>& issues);

    // What the row just read tells beyond its record: marks of several terms make a record of each.
    [[nodiscard]] std::vector<records::SourceRecord> takeFurther();

private:
    // A rule and where its cells stand.
    struct Bound {
        const ColumnRule* rule = nullptr;
        std::vector<std::size_t> places;
        std::vector<std::size_t> instead;  // for a row that says yes at one of `insteadWhen`
        std::vector<std::size_t> insteadWhen;
        CellPlace place;
        IdentitySlot slot;
        bool firstFilled = false;  // otherwise the first of the places, or all joined
    };

    [[nodiscard]] Bound bind(const ColumnRule& rule) const;
    [[nodiscard]] std::vector<std::size_t> placesOfAll(
        const std::vector<std::string>& headings) const;
    [[nodiscard]] bool wellShaped(const TableRow& row, Noting& noting) const;
    [[nodiscard]] const records::RecordType* typeOf(const TableRow& row, Noting& noting) const;
    void readCells(const TableRow& row, records::SourceRecord& record, Noting& noting);
    void fillConstants(records::SourceRecord& record) const;
    void checkWhole(const records::SourceRecord& record, Noting& noting) const;
    void noteCells(const TableRow& row, Noting& noting) const;
    [[nodiscard]] std::string_view cell(const Bound& bound, const TableRow& row);
    [[nodiscard]] std::string_view joined(const std::vector<std::size_t>& places,
                                          const TableRow& row);
    [[nodiscard]] std::string headingOf(std::string_view target,
                                        const records::RecordType* type) const;

    const Mapping& m_mapping;
    RowSetting m_setting;
    CellReader m_cells;
    std::vector<Bound> m_bound;
    std::optional<AttendanceReader> m_attendance;
    std::vector<records::SourceRecord> m_further;
    std::optional<std::size_t> m_typeColumn;
    std::string m_typeHeading;
    std::vector<std::string> m_header;
    std::string m_text;  // a cell put together from several, or cleaned
};

}  // namespace intake

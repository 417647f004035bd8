// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a delivery as a source record: the mapping's rules bound to the columns of one header.
// What is wrong is noted; a row with a rejecting issue is not accepted. Made once a file, then used
// for every row.
#pragma once

#include "base/date.h"
#include "intake/cell_reader.h"
#include "intake/delimited_reader.h"
#include "intake/mapping.h"
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
};

class RowReader {
public:
    // The mapping must outlive the reader.
    RowReader(const Mapping& mapping, const std::vector<std::string>& header, RowSetting setting);

    // The row as a record, or nothing when it is rejected; issues are appended either way.
    [[nodiscard]] std::optional<records::SourceRecord> read(const DelimitedRow& row,
                                                            std::vector<records::RowIssue>& issues);

private:
    // A rule and where its cells stand.
    struct Bound {
        const ColumnRule* rule = nullptr;
        std::vector<std::size_t> places;
        CellPlace place;
        IdentitySlot slot;
    };

    [[nodiscard]] bool wellShaped(const DelimitedRow& row, Noting& noting) const;
    [[nodiscard]] const records::RecordType* typeOf(const DelimitedRow& row, Noting& noting) const;
    void readCells(const DelimitedRow& row, records::SourceRecord& record, Noting& noting);
    void fillConstants(records::SourceRecord& record) const;
    void checkWhole(const records::SourceRecord& record, Noting& noting) const;
    [[nodiscard]] std::string_view cell(const Bound& bound, const DelimitedRow& row);
    [[nodiscard]] std::string headingOf(std::string_view target,
                                        const records::RecordType* type) const;

    const Mapping& m_mapping;
    RowSetting m_setting;
    CellReader m_cells;
    std::vector<Bound> m_bound;
    std::optional<std::size_t> m_typeColumn;
    std::string m_typeHeading;
    std::size_t m_columns = 0;
    std::string m_text;  // a cell put together from several, or cleaned
};

}  // namespace intake

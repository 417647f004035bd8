// SPDX-License-Identifier: GPL-3.0-or-later
// Someone who looks on while a delivery is read: at every row as it was sent, with what became of
// it. May add row issues of its own, as warnings; can't change or reject a row.
#pragma once

#include "intake/mapping.h"
#include "intake/table_row.h"
#include "records/row_issue.h"
#include "records/source_record.h"

#include <cstddef>
#include <string>
#include <vector>

namespace intake {

class RowObserver {
public:
    virtual ~RowObserver() = default;

    // Before the first row of a table that is received. `table` is its place in the container,
    // `name` what the sender calls it ("List 3"; "" in a file of one table). The mapping and the
    // header live as long as the reading.
    virtual void start(std::size_t table,
                       const std::string& name,
                       const Mapping& mapping,
                       const std::vector<std::string>& header) = 0;

    // Every row that is counted, in order, before its record and issues are handed on. `record` is
    // null when the row is rejected; `issues` are this row's.
    virtual void row(const TableRow& row,
                     const records::SourceRecord* record,
                     std::vector<records::RowIssue>& issues) = 0;
};

}  // namespace intake

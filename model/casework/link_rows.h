// SPDX-License-Identifier: GPL-3.0-or-later
// The vault's records as the rows of the linkage engine, streamed: which columns it sees, whose own
// numbers are whose, and which rows people answered about.
#pragma once

#include "base/progress.h"
#include "casework/link_answers.h"
#include "linkage/link.h"
#include "records/ids.h"
#include "store/identity_table.h"

#include <optional>
#include <vector>

namespace casework {

// Row i is records[i]; sorted by number unless added otherwise.
struct LinkRows {
    linkage::Rows rows;
    std::vector<records::RecordId> records;

    LinkRows();

    void add(const store::IdentityRow& who);
    // Needs sorted records.
    [[nodiscard]] std::optional<std::uint32_t> rowOf(records::RecordId record) const;
};

// All records in force with a greater number than `after`. Reads on this thread while another
// interns; ends with cancelled.
[[nodiscard]] base::Result<LinkRows> readLinkRows(store::Vault& vault,
                                                  const access::Grant& grant,
                                                  records::RecordId after,
                                                  base::Progress& progress);

// Answers about records that are no rows are left out.
[[nodiscard]] std::vector<linkage::Decision> decisionsOn(const LinkRows& rows,
                                                         const std::vector<LinkAnswer>& answers);

}  // namespace casework

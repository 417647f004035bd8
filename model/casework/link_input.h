// SPDX-License-Identifier: GPL-3.0-or-later
// Between the vault's source records and the linkage engine's plain columns, and back: which rows
// the engine sees, and which person number each of its clusters keeps or gets.
#pragma once

#include "linkage/link.h"
#include "records/link.h"
#include "records/source_record.h"
#include "store/link_table.h"

#include <vector>

namespace casework {

// Row i is records[i]. Decisions about records that are no longer there are left out.
[[nodiscard]] linkage::Input linkInput(const std::vector<records::SourceRecord>& records,
                                       const std::vector<store::PairDecision>& decisions);

// The person of every row. A cluster keeps the number of the earlier person it shares most records
// with (the lowest number among equals); the others get fresh ones from `nextId` on. `before` has
// the earlier person of every row, empty for a new record. Returns how many fresh ones were used.
struct Numbering {
    std::vector<records::PersonId> person;
    std::int64_t fresh = 0;
};

[[nodiscard]] Numbering numberPeople(const std::vector<std::uint32_t>& clusters,
                                     const std::vector<records::PersonId>& before,
                                     records::PersonId nextId);

[[nodiscard]] std::vector<records::Link> linksOf(const linkage::Output& output,
                                                 const std::vector<records::SourceRecord>& records,
                                                 const std::vector<records::PersonId>& person);
[[nodiscard]] std::vector<records::DoubtfulPair> pairsOf(
    const linkage::Output& output, const std::vector<records::SourceRecord>& records);

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// How a later delivery of one layout corrects an earlier one: what tells a row from all others,
// whether each delivery says everything anew, and how a partner takes a row back. The [corrections]
// of a mapping's TOML. Plain values.
//
//   key = ["local_id", "start_date", "kind"]   our columns; a row without one of them has no key
//   delivery = "whole"      each delivery replaces all that was sent before; "additional" (the
//                           usual) adds rows and replaces those of the same key
//   within = ["school_urn"] a whole delivery replaces only rows of the schools that it speaks of
//   series = "schools-roll" the layout whose rows these are, when a new layout follows an old one
//   withdrawn = { heading = "Row status", codes = ["D"] }   the row of this key is taken back
#pragma once

#include "base/toml.h"
#include "intake/table_row.h"
#include "records/field.h"
#include "records/source_record.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

struct Corrections {
    std::string series;  // empty: the mapping's name
    std::vector<std::string>
        key;  // identity columns, or fields of every record type of the mapping
    bool whole = false;
    std::vector<std::string> within;
    std::string withdrawnHeading;
    std::set<std::string, std::less<>> withdrawnCodes;  // base::lowerAscii of the partner's
};

// Reads [corrections] of a mapping, if it is there. `filled` are our columns that the mapping fills
// ("local_id", "school_roll.start_date"): a key of others is a problem.
[[nodiscard]] Corrections readCorrections(base::TomlTable& mapping,
                                          const std::vector<const records::RecordType*>& types,
                                          const std::vector<std::string>& filled);

// Whether a row takes an earlier one back, by the column of its table that says so.
class Withdrawal {
public:
    Withdrawal() = default;
    // The corrections must outlive it.
    Withdrawal(const Corrections& corrections, const std::vector<std::string>& header);

    [[nodiscard]] bool saidBy(const TableRow& row) const;

private:
    const Corrections* m_corrections = nullptr;
    std::optional<std::size_t> m_place;
};

// The record's values under those names as one text that is the same for the same values however
// they were typed; empty when one of them is missing. Goes into a keyed hash, never into a store.
[[nodiscard]] std::string valuesOf(const std::vector<std::string>& names,
                                   const records::SourceRecord& record);

}  // namespace intake

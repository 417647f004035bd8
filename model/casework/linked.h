// SPDX-License-Identifier: GPL-3.0-or-later
// What the linkage engine says of some records, in the vault's words: who each is, why it is linked
// and which pairs are doubtful. Plain values.
#pragma once

#include "casework/link_rows.h"
#include "casework/person_numbers.h"
#include "linkage/link.h"

#include <vector>

namespace casework {

struct Linked {
    std::vector<records::RecordId> records;  // sorted
    std::vector<records::PersonId> before;   // by record; empty for one that was nobody's
    std::vector<records::PersonId> person;   // by record
    std::vector<records::RecordId> group;    // by record: the first of all it is tied with
    std::vector<records::Link> links;        // by record
    std::vector<records::DoubtfulPair> pairs;
    std::vector<records::PersonChange> changes;
    // People whose records are not those they had, whether or not that changed who they are.
    std::vector<records::PersonId> disturbed;
    std::vector<records::RecordId> gone;  // were linked and no longer count
    std::int64_t people = 0;              // they are
    std::int64_t peopleBefore = 0;        // they and those that no longer count were
};

// Who records were before a run: of each row, by what it was linked to or by what the row it stands
// for was; and the people of records that no longer count and that no row stands for, or only one
// that was somebody else already.
struct Before {
    std::vector<records::PersonId> person;  // by row
    std::vector<records::PersonId> left;
    std::vector<bool> isNew;                // by row: no link of its own
    std::vector<records::PersonId> losing;  // people of records that no longer count
    std::vector<records::RecordId> gone;    // these records
};

[[nodiscard]] Before peopleBefore(const LinkRows& rows,
                                  const std::vector<records::Link>& links,
                                  const StandIns& standIns);

[[nodiscard]] base::Result<Linked> linkedOf(const linkage::Output& output,
                                            const LinkRows& rows,
                                            Before before,
                                            const FreshNumbers& freshNumbers);

}  // namespace casework

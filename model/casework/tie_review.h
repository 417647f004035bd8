// SPDX-License-Identifier: GPL-3.0-or-later
// Ties that made no family: a hostel, a block, too many people at one address. A person looks at
// who they are and what puts them together, and says whether they are a family.
#pragma once

#include "casework/session.h"
#include "records/family.h"

#include <optional>
#include <string>
#include <vector>

namespace casework {

struct TieQueue {
    std::int64_t waiting = 0;
    std::vector<records::DoubtfulTie> next;  // unanswered, in order of number; no names
};

// What a delivery says of where a person lives: the records that put them where the others are.
struct TieRecord {
    records::DeliveryId delivery;
    std::string source;    // its first row: "Schools: pupils.csv, row 4,112"
    int furtherRows = 0;   // of the same delivery and address
    std::string received;  // UTC
    std::string address;   // as sent; "Protected address" for all when anyone's is
};

struct TiePerson {
    std::string name;  // "PHILLIPS, Harley (10)"
    std::vector<TieRecord> records;
};

struct TieView {
    records::DoubtfulTie tie;
    std::vector<TiePerson> people;
};

[[nodiscard]] base::Result<TieQueue> tieQueue(Session& session, std::size_t limit);
// Audited as a look at this tie. Fails with notFound for one that is there no more.
[[nodiscard]] base::Result<TieView> openTie(Session& session, records::DoubtId tie);
// Takes effect at the next run; nothing takes an answer back.
[[nodiscard]] base::Result<void> decideTie(Session& session,
                                           records::DoubtId tie,
                                           std::optional<bool> isFamily);

}  // namespace casework

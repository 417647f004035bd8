// SPDX-License-Identifier: GPL-3.0-or-later
// Undoing what links say: a partner's row that is not the person it was linked to, and an answer
// that was wrong. Both take effect on people at the next run, and both can be taken back.
#pragma once

#include "casework/linking.h"

#include <string>
#include <vector>

namespace casework {

// One record of a row, and the other records of the person it is linked to.
struct LinkedRecord {
    records::RecordId record;
    PairSide side;
    // "by the engine to Schools: pupils.csv, row 12"; "" when it is the person's first record.
    std::string joined;
    std::vector<PairSide> others;  // empty when it stands alone
};

// What one row of a delivery became (an XML pupil may be several people). Each record shown is a
// look of its own in the audit log. Fails with notFound when no such row was accepted.
[[nodiscard]] base::Result<std::vector<LinkedRecord>> recordsOfRow(Session& session,
                                                                   records::DeliveryId delivery,
                                                                   std::int64_t row);

// Says that this record is not this person after all; it stands apart from the next run on. Gives
// the numbers of the answers that say so, one for each record it was linked with.
[[nodiscard]] base::Result<std::vector<std::int64_t>> undoLink(Session& session,
                                                               records::RecordId record);

// An answer in force about two records, named by where they came from.
struct GivenAnswer {
    std::int64_t id = 0;
    std::string left;  // "Schools: pupils.csv, row 4,112"
    std::string right;
    records::PairAnswer answer = records::PairAnswer::none;
    std::string by;
    std::string at;
};

// Newest first, `limit` at most. Names no person.
[[nodiscard]] base::Result<std::vector<GivenAnswer>> givenAnswers(Session& session,
                                                                  std::size_t limit);
// All of them or none: the engine decides about their records again. Fails with notFound when one
// is not in force.
[[nodiscard]] base::Result<void> takeBackAnswers(Session& session,
                                                 const std::vector<std::int64_t>& answers);

}  // namespace casework

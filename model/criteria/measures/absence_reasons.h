// SPDX-License-Identifier: GPL-3.0-or-later
// Absence as a school counts it by register code, added up by pupil, term and school, beside the
// term's totals. Totals have been seen to leave out much of the absence, and lists of codes may
// lack a part of the term: each can only miss sessions, so of the two the larger stands. Codes that
// come to more sessions than were possible can't be right and count for nothing.
#pragma once

#include "criteria/measures/rule.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace criteria {

class AbsenceReasons {
public:
    // The records by code within the days and of the indicator's sources.
    AbsenceReasons(const Question& question, const base::DateRange& days);

    // The sessions under the class of that field of an attendance record ("sessions_authorised"),
    // nothing when no code was sent for its pupil, term and school, or when the codes can't be
    // right.
    [[nodiscard]] std::optional<long> sessions(const OwnedRecord& attendance,
                                               std::string_view field) const;

private:
    using Key = std::tuple<records::PersonId, records::Agency, std::string, std::string>;

    struct Sum {
        long authorised = 0;
        long unauthorised = 0;
    };

    [[nodiscard]] static Key keyOf(const OwnedRecord& owned);

    std::map<Key, Sum> m_sums;
};

}  // namespace criteria

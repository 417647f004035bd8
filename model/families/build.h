// SPDX-License-Identifier: GPL-3.0-or-later
// People become families. A tie is evidence that people live or belong together: lines of one
// household number, a relationship an agency states, one home at one time. What could tie strangers
// (a hostel, a block without a flat number, a pseudo postcode, more people than one home holds,
// unrelated adults at one address) becomes a doubtful tie for a person to decide, never a family.
// A child with two homes belongs to two families. A parent living elsewhere, or of whom no address
// is known while the child lives with another adult, is a non-resident parent of the child's family
// and does not draw in their own household. Records of after the as-at date, and household lines
// ended by then, tie nobody; an address told on one day holds for two years or until a newer one.
// Plain values in and out; the same answer in any
// order of people and records.
#pragma once

#include "base/date.h"
#include "base/progress.h"
#include "base/result.h"
#include "records/family.h"
#include "records/ids.h"
#include "records/source_record.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace families {

// One person and everything sent about them. The records are borrowed for the call; none null.
struct PersonRecords {
    records::PersonId person;
    std::vector<const records::SourceRecord*> records;
};

struct Settings {
    std::size_t largestHome = 12;  // people at one home before it is doubted
    int adultAge = 18;             // years
};

struct Input {
    const std::vector<PersonRecords>& people;
    base::Date asAt;
    // Families as they were: the new family that shares most members with one keeps its number.
    const std::vector<records::Family>& earlier;
    // Doubtful ties people have answered (decidedFamily set), for the same home and reason: no
    // holds whoever comes or goes; yes makes a family of those it named, and newcomers are asked
    // about.
    const std::vector<records::DoubtfulTie>& decided;
    Settings settings;
};

struct Counts {
    std::size_t people = 0;
    std::size_t inFamilies = 0;  // people who belong to at least one
    std::size_t inTwoFamilies = 0;
    std::size_t families = 0;
    std::size_t kept = 0;      // families that kept an earlier number
    std::size_t doubtful = 0;  // ties still undecided
};

struct Outcome {
    // Sorted by their members; a new family has id 0 and the store numbers it.
    std::vector<records::Family> families;
    // Undecided and decided alike; an earlier answer and its id are carried over.
    std::vector<records::DoubtfulTie> doubtful;
    Counts counts;
};

// Fails only with Code::cancelled. Time and memory grow with the number of records.
[[nodiscard]] base::Result<Outcome> buildFamilies(const Input& input, base::Progress& progress);

}  // namespace families

// SPDX-License-Identifier: GPL-3.0-or-later
// "This record is this person", with its weight and reasons, and pairs that wait for a person's
// answer. A link never overwrites a record and can be undone.
#pragma once

#include "records/ids.h"

#include <string>
#include <vector>

namespace records {

// One bar of the waterfall: how much a comparison spoke for or against.
struct LinkReason {
    std::string field;   // "forename", "birth date", "place", "prior"
    std::string level;   // "same", "one letter differs", "different", "not sent by one"
    double weight = 0;   // log2 of the Bayes factor

    friend bool operator==(const LinkReason&, const LinkReason&) = default;
};

// By the weight of the evidence, because a person said so, or by the partner's own number.
enum class LinkOrigin { engine, person, ownNumber };

struct Link {
    RecordId record;
    PersonId person;
    // The record of the same person this one was tied by, and how strongly. A person's first record
    // has none: `against` empty, weight 0.
    RecordId against;
    double weight = 0;
    double probability = 0;
    LinkOrigin origin = LinkOrigin::engine;

    friend bool operator==(const Link&, const Link&) = default;
};

// What a run did to who people are.
struct PersonChange {
    enum class Kind {
        added,   // of records that were nobody's before
        grown,   // has records that were nobody's before
        joined,  // is no more: its records are `other`'s
        parted,  // some of its records are `other`'s now
        gone,    // none of its records counts any more
    };

    PersonId person;
    Kind kind = Kind::added;
    PersonId other;  // of joined and parted

    friend auto operator<=>(const PersonChange&, const PersonChange&) = default;
};

enum class PairAnswer { none, same, different, notSure };

// Two records that may be one person: to be reviewed.
struct DoubtfulPair {
    DoubtId id;
    RecordId left;
    RecordId right;
    double weight = 0;
    double probability = 0;
    std::vector<LinkReason> reasons;  // worked out when the pair is opened, empty in lists
    std::string why;  // "weight between the thresholds", "twins", "cut from a person with two NHS numbers"
    PairAnswer answer = PairAnswer::none;
};

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
// Source records into people, people into families; and the doubtful pairs a person answers. A run
// is in whole or not at all. A person's answers always win over the engine, in this run and the
// next. Numbers of people whom a run does not change stay as they are.
#pragma once

#include "base/progress.h"
#include "casework/link_scope.h"
#include "casework/session.h"
#include "records/family.h"
#include "records/identity.h"
#include "records/link.h"

#include <string>
#include <utility>
#include <vector>

namespace casework {

struct LinkReport {
    LinkScope scope = LinkScope::changes;  // what was done
    std::int64_t records = 0;
    std::int64_t recordsLinked = 0;  // of them in this run
    std::int64_t people = 0;
    std::int64_t candidatePairs = 0;
    std::int64_t doubtfulPairs = 0;
    std::int64_t families = 0;
    std::int64_t memberships = 0;
    std::int64_t doubtfulTies = 0;
    // Who changed since the run before, in numbers; changedPeople() names them.
    std::int64_t peopleAdded = 0;
    std::int64_t peopleGrown = 0;
    std::int64_t peopleJoined = 0;
    std::int64_t peopleParted = 0;
    std::int64_t peopleGone = 0;
    std::vector<std::string> warnings;
    std::vector<std::pair<std::string, double>> phases;  // seconds
};

[[nodiscard]] base::Result<LinkReport> linkRecords(Session& session,
                                                   base::Progress& progress,
                                                   LinkScope scope = LinkScope::changes);

// Whom the last run changed, in order of person; numbers only. The first run changes nobody.
[[nodiscard]] base::Result<std::vector<records::PersonChange>> changedPeople(Session& session);

// Which person every source record is: file name, row, person. For measuring against a truth.
struct ClusterRow {
    std::string file;
    std::int64_t row = 0;
    records::PersonId person;
    records::RecordId record;
};

[[nodiscard]] base::Result<std::vector<ClusterRow>> clusters(Session& session);

// A doubtful pair, opened side by side.
struct PairSide {
    std::string source;  // "Schools: pupils.csv, row 4,112"
    records::Identity identity;
};

struct PairView {
    records::DoubtfulPair pair;
    PairSide left;
    PairSide right;
};

struct PairQueue {
    std::int64_t waiting = 0;
    std::int64_t notSure = 0;            // of those that wait: looked at and left open
    std::int64_t answered = 0;           // same or different, in force: doubts and links undone
    std::vector<records::DoubtId> next;  // unanswered, in the order to ask
};

[[nodiscard]] base::Result<PairQueue> pairQueue(Session& session, std::size_t limit);
[[nodiscard]] base::Result<PairView> openPair(Session& session, records::DoubtId pair);
// Takes effect on people at the next run; `none` undoes an answer.
[[nodiscard]] base::Result<void> answerPair(Session& session,
                                            records::DoubtId pair,
                                            records::PairAnswer answer);

}  // namespace casework

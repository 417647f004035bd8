// SPDX-License-Identifier: GPL-3.0-or-later
// Ten minutes of checking: a random sample of pairs, drawn by band of weight, that a data officer
// answers without seeing the weight, and what follows of it about all links. The answers are kept
// as data, and win over the engine as every answer of a person does.
#pragma once

#include "base/progress.h"
#include "casework/linking.h"
#include "casework/session.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace casework {

constexpr std::size_t usualSample = 40;  // at some fifteen seconds each, ten minutes

struct SampleStanding {
    std::int64_t sample = 0;
    std::string drawnAt;  // UTC
    std::size_t pairs = 0;
    std::size_t answered = 0;           // same or different
    std::size_t notSure = 0;            // asked again
    std::vector<std::int64_t> waiting;  // in the order to ask; what is not sure comes last
};

// Of the links and doubtful pairs of the last run; pairs that a person answered are left out, their
// answer being known. The same seed draws the same pairs. Fails with refused when nothing is linked
// yet.
[[nodiscard]] base::Result<SampleStanding> drawSample(Session& session,
                                                      std::size_t pairs,
                                                      std::uint64_t seed,
                                                      base::Progress& progress);
// The newest one; nullopt before the first.
[[nodiscard]] base::Result<std::optional<SampleStanding>> standingSample(Session& session);

struct SampledPair {
    std::int64_t id = 0;
    PairSide left;
    PairSide right;
    records::PairAnswer answer = records::PairAnswer::none;
    // Known only once it is answered same or different.
    bool linked = false;  // by the engine
    double weight = 0;
    double probability = 0;
    std::vector<records::LinkReason> reasons;
};

[[nodiscard]] base::Result<SampledPair> openSampled(Session& session, std::int64_t id);
// `none` takes it back.
[[nodiscard]] base::Result<void> answerSampled(Session& session,
                                               std::int64_t id,
                                               records::PairAnswer answer);

// A share with its 95 % interval.
struct EstimatedShare {
    double value = 0;
    double low = 0;
    double high = 1;
};

struct AccuracyBand {
    bool linked = false;
    double leastWeight = 0;  // of the band; the lowest has no floor
    std::int64_t pairs = 0;
    std::size_t asked = 0;
    std::size_t same = 0;
    std::size_t different = 0;
};

struct AccuracyView {
    SampleStanding standing;
    EstimatedShare precision;  // of links
    EstimatedShare recall;     // of pairs of one person among links and doubtful pairs
    std::vector<AccuracyBand> bands;
    // What the model itself expects of its last whole run; absent before one.
    std::optional<double> expectedPrecision;
    std::optional<double> expectedMissedPairs;
};

// nullopt before the first sample.
[[nodiscard]] base::Result<std::optional<AccuracyView>> linkAccuracy(Session& session);

// Every answered pair as data: no names, numbers of records only.
struct LabelRow {
    records::RecordId left;
    records::RecordId right;
    bool same = false;
    double weight = 0;
    bool linked = false;
    bool random = false;  // of a sample; otherwise somebody chose to answer it
    std::int64_t model = 0;
    std::string by;  // user name
    std::string at;
};

[[nodiscard]] base::Result<std::vector<LabelRow>> labelRows(Session& session);

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// The linkage model of a vault to be seen, taken out, put in force, and learnt anew from answered
// pairs when a person asks. What a run did with it. Shares and counts only, nobody's values.
#pragma once

#include "base/progress.h"
#include "casework/session.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace casework {

struct ModelLevel {
    std::string comparison;  // "birth date"
    std::string level;       // "one digit differs"
    double m = 0;            // share among pairs of one person
    double u = 0;            // share among strangers
    double weight = 0;       // log2(m / u)
    double pairs = 0;        // of one person that m rests on; 0 = the shipped start value
};

struct ModelView {
    std::int64_t id = 0;
    std::string origin;  // "estimated from 1,035,534 source records"
    std::string by;
    std::string at;  // UTC
    double prior = 0;
    double relativePrior = 0;
    std::vector<ModelLevel> levels;
};

// The one in force; nullopt before the first run.
[[nodiscard]] base::Result<std::optional<ModelView>> currentModel(Session& session);

struct RunRule {
    std::string rule;  // "surname, birth date"
    bool used = true;
    std::uint64_t pairs = 0;
    std::uint64_t leftOutRows = 0;
};

struct RunBin {
    int from = 0;  // weight; one bit wide
    std::uint64_t pairs = 0;
};

struct RunView {
    std::string at;  // UTC
    std::vector<RunRule> rules;
    std::vector<std::pair<std::string, std::uint64_t>> largestBlocks;  // rule, rows
    std::vector<RunBin> weights;
    double linkWeight = 0;
    double reviewWeight = 0;
    double expectedPrecision = 0;
    double expectedMissedPairs = 0;
};

// The last run over all records; nullopt before the first.
[[nodiscard]] base::Result<std::optional<RunView>> lastWholeRun(Session& session);

// The model in force as a file: for match, for another vault, for --splink. Fails with notFound
// before the first run.
[[nodiscard]] base::Result<std::string> modelText(Session& session);

struct SplinkText {
    std::string json;
    std::string notes;  // what can't be said in Splink, a line each
};

enum class SplinkEngine { duckdb, spark };

[[nodiscard]] base::Result<SplinkText> modelAsSplink(Session& session, SplinkEngine engine);

// Puts a model file in force, from the next run on, which links every record anew. Fails with
// malformed when it is no model, or one for other fields than a vault has.
[[nodiscard]] base::Result<void> adoptModel(Session& session,
                                            const std::string& text,
                                            const std::string& fileName,
                                            const std::string& origin);

struct RelearntLevel {
    std::string comparison;
    std::string level;
    double mBefore = 0;
    double mAfter = 0;
    double weightBefore = 0;
    double weightAfter = 0;
    std::uint64_t labelled = 0;  // answered pairs of one person that reach it
};

struct RelearntModel {
    std::vector<RelearntLevel> levels;
    std::uint64_t used = 0;  // answered pairs of one person, of the newest random sample
    std::string text;        // to adopt
};

// Learns m anew from the newest random sample, and puts nothing in force. Pairs that somebody chose
// to answer are left out: they are the doubtful ones, and would teach that people never agree with
// themselves. Fails with refused before fifteen of the sample are answered same.
[[nodiscard]] base::Result<RelearntModel> relearnModel(Session& session, base::Progress& progress);

constexpr std::uint64_t fewestAnswers = 15;

}  // namespace casework

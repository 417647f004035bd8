// SPDX-License-Identifier: GPL-3.0-or-later
// Linking any delimited files with the vault's own engine and no vault: for analysts, and for
// measuring the engine against a truth. The files stay as they are.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "linkage/model.h"
#include "linkage/run_report.h"
#include "linkage/string_pool.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casework {

struct MatchRequest {
    std::vector<std::filesystem::path> files;
    std::string fields;                   // "id=unique_id,forename=first_name,..."
    bool linkOnly = false;                // no two rows of one file (or `source`) are one person
    std::optional<double> threshold;      // probability at and above which two rows are one person
    bool listPairs = true;                // fill MatchReport::pairs
    std::optional<linkage::Model> model;  // used as it is; otherwise estimated from the rows
};

struct MatchedRow {
    std::uint32_t file = 0;    // index into the request's files
    std::string_view id;       // lives as long as the report or a copy of it
    std::uint32_t person = 0;  // counts from 1, in the order of the files' rows
};

struct MatchedPair {
    std::uint32_t left = 0;  // index into rows
    std::uint32_t right = 0;
    double weight = 0;
    double probability = 0;
};

struct MatchReport {
    std::vector<MatchedRow> rows;
    std::vector<std::shared_ptr<const linkage::StringPool>> ids;  // what the rows' ids point into
    std::vector<MatchedPair> pairs;  // at least doubtful by weight, when asked for
    std::uint64_t scoredPairs = 0;   // how many there are
    std::uint64_t candidatePairs = 0;
    std::uint32_t people = 0;
    linkage::Model model;    // the links were made with
    linkage::RunReport run;  // pairs by rule, weights, what is likely wrong or missed
    std::vector<std::pair<std::string, double>> phases;  // seconds
    std::vector<std::string> warnings;
};

// Fails with malformed (the fields, a heading that is not there, an id missing or given twice),
// notFound, unreadable, cancelled.
[[nodiscard]] base::Result<MatchReport> matchFiles(const MatchRequest& request,
                                                   base::Progress& progress);

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// A vault to learn on: synthetic partner files, imported, linked and assessed, a user of every
// role, and some cases already worked so that every queue has something in it. Everyone is made up.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "base/secret.h"

#include <cstdint>
#include <filesystem>

namespace app {

struct TrainingRequest {
    std::filesystem::path vault;
    std::size_t people = 2000;
    std::uint64_t seed = 1;
};

struct TrainingSummary {
    std::size_t files = 0;
    std::int64_t rowsIn = 0;
    std::int64_t rowsAccepted = 0;
    std::int64_t rowsRejected = 0;
    std::int64_t records = 0;
    std::int64_t people = 0;
    std::int64_t families = 0;
    std::int64_t flagged = 0;
    std::int64_t waiting = 0;    // for a caseworker
    std::int64_t forReview = 0;  // with a supervisor
    std::int64_t supported = 0;
};

// All users have the one password. On failure the half-made vault is removed.
[[nodiscard]] base::Result<TrainingSummary> makeTrainingVault(const TrainingRequest& request,
                                                              const base::Secret& password,
                                                              base::Progress& progress);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// The options of `match` that take a model in and give one out.
#pragma once

#include "app/command.h"
#include "casework/match.h"

#include <vector>

namespace app {

[[nodiscard]] std::vector<Argument> modelOptions();  // --model, --model-out, --splink-out, ...

// Reads --model into the request, whose fields must be set; says what was not taken as it is.
[[nodiscard]] base::Result<void> takeModel(const Arguments& arguments,
                                           Console& console,
                                           casework::MatchRequest& request);
// Writes --model-out and --splink-out. Beside Splink's settings goes FILE.notes.txt.
[[nodiscard]] base::Result<void> giveModel(const Arguments& arguments,
                                           Console& console,
                                           const casework::MatchRequest& request,
                                           const casework::MatchReport& report);

// The settings and, beside them, what they can't say.
[[nodiscard]] base::Result<void> writeSplink(Console& console,
                                             const std::string& file,
                                             const std::string& settings,
                                             const std::string& notes);

}  // namespace app

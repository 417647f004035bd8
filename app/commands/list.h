// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of sub-commands, one function a file; app/commands.cpp strings them together.
#pragma once

#include "app/command.h"

#include <vector>

namespace app {

[[nodiscard]] std::vector<Command> trainingCommands();     // synth, demo, picture
[[nodiscard]] std::vector<Command> accessCommands();       // create, user, password
[[nodiscard]] std::vector<Command> deliveryCommands();     // agreement, import
[[nodiscard]] std::vector<Command> qualityCommands();      // quality, withdraw
[[nodiscard]] std::vector<Command> mappingCommands();      // mapping look, propose
[[nodiscard]] std::vector<Command> keptMappingCommands();  // mapping try, save, sign-off
[[nodiscard]] std::vector<Command> linkingCommands();      // link
[[nodiscard]] std::vector<Command> linkReviewCommands();   // pairs, pair, answer, unlink, ties, tie
[[nodiscard]] std::vector<Command> sampleCommands();       // sample draw, accuracy, model run
[[nodiscard]] std::vector<Command> modelCommands();        // model show, export, adopt, records
[[nodiscard]] std::vector<Command> assessingCommands();    // assess, recompute
[[nodiscard]] std::vector<Command> planCommands();         // plan check, try, show
[[nodiscard]] std::vector<Command> planVersionCommands();  // plan propose, adopt, decline, list
[[nodiscard]] std::vector<Command> familyCommands();       // families, family, evidence
[[nodiscard]] std::vector<Command> decisionCommands();     // decide, consent, basis
[[nodiscard]] std::vector<Command> submissionCommands();   // submit, release, included
[[nodiscard]] std::vector<Command> auditCommands();        // audit
[[nodiscard]] std::vector<Command> matchCommands();        // match

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/list.h"

#include <iterator>

namespace app {

const std::vector<Command>& allCommands() {
    static const std::vector<Command> commands = [] {
        std::vector<Command> all;
        for (auto* group : {trainingCommands,
                            accessCommands,
                            deliveryCommands,
                            qualityCommands,
                            mappingCommands,
                            keptMappingCommands,
                            linkingCommands,
                            linkReviewCommands,
                            sampleCommands,
                            modelCommands,
                            assessingCommands,
                            planCommands,
                            planVersionCommands,
                            familyCommands,
                            decisionCommands,
                            submissionCommands,
                            auditCommands,
                            matchCommands}) {
            std::vector<Command> some = group();
            std::move(some.begin(), some.end(), std::back_inserter(all));
        }
        return all;
    }();
    return commands;
}

}  // namespace app

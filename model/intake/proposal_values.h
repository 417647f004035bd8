// SPDX-License-Identifier: GPL-3.0-or-later
// What the values of a column say for or against its filling one of ours, and how its dates and
// codes are to be read.
#pragma once

#include "intake/proposal_vocabulary.h"
#include "records/file_look.h"
#include "records/mapping_draft.h"

#include <string>

namespace intake {

struct Verdict {
    int alone = 0;       // how well the values alone would tell the target, 0 to 100
    int added = 0;       // what they add to, or take from, what the heading says
    std::string reason;  // in words; "" when they say nothing
};

[[nodiscard]] Verdict judge(const records::ColumnLook& column,
                            const Target& target,
                            const Vocabulary& vocabulary);

// Fills in dates and codes as `column` needs them for its target, and adds to its
// reason what is to be known of them.
void readValues(records::DraftColumn& draft,
                const records::ColumnLook& column,
                const Vocabulary& vocabulary);

}  // namespace intake

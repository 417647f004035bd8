// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a file fills which of ours, for one record type: every pair gets a score from the
// heading and from the values, the best pair is taken first, and each column and each target is
// taken once (an address may lie in several columns).
#pragma once

#include "intake/proposal_vocabulary.h"
#include "records/agreement.h"
#include "records/file_look.h"

#include <string>
#include <vector>

namespace intake {

// The agreement lists it; a whole name needs all parts of the name but the middle names.
[[nodiscard]] bool permits(const records::Agreement& agreement, const Target& target);

struct AssignedColumn {
    std::string target;  // "" is not received
    std::string reason;
};

struct Assignment {
    std::vector<AssignedColumn> columns;  // aligned with the file's
    int score = 0;  // how well the file holds records of the type; for comparing types
};

[[nodiscard]] Assignment assign(const records::TableLook& look,
                                const records::RecordType& type,
                                const records::Agreement& agreement,
                                const Vocabulary& vocabulary);

}  // namespace intake

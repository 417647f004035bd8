// SPDX-License-Identifier: GPL-3.0-or-later
// Why two rows tie, bar by bar: the prior, each comparison, the allowance for relatives. Made anew
// from the two rows and the model, so that nobody has to keep a million explanations.
#pragma once

#include "base/result.h"
#include "linkage/link.h"
#include "records/link.h"

#include <vector>

namespace linkage {

// Of rows `left` and `right` of `rows` (any fields the model was made for). The weights are log2 of
// Bayes factors and add up to the tie's weight. A tie by decision or by the source's own number has
// one reason. Fails with malformed: a row that isn't there, a model for other fields, a model
// without frequencies.
[[nodiscard]] base::Result<std::vector<records::LinkReason>> explain(
    const Rows& rows, std::uint32_t left, std::uint32_t right, TieKind kind, const Model& model);

constexpr double ownNumberWeight = 40;  // shown for a tie by a source's own number

}  // namespace linkage

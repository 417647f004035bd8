// SPDX-License-Identifier: GPL-3.0-or-later
// Adding to what is linked already, with the model it was linked with. Law: the same people as
// linking all rows at once with that model. How a caller does it:
//   1. blockingKeys() of the new rows; whatever kept rows share a key with one of them are the
//      neighbours (the keys of kept rows were kept when they were linked; they never change while
//      the model doesn't).
//   2. reachedBy() of new rows and neighbours: which kept rows tie with a new row, linked or in
//      doubt. (The two rows of a decision made since count as new.)
//   3. link() with the model over the new rows and every row of the reached rows' components
//      (Output::component): that answer replaces what was kept about those rows; all others stay.
// Sources must keep their numbers from run to run. Not for Input::onePerSource, where who is left
// over depends on everybody.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "linkage/link.h"

#include <cstdint>
#include <span>
#include <vector>

namespace linkage {

// Of every row, the keys under which it meets others, rule and scope folded in; hashes, no values.
// Some twenty a row.
struct RowKeys {
    std::vector<std::uint32_t> first;  // row -> index into keys; one more at the end
    std::vector<std::uint64_t> keys;   // of each row sorted, each once

    [[nodiscard]] std::span<const std::uint64_t> of(std::uint32_t row) const {
        return std::span(keys).subspan(first[row], first[row + 1] - first[row]);
    }
};

// The model must be whole, as link() gives it. Fails as link() does.
[[nodiscard]] base::Result<RowKeys> blockingKeys(const Rows& rows, const Model& model);

// Rows 0 to `fresh` - 1 are new, the others kept neighbours. Gives the kept rows, sorted, that tie
// with a new one at least doubtfully. settings.model must be given. Decisions play no part: their
// rows' components are the caller's to add.
[[nodiscard]] base::Result<std::vector<std::uint32_t>> reachedBy(Input input,
                                                                 std::uint32_t fresh,
                                                                 const Settings& settings,
                                                                 base::Progress& progress);

}  // namespace linkage

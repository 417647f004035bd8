// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a vault a run of linkage looks at.
#pragma once

namespace casework {

// `changes` becomes `whole` by itself where there is nothing to build on (another model in force
// since, another version of the engine) or very much is new, and `estimate` where there is no model
// yet, or the vault has outgrown the records it was estimated from.
enum class LinkScope {
    changes,   // the records that are new or no longer count, the answers given since
    whole,     // every record, under the model in force
    estimate,  // every record, under a model estimated from them
};

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// A run of the linkage engine over a vault, the whole of it or what changed since the run before,
// written back within the transaction the caller opened. Both give the same people under the same
// model. A run over what changed costs about the changed records' share: it finds the kept records
// that share a blocking key with a new one by their hashes, reads only those, and links anew only
// the groups a new record is tied with (linkage/increment.h).
#pragma once

#include "access/grant.h"
#include "base/progress.h"
#include "casework/link_scope.h"
#include "casework/linked.h"
#include "linkage/run_report.h"
#include "store/link_standing_table.h"
#include "store/vault.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace casework {

// What all runs need to know of the vault.
struct LinkContext {
    std::vector<records::RecordId> superseded;  // sorted
    StandIns standIns;
    std::vector<LinkAnswer> answers;
    std::vector<std::int64_t> answerIds;  // sorted
    std::vector<std::pair<std::int64_t, std::pair<records::RecordId, records::RecordId>>>
        answerRecords;  // of every answer ever given, by its number
    records::RecordId newest;
};

struct LinkRun {
    LinkScope scope = LinkScope::whole;  // what was done
    Linked linked;                       // of the records looked at anew
    std::int64_t records = 0;            // linked, in the whole vault
    std::int64_t people = 0;
    std::uint64_t candidatePairs = 0;
    linkage::RunReport report;
    std::vector<linkage::PhaseTime> phases;
    std::vector<std::string> warnings;
};

[[nodiscard]] base::Result<LinkRun> runLinkage(store::Vault& vault,
                                               const access::Grant& grant,
                                               LinkScope scope,
                                               base::Progress& progress);

// The parts of it.
struct ModelInForce {
    std::int64_t id = 0;
    linkage::Model model;
    std::int64_t records = 0;  // it was estimated from; 0 when a person chose it
    // Tells hashes made by another model or another engine apart; 0 when the model isn't whole (as
    // one of Splink's): then no run builds on another.
    std::int64_t keyKind = 0;
};

// nullopt when there is none, or none that this version can use.
[[nodiscard]] base::Result<std::optional<ModelInForce>> modelInForce(store::Vault& vault,
                                                                     const access::Grant& grant);

// What the model lacks is taken from the records and the whole of it adopted in its place. Without
// a model, one is estimated and adopted.
[[nodiscard]] base::Result<LinkRun> runOverAll(store::Vault& vault,
                                               const access::Grant& grant,
                                               const LinkContext& context,
                                               std::optional<ModelInForce> model,
                                               base::Progress& progress);

// `standing` is of this model.
[[nodiscard]] base::Result<LinkRun> runOverChanges(store::Vault& vault,
                                                   const access::Grant& grant,
                                                   const LinkContext& context,
                                                   const ModelInForce& model,
                                                   const store::LinkStanding& standing,
                                                   base::Progress& progress);

// The hashes a record is found by, as they are kept.
[[nodiscard]] base::Result<store::RecordHashes> linkKeys(const LinkRows& rows,
                                                         const linkage::Model& model);

}  // namespace casework

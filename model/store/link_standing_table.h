// SPDX-License-Identifier: GPL-3.0-or-later
// What the last run of linkage leaves for the next, so that new rows can be linked without reading
// all the others: under which model and with which answers it ran, by which hashes each linked
// record is found, and the group of tied records it belongs to. All of it can be made anew by a
// whole run; nothing a person said is in it. Hashes only, no values.
#pragma once

#include "access/grant.h"
#include "records/ids.h"
#include "store/record_hashes.h"
#include "store/vault.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace store {

struct LinkStanding {
    std::int64_t model = 0;                     // LinkModel::id
    std::int64_t keyKind = 0;                   // of the hashes kept: another kind finds nothing
    records::RecordId newest;                   // greatest number of all records there were
    std::vector<records::RecordId> passedOver;  // up to `newest`, superseded then; sorted
    std::vector<std::int64_t> answers;          // PairDecision::id in force then; sorted
    std::int64_t records = 0;                   // linked
    std::int64_t people = 0;
};

// Who every record that has hashes is grouped with, named by one record of the group; empty = not
// linked now.
struct LinkGroups {
    std::vector<records::RecordId> records;  // in the order in which they were linked first
    std::vector<records::RecordId> group;
};

// Of one stored portion, in order.
using HashVisitor = std::function<base::Result<void>(const RecordHashes&)>;

// Grant: linkRecords on the vault, for all that read; find() is for reviewLinks too.
class LinkStandingTable {
public:
    explicit LinkStandingTable(Vault& vault) : m_vault(&vault) {}

    // nullopt before the first run.
    [[nodiscard]] base::Result<std::optional<LinkStanding>> find(const access::Grant& grant) const;
    [[nodiscard]] base::Result<void> replace(const LinkStanding& standing);

    [[nodiscard]] base::Result<void> forEachKeys(const access::Grant& grant,
                                                 const HashVisitor& visit) const;
    [[nodiscard]] base::Result<LinkGroups> groups(const access::Grant& grant) const;
    // All of it: the next run is a whole one.
    [[nodiscard]] base::Result<void> forget();
    // More records, each with its group.
    [[nodiscard]] base::Result<void> append(const RecordHashes& keys,
                                            std::span<const records::RecordId> group);
    // Groups of records appended before, in place of `before`, which groups() gave.
    [[nodiscard]] base::Result<void> regroup(const LinkGroups& before,
                                             std::span<const records::RecordId> group);

private:
    Vault* m_vault;
};

}  // namespace store

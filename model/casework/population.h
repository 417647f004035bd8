// SPDX-License-Identifier: GPL-3.0-or-later
// Everyone in the vault in memory: records with opened payloads, grouped by the person each is
// linked to. What runs over the whole vault start from. Memory grows with the number of records;
// payloads are wiped with it, never written back.
#pragma once

#include "access/grant.h"
#include "base/progress.h"
#include "families/build.h"
#include "records/source_record.h"
#include "store/source_record_table.h"
#include "store/vault.h"

#include <vector>

namespace casework {

struct Population {
    std::vector<records::SourceRecord> records;   // by number
    std::vector<families::PersonRecords> people;  // by number; point into `records`

    [[nodiscard]] const records::SourceRecord* record(records::RecordId id) const;
    [[nodiscard]] const families::PersonRecords* person(records::PersonId id) const;
};

[[nodiscard]] base::Result<std::vector<records::SourceRecord>> loadRecords(
    store::Vault& vault,
    const access::Grant& grant,
    store::Payloads payloads,
    base::Progress& progress);

// Grant: assess or prepareSubmission on the vault.
[[nodiscard]] base::Result<Population> loadPopulation(store::Vault& vault,
                                                      const access::Grant& grant,
                                                      store::Payloads payloads,
                                                      base::Progress& progress);

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// The best known identity of a person from all their source records. Each value is the one most
// records send, valid before suspicious before invalid, complete before partial, newest among
// equals; the address is the newest usable one. A birth name that lost to a newer surname is kept
// as the former surname. Address protection and death stand if any record says so. The answer is
// the same whatever the order of the records.
#pragma once

#include "records/family.h"
#include "records/ids.h"
#include "records/source_record.h"

#include <vector>

namespace families {

// The records are borrowed for the call; none may be null.
[[nodiscard]] records::Person describePerson(
    records::PersonId id, const std::vector<const records::SourceRecord*>& records);

}  // namespace families

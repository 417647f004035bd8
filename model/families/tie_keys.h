// SPDX-License-Identifier: GPL-3.0-or-later
// The keys by which records hang together when families are built: homes by UPRN and by address,
// household numbers, people's own numbers and the numbers their relations are named by. Two people
// who share no key with one another, nor with anybody through whom a chain of keys runs, are never
// in one family or one doubtful tie, and neither has a say in the other's. So a part of the people
// that no key leads out of can be built by itself. Hashes, no values.
#pragma once

#include "records/source_record.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace families {

class TieKeys {
public:
    // Appends the keys of a record, whose payload must be there. Remembers addresses it has seen.
    void appendOf(const records::SourceRecord& record, std::vector<std::uint32_t>& into);

private:
    std::unordered_map<std::string, std::uint32_t> m_homes;  // by address and postcode; 0 for none
};

}  // namespace families

// SPDX-License-Identifier: GPL-3.0-or-later
// People in the words screens use: "PROBERT, Katherine", "Katherine, 14", "4 May 2012 (14y)".
#pragma once

#include "access/grant.h"
#include "base/result.h"
#include "records/family.h"
#include "records/ids.h"

#include <map>
#include <string>
#include <vector>

namespace store {
class Vault;
}

namespace casework {

// What is known of each person, from their records. Scoped by the grant.
[[nodiscard]] base::Result<std::map<records::PersonId, records::Person>> describePeople(
    store::Vault& vault, const access::Grant& grant, const std::vector<records::PersonId>& people);

// "PROBERT, Katherine (14)", in the order asked for.
[[nodiscard]] base::Result<std::vector<std::string>> namesOf(
    store::Vault& vault, const access::Grant& grant, const std::vector<records::PersonId>& people);

[[nodiscard]] std::string agedName(const records::Identity& identity);  // as namesOf()
[[nodiscard]] std::string listName(const records::Identity& identity);
[[nodiscard]] std::string shortName(const records::Identity& identity, base::Date asAt);
[[nodiscard]] std::string birthWords(const records::PartialDate& birth, base::Date asAt);

}  // namespace casework

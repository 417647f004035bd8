// SPDX-License-Identifier: GPL-3.0-or-later
// The linkage models of a vault: each as its text, with where it came from, who adopted it and
// when. They are added and never changed; the newest is in force and stays so until another is
// adopted. Links say by which model they were made (LinkStanding), so a new model makes the next
// run a whole one.
#pragma once

#include "access/grant.h"
#include "store/vault.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

struct LinkModel {
    std::int64_t id = 0;
    std::string json;    // as linkage::toJson() wrote it; "" in lists
    std::string origin;  // "estimated from 1,035,534 source records", "read from a file"
    // Of this vault, that a run estimated it from; 0 when a person chose it. A run estimates anew
    // when there are many more by then, and never in place of a person's choice.
    std::int64_t records = 0;
    std::string at;  // UTC
    records::UserId by;
};

class LinkModelTable {
public:
    explicit LinkModelTable(Vault& vault) : m_vault(&vault) {}

    // Grant: linkRecords or reviewLinks, on whatever, for all: a model holds no person's values.
    [[nodiscard]] base::Result<LinkModel> adopt(const access::Grant& grant,
                                                std::string_view json,
                                                std::string_view origin,
                                                std::int64_t records = 0);
    // nullopt before the first run.
    [[nodiscard]] base::Result<std::optional<LinkModel>> inForce(const access::Grant& grant) const;
    // Fails with notFound.
    [[nodiscard]] base::Result<LinkModel> find(const access::Grant& grant, std::int64_t id) const;
    // Oldest first, without their text.
    [[nodiscard]] base::Result<std::vector<LinkModel>> list(const access::Grant& grant) const;

private:
    Vault* m_vault;
};

}  // namespace store

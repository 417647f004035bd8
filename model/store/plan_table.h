// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes Plans as they were used or put forward, by fingerprint (sha256 of the text), and which
// was adopted from which day by whom. PlanVersionTable adopts.
#pragma once

#include "base/date.h"
#include "store/vault.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

struct PlanAdoption {
    std::int64_t id = 0;
    std::string fingerprint;
    base::Date from;
    records::UserId by;
    std::string at;
};

class PlanTable {
public:
    explicit PlanTable(Vault& vault) : m_database(&vault.database()) {}

    // Keeps the text (once) and returns its fingerprint.
    [[nodiscard]] base::Result<std::string> keep(std::string_view text);
    [[nodiscard]] base::Result<std::string> text(
        std::string_view fingerprint) const;  // or notFound
    // The newest adoption whose day has come.
    [[nodiscard]] base::Result<std::optional<PlanAdoption>> inForce(base::Date day) const;
    [[nodiscard]] base::Result<std::vector<PlanAdoption>> adoptions() const;  // newest first

private:
    Database* m_database;
};

}  // namespace store

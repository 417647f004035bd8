// SPDX-License-Identifier: GPL-3.0-or-later
// The vault a window is opened on: a synthetic county, imported, linked and assessed the usual way,
// with a caseworker who has taken families, one household of 500 records, a delivery of nothing but
// faults and a long audit log. Kept in a folder when asked, since making it takes minutes.
#pragma once

#include "casework/session.h"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace benchmarks {

struct StageSizes {
    std::size_t people = 200'000;
    std::size_t faults = 200'000;
    std::size_t events = 200'000;
    std::size_t taken = 200;
};

class Stage {
public:
    // Where `folder` already holds such a vault, that one is taken.
    Stage(const std::filesystem::path& folder, const StageSizes& sizes);

    // "caseworker", "supervisor", "auditor", ...; "usual" is a caseworker whose password costs what
    // passwords usually cost.
    [[nodiscard]] std::unique_ptr<casework::Session> as(std::string_view user) const;

    // The household of 500 records: the newest family.
    [[nodiscard]] records::FamilyId largeFamily() const;

    [[nodiscard]] const std::filesystem::path& vault() const { return m_vault; }

private:
    void make(const std::filesystem::path& folder, const StageSizes& sizes) const;
    void addUsers() const;
    void link() const;
    void addHousehold(const std::filesystem::path& folder) const;
    void takeFamilies(std::size_t most) const;
    void addFaults(const std::filesystem::path& folder, std::size_t rows) const;
    void addEvents(std::size_t events) const;

    std::filesystem::path m_vault;
};

}  // namespace benchmarks

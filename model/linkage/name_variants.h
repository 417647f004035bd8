// SPDX-License-Identifier: GPL-3.0-or-later
// Which names are forms of one another: Bill and William, Catherine and Kathryn. Read once from
// resources/names; names are compared folded. Read-only, any thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace linkage {

class NameVariants {
public:
    // Lines "name,variant variant ..."; '#' lines and the heading are skipped.
    explicit NameVariants(std::string_view table);

    [[nodiscard]] bool areVariants(std::string_view left, std::string_view right) const;
    // A name people are known to have, so hardly a slip for another name.
    [[nodiscard]] bool knows(std::string_view name) const;

    // All its other forms, sorted.
    [[nodiscard]] const std::vector<std::string>& of(std::string_view name) const;

    [[nodiscard]] static const NameVariants& forenames();
    [[nodiscard]] static const NameVariants& surnames();

private:
    std::unordered_map<std::string, std::vector<std::string>> m_variants;  // sorted
};

}  // namespace linkage

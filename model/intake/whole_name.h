// SPDX-License-Identifier: GPL-3.0-or-later
// A person's whole name in one cell, as parts: "SMITH, John Paul", "Mr John Smith", "de la Cruz,
// Ana". Titles are left out. A cell that names two people ("Mr J & Mrs K Smith") has no parts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace intake {

struct NameParts {
    std::string forename;
    std::string middleNames;
    std::string surname;

    friend bool operator==(const NameParts&, const NameParts&) = default;
};

// Before a comma stands the surname. Without one the surname is last, with the small words that
// belong to it ("van", "de la"), or first when it alone is in capitals ("SMITH John"). A single
// word is a surname. Nothing when the cell names more than one person.
[[nodiscard]] std::optional<NameParts> nameParts(std::string_view text);

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
// What can't be one person, whatever the weight: two different valid NINOs, UPNs or NHS numbers;
// twins (born on one day, one surname, clearly different forenames); a parent and child of one name
// (births 13 years or more apart). The last two give way where a valid identifier is the same.
// Symmetric.
#pragma once

#include "linkage/comparer.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace linkage {

class CertainNo {
public:
    explicit CertainNo(const Comparer& comparer);

    // Why these two can't be one person, "" when they can.
    [[nodiscard]] std::string_view between(std::uint32_t left, std::uint32_t right) const;

    // The parts of between(), for whole groups of profiles: the columns whose valid values must be
    // one, the columns whose equal valid values settle that two names are one person's, and the
    // rule about names and birth dates alone.
    struct Single {
        const Column* column = nullptr;
        std::string_view why;
    };

    [[nodiscard]] const std::vector<Single>& singles() const { return m_singles; }

    [[nodiscard]] const std::vector<const Column*>& settling() const { return m_settling; }

    // Whether two values of a settling column are one person's: the same, or one mistyped.
    [[nodiscard]] static bool settles(const Column& column,
                                      std::uint32_t left,
                                      std::uint32_t right);

    [[nodiscard]] std::string_view byNames(std::uint32_t left, std::uint32_t right) const;

private:
    const Comparer& m_comparer;
    std::vector<Single> m_singles;
    std::vector<const Column*> m_settling;
    std::size_t m_forename;
    std::size_t m_surname;
    const Column* m_birth;
};

}  // namespace linkage

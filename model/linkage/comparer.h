// SPDX-License-Identifier: GPL-3.0-or-later
// Two profiles, comparison by comparison: which level each reaches. Postcode, address, UPRN and
// town are one comparison, "place", since they say one thing. Symmetric. Borrows the table, which
// must outlive it. Read-only after construction: any thread.
#pragma once

#include "linkage/levels.h"
#include "linkage/table.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace linkage {

constexpr std::size_t mostComparisons = 32;

// The level of each comparison, four bits each.
struct Pattern {
    std::array<std::uint64_t, 2> bits{};

    [[nodiscard]] unsigned at(std::size_t comparison) const {
        return static_cast<unsigned>(bits[comparison / 16] >> (comparison % 16 * 4) & 15U);
    }

    void set(std::size_t comparison, unsigned level) {
        bits[comparison / 16] |= std::uint64_t{level} << (comparison % 16 * 4);
    }

    friend auto operator<=>(const Pattern&, const Pattern&) = default;
};

struct Comparison {
    Measure measure = Measure::text;
    std::string name;                // "forename", "place", "NHS number", "text:suburb"
    const Column* column = nullptr;  // the main one; of place: postcode, else address, UPRN, town
};

class Comparer {
public:
    explicit Comparer(const Table& table);

    [[nodiscard]] const Table& table() const { return m_table; }

    [[nodiscard]] const std::vector<Comparison>& comparisons() const { return m_comparisons; }

    // Index of the comparison, or mostComparisons.
    [[nodiscard]] std::size_t find(Measure measure) const;

    [[nodiscard]] Pattern compare(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] unsigned level(std::size_t comparison,
                                 std::uint32_t left,
                                 std::uint32_t right) const;

    // Two names, and hardly one name mangled; false when either was not sent.
    [[nodiscard]] bool clearlyDifferentForenames(std::uint32_t left, std::uint32_t right) const;

    // How many profiles share what `left` and `right` agree on at this level, and of how many that
    // sent anything; {0, 0} where the value's own frequency says nothing.
    struct Share {
        std::uint32_t bearers = 0;
        std::uint32_t sent = 0;
        // Common and rare values both speak (names); otherwise only a value that far too many
        // share.
        bool both = false;
    };

    [[nodiscard]] Share share(std::size_t comparison,
                              unsigned level,
                              std::uint32_t left,
                              std::uint32_t right) const;

private:
    [[nodiscard]] unsigned forenameLevel(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] unsigned surnameLevel(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] unsigned placeLevel(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] bool swappedNames(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] bool isMiddleName(std::uint32_t left, std::uint32_t right) const;
    void addComparisons();
    void findKnownNames();
    void countHomes();

    const Table& m_table;
    std::vector<Comparison> m_comparisons;
    const Column* m_forename = nullptr;
    const Column* m_middle = nullptr;
    const Column* m_surname = nullptr;
    const Column* m_former = nullptr;
    const Column* m_postcode = nullptr;
    const Column* m_address = nullptr;
    const Column* m_uprn = nullptr;
    const Column* m_town = nullptr;
    std::vector<bool> m_known;           // forename value -> a name people have
    std::vector<std::uint32_t> m_home;   // profile -> home, 0 none
    std::vector<std::uint32_t> m_homes;  // home -> profiles there
    std::uint32_t m_placed = 0;          // profiles with any place
};

}  // namespace linkage

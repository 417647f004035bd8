// SPDX-License-Identifier: GPL-3.0-or-later
// Two profiles, comparison by comparison: which level each reaches. Postcode, address, UPRN and
// town are one comparison, "place", since they say one thing. Symmetric. Borrows the table, which
// must outlive it. How common values are it takes from the model, if that knows, else from the
// table. Read-only after construction: any thread.
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
    explicit Comparer(const Table& table, const Model* model = nullptr);

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

    // The share of a level with the bearers left open; sent is 0 where frequency never speaks.
    [[nodiscard]] Share kindOfShare(std::size_t comparison, unsigned level) const;
    // The name of the frequencies it is taken from; "" where none.
    [[nodiscard]] std::string fieldOfShare(std::size_t comparison, unsigned level) const;

    // Every value's frequency, rare ones too, for a model to keep.
    [[nodiscard]] std::vector<Frequencies> frequencies() const;
    // From so many on a forename is known to be one.
    [[nodiscard]] static std::uint32_t oftenFrom(std::uint32_t profiles);

private:
    // By value: how many profiles bear it.
    struct Crowd {
        std::vector<std::uint32_t> bearers;
        std::uint32_t sent = 0;
    };

    // By word: the numbers of the words that are other forms of it.
    struct Forms {
        std::vector<std::uint32_t> first;
        std::vector<std::uint32_t> words;
    };

    [[nodiscard]] unsigned forenameLevel(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] unsigned surnameLevel(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] unsigned placeLevel(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] bool swappedNames(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] bool isMiddleName(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] static Forms formsOf(const WordPool& pool, const class NameVariants& table);
    [[nodiscard]] static bool areForms(const Forms& forms, std::uint32_t a, std::uint32_t b);
    // The column whose frequency speaks at a level, or null: nothing, or (place) the home.
    [[nodiscard]] const Column* shareColumn(std::size_t comparison, unsigned level) const;
    [[nodiscard]] bool isHomeShare(std::size_t comparison, unsigned level) const;
    void addComparisons();
    void findNames();
    void findKnownNames(const Model* model);
    void findHomes();
    void countCrowds(const Model* model);

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
    std::vector<bool> m_known;                     // forename value -> a name people have
    std::vector<std::uint32_t> m_asSurname;        // forename value -> the same text as surname
    std::vector<std::uint32_t> m_formerAsSurname;  // former surname value -> same as surname
    Forms m_forenameForms;
    Forms m_surnameForms;
    std::vector<std::uint32_t> m_home;        // profile -> home, 0 none
    std::vector<std::uint64_t> m_homeHashes;  // home
    std::vector<Crowd> m_crowds;              // by column, then of homes
};

// The names under which a model keeps frequencies: of a column, and of homes.
[[nodiscard]] std::string frequencyName(const Column& column);
constexpr std::string_view homeFrequency = "home";

}  // namespace linkage

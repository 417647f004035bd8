// SPDX-License-Identifier: GPL-3.0-or-later
// The keys a profile has under a blocking rule: hashes of what the rule joins. A surname may give
// several (its former form, each half of a double name), so a profile can stand in several blocks
// of one rule. What a key is made of is worked out once a value. Keys depend on what the profile
// says and the rule alone, never on other rows.
#pragma once

#include "linkage/blocking_rule.h"
#include "linkage/table.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linkage {

// A few keys, without a heap.
class Keys {
public:
    void add(std::uint64_t key) {
        if (m_size < m_keys.size())
            m_keys[m_size++] = key;
    }

    [[nodiscard]] const std::uint64_t* begin() const { return m_keys.data(); }

    [[nodiscard]] const std::uint64_t* end() const { return m_keys.data() + m_size; }

    [[nodiscard]] bool empty() const { return m_size == 0; }

private:
    std::array<std::uint64_t, 18> m_keys;
    std::size_t m_size = 0;
};

class BlockingKeys {
public:
    explicit BlockingKeys(const Table& table);

    // Values of one part, none when not sent.
    [[nodiscard]] Keys of(Part part, const Column* column, std::uint32_t profile) const;
    // Of all parts joined, none when one was not sent; 32 bits.
    [[nodiscard]] Keys of(const BlockingRule& rule, std::uint32_t profile) const;

private:
    using ByValue = std::vector<std::uint64_t>;  // 0 = none

    struct Surnames {
        const Column* column = nullptr;
        ByValue start;
        std::vector<std::uint32_t> first;  // value -> index into keys; one more at the end
        ByValue keys;
    };

    [[nodiscard]] static Surnames surnamesOf(const Column* column);
    [[nodiscard]] Keys surnames(std::uint32_t profile, bool startsOnly) const;

    const Table& m_table;
    const Column* m_forename;
    const Column* m_surname;
    const Column* m_birth;
    const Column* m_postcode;
    const Column* m_address;
    const Column* m_uprn;
    const Column* m_town;
    const Column* m_email;
    ByValue m_forenameStart;
    ByValue m_forenameSound;
    ByValue m_surnameSound;
    std::array<Surnames, 2> m_surnames;  // present, former
    ByValue m_birthYear;
    ByValue m_monthAndDay;
    ByValue m_outcode;
    ByValue m_emailStart;
};

// American Soundex (Russell 1918) of the first word's ASCII letters: "r163" of Robert and Rupert.
[[nodiscard]] std::string soundex(std::string_view name);

}  // namespace linkage

// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of rows on their way to becoming people, each with what it must not be joined with: its
// valid identifiers, its sources' own numbers, its faces (different names and birth dates) and the
// rows a person said are someone else.
#pragma once

#include "linkage/certain_no.h"
#include "linkage/link.h"
#include "linkage/table.h"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace linkage {

class Groups {
public:
    Groups(const Table& table, const Input& input, const CertainNo& certainNo);

    [[nodiscard]] std::uint32_t rootOf(std::uint32_t row);
    // Why two groups (by root) can't be one person; "" when they can.
    [[nodiscard]] std::string_view conflict(std::uint32_t left, std::uint32_t right);
    // Only whether a person said they are different.
    [[nodiscard]] std::string_view decidedDifferent(std::uint32_t left, std::uint32_t right);
    void join(std::uint32_t left, std::uint32_t right);

private:
    using Set = std::vector<std::uint32_t>;                                // sorted
    using Numbers = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // source, own number

    struct Group {
        std::vector<Set> singles;   // by CertainNo::singles
        std::vector<Set> settling;  // by CertainNo::settling
        Numbers numbers;
        Set sources;
        Set faces;   // profiles
        Set others;  // rows decided different
    };

    [[nodiscard]] Group groupOf(std::uint32_t row) const;
    [[nodiscard]] std::string_view sourceConflict(const Group& left, const Group& right) const;
    [[nodiscard]] std::string_view faceConflict(const Group& left, const Group& right) const;
    [[nodiscard]] bool sameFace(std::uint32_t left, std::uint32_t right) const;

    const Table& m_table;
    const CertainNo& m_certainNo;
    bool m_onePerSource;
    std::vector<const Column*> m_face;  // the columns a face is made of
    std::vector<std::uint32_t> m_parent;
    std::vector<std::uint32_t> m_size;
    std::vector<Group> m_groups;  // by root
};

}  // namespace linkage

// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of rows on their way to becoming people, each with what it must not be joined with: its
// valid identifiers, its sources' own numbers, its faces (different names, birth dates and
// identifiers) and the rows a person said are someone else.
#pragma once

#include "linkage/certain_no.h"
#include "linkage/link.h"
#include "linkage/table.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace linkage {

class Groups {
public:
    Groups(const Table& table, const Input& input, const CertainNo& certainNo);

    [[nodiscard]] std::uint32_t rootOf(std::uint32_t row);

    // Whether the row has been joined with no other.
    [[nodiscard]] bool isAlone(std::uint32_t row) { return m_size[rootOf(row)] == 1; }

    // Why two groups (by root) can't be one person; "" when they can.
    [[nodiscard]] std::string_view conflict(std::uint32_t left, std::uint32_t right);
    // Only whether a person said they are different.
    [[nodiscard]] std::string_view decidedDifferent(std::uint32_t left, std::uint32_t right);
    void join(std::uint32_t left, std::uint32_t right);

private:
    [[nodiscard]] std::uint64_t faceHash(std::uint32_t row) const;
    [[nodiscard]] bool identifiersClash(const CertainNo::Single& single,
                                        std::uint32_t left,
                                        std::uint32_t right) const;
    [[nodiscard]] bool identifierSettles(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] std::string_view sourceConflict(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] std::string_view faceConflict(std::uint32_t left, std::uint32_t right) const;
    [[nodiscard]] bool hasFace(std::uint32_t root, std::uint64_t face) const;

    // Calls visit(row) for one row of every face until it returns true.
    template <class Visit>
    bool anyFace(std::uint32_t root, Visit visit) const;
    // The same of both groups, for every two faces.
    template <class Visit>
    bool anyPair(std::uint32_t left, std::uint32_t right, Visit visit) const;

    const Table& m_table;
    const CertainNo& m_certainNo;
    bool m_onePerSource;
    bool m_ownNumbersPart;               // two own numbers of one source are two people
    std::vector<const Column*> m_shown;  // the columns a face is made of
    std::vector<std::uint32_t> m_parent;
    std::vector<std::uint32_t> m_size;   // rows, by root
    std::vector<std::uint32_t> m_faces;  // by root
    std::vector<std::uint32_t> m_next;   // the row of the next face of the group, round and round
    std::vector<std::uint64_t> m_face;   // row -> hash of its face
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_others;  // by root
};

}  // namespace linkage

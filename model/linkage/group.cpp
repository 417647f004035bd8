// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/group.h"

#include "linkage/hash.h"

#include <algorithm>
#include <numeric>

namespace linkage {

namespace {

// Groups with more pairs of faces than this are not one person's records.
constexpr std::uint64_t mostFacePairs = 20'000;

}  // namespace

template <class Visit>
bool Groups::anyFace(std::uint32_t root, Visit visit) const {
    std::uint32_t row = root;
    do {
        if (visit(row))
            return true;
        row = m_next[row];
    } while (row != root);
    return false;
}

template <class Visit>
bool Groups::anyPair(std::uint32_t left, std::uint32_t right, Visit visit) const {
    return anyFace(left, [&](std::uint32_t a) {
        return anyFace(right, [&](std::uint32_t b) { return visit(a, b); });
    });
}

Groups::Groups(const Table& table, const Input& input, const CertainNo& certainNo)
    : m_table(table),
      m_certainNo(certainNo),
      m_onePerSource(input.onePerSource),
      m_ownNumbersPart(!table.localIdMayRepeat && table.localIdHash.size() > 1) {
    const std::size_t rows = table.profileOf.size();
    for (const FieldKind kind : {FieldKind::forename,
                                 FieldKind::surname,
                                 FieldKind::formerSurname,
                                 FieldKind::middleNames,
                                 FieldKind::birthDate})
        if (const Column* column = table.find(kind))
            m_shown.push_back(column);
    for (const CertainNo::Single& single : certainNo.singles())
        m_shown.push_back(single.column);
    for (const Column* column : certainNo.settling())
        if (std::find(m_shown.begin(), m_shown.end(), column) == m_shown.end())
            m_shown.push_back(column);
    m_parent.resize(rows);
    std::iota(m_parent.begin(), m_parent.end(), 0U);
    m_next = m_parent;
    m_size.assign(rows, 1);
    m_faces.assign(rows, 1);
    m_face.resize(rows);
    for (std::uint32_t row = 0; row < rows; ++row)
        m_face[row] = faceHash(row);
    for (const Decision& decision : input.decisions)
        if (!decision.same) {
            m_others[decision.left].push_back(decision.right);
            m_others[decision.right].push_back(decision.left);
        }
}

std::uint64_t Groups::faceHash(std::uint32_t row) const {
    std::uint64_t hash =
        m_onePerSource || m_ownNumbersPart ? joined(m_table.source[row], m_table.localId[row]) : 0;
    for (const Column* column : m_shown)
        hash = joined(hash, m_table.value(*column, m_table.profileOf[row]));
    return hash;
}

std::uint32_t Groups::rootOf(std::uint32_t row) {
    while (m_parent[row] != row) {
        m_parent[row] = m_parent[m_parent[row]];
        row = m_parent[row];
    }
    return row;
}

std::string_view Groups::decidedDifferent(std::uint32_t left, std::uint32_t right) {
    if (m_others.empty())
        return {};
    const auto others = m_others.find(left);
    if (others == m_others.end())
        return {};
    const bool found = std::any_of(others->second.begin(),
                                   others->second.end(),
                                   [&](std::uint32_t row) { return rootOf(row) == right; });
    return found ? "a person decided that they are different people" : "";
}

std::string_view Groups::conflict(std::uint32_t left, std::uint32_t right) {
    if (const auto decided = decidedDifferent(left, right); !decided.empty())
        return decided;
    if (std::uint64_t{m_faces[left]} * m_faces[right] > mostFacePairs)
        return "too many different names and birth dates for one person";
    for (const CertainNo::Single& single : m_certainNo.singles())
        if (identifiersClash(single, left, right))
            return single.why;
    if (const auto bySource = sourceConflict(left, right); !bySource.empty())
        return bySource;
    return identifierSettles(left, right) ? std::string_view() : faceConflict(left, right);
}

// Both have valid ones, and none in common.
bool Groups::identifiersClash(const CertainNo::Single& single,
                              std::uint32_t left,
                              std::uint32_t right) const {
    const auto valid = [&](std::uint32_t row) {
        const std::uint32_t value = m_table.value(*single.column, m_table.profileOf[row]);
        return single.column->sound[value] != 0 ? value : 0;
    };
    const auto any = [&](std::uint32_t row) { return valid(row) != 0; };
    return anyFace(left, any) && anyFace(right, any) &&
           !anyPair(left, right, [&](std::uint32_t a, std::uint32_t b) {
               return valid(a) != 0 && valid(a) == valid(b);
           });
}

bool Groups::identifierSettles(std::uint32_t left, std::uint32_t right) const {
    return std::any_of(
        m_certainNo.settling().begin(), m_certainNo.settling().end(), [&](const Column* column) {
            return anyPair(left, right, [&](std::uint32_t a, std::uint32_t b) {
                return CertainNo::settles(*column,
                                          m_table.value(*column, m_table.profileOf[a]),
                                          m_table.value(*column, m_table.profileOf[b]));
            });
        });
}

std::string_view Groups::sourceConflict(std::uint32_t left, std::uint32_t right) const {
    if (!m_onePerSource && !m_ownNumbersPart)
        return {};
    const auto oneSource = [&](std::uint32_t a, std::uint32_t b) {
        return m_table.source[a] == m_table.source[b];
    };
    if (m_onePerSource && anyPair(left, right, oneSource))
        return "one source would have two records of one person";
    const auto twoNumbers = [&](std::uint32_t a, std::uint32_t b) {
        return oneSource(a, b) && m_table.localId[a] != 0 && m_table.localId[b] != 0 &&
               m_table.localId[a] != m_table.localId[b];
    };
    if (m_ownNumbersPart && anyPair(left, right, twoNumbers))
        return "one source knows them by two different numbers";
    return {};
}

std::string_view Groups::faceConflict(std::uint32_t left, std::uint32_t right) const {
    std::string_view why;
    anyPair(left, right, [&](std::uint32_t a, std::uint32_t b) {
        why = m_certainNo.byNames(m_table.profileOf[a], m_table.profileOf[b]);
        return !why.empty();
    });
    return why;
}

bool Groups::hasFace(std::uint32_t root, std::uint64_t face) const {
    return anyFace(root, [&](std::uint32_t row) { return m_face[row] == face; });
}

void Groups::join(std::uint32_t left, std::uint32_t right) {
    if (m_size[left] < m_size[right])
        std::swap(left, right);
    std::vector<std::uint32_t> fresh;
    anyFace(right, [&](std::uint32_t row) {
        if (!hasFace(left, m_face[row]))
            fresh.push_back(row);
        return false;
    });
    for (const std::uint32_t row : fresh) {
        m_next[row] = m_next[left];
        m_next[left] = row;
    }
    m_parent[right] = left;
    m_size[left] += m_size[right];
    m_faces[left] += static_cast<std::uint32_t>(fresh.size());
    if (const auto others = m_others.extract(right)) {
        auto& into = m_others[left];
        into.insert(into.end(), others.mapped().begin(), others.mapped().end());
    }
}

}  // namespace linkage

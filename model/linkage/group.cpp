// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/group.h"

#include <algorithm>
#include <numeric>

namespace linkage {

namespace {

using Set = std::vector<std::uint32_t>;

// Groups with more pairs of faces than this are not one person's records.
constexpr std::size_t mostFacePairs = 20'000;

bool meet(const Set& left, const Set& right) {
    const Set& few = left.size() < right.size() ? left : right;
    const Set& many = left.size() < right.size() ? right : left;
    return std::any_of(few.begin(), few.end(), [&](std::uint32_t value) {
        return std::binary_search(many.begin(), many.end(), value);
    });
}

bool settled(const Column& column, const Set& left, const Set& right) {
    return std::any_of(left.begin(), left.end(), [&](std::uint32_t a) {
        return std::any_of(right.begin(), right.end(), [&](std::uint32_t b) {
            return CertainNo::settles(column, a, b);
        });
    });
}

template <class Sorted>
void absorb(Sorted& into, Sorted& from) {
    const auto middle = static_cast<std::ptrdiff_t>(into.size());
    into.insert(into.end(), from.begin(), from.end());
    std::inplace_merge(into.begin(), into.begin() + middle, into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
    Sorted().swap(from);
}

}  // namespace

Groups::Groups(const Table& table, const Input& input, const CertainNo& certainNo)
    : m_table(table), m_certainNo(certainNo), m_onePerSource(input.onePerSource) {
    const std::size_t rows = table.profileOf.size();
    for (const FieldKind kind : {FieldKind::forename,
                                 FieldKind::surname,
                                 FieldKind::formerSurname,
                                 FieldKind::middleNames,
                                 FieldKind::birthDate})
        if (const Column* column = table.find(kind))
            m_face.push_back(column);
    m_parent.resize(rows);
    std::iota(m_parent.begin(), m_parent.end(), 0U);
    m_size.assign(rows, 1);
    m_groups.reserve(rows);
    for (std::uint32_t row = 0; row < rows; ++row)
        m_groups.push_back(groupOf(row));
    for (const Decision& decision : input.decisions)
        if (!decision.same) {
            m_groups[decision.left].others.push_back(decision.right);
            m_groups[decision.right].others.push_back(decision.left);
        }
    for (Group& group : m_groups)
        std::sort(group.others.begin(), group.others.end());
}

Groups::Group Groups::groupOf(std::uint32_t row) const {
    Group group;
    const std::uint32_t profile = m_table.profileOf[row];
    const auto soundValue = [&](const Column& column) {
        const std::uint32_t value = column.of[profile];
        return value != 0 && column.sound[value] ? Set{value} : Set{};
    };
    for (const CertainNo::Single& single : m_certainNo.singles())
        group.singles.push_back(soundValue(*single.column));
    for (const Column* column : m_certainNo.settling())
        group.settling.push_back(soundValue(*column));
    if (m_table.localId[row] != 0 && !m_table.localIdMayRepeat)
        group.numbers.emplace_back(m_table.source[row], m_table.localId[row]);
    if (m_onePerSource)
        group.sources.push_back(m_table.source[row]);
    group.faces.push_back(profile);
    return group;
}

std::uint32_t Groups::rootOf(std::uint32_t row) {
    while (m_parent[row] != row) {
        m_parent[row] = m_parent[m_parent[row]];
        row = m_parent[row];
    }
    return row;
}

std::string_view Groups::decidedDifferent(std::uint32_t left, std::uint32_t right) {
    if (m_groups[left].others.size() > m_groups[right].others.size())
        std::swap(left, right);
    const bool found = std::any_of(m_groups[left].others.begin(),
                                   m_groups[left].others.end(),
                                   [&](std::uint32_t row) { return rootOf(row) == right; });
    return found ? "a person decided that they are different people" : "";
}

std::string_view Groups::conflict(std::uint32_t left, std::uint32_t right) {
    if (const auto decided = decidedDifferent(left, right); !decided.empty())
        return decided;
    const Group& a = m_groups[left];
    const Group& b = m_groups[right];
    for (std::size_t i = 0; i < a.singles.size(); ++i)
        if (!a.singles[i].empty() && !b.singles[i].empty() && !meet(a.singles[i], b.singles[i]))
            return m_certainNo.singles()[i].why;
    if (const auto bySource = sourceConflict(a, b); !bySource.empty())
        return bySource;
    for (std::size_t i = 0; i < a.settling.size(); ++i)
        if (settled(*m_certainNo.settling()[i], a.settling[i], b.settling[i]))
            return {};
    return faceConflict(a, b);
}

std::string_view Groups::sourceConflict(const Group& left, const Group& right) const {
    if (m_onePerSource && meet(left.sources, right.sources))
        return "one source would have two records of one person";
    for (auto a = left.numbers.begin(), b = right.numbers.begin();
         a != left.numbers.end() && b != right.numbers.end();) {
        if (a->first == b->first && a->second != b->second)
            return "one source knows them by two different numbers";
        (a->first <= b->first) ? ++a : ++b;
    }
    return {};
}

std::string_view Groups::faceConflict(const Group& left, const Group& right) const {
    if (left.faces.size() * right.faces.size() > mostFacePairs)
        return "too many different names and birth dates for one person";
    for (const std::uint32_t a : left.faces)
        for (const std::uint32_t b : right.faces)
            if (const auto why = m_certainNo.byNames(a, b); !why.empty())
                return why;
    return {};
}

bool Groups::sameFace(std::uint32_t left, std::uint32_t right) const {
    return std::all_of(m_face.begin(), m_face.end(), [&](const Column* column) {
        return column->of[left] == column->of[right];
    });
}

void Groups::join(std::uint32_t left, std::uint32_t right) {
    if (m_size[left] < m_size[right])
        std::swap(left, right);
    Group& into = m_groups[left];
    Group& from = m_groups[right];
    m_parent[right] = left;
    m_size[left] += m_size[right];
    for (std::size_t i = 0; i < into.singles.size(); ++i)
        absorb(into.singles[i], from.singles[i]);
    for (std::size_t i = 0; i < into.settling.size(); ++i)
        absorb(into.settling[i], from.settling[i]);
    absorb(into.numbers, from.numbers);
    absorb(into.sources, from.sources);
    absorb(into.others, from.others);
    for (const std::uint32_t face : from.faces)
        if (std::none_of(into.faces.begin(), into.faces.end(), [&](std::uint32_t known) {
                return sameFace(known, face);
            }))
            into.faces.push_back(face);
    Set().swap(from.faces);
}

}  // namespace linkage

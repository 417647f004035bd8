// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/certain_no.h"

#include "linkage/value_levels.h"

#include <cstdlib>

namespace linkage {

namespace {

constexpr int generation = 13;  // years

bool oneSurname(unsigned level) {
    return level == surname::same || level == surname::variant || level == surname::half ||
           level == surname::former || level == surname::close;
}

bool oneForename(unsigned level) {
    return level == forename::same || level == forename::variant || level == forename::initial ||
           level == forename::close;
}

bool whole(std::string_view date) {
    return date.size() == 8 && date.substr(4, 2) != "00" && date.substr(6) != "00";
}

int yearOf(std::string_view date) {
    int year = 0;
    for (const char digit : date.substr(0, 4))
        year = year * 10 + (digit - '0');
    return year;
}

}  // namespace

CertainNo::CertainNo(const Comparer& comparer)
    : m_comparer(comparer),
      m_forename(comparer.find(Measure::forename)),
      m_surname(comparer.find(Measure::surname)),
      m_birth(comparer.table().find(FieldKind::birthDate)) {
    const Table& table = comparer.table();
    if (const Column* column = table.find(FieldKind::nino))
        m_singles.push_back({column, "two different valid NINOs"});
    if (const Column* column = table.find(FieldKind::upn))
        m_singles.push_back({column, "two different valid UPNs"});
    if (const Column* column = table.find(FieldKind::nhsNumber))
        m_singles.push_back({column, "two different valid NHS numbers"});
    for (const Column& column : table.columns)
        if (column.kind == FieldKind::nino || column.kind == FieldKind::upn ||
            column.kind == FieldKind::nhsNumber || column.kind == FieldKind::pncId ||
            column.kind == FieldKind::identifier)
            m_settling.push_back(&column);
}

std::string_view CertainNo::between(std::uint32_t left, std::uint32_t right) const {
    for (const Single& single : m_singles) {
        const std::uint32_t a = m_comparer.table().value(*single.column, left);
        const std::uint32_t b = m_comparer.table().value(*single.column, right);
        if (a != b && single.column->sound[a] != 0 && single.column->sound[b] != 0)
            return single.why;
    }
    for (const Column* column : m_settling)
        if (settles(*column,
                    m_comparer.table().value(*column, left),
                    m_comparer.table().value(*column, right)))
            return {};
    return byNames(left, right);
}

bool CertainNo::settles(const Column& column, std::uint32_t left, std::uint32_t right) {
    if (left == 0 || right == 0 || column.sound[left] == 0 || column.sound[right] == 0)
        return false;
    return left == right || (column.kind == FieldKind::identifier &&
                             mistyped(column.text(left), column.text(right)));
}

std::string_view CertainNo::byNames(std::uint32_t left, std::uint32_t right) const {
    if (m_birth == nullptr || m_forename == mostComparisons || m_surname == mostComparisons)
        return {};
    const Table& table = m_comparer.table();
    const std::string_view dateLeft = table.text(*m_birth, left);
    const std::string_view dateRight = table.text(*m_birth, right);
    if (!whole(dateLeft) || !whole(dateRight))
        return {};
    const bool oneDay = dateLeft == dateRight;
    const int apart = std::abs(yearOf(dateLeft) - yearOf(dateRight));
    // The first of January is often a guess and makes no twins; one day in two years is a slip.
    const bool maybeTwins = oneDay && !dateLeft.ends_with("0101");
    const bool maybeParent = apart >= generation && dateLeft.substr(4) != dateRight.substr(4);
    if (!maybeTwins && !maybeParent)
        return {};
    if (!oneSurname(m_comparer.level(m_surname, left, right)))
        return {};
    const unsigned forenames = m_comparer.level(m_forename, left, right);
    if (maybeTwins && m_comparer.clearlyDifferentForenames(left, right))
        return "born on one day with one surname but different forenames: perhaps twins";
    if (maybeParent && oneForename(forenames))
        return "one name, births a generation apart: perhaps parent and child";
    return {};
}

}  // namespace linkage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/comparer.h"

#include "base/resources.h"
#include "base/text.h"
#include "linkage/fields.h"
#include "linkage/hash.h"
#include "linkage/name_variants.h"
#include "linkage/value_levels.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace linkage {

namespace {

struct Plain {
    FieldKind kind;
    Measure measure;
    const char* name;
};

constexpr std::array<Plain, 11> plainFields{
    {{FieldKind::forename, Measure::forename, "forename"},
     {FieldKind::surname, Measure::surname, "surname"},
     {FieldKind::middleNames, Measure::middleNames, "middle names"},
     {FieldKind::birthDate, Measure::birthDate, "birth date"},
     {FieldKind::sex, Measure::sex, "sex"},
     {FieldKind::phone, Measure::phone, "phone"},
     {FieldKind::email, Measure::email, "e-mail"},
     {FieldKind::nino, Measure::identifier, "NINO"},
     {FieldKind::upn, Measure::identifier, "UPN"},
     {FieldKind::nhsNumber, Measure::identifier, "NHS number"},
     {FieldKind::pncId, Measure::identifier, "PNC id"}}};

// The names English births were given most often: a slip rarely makes one of them.
const std::unordered_set<std::string_view>& usualForenames() {
    static const std::unordered_set<std::string_view> names = [] {
        std::unordered_set<std::string_view> found;
        const auto table = base::resource("names/forenames.csv").value_or(std::string_view());
        for (const std::string_view line : base::split(table, '\n')) {
            const auto cells = base::split(line, ',');
            if (cells.size() == 5 && !line.starts_with('#'))
                found.insert(cells[3]);
        }
        return found;
    }();
    return names;
}

}  // namespace

Comparer::Comparer(const Table& table)
    : m_table(table),
      m_forename(table.find(FieldKind::forename)),
      m_middle(table.find(FieldKind::middleNames)),
      m_surname(table.find(FieldKind::surname)),
      m_former(table.find(FieldKind::formerSurname)),
      m_postcode(table.find(FieldKind::postcode)),
      m_address(table.find(FieldKind::address)),
      m_uprn(table.find(FieldKind::uprn)),
      m_town(table.find(FieldKind::town)) {
    addComparisons();
    findKnownNames();
    countHomes();
}

void Comparer::addComparisons() {
    for (const Plain& field : plainFields)
        if (const Column* column = m_table.find(field.kind))
            m_comparisons.push_back({field.measure, field.name, column});
    for (const Column* column : {m_postcode, m_address, m_uprn, m_town})
        if (column != nullptr) {
            m_comparisons.push_back({Measure::place, "place", column});
            break;
        }
    for (const Column& column : m_table.columns) {
        if (m_comparisons.size() == mostComparisons)
            break;
        const std::string name = fieldName({column.kind, column.name});
        if (column.kind == FieldKind::text)
            m_comparisons.push_back({Measure::text, name, &column});
        if (column.kind == FieldKind::identifier)
            m_comparisons.push_back({Measure::identifier, name, &column});
        if (column.kind == FieldKind::category)
            m_comparisons.push_back({Measure::category, name, &column});
    }
}

void Comparer::findKnownNames() {
    if (m_forename == nullptr)
        return;
    const std::uint32_t often = std::max<std::uint32_t>(5, m_table.profiles / 2000);
    for (std::size_t value = 0; value < m_forename->texts.size(); ++value)
        m_known.push_back(m_forename->bearers[value] >= often ||
                          usualForenames().contains(m_forename->texts[value]) ||
                          NameVariants::forenames().knows(m_forename->texts[value]));
}

void Comparer::countHomes() {
    std::unordered_map<std::uint64_t, std::uint32_t> ids;
    m_home.assign(m_table.profiles, 0);
    m_homes.assign(1, 0);
    const auto hash = [](const Column* column, std::uint32_t profile) {
        return column == nullptr ? 0 : column->hashes[column->of[profile]];
    };
    for (std::uint32_t profile = 0; profile < m_table.profiles; ++profile) {
        const std::uint64_t uprn = hash(m_uprn, profile);
        const std::uint64_t address = hash(m_address, profile);
        const std::uint64_t postcode = hash(m_postcode, profile);
        m_placed += (uprn | address | postcode | hash(m_town, profile)) != 0 ? 1U : 0U;
        const std::uint64_t key = uprn != 0 ? uprn : address != 0 ? joined(address, postcode) : 0;
        if (key == 0)
            continue;
        const auto [found, fresh] =
            ids.try_emplace(key, static_cast<std::uint32_t>(m_homes.size()));
        if (fresh)
            m_homes.push_back(0);
        m_home[profile] = found->second;
        ++m_homes[found->second];
    }
}

std::size_t Comparer::find(Measure measure) const {
    for (std::size_t i = 0; i < m_comparisons.size(); ++i)
        if (m_comparisons[i].measure == measure)
            return i;
    return mostComparisons;
}

Pattern Comparer::compare(std::uint32_t left, std::uint32_t right) const {
    Pattern pattern;
    for (std::size_t i = 0; i < m_comparisons.size(); ++i)
        pattern.set(i, level(i, left, right));
    return pattern;
}

unsigned Comparer::level(std::size_t comparison, std::uint32_t left, std::uint32_t right) const {
    const Comparison& item = m_comparisons[comparison];
    if (item.measure == Measure::place)
        return placeLevel(left, right);
    const Column& column = *item.column;
    const std::uint32_t a = column.of[left];
    const std::uint32_t b = column.of[right];
    if (item.measure == Measure::surname)
        return surnameLevel(left, right);
    if (a == 0 || b == 0)
        return 0;
    switch (item.measure) {
        case Measure::forename:
            return forenameLevel(left, right);
        case Measure::middleNames:
            return a == b ? unsigned{middle::same} : middleLevel(column.texts[a], column.texts[b]);
        case Measure::birthDate:
            return birthLevel(column.texts[a], column.texts[b]);
        case Measure::phone:
            return a == b ? unsigned{plain::same} : phoneLevel(column.texts[a], column.texts[b]);
        case Measure::email:
            return a == b ? unsigned{plain::same} : emailLevel(column.texts[a], column.texts[b]);
        case Measure::identifier:
            if (a == b)
                return plain::same;
            // A temporary or pseudo number that differs says nothing.
            return column.sound[a] && column.sound[b]
                       ? identifierLevel(column.texts[a], column.texts[b])
                       : 0U;
        case Measure::text:
            return a == b ? unsigned{plain::same} : textLevel(column.texts[a], column.texts[b]);
        default:
            return a == b ? 1 : 2;
    }
}

Comparer::Share Comparer::share(std::size_t comparison,
                                unsigned level,
                                std::uint32_t left,
                                std::uint32_t right) const {
    const Comparison& item = m_comparisons[comparison];
    const Column& column = *item.column;
    const auto of = [&](const Column& from, bool both) {
        return Share{from.bearers[from.of[left]], from.sent, both};
    };
    if (item.measure == Measure::place) {
        if (level == place::home || level == place::address) {
            const std::uint32_t crowd = std::max(m_homes[m_home[left]], m_homes[m_home[right]]);
            return Share{crowd, m_placed, false};
        }
        if ((level == place::postcode || level == place::otherHouse) && m_postcode != nullptr)
            return of(*m_postcode, false);
        const bool town = level == place::area && m_town != nullptr && m_town->of[left] != 0 &&
                          m_town->of[left] == m_town->of[right];
        return town ? of(*m_town, true) : Share{};
    }
    if (level != 1)
        return {};
    const bool both = item.measure == Measure::forename || item.measure == Measure::surname ||
                      item.measure == Measure::text || item.measure == Measure::category ||
                      item.measure == Measure::middleNames;
    return item.measure == Measure::sex ? Share{} : of(column, both);
}

}  // namespace linkage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/comparer.h"

#include "linkage/fields.h"
#include "linkage/hash.h"
#include "linkage/value_levels.h"

#include <algorithm>

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

}  // namespace

Comparer::Comparer(const Table& table, const Model* model)
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
    findNames();
    findHomes();
    countCrowds(model);
    findKnownNames(model);
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
    const std::uint32_t a = m_table.value(column, left);
    const std::uint32_t b = m_table.value(column, right);
    if (a == 0 || b == 0)
        return 0;
    switch (item.measure) {
        case Measure::forename:
            return forenameLevel(left, right);
        case Measure::surname:
            return surnameLevel(left, right);
        case Measure::middleNames:
            return a == b ? unsigned{middle::same} : middleLevel(column.text(a), column.text(b));
        case Measure::birthDate:
            return birthLevel(column.text(a), column.text(b));
        case Measure::phone:
            return a == b ? unsigned{plain::same} : phoneLevel(column.text(a), column.text(b));
        case Measure::email:
            return a == b ? unsigned{plain::same} : emailLevel(column.text(a), column.text(b));
        case Measure::identifier:
            if (a == b)
                return plain::same;
            // A temporary or pseudo number that differs says nothing.
            return column.sound[a] != 0 && column.sound[b] != 0
                       ? identifierLevel(column.text(a), column.text(b))
                       : 0U;
        case Measure::text:
            return a == b ? unsigned{plain::same} : textLevel(column.text(a), column.text(b));
        default:
            return a == b ? 1 : 2;
    }
}

bool Comparer::isHomeShare(std::size_t comparison, unsigned level) const {
    return m_comparisons[comparison].measure == Measure::place &&
           (level == place::home || level == place::address);
}

const Column* Comparer::shareColumn(std::size_t comparison, unsigned level) const {
    const Comparison& item = m_comparisons[comparison];
    if (item.measure == Measure::place)
        return level == place::postcode || level == place::otherHouse ? m_postcode
               : level == place::area                                 ? m_town
                                                                      : nullptr;
    return level == 1 && item.measure != Measure::sex ? item.column : nullptr;
}

Comparer::Share Comparer::kindOfShare(std::size_t comparison, unsigned level) const {
    if (isHomeShare(comparison, level))
        return {0, m_crowds.back().sent, false};
    const Column* column = shareColumn(comparison, level);
    if (column == nullptr)
        return {};
    const Measure measure = m_comparisons[comparison].measure;
    const bool both = column == m_town || measure == Measure::forename ||
                      measure == Measure::surname || measure == Measure::text ||
                      measure == Measure::category || measure == Measure::middleNames;
    return {0, m_crowds[column->at].sent, both};
}

std::string Comparer::fieldOfShare(std::size_t comparison, unsigned level) const {
    if (isHomeShare(comparison, level))
        return std::string(homeFrequency);
    const Column* column = shareColumn(comparison, level);
    return column == nullptr ? std::string() : frequencyName(*column);
}

Comparer::Share Comparer::share(std::size_t comparison,
                                unsigned level,
                                std::uint32_t left,
                                std::uint32_t right) const {
    Share share = kindOfShare(comparison, level);
    if (share.sent == 0)
        return {};
    if (isHomeShare(comparison, level)) {
        const auto& homes = m_crowds.back().bearers;
        share.bearers = std::max(homes[m_home[left]], homes[m_home[right]]);
        return share;
    }
    const Column* column = shareColumn(comparison, level);
    const std::uint32_t value = m_table.value(*column, left);
    if (column == m_town && (value == 0 || value != m_table.value(*column, right)))
        return {};
    share.bearers = m_crowds[column->at].bearers[value];
    return share;
}

}  // namespace linkage

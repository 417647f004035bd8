// SPDX-License-Identifier: GPL-3.0-or-later
// What a comparer knows beforehand: how common values and homes are, which names are forms of one
// another, which texts are names.
#include "base/resources.h"
#include "base/text.h"
#include "linkage/comparer.h"
#include "linkage/fields.h"
#include "linkage/hash.h"
#include "linkage/name_variants.h"

#include <algorithm>
#include <unordered_set>

namespace linkage {

namespace {

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

const Frequencies* frequenciesOf(const Model* model, std::string_view field) {
    if (model != nullptr)
        for (const Frequencies& one : model->frequencies)
            if (one.field == field && !one.withheld)
                return &one;
    return nullptr;
}

// Rare values are not in the model: one bearer.
std::uint32_t countIn(const Frequencies& frequencies, std::uint64_t hash) {
    const auto& common = frequencies.common;
    const auto found = std::lower_bound(
        common.begin(), common.end(), hash, [](const ValueCount& one, std::uint64_t wanted) {
            return one.hash < wanted;
        });
    return found != common.end() && found->hash == hash ? found->rows : 1;
}

std::vector<std::uint32_t> countsIn(const Frequencies& frequencies,
                                    const std::vector<std::uint64_t>& hashes) {
    std::vector<std::uint32_t> counts(hashes.size(), 1);
    for (std::size_t i = 1; i < hashes.size(); ++i)
        counts[i] = countIn(frequencies, hashes[i]);
    return counts;
}

Frequencies frequenciesFrom(std::string field,
                            const std::vector<std::uint64_t>& hashes,
                            const std::vector<std::uint32_t>& bearers,
                            std::uint32_t sent) {
    Frequencies out{std::move(field), sent, {}, false};
    for (std::size_t value = 1; value < hashes.size(); ++value)
        if (bearers[value] > 1)
            out.common.push_back({hashes[value], bearers[value]});
    std::sort(out.common.begin(), out.common.end(), [](const auto& a, const auto& b) {
        return a.hash < b.hash;
    });
    return out;
}

}  // namespace

std::string frequencyName(const Column& column) {
    return fieldName({column.kind, column.name});
}

std::uint32_t Comparer::oftenFrom(std::uint32_t profiles) {
    return std::max<std::uint32_t>(5, profiles / 2000);
}

Comparer::Forms Comparer::formsOf(const WordPool& pool, const NameVariants& table) {
    Forms forms;
    for (std::uint32_t word = 0; word < pool.texts.size(); ++word) {
        forms.first.push_back(static_cast<std::uint32_t>(forms.words.size()));
        for (const std::string& other : table.of(pool.texts.text(word)))
            if (const std::uint32_t known = pool.texts.find(other); known != 0)
                forms.words.push_back(known);
    }
    forms.first.push_back(static_cast<std::uint32_t>(forms.words.size()));
    return forms;
}

bool Comparer::areForms(const Forms& forms, std::uint32_t a, std::uint32_t b) {
    const auto from = forms.words.begin() + forms.first[a];
    const auto to = forms.words.begin() + forms.first[a + 1];
    return std::find(from, to, b) != to;
}

void Comparer::findNames() {
    const auto as = [](const Column& from, const Column& to) {
        std::vector<std::uint32_t> same(from.texts.size());
        for (std::uint32_t value = 1; value < same.size(); ++value)
            same[value] = to.texts.find(from.text(value));
        return same;
    };
    if (m_forename != nullptr)
        m_forenameForms = formsOf(*m_forename->pool, NameVariants::forenames());
    if (m_surname == nullptr)
        return;
    m_surnameForms = formsOf(*m_surname->pool, NameVariants::surnames());
    if (m_forename != nullptr)
        m_asSurname = as(*m_forename, *m_surname);
    if (m_former != nullptr)
        m_formerAsSurname = as(*m_former, *m_surname);
}

void Comparer::findKnownNames(const Model* model) {
    if (m_forename == nullptr)
        return;
    const bool kept = model != nullptr && model->rows > 0;
    const std::uint32_t often = oftenFrom(kept ? model->rows : m_table.profiles);
    const auto& bearers = m_crowds[m_forename->at].bearers;
    for (std::uint32_t value = 0; value < m_forename->texts.size(); ++value)
        m_known.push_back(bearers[value] >= often ||
                          usualForenames().contains(m_forename->text(value)) ||
                          NameVariants::forenames().knows(m_forename->text(value)));
}

// A home is a UPRN, or an address with its postcode.
void Comparer::findHomes() {
    const auto hash = [this](const Column* column, std::uint32_t profile) {
        return column == nullptr ? 0 : column->hashes[m_table.value(*column, profile)];
    };
    m_home.assign(m_table.profiles, 0);
    m_homeHashes.assign(1, 0);
    // Homes of one hash are one home: a flat table as of texts, keyed by the hash alone.
    std::size_t slots = 64;
    while (slots < std::size_t{m_table.profiles} * 2)
        slots *= 2;
    std::vector<std::uint32_t> table(slots, 0);
    for (std::uint32_t profile = 0; profile < m_table.profiles; ++profile) {
        const std::uint64_t uprn = hash(m_uprn, profile);
        const std::uint64_t address = hash(m_address, profile);
        const std::uint64_t key = uprn != 0      ? uprn
                                  : address != 0 ? joined(address, hash(m_postcode, profile))
                                                 : 0;
        if (key == 0)
            continue;
        std::size_t at = key & (slots - 1);
        while (table[at] != 0 && m_homeHashes[table[at]] != key)
            at = (at + 1) & (slots - 1);
        if (table[at] == 0) {
            table[at] = static_cast<std::uint32_t>(m_homeHashes.size());
            m_homeHashes.push_back(key);
        }
        m_home[profile] = table[at];
    }
}

void Comparer::countCrowds(const Model* model) {
    for (const Column& column : m_table.columns)
        if (const auto* kept = frequenciesOf(model, frequencyName(column)))
            m_crowds.push_back({countsIn(*kept, column.hashes), kept->sent});
        else
            m_crowds.push_back({column.bearers, column.sent});
    if (const auto* kept = frequenciesOf(model, homeFrequency)) {
        m_crowds.push_back({countsIn(*kept, m_homeHashes), kept->sent});
        return;
    }
    Crowd& homes = m_crowds.emplace_back(Crowd{std::vector<std::uint32_t>(m_homeHashes.size()), 0});
    for (std::uint32_t profile = 0; profile < m_table.profiles; ++profile) {
        ++homes.bearers[m_home[profile]];
        const bool placed =
            (m_table.value(m_uprn, profile) | m_table.value(m_address, profile) |
             m_table.value(m_postcode, profile) | m_table.value(m_town, profile)) != 0;
        homes.sent += placed ? 1U : 0U;
    }
    homes.bearers[0] = 0;
}

std::vector<Frequencies> Comparer::frequencies() const {
    std::vector<Frequencies> out;
    for (const Column& column : m_table.columns)
        out.push_back(frequenciesFrom(frequencyName(column),
                                      column.hashes,
                                      m_crowds[column.at].bearers,
                                      m_crowds[column.at].sent));
    const Crowd& homes = m_crowds.back();
    out.push_back(
        frequenciesFrom(std::string(homeFrequency), m_homeHashes, homes.bearers, homes.sent));
    return out;
}

}  // namespace linkage

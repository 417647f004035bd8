// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/edges.h"

#include "linkage/hash.h"

#include <algorithm>
#include <tuple>

namespace linkage {

namespace {

constexpr std::size_t shownCombinations = 400;
constexpr std::size_t otherSlots = 4;

Verdict verdictOnEquals(const Comparer& comparer, const Weights& weights, std::uint32_t profile) {
    return weights.verdict(weights.evidence(comparer.compare(profile, profile), profile, profile));
}

// Equal rows of one source that can't be one person (two own numbers, or one row a source) are put
// in separate slots; slot by slot the rows of a profile may be one person.
class Slots {
public:
    Slots(const Table& table, const Input& input) : m_table(table) {
        m_slot.resize(table.order.size());
        const bool byNumber = !table.localIdMayRepeat;
        for (std::uint32_t profile = 0; profile < table.profiles; ++profile) {
            const auto rows = table.rowsOf(profile);
            for (std::size_t i = 1; i < rows.size(); ++i) {
                if (table.source[rows[i]] != table.source[rows[i - 1]])
                    continue;
                const std::uint32_t number = table.localId[rows[i]];
                const std::uint32_t before = table.localId[rows[i - 1]];
                const bool another =
                    input.onePerSource || (byNumber && before != 0 && number != before);
                m_slot[rows[i]] = m_slot[rows[i - 1]] + (another ? 1U : 0U);
            }
        }
    }

    // The first row of each slot, by slot.
    [[nodiscard]] std::vector<std::uint32_t> firsts(std::uint32_t profile) const {
        std::vector<std::uint32_t> out;
        for (const std::uint32_t row : m_table.rowsOf(profile)) {
            if (m_slot[row] >= out.size())
                out.resize(m_slot[row] + 1, row);
        }
        return out;
    }

    [[nodiscard]] std::uint32_t of(std::uint32_t row) const { return m_slot[row]; }

private:
    const Table& m_table;
    std::vector<std::uint32_t> m_slot;  // by row
};

class TieList {
public:
    TieList(const Table& table,
            const Input& input,
            const Comparer& comparer,
            const Weights& weights,
            const Settings& settings)
        : m_table(table), m_slots(table, input), m_settings(settings) {
        for (const Decision& decision : input.decisions)
            if (decision.same)
                m_ties.push_back({decision.left, decision.right, TieKind::decision, 0, 1, 0});
        addOwnNumbers();
        addEquals(comparer, weights);
    }

    void addPair(const ScoredProfiles& pair) {
        if (isSingle(pair.left) && isSingle(pair.right)) {
            add(m_table.rowsOf(pair.left)[0], m_table.rowsOf(pair.right)[0], pair.verdict);
            return;
        }
        if (m_equalsLink[pair.left] && m_equalsLink[pair.right]) {
            const auto left = m_slots.firsts(pair.left);
            const auto right = m_slots.firsts(pair.right);
            const std::size_t most = std::min(left.size(), right.size());
            for (std::size_t i = 0; i < most; ++i)
                add(left[i], right[i], pair.verdict);
            // When one of them goes to somebody else, its place may be another's.
            for (std::size_t i = 0; i < std::min(left.size(), otherSlots); ++i)
                for (std::size_t j = 0; j < std::min(right.size(), otherSlots); ++j)
                    if (i != j)
                        add(left[i], right[j], pair.verdict);
            return;
        }
        const std::uint32_t left = m_table.rowsOf(pair.left)[0];
        const std::uint32_t right = m_table.rowsOf(pair.right)[0];
        for (const std::uint32_t row : m_table.rowsOf(pair.left))
            add(row, right, pair.verdict);
        for (const std::uint32_t row : m_table.rowsOf(pair.right).subspan(1))
            add(left, row, pair.verdict);
    }

    [[nodiscard]] std::vector<Tie> sorted() && {
        for (Tie& tie : m_ties) {
            const std::uint64_t a = m_table.profileHash[m_table.profileOf[tie.left]];
            const std::uint64_t b = m_table.profileHash[m_table.profileOf[tie.right]];
            tie.order = joined(std::min(a, b), std::max(a, b));
        }
        // Only ties that say the same of equal rows get as far as the later keys.
        const auto further = [&](const Tie& tie) {
            return std::tuple(m_slots.of(tie.left),
                              m_slots.of(tie.right),
                              m_table.source[tie.left],
                              m_table.source[tie.right],
                              tie.left,
                              tie.right);
        };
        std::sort(m_ties.begin(), m_ties.end(), [&](const Tie& x, const Tie& y) {
            if (x.kind != y.kind)
                return x.kind < y.kind;
            if (x.weight != y.weight)
                return x.weight > y.weight;
            return x.order != y.order ? x.order < y.order : further(x) < further(y);
        });
        return std::move(m_ties);
    }

private:
    [[nodiscard]] bool isSingle(std::uint32_t profile) const {
        return m_table.rowsOf(profile).size() == 1;
    }

    void add(std::uint32_t left, std::uint32_t right, const Verdict& verdict) {
        m_ties.push_back({left, right, TieKind::weight, verdict.weight, verdict.probability, 0});
    }

    void addOwnNumbers() {
        constexpr std::uint32_t none = 0xFFFFFFFFU;
        std::vector<std::uint32_t> first(m_table.order.size() + 1, none);
        for (const std::uint32_t row : m_table.order) {
            const std::uint32_t number = m_table.localId[row];
            if (number == 0)
                continue;
            if (first[number] == none)
                first[number] = row;
            else
                m_ties.push_back({first[number], row, TieKind::ownNumber, ownNumberWeight, 1, 0});
        }
    }

    void addEquals(const Comparer& comparer, const Weights& weights) {
        m_equalsLink.assign(m_table.profiles, true);
        for (std::uint32_t profile = 0; profile < m_table.profiles; ++profile) {
            const auto rows = m_table.rowsOf(profile);
            if (rows.size() < 2)
                continue;
            const Verdict verdict = verdictOnEquals(comparer, weights, profile);
            m_equalsLink[profile] = verdict.probability >= m_settings.linkProbability;
            if (verdict.probability < m_settings.reviewProbability)
                continue;
            const auto firsts = m_slots.firsts(profile);
            for (const std::uint32_t row : rows)
                for (std::size_t slot = 0; slot < firsts.size(); ++slot) {
                    const bool own = slot == m_slots.of(row);
                    const bool other =
                        slot < otherSlots && m_table.source[firsts[slot]] != m_table.source[row];
                    if (firsts[slot] != row && (own || other))
                        add(firsts[slot], row, verdict);
                }
        }
    }

    const Table& m_table;
    Slots m_slots;
    const Settings& m_settings;
    std::vector<bool> m_equalsLink;  // by profile: its equal rows are one person
    std::vector<Tie> m_ties;
};

}  // namespace

std::vector<Tie> tiesOf(const Table& table,
                        const Input& input,
                        const Comparer& comparer,
                        const Weights& weights,
                        const std::vector<ScoredProfiles>& pairs,
                        const Settings& settings) {
    TieList ties(table, input, comparer, weights, settings);
    for (const ScoredProfiles& pair : pairs)
        ties.addPair(pair);
    return std::move(ties).sorted();
}

std::vector<ScoredPair> rowPairs(const Table& table,
                                 const Input& input,
                                 const Comparer& comparer,
                                 const Weights& weights,
                                 const std::vector<ScoredProfiles>& pairs,
                                 const Settings& settings) {
    std::vector<ScoredPair> out;
    const auto combine = [&](std::uint32_t left, std::uint32_t right, const Verdict& verdict) {
        std::size_t shown = 0;
        for (const std::uint32_t a : table.rowsOf(left))
            for (const std::uint32_t b : table.rowsOf(right)) {
                if ((left == right && a >= b) ||
                    (input.onePerSource && table.source[a] == table.source[b]))
                    continue;
                if (++shown > shownCombinations)
                    return;
                out.push_back(
                    {std::min(a, b), std::max(a, b), verdict.weight, verdict.probability});
            }
    };
    for (std::uint32_t profile = 0; profile < table.profiles; ++profile)
        if (table.rowsOf(profile).size() > 1)
            if (const Verdict verdict = verdictOnEquals(comparer, weights, profile);
                verdict.probability >= settings.reviewProbability)
                combine(profile, profile, verdict);
    for (const ScoredProfiles& pair : pairs)
        combine(pair.left, pair.right, pair.verdict);
    std::sort(out.begin(), out.end(), [](const ScoredPair& a, const ScoredPair& b) {
        return std::pair(a.left, a.right) < std::pair(b.left, b.right);
    });
    return out;
}

}  // namespace linkage

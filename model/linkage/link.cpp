// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/link.h"

#include "linkage/blocking.h"
#include "linkage/edges.h"
#include "linkage/estimate.h"
#include "linkage/hash.h"
#include "linkage/people.h"
#include "linkage/scoring.h"
#include "linkage/table.h"
#include "linkage/weights.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <span>

namespace linkage {

namespace {

using Clock = std::chrono::steady_clock;

class Stopwatch {
public:
    void lap(const char* phase, std::vector<PhaseTime>& out) {
        const auto now = Clock::now();
        out.push_back({phase, std::chrono::duration<double>(now - m_since).count()});
        m_since = now;
    }

private:
    Clock::time_point m_since = Clock::now();
};

base::Result<void> checkDecisions(const Input& input, std::size_t rows) {
    std::vector<std::uint32_t> group(rows);
    std::iota(group.begin(), group.end(), 0U);
    const auto root = [&](std::uint32_t row) {
        while (group[row] != row)
            row = group[row] = group[group[row]];
        return row;
    };
    for (const Decision& decision : input.decisions) {
        if (decision.left >= rows || decision.right >= rows || decision.left == decision.right)
            return base::fail(base::Code::malformed,
                              "decisions",
                              "a decision is not about two of the rows given");
        if (decision.same)
            group[root(decision.left)] = root(decision.right);
    }
    for (const Decision& decision : input.decisions)
        if (!decision.same && root(decision.left) == root(decision.right))
            return base::fail(base::Code::malformed,
                              "decisions",
                              "two records are decided to be the same and to be different");
    return {};
}

// The forest's ties by the rows they end at.
class TiesAt {
public:
    TiesAt(const std::vector<Tie>& ties, std::size_t rows)
        : m_first(rows + 1, 0), m_ties(ties.size() * 2) {
        for (const Tie& tie : ties) {
            ++m_first[tie.left];
            ++m_first[tie.right];
        }
        std::exclusive_scan(m_first.begin(), m_first.end(), m_first.begin(), 0U);
        std::vector<std::uint32_t> at(m_first.begin(), m_first.end() - 1);
        for (std::uint32_t i = 0; i < ties.size(); ++i) {
            m_ties[at[ties[i].left]++] = i;
            m_ties[at[ties[i].right]++] = i;
        }
    }

    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t row) const {
        return {m_ties.data() + m_first[row], m_ties.data() + m_first[row + 1]};
    }

private:
    std::vector<std::uint32_t> m_first;
    std::vector<std::uint32_t> m_ties;
};

// The forest's ties, each told of the row that is further from its person's smallest row.
std::vector<RowLink> linksOf(const People& people) {
    const std::size_t rows = people.person.size();
    const TiesAt tiesAt(people.forest, rows);
    std::vector<RowLink> links;
    links.reserve(people.forest.size());
    std::vector<bool> reached(rows, false);
    std::vector<std::uint32_t> waiting;
    for (std::uint32_t first = 0; first < rows; ++first) {
        if (people.person[first] != first)
            continue;
        waiting.assign(1, first);
        reached[first] = true;
        while (!waiting.empty()) {
            const std::uint32_t row = waiting.back();
            waiting.pop_back();
            for (const std::uint32_t i : tiesAt.of(row)) {
                const Tie& tie = people.forest[i];
                const std::uint32_t next = tie.left == row ? tie.right : tie.left;
                if (reached[next])
                    continue;
                reached[next] = true;
                waiting.push_back(next);
                links.push_back({next, row, tie.kind, tie.weight, tie.probability});
            }
        }
    }
    std::sort(links.begin(), links.end(), [](const RowLink& a, const RowLink& b) {
        return a.row < b.row;
    });
    return links;
}

std::vector<RowDoubt> doubtsOf(const People& people) {
    std::vector<RowDoubt> doubts;
    for (const RefusedTie& refused : people.doubts)
        doubts.push_back({std::min(refused.tie.left, refused.tie.right),
                          std::max(refused.tie.left, refused.tie.right),
                          refused.tie.kind,
                          refused.tie.weight,
                          refused.tie.probability,
                          std::string(refused.why)});
    std::stable_sort(doubts.begin(), doubts.end(), [](const RowDoubt& a, const RowDoubt& b) {
        return a.weight > b.weight;
    });
    return doubts;
}

// Some of all candidates, whichever rule found them.
CandidateSample sampleOf(const Table& table,
                         const BlockedPairs& blocked,
                         const SameSource& sameSource) {
    constexpr std::uint64_t wanted = 300'000;
    const std::uint64_t every = blocked.count() / wanted + 1;
    CandidateSample sample{{}, static_cast<double>(every)};
    for (const auto& piece : blocked.pieces)
        for (const std::uint64_t pair : piece) {
            const auto left = static_cast<std::uint32_t>(pair >> 32U);
            const auto right = static_cast<std::uint32_t>(pair);
            const std::uint64_t hash = mixed(table.profileHash[left] ^ table.profileHash[right]);
            if ((every == 1 || hash % every == 0) && !sameSource.both(left, right))
                sample.pairs.emplace_back(left, right);
        }
    return sample;
}

void completeFrequencies(Model& model, const Comparer& comparer) {
    if (model.frequencies.empty())
        model.rows = comparer.table().profiles;
    std::vector<Frequencies> all = Weights(comparer, model).tellingFrequencies();
    for (Frequencies& one : all) {
        const auto told = std::find_if(
            model.frequencies.begin(), model.frequencies.end(), [&](const Frequencies& given) {
                return given.field == one.field && !given.withheld;
            });
        if (told != model.frequencies.end())
            one = std::move(*told);
    }
    model.frequencies = std::move(all);
}

// The given model, with what it lacks taken from these rows; or one estimated from them.
Model modelFor(const Comparer& comparer,
               const Blocking& blocking,
               BlockedPairs& blocked,
               const SameSource& sameSource,
               const Settings& settings,
               base::Progress& progress,
               std::vector<std::string>& warnings) {
    if (settings.model) {
        Model model = *settings.model;
        model.ukPostcodes = comparer.table().ukPostcodes;
        if (model.rules.empty())
            model.rules = blocking.uses();
        if (!isWhole(model))
            completeFrequencies(model, comparer);
        return model;
    }
    for (auto& sample : blocked.samples)
        std::erase_if(sample, [&](const ProfilePair& pair) {
            return sameSource.both(pair.first, pair.second);
        });
    Estimated estimated = estimate(comparer,
                                   blocking,
                                   blocked.samples,
                                   sampleOf(comparer.table(), blocked, sameSource),
                                   settings,
                                   progress);
    warnings.insert(warnings.end(), estimated.warnings.begin(), estimated.warnings.end());
    return std::move(estimated.model);
}

}  // namespace

base::Result<Output> link(Input input, const Settings& settings, base::Progress& progress) {
    Stopwatch watch;
    Output out;
    const auto cancelled = [] { return base::fail(base::Code::cancelled, "link", "stopped"); };
    const Model* given = settings.model ? &*settings.model : nullptr;
    progress.step("reading what the records say", 0, 0);
    auto table = prepare(std::move(input.rows), given, settings.threads);
    if (!table)
        return base::fail(table.error());
    if (auto decided = checkDecisions(input, table->profileOf.size()); !decided)
        return base::fail(decided.error());
    out.warnings = table->warnings;
    const Comparer comparer(*table, given);
    if (given != nullptr)
        if (auto fitting = fits(comparer, *given); !fitting)
            return base::fail(fitting.error());
    watch.lap("prepare", out.phases);

    progress.step("finding pairs to compare", 0, 0);
    const BlockingKeys keys(*table);
    const Blocking blocking(keys, rulesFor(comparer), given, *table, settings.threads);
    BlockedPairs blocked =
        blockedPairs(*table, blocking, given == nullptr, settings.threads, progress);
    const SameSource sameSource(*table, input.onePerSource);
    out.warnings.insert(out.warnings.end(), blocked.warnings.begin(), blocked.warnings.end());
    watch.lap("block", out.phases);
    if (progress.cancelled())
        return cancelled();

    const Weights weights(
        comparer,
        modelFor(comparer, blocking, blocked, sameSource, settings, progress, out.warnings));
    watch.lap("estimate", out.phases);
    if (progress.cancelled())
        return cancelled();

    progress.step("comparing pairs", 0, blocked.count());
    const Scored scored = score(weights, blocked, sameSource, settings, out.report);
    out.candidatePairs = scored.compared;
    out.scoredPairs = scored.pairs.size();
    out.report.rules = std::move(blocked.rules);
    out.report.largestBlocks = std::move(blocked.largest);
    blocked.pieces = {};
    watch.lap("compare", out.phases);
    if (progress.cancelled())
        return cancelled();

    progress.step("forming people", 0, 0);
    const auto ties = tiesOf(*table, input, comparer, weights, scored.pairs, settings);
    const CertainNo certainNo(comparer);
    People people =
        formPeople(*table, input, certainNo, ties, settings.linkProbability, weights.model().prior);
    out.links = linksOf(people);
    out.doubts = doubtsOf(people);
    if (settings.listPairs)
        out.pairs = rowPairs(*table, input, comparer, weights, scored.pairs, settings);
    out.person = std::move(people.person);
    out.component = std::move(people.component);
    out.model = weights.model();
    watch.lap("cluster", out.phases);
    return out;
}

}  // namespace linkage

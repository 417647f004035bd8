// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/link.h"

#include "linkage/blocking.h"
#include "linkage/edges.h"
#include "linkage/estimate.h"
#include "linkage/people.h"
#include "linkage/table.h"
#include "linkage/weights.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <thread>

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

// In a one-per-source run two rows of one source are no candidates.
void dropWithinSource(const Table& table, std::vector<ProfilePair>& pairs) {
    constexpr std::uint32_t several = 0xFFFFFFFFU;
    std::vector<std::uint32_t> only(table.profiles);
    for (std::uint32_t profile = 0; profile < table.profiles; ++profile) {
        const std::uint32_t first = table.source[table.order[table.firstRow[profile]]];
        const std::uint32_t last = table.source[table.order[table.firstRow[profile + 1] - 1]];
        only[profile] = first == last ? first : several;
    }
    std::erase_if(pairs, [&](const ProfilePair& pair) {
        return only[pair.first] != several && only[pair.first] == only[pair.second];
    });
}

template <class Work>
void inParallel(unsigned threads, std::size_t count, Work work) {
    const std::size_t parts = std::clamp<std::size_t>(threads, 1, count / 20'000 + 1);
    std::vector<std::thread> running;
    for (std::size_t part = 1; part < parts; ++part)
        running.emplace_back(work, count * part / parts, count * (part + 1) / parts);
    work(std::size_t{0}, count / parts);
    for (std::thread& thread : running)
        thread.join();
}

std::vector<ScoredProfiles> score(const Weights& weights,
                                  const Candidates& candidates,
                                  const Settings& settings) {
    std::vector<Verdict> verdicts(candidates.pairs.size());
    inParallel(settings.threads, verdicts.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            verdicts[i] = weights.verdict(weights.evidence(
                candidates.patterns[i], candidates.pairs[i].first, candidates.pairs[i].second));
    });
    std::vector<ScoredProfiles> out;
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        if (verdicts[i].probability >= settings.reviewProbability)
            out.push_back({candidates.pairs[i].first, candidates.pairs[i].second, verdicts[i]});
    return out;
}

// The forest's ties, each told of the row that is further from its person's smallest row.
std::vector<RowLink> linksOf(const People& people) {
    const std::size_t rows = people.person.size();
    std::vector<std::vector<std::uint32_t>> tiesAt(rows);
    for (std::uint32_t i = 0; i < people.forest.size(); ++i) {
        tiesAt[people.forest[i].left].push_back(i);
        tiesAt[people.forest[i].right].push_back(i);
    }
    std::vector<RowLink> links;
    std::vector<bool> reached(rows, false);
    for (std::uint32_t first = 0; first < rows; ++first) {
        if (people.person[first] != first)
            continue;
        std::vector<std::uint32_t> waiting{first};
        reached[first] = true;
        while (!waiting.empty()) {
            const std::uint32_t row = waiting.back();
            waiting.pop_back();
            for (const std::uint32_t i : tiesAt[row]) {
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

base::Result<Model> modelFor(const Comparer& comparer,
                             const std::vector<BlockingRule>& rules,
                             const BlockedPairs& blocked,
                             const Candidates& candidates,
                             const Settings& settings,
                             base::Progress& progress,
                             std::vector<std::string>& warnings) {
    if (settings.model) {
        if (auto fitting = fits(comparer, *settings.model); !fitting)
            return base::fail(fitting.error());
        return *settings.model;
    }
    Estimated estimated = estimate(comparer, rules, blocked, candidates, settings.seed, progress);
    warnings.insert(warnings.end(), estimated.warnings.begin(), estimated.warnings.end());
    return std::move(estimated.model);
}

}  // namespace

base::Result<Output> link(Input input, const Settings& settings, base::Progress& progress) {
    Stopwatch watch;
    Output out;
    const auto cancelled = [] { return base::fail(base::Code::cancelled, "link", "stopped"); };
    progress.step("reading what the records say", 0, 0);
    auto table = prepare(input);
    if (!table)
        return base::fail(table.error());
    if (auto decided = checkDecisions(input, table->profileOf.size()); !decided)
        return base::fail(decided.error());
    out.warnings = table->warnings;
    const Comparer comparer(*table);
    watch.lap("prepare", out.phases);

    const std::vector<BlockingRule> rules = rulesFor(comparer);
    BlockedPairs blocked = blockedPairs(*table, rules, progress);
    if (input.onePerSource) {
        dropWithinSource(*table, blocked.pairs);
        for (auto& sample : blocked.samples)
            dropWithinSource(*table, sample);
    }
    out.candidatePairs = blocked.pairs.size();
    out.warnings.insert(out.warnings.end(), blocked.warnings.begin(), blocked.warnings.end());
    watch.lap("block", out.phases);
    if (progress.cancelled())
        return cancelled();

    progress.step("comparing pairs", 0, blocked.pairs.size());
    std::vector<Pattern> patterns(blocked.pairs.size());
    inParallel(settings.threads, patterns.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            patterns[i] = comparer.compare(blocked.pairs[i].first, blocked.pairs[i].second);
    });
    const Candidates candidates{blocked.pairs, patterns};
    watch.lap("compare", out.phases);

    auto model = modelFor(comparer, rules, blocked, candidates, settings, progress, out.warnings);
    if (!model)
        return base::fail(model.error());
    const Weights weights(comparer, std::move(*model));
    watch.lap("estimate", out.phases);
    if (progress.cancelled())
        return cancelled();

    progress.step("forming people", 0, 0);
    const auto scored = score(weights, candidates, settings);
    const auto ties = tiesOf(*table, input, comparer, weights, scored, settings);
    const CertainNo certainNo(comparer);
    const People people = formPeople(*table, input, certainNo, ties, settings.linkProbability);
    watch.lap("cluster", out.phases);

    out.links = linksOf(people);
    out.doubts = doubtsOf(people);
    out.pairs = rowPairs(*table, input, comparer, weights, scored, settings);
    out.person = people.person;
    out.model = weights.model();
    watch.lap("explain", out.phases);
    return out;
}

}  // namespace linkage

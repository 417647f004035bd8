// SPDX-License-Identifier: GPL-3.0-or-later
// The pairs of all rules, each once: every rule's blocks are paired up on some core, the pairs
// gathered by the piece of the profiles their left side lies in, and each piece sorted by itself
// while it fits the processor's cache.
#include "base/text.h"
#include "linkage/blocking.h"
#include "linkage/hash.h"
#include "linkage/parallel.h"
#include "linkage/radix_sort.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <mutex>

namespace linkage {

namespace {

constexpr std::size_t outgrownBlock = 4000;  // 8 million pairs: not compared under any model
constexpr std::size_t sampleSize = 30'000;
constexpr std::size_t largestTold = 10;

class PairPieces {
public:
    explicit PairPieces(std::uint32_t profiles)
        : m_profiles(std::max(profiles, 1U)),
          m_pieces(std::clamp<std::size_t>(profiles / 4096, 1, 512)) {}

    [[nodiscard]] std::size_t size() const { return m_pieces.size(); }

    [[nodiscard]] std::size_t pieceOf(std::uint32_t left) const {
        return std::uint64_t{left} * m_pieces.size() / m_profiles;
    }

    void add(std::size_t piece, std::vector<std::uint64_t>& pairs) {
        Piece& into = m_pieces[piece];
        const std::lock_guard<std::mutex> lock(into.mutex);
        if (into.pairs.size() + pairs.size() > std::max(into.pairs.capacity(), 2 * into.distinct))
            into.makeDistinct(bits());
        into.pairs.insert(into.pairs.end(), pairs.begin(), pairs.end());
        pairs.clear();
    }

    [[nodiscard]] std::vector<std::vector<std::uint64_t>> take(unsigned threads) {
        std::vector<std::vector<std::uint64_t>> out(m_pieces.size());
        eachTask(threads, m_pieces.size(), [&](std::size_t piece) {
            m_pieces[piece].makeDistinct(bits());
            out[piece] = std::move(m_pieces[piece].pairs);
        });
        return out;
    }

private:
    struct Piece {
        std::mutex mutex;
        std::vector<std::uint64_t> pairs;
        std::size_t distinct = 0;

        void makeDistinct(unsigned bits) {
            std::vector<std::uint64_t> spare;
            radixSort(pairs, spare, 0, bits);
            radixSort(pairs, spare, 32, 32 + bits);
            pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
            distinct = pairs.size();
        }
    };

    [[nodiscard]] unsigned bits() const {
        return static_cast<unsigned>(std::bit_width(m_profiles));
    }

    std::uint32_t m_profiles;
    std::vector<Piece> m_pieces;
};

// Pairs on their way to their pieces.
class Outbox {
public:
    explicit Outbox(PairPieces& pieces) : m_pieces(pieces), m_waiting(pieces.size()) {}

    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

    ~Outbox() {
        for (std::size_t piece = 0; piece < m_waiting.size(); ++piece)
            m_pieces.add(piece, m_waiting[piece]);
    }

    void add(std::uint32_t left, std::uint32_t right) {
        constexpr std::size_t full = 512;
        const std::size_t piece = m_pieces.pieceOf(left);
        auto& waiting = m_waiting[piece];
        waiting.push_back(std::uint64_t{left} << 32U | right);
        if (waiting.size() == full)
            m_pieces.add(piece, waiting);
    }

private:
    PairPieces& m_pieces;
    std::vector<std::vector<std::uint64_t>> m_waiting;
};

struct Block {
    std::size_t from = 0;
    std::size_t to = 0;
};

// What one rule brings.
struct Brought {
    RulePairs told;
    std::vector<std::uint32_t> largest;
    std::vector<ProfilePair> sample;
    bool outgrown = false;
};

std::vector<Block> blocksOf(const std::vector<std::uint64_t>& entries, Brought& brought) {
    std::vector<Block> blocks;
    for (std::size_t from = 0; from < entries.size();) {
        std::size_t to = from + 1;
        while (to < entries.size() && (entries[to] ^ entries[from]) >> 32U == 0)
            ++to;
        if (to - from > outgrownBlock) {
            brought.outgrown = true;
            brought.told.leftOut += static_cast<std::uint32_t>(to - from);
        } else if (to - from > 1) {
            blocks.push_back({from, to});
            brought.told.pairs += std::uint64_t{to - from} * (to - from - 1) / 2;
        }
        if (to - from > 1)
            brought.largest.push_back(static_cast<std::uint32_t>(to - from));
        from = to;
    }
    const auto told = static_cast<std::ptrdiff_t>(std::min(largestTold, brought.largest.size()));
    std::partial_sort(brought.largest.begin(),
                      brought.largest.begin() + told,
                      brought.largest.end(),
                      std::greater<>());
    brought.largest.resize(static_cast<std::size_t>(told));
    return blocks;
}

Brought bring(const Table& table,
              const Blocking& blocking,
              const Blocking::Rule& rule,
              bool sample,
              PairPieces& pieces) {
    Brought brought;
    brought.told.rule = rule.rule.name;
    brought.told.tooCommon = static_cast<std::uint32_t>(rule.split.size());
    const auto entries = blocking.entriesOf(rule, table, brought.told.leftOut);
    const auto blocks = blocksOf(entries, brought);
    const std::uint64_t every = brought.told.pairs / sampleSize + 1;
    Outbox outbox(pieces);
    for (const Block& block : blocks)
        for (std::size_t i = block.from; i < block.to; ++i)
            for (std::size_t j = i + 1; j < block.to; ++j) {
                const auto left = static_cast<std::uint32_t>(entries[i]);
                const auto right = static_cast<std::uint32_t>(entries[j]);
                if (left == right)  // two keys of one profile may fall together
                    continue;
                outbox.add(left, right);
                if (sample &&
                    mixed(table.profileHash[left] ^ table.profileHash[right]) % every == 0)
                    brought.sample.emplace_back(left, right);
            }
    std::sort(brought.sample.begin(), brought.sample.end());
    brought.sample.erase(std::unique(brought.sample.begin(), brought.sample.end()),
                         brought.sample.end());
    return brought;
}

void tell(const Blocking& blocking, std::vector<Brought> brought, BlockedPairs& out) {
    for (Brought& one : brought) {
        for (const std::uint32_t rows : one.largest)
            out.largest.push_back({one.told.rule, rows});
        if (one.told.leftOut > 0)
            out.warnings.push_back(
                base::counted(one.told.leftOut, "record shares", "records share") +
                " one value of " + one.told.rule +
                " with too many others: that rule did not compare them");
        if (one.outgrown && blocking.kept())
            out.warnings.push_back("the model has been outgrown under the rule " + one.told.rule +
                                   ": estimate it anew");
        out.samples.push_back(std::move(one.sample));
        out.rules.push_back(std::move(one.told));
    }
    for (const std::string& name : blocking.unused())
        out.rules.push_back({name, false, 0, 0, 0});
    std::stable_sort(out.largest.begin(), out.largest.end(), [](const auto& a, const auto& b) {
        return a.rows > b.rows;
    });
    out.largest.resize(std::min(out.largest.size(), largestTold));
}

}  // namespace

std::uint64_t BlockedPairs::count() const {
    std::uint64_t pairs = 0;
    for (const auto& piece : pieces)
        pairs += piece.size();
    return pairs;
}

BlockedPairs blockedPairs(const Table& table,
                          const Blocking& blocking,
                          bool sample,
                          unsigned threads,
                          base::Progress& progress) {
    PairPieces pieces(table.profiles);
    std::vector<Brought> brought(blocking.rules().size());
    eachTask(threads, brought.size(), [&](std::size_t i) {
        if (!progress.cancelled())
            brought[i] = bring(table, blocking, blocking.rules()[i], sample, pieces);
    });
    BlockedPairs out;
    tell(blocking, std::move(brought), out);
    out.pieces = pieces.take(threads);
    return out;
}

}  // namespace linkage

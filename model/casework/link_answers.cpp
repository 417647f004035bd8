// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/link_answers.h"

#include "base/text.h"
#include "store/identity_table.h"
#include "store/supersession_table.h"

#include <algorithm>
#include <map>

namespace casework {

namespace {

using records::RecordId;

// The records that answers of "same" tie to one another.
class SameRecords {
public:
    explicit SameRecords(const std::vector<LinkAnswer>& answers) {
        for (const LinkAnswer& answer : answers)
            if (answer.same) {
                m_ties[answer.left].push_back(answer.right);
                m_ties[answer.right].push_back(answer.left);
            }
    }

    // From one to the other by the fewest answers, both included; empty when nothing ties them.
    [[nodiscard]] std::vector<RecordId> way(RecordId from, RecordId to) const {
        std::map<RecordId, RecordId> before{{from, from}};
        std::vector<RecordId> reached{from};
        for (std::size_t i = 0; i < reached.size() && !before.contains(to); ++i)
            if (const auto ties = m_ties.find(reached[i]); ties != m_ties.end())
                for (const RecordId next : ties->second)
                    if (before.emplace(next, reached[i]).second)
                        reached.push_back(next);
        if (!before.contains(to))
            return {};
        std::vector<RecordId> way{to};
        while (way.back() != from)
            way.push_back(before.at(way.back()));
        std::ranges::reverse(way);
        return way;
    }

private:
    std::map<RecordId, std::vector<RecordId>> m_ties;
};

base::Error contradiction(const std::vector<RecordId>& way) {
    std::vector<std::string> numbers;
    for (const RecordId record : way)
        numbers.push_back(std::to_string(record.value));
    return {base::Code::refused,
            "records " + numbers.front() + " and " + numbers.back(),
            "are different people by one answer and one person by others (" +
                base::join(numbers, " = ") + "); take one of these answers back"};
}

}  // namespace

std::vector<LinkAnswer> answersNow(const std::vector<store::PairDecision>& decisions,
                                   const StandIns& standIns) {
    const auto now = [&standIns](RecordId record) {
        const auto found = standIns.find(record);
        return found == standIns.end() ? record : found->second;
    };
    std::map<std::pair<RecordId, RecordId>, bool> said;
    for (const store::PairDecision& decision : decisions) {
        if (decision.answer != records::PairAnswer::same &&
            decision.answer != records::PairAnswer::different)
            continue;
        // Of a list: by value. Of two temporaries minmax would give references to nothing.
        const auto [left, right] = std::minmax({now(decision.left), now(decision.right)});
        if (left != right)
            said[{left, right}] = decision.answer == records::PairAnswer::same;
    }
    std::vector<LinkAnswer> answers;
    for (const auto& [pair, same] : said)
        answers.push_back({pair.first, pair.second, same});
    return answers;
}

base::Result<void> agree(const std::vector<LinkAnswer>& answers, std::optional<RecordPair> about) {
    const SameRecords same(answers);
    const auto concerns = [&](const LinkAnswer& answer) {
        return !about || !same.way(answer.left, about->left).empty() ||
               !same.way(answer.left, about->right).empty();
    };
    for (const LinkAnswer& answer : answers) {
        if (answer.same)
            continue;
        const auto way = same.way(answer.left, answer.right);
        if (!way.empty() && concerns(answer))
            return tl::unexpected(contradiction(way));
    }
    return {};
}

namespace {

base::Result<void> agreeAbout(store::Vault& vault, const access::Grant& grant, RecordPair records) {
    const auto decisions = store::LinkTable(vault).decisions(grant);
    if (!decisions)
        return base::fail(decisions.error());
    const auto standIns = store::SupersessionTable(vault).standIns();
    if (!standIns)
        return base::fail(standIns.error());
    const auto superseded = store::IdentityTable(vault).superseded();
    if (!superseded)
        return base::fail(superseded.error());
    std::vector<LinkAnswer> answers = answersNow(*decisions, *standIns);
    std::erase_if(answers, [&](const LinkAnswer& answer) {
        return std::ranges::binary_search(*superseded, answer.left) ||
               std::ranges::binary_search(*superseded, answer.right);
    });
    return agree(answers, records);
}

base::Result<void> takeBack(store::Vault& vault, const access::Grant& grant, RecordPair records) {
    store::LinkTable table(vault);
    const auto decisions = table.decisions(grant);
    if (!decisions)
        return base::fail(decisions.error());
    const auto [left, right] = std::minmax(records.left, records.right);
    for (const store::PairDecision& decision : *decisions)
        if (decision.left == left && decision.right == right)
            return table.undo(grant, decision.id);
    return {};
}

}  // namespace

base::Result<void> takeEffect(store::Vault& vault,
                              const access::Grant& grant,
                              RecordPair records,
                              records::PairAnswer answer) {
    if (answer == records::PairAnswer::none)
        return takeBack(vault, grant, records);
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    if (auto kept = store::LinkTable(vault).decide(grant, records.left, records.right, answer);
        !kept)
        return kept;
    if (answer != records::PairAnswer::notSure)
        if (auto agreed = agreeAbout(vault, grant, records); !agreed)
            return agreed;
    return transaction->commit();
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// Answering a sample, pair by pair.
#include "casework/sampled_labels.h"

#include "casework/link_answers.h"
#include "casework/link_why.h"
#include "casework/pair_side.h"
#include "casework/user_names.h"
#include "linkage/explain.h"

namespace casework {

using records::PairAnswer;

bool isAnswered(PairAnswer answer) {
    return answer == PairAnswer::same || answer == PairAnswer::different;
}

SampleStanding standingOf(const store::PairSample& sample, const std::vector<store::Label>& pairs) {
    SampleStanding standing;
    standing.sample = sample.id;
    standing.drawnAt = sample.at;
    standing.pairs = pairs.size();
    for (const PairAnswer wanted : {PairAnswer::none, PairAnswer::notSure})
        for (const store::Label& pair : pairs)
            if (pair.answer == wanted)
                standing.waiting.push_back(pair.id);
    for (const store::Label& pair : pairs) {
        standing.answered += isAnswered(pair.answer) ? 1U : 0U;
        standing.notSure += pair.answer == PairAnswer::notSure ? 1U : 0U;
    }
    return standing;
}

base::Result<std::optional<CurrentSample>> currentSample(store::Vault& vault,
                                                         const access::Grant& grant) {
    const store::LabelTable table(vault);
    auto sample = table.newestSample(grant);
    if (!sample)
        return base::fail(sample.error());
    if (!*sample)
        return std::optional<CurrentSample>();
    auto pairs = table.ofSample(grant, (*sample)->id);
    if (!pairs)
        return base::fail(pairs.error());
    return CurrentSample{std::move(**sample), std::move(*pairs)};
}

namespace {

base::Result<access::Grant> checking(Session& session, const access::Subject& subject) {
    return session.authorise(access::Action::reviewLinks, subject, "check a sample of links");
}

}  // namespace

base::Result<std::optional<SampleStanding>> standingSample(Session& session) {
    const auto grant = checking(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    const auto current = currentSample(session.vault(), *grant);
    if (!current)
        return base::fail(current.error());
    return *current ? std::optional(standingOf((*current)->sample, (*current)->pairs))
                    : std::nullopt;
}

base::Result<SampledPair> openSampled(Session& session, std::int64_t id) {
    const auto grant = checking(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    const auto label = store::LabelTable(session.vault()).find(*grant, id);
    if (!label)
        return base::fail(label.error());
    const auto leftGrant = checking(session, access::Subject::of(label->left));
    const auto rightGrant = checking(session, access::Subject::of(label->right));
    if (!leftGrant || !rightGrant)
        return base::fail((!leftGrant ? leftGrant : rightGrant).error());
    auto left = pairSide(session, *leftGrant, label->left);
    if (!left)
        return base::fail(left.error());
    auto right = pairSide(session, *rightGrant, label->right);
    if (!right)
        return base::fail(right.error());
    SampledPair pair{id, std::move(*left), std::move(*right), label->answer, false, 0, 0, {}};
    if (!isAnswered(label->answer))
        return pair;
    pair.linked = label->linked;
    pair.weight = label->weight;
    pair.probability = label->probability;
    const bool certain = label->linked && label->weight == linkage::ownNumberWeight;
    auto why = linkWhy(session.vault(),
                       *grant,
                       label->left,
                       label->right,
                       certain ? records::LinkOrigin::ownNumber : records::LinkOrigin::engine);
    if (!why)
        return base::fail(why.error());
    pair.reasons = std::move(why->reasons);
    return pair;
}

base::Result<void> answerSampled(Session& session, std::int64_t id, PairAnswer answer) {
    const auto grant = checking(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    store::LabelTable labels(session.vault());
    const auto label = labels.find(*grant, id);
    if (!label)
        return base::fail(label.error());
    const auto own = checking(session, access::Subject::of(label->left));
    if (!own)
        return base::fail(own.error());
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    if (auto done = labels.answer(*own, id, answer); !done)
        return done;
    if (auto done = takeEffect(session.vault(), *own, {label->left, label->right}, answer); !done)
        return done;
    return transaction->commit();
}

base::Result<std::vector<LabelRow>> labelRows(Session& session) {
    const auto grant = checking(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    const auto labels = store::LabelTable(session.vault()).answered(*grant);
    if (!labels)
        return base::fail(labels.error());
    auto names = userNames(session.vault());
    if (!names)
        return base::fail(names.error());
    std::vector<LabelRow> rows;
    for (const store::Label& label : *labels)
        rows.push_back({label.left,
                        label.right,
                        label.answer == PairAnswer::same,
                        label.weight,
                        label.linked,
                        label.sample != 0,
                        label.model,
                        (*names)[label.by],
                        label.at});
    return rows;
}

}  // namespace casework

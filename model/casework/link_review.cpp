// SPDX-License-Identifier: GPL-3.0-or-later
// The part of linking.h that a person does: answering pairs.
#include "base/text.h"
#include "casework/link_answers.h"
#include "casework/link_why.h"
#include "casework/linking.h"
#include "casework/pair_side.h"
#include "store/label_table.h"
#include "store/link_model_table.h"
#include "store/link_table.h"

namespace casework {

namespace {

base::Result<access::Grant> reviewing(Session& session, const access::Subject& subject) {
    return session.authorise(access::Action::reviewLinks, subject, "review links");
}

// The answer as data: what was asked, of which model's doubts. Not a random pair.
base::Result<void> keepLabel(store::Vault& vault,
                             const access::Grant& grant,
                             const records::DoubtfulPair& pair,
                             records::PairAnswer answer) {
    const auto model = store::LinkModelTable(vault).inForce(grant);
    if (!model)
        return base::fail(model.error());
    store::Label label;
    label.left = pair.left;
    label.right = pair.right;
    label.weight = pair.weight;
    label.probability = pair.probability;
    label.model = *model ? (*model)->id : 0;
    label.answer = answer;
    return store::LabelTable(vault).note(grant, label);
}

}  // namespace

base::Result<PairQueue> pairQueue(Session& session, std::size_t limit) {
    const auto grant = reviewing(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    const store::LinkTable table(session.vault());
    PairQueue queue;
    const auto waiting = table.pairCount(false);
    const auto notSure = table.notSureCount();
    const auto answered = table.answerCount();
    const auto next = table.pairs(*grant, false, 0, static_cast<std::int64_t>(limit));
    if (!waiting)
        return base::fail(waiting.error());
    if (!notSure)
        return base::fail(notSure.error());
    if (!answered)
        return base::fail(answered.error());
    if (!next)
        return base::fail(next.error());
    queue.waiting = *waiting;
    queue.notSure = *notSure;
    queue.answered = *answered;
    for (const records::DoubtfulPair& pair : *next)
        queue.next.push_back(pair.id);
    return queue;
}

base::Result<PairView> openPair(Session& session, records::DoubtId id) {
    const auto grant = reviewing(session, access::Subject::of(id));
    if (!grant)
        return base::fail(grant.error());
    auto pair = store::LinkTable(session.vault()).pair(*grant, id);
    if (!pair)
        return base::fail(pair.error());
    if (auto explained = explainPair(session.vault(), *grant, *pair); !explained)
        return base::fail(explained.error());
    auto left = pairSide(session, *grant, pair->left);
    if (!left)
        return base::fail(left.error());
    auto right = pairSide(session, *grant, pair->right);
    if (!right)
        return base::fail(right.error());
    return PairView{std::move(*pair), std::move(*left), std::move(*right)};
}

base::Result<void> answerPair(Session& session, records::DoubtId id, records::PairAnswer answer) {
    const auto grant = reviewing(session, access::Subject::of(id));
    if (!grant)
        return base::fail(grant.error());
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto pair = store::LinkTable(session.vault()).pair(*grant, id);
    if (!pair)
        return base::fail(pair.error());
    if (auto kept = keepLabel(session.vault(), *grant, *pair, answer); !kept)
        return kept;
    if (auto done = takeEffect(session.vault(), *grant, {pair->left, pair->right}, answer); !done)
        return done;
    return transaction->commit();
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of link_model.h that learns from answers.
#include "casework/link_model.h"
#include "casework/link_rows.h"
#include "casework/link_why.h"
#include "casework/model_file.h"
#include "casework/sampled_labels.h"
#include "linkage/relearn.h"
#include "store/link_model_table.h"

namespace casework {

namespace {

// How many pairs of its band each answered pair stands for.
std::vector<double> standsFor(const CurrentSample& current) {
    std::vector<double> answered(current.sample.strata.size(), 0);
    for (const store::Label& pair : current.pairs)
        if (isAnswered(pair.answer))
            ++answered[static_cast<std::size_t>(pair.stratum)];
    for (std::size_t i = 0; i < answered.size(); ++i)
        answered[i] =
            answered[i] > 0 ? static_cast<double>(current.sample.strata[i].pairs) / answered[i] : 0;
    return answered;
}

base::Result<std::vector<linkage::LabelledPair>> labelled(store::Vault& vault,
                                                          const access::Grant& grant,
                                                          const CurrentSample& current,
                                                          base::Progress& progress) {
    const std::vector<double> weights = standsFor(current);
    std::vector<linkage::LabelledPair> pairs;
    for (const store::Label& pair : current.pairs) {
        if (!isAnswered(pair.answer))
            continue;
        progress.step("reading answered pairs", pairs.size(), current.pairs.size());
        if (progress.cancelled())
            return base::fail(base::Code::cancelled, "model", "stopped; nothing was changed");
        auto why = linkWhy(vault, grant, pair.left, pair.right, records::LinkOrigin::engine);
        if (!why)
            return base::fail(why.error());
        pairs.push_back({pair.answer == records::PairAnswer::same,
                         weights[static_cast<std::size_t>(pair.stratum)],
                         std::move(why->reasons)});
    }
    return pairs;
}

}  // namespace

base::Result<RelearntModel> relearnModel(Session& session, base::Progress& progress) {
    const auto grant = session.authorise(access::Action::linkRecords,
                                         access::Subject::vault(),
                                         "learn the linkage model anew from answers");
    if (!grant)
        return base::fail(grant.error());
    store::Vault& vault = session.vault();
    const auto kept = store::LinkModelTable(vault).inForce(*grant);
    if (!kept)
        return base::fail(kept.error());
    const auto current = currentSample(vault, *grant);
    if (!current)
        return base::fail(current.error());
    if (!*kept || !*current)
        return base::fail(base::Code::refused,
                          "model",
                          "needs a random sample with answers: link the records, draw a sample");
    const auto json = base::parseJson((*kept)->json, "linkage model");
    const auto model = json ? linkage::modelFromJson(*json, "linkage model")
                            : base::Result<linkage::Model>(base::fail(json.error()));
    if (!model)
        return base::fail(model.error());
    const auto pairs = labelled(vault, *grant, **current, progress);
    if (!pairs)
        return base::fail(pairs.error());
    const linkage::Relearnt learnt = linkage::relearn(*model, *pairs);
    if (learnt.used < fewestAnswers)
        return base::fail(base::Code::refused,
                          "model",
                          "only " + std::to_string(learnt.used) +
                              " pairs of the sample are answered \"same\"; it takes " +
                              std::to_string(fewestAnswers));
    RelearntModel out;
    out.used = learnt.used;
    out.text = writeModel(learnt.model, LinkRows().rows.fields());
    for (const linkage::LevelChange& change : learnt.changes)
        out.levels.push_back({change.comparison,
                              change.level,
                              change.mBefore,
                              change.mAfter,
                              change.weightBefore,
                              change.weightAfter,
                              change.labelled});
    return out;
}

}  // namespace casework

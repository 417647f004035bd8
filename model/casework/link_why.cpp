// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/link_why.h"

#include "casework/link_rows.h"
#include "linkage/explain.h"
#include "store/link_model_table.h"
#include "store/link_standing_table.h"

namespace casework {

namespace {

base::Result<linkage::Model> modelOfLinks(store::Vault& vault, const access::Grant& grant) {
    const auto standing = store::LinkStandingTable(vault).find(grant);
    if (!standing)
        return base::fail(standing.error());
    if (!*standing)
        return base::fail(base::Code::notFound,
                          "linkage model",
                          "the records were never linked; link them first");
    const auto kept = store::LinkModelTable(vault).find(grant, (*standing)->model);
    if (!kept)
        return base::fail(kept.error());
    const auto json = base::parseJson(kept->json, "linkage model");
    if (!json)
        return base::fail(json.error());
    return linkage::modelFromJson(*json, "linkage model");
}

linkage::TieKind kindOf(records::LinkOrigin origin) {
    switch (origin) {
        case records::LinkOrigin::person:
            return linkage::TieKind::decision;
        case records::LinkOrigin::ownNumber:
            return linkage::TieKind::ownNumber;
        case records::LinkOrigin::engine:
            break;
    }
    return linkage::TieKind::weight;
}

}  // namespace

base::Result<LinkWhy> linkWhy(store::Vault& vault,
                              const access::Grant& grant,
                              records::RecordId left,
                              records::RecordId right,
                              records::LinkOrigin origin) {
    auto model = modelOfLinks(vault, grant);
    if (!model)
        return base::fail(model.error());
    LinkRows rows;
    for (const records::RecordId record : {left, right}) {
        const auto read = store::IdentityTable(vault).find(
            grant, record, [&rows](const store::IdentityRow& who) -> base::Result<void> {
                rows.add(who);
                return {};
            });
        if (!read)
            return base::fail(read.error());
    }
    LinkWhy why;
    auto reasons = linkage::explain(rows.rows, 0, 1, kindOf(origin), *model);
    if (!reasons)
        return base::fail(reasons.error());
    why.reasons = std::move(*reasons);
    linkage::Settings settings;
    settings.model = std::move(*model);
    base::NoProgress quiet;
    const auto alone = linkage::link({std::move(rows.rows), false, {}}, settings, quiet);
    if (!alone)
        return base::fail(alone.error());
    if (!alone->doubts.empty())
        why.alone = alone->doubts.front().why;
    return why;
}

base::Result<void> explainPair(store::Vault& vault,
                               const access::Grant& grant,
                               records::DoubtfulPair& pair) {
    auto why = linkWhy(vault, grant, pair.left, pair.right, records::LinkOrigin::engine);
    // Doubts of before models were kept are still to be answered.
    if (!why && why.error().code == base::Code::notFound)
        return {};
    if (!why)
        return base::fail(why.error());
    pair.reasons = std::move(why->reasons);
    if (why->alone.empty())
        pair.why =
            "these two alone would be one person; other records of the two people speak "
            "against it: " +
            pair.why;
    else
        pair.why = std::move(why->alone);
    return {};
}

}  // namespace casework

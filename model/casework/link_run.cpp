// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/link_run.h"

#include "base/text.h"
#include "linkage/increment.h"
#include "store/link_model_table.h"
#include "store/link_table.h"
#include "store/supersession_table.h"

#include <algorithm>

namespace casework {

namespace {

using linkage::Model;

// A vault more than this many times as large as when the model was estimated has outgrown it.
constexpr std::int64_t outgrown = 2;
// Above this share of new records a run over all costs less.
constexpr std::int64_t worthAWholeRun = 4;
constexpr std::size_t mostKeys = 255;  // of one record, as the store keeps them

// A few made-up rows whose keys tell whether hashes kept earlier are of the same making.
LinkRows sampleRows() {
    LinkRows rows;
    store::IdentityRow who;
    const auto say = [&who](store::IdentityColumn column, std::string_view text) {
        who.texts[static_cast<std::size_t>(column)] = text;
    };
    using Column = store::IdentityColumn;
    say(Column::forename, "Élodie-May");
    say(Column::surname, "O'Brien Smith");
    say(Column::birthDate, "2012-05-04");
    say(Column::address, "Flat 2, 14 High Street, Leominster");
    say(Column::postcode, "HR6 8AQ");
    say(Column::uprn, "100121234567");
    say(Column::phone, "+44 7700 900123");
    say(Column::email, "e.obrien@example.org");
    say(Column::nino, "QQ123456C");
    say(Column::upn, "A801200000001");
    say(Column::nhsNumber, "9434765919");
    say(Column::pncId, "2012/0000001A");
    say(Column::localId, "P-17");
    say(Column::localIdSeries, "pupils");
    who.record = records::RecordId{1};
    rows.add(who);
    say(Column::birthDate, "2012");
    say(Column::postcode, "");
    who.record = records::RecordId{2};
    rows.add(who);
    return rows;
}

base::Result<std::int64_t> keyKindOf(const Model& model) {
    if (!linkage::isWhole(model))
        return 0;
    const auto keys = linkKeys(sampleRows(), model);
    if (!keys)
        return base::fail(keys.error());
    std::uint64_t kind = 14695981039346656037U;  // FNV-1a
    for (const std::uint32_t hash : keys->hashes)
        kind = (kind ^ hash) * 1099511628211U;
    return static_cast<std::int64_t>(kind >> 1U);
}

base::Result<LinkContext> contextOf(store::Vault& vault, const access::Grant& grant) {
    const store::IdentityTable identities(vault);
    LinkContext context;
    auto superseded = identities.superseded();
    if (!superseded)
        return base::fail(superseded.error());
    context.superseded = std::move(*superseded);
    const auto newest = identities.newest();
    if (!newest)
        return base::fail(newest.error());
    context.newest = *newest;
    auto standIns = store::SupersessionTable(vault).standIns();
    if (!standIns)
        return base::fail(standIns.error());
    context.standIns = std::move(*standIns);
    const store::LinkTable table(vault);
    const auto history = table.decisions(grant, true);
    if (!history)
        return base::fail(history.error());
    std::vector<store::PairDecision> inForce;
    for (const store::PairDecision& decision : *history) {
        context.answerRecords.push_back({decision.id, {decision.left, decision.right}});
        if (!decision.undoneAt.empty())
            continue;
        inForce.push_back(decision);
        context.answerIds.push_back(decision.id);
    }
    std::ranges::sort(context.answerIds);
    context.answers = answersNow(inForce, context.standIns);
    return context;
}

}  // namespace

base::Result<store::RecordHashes> linkKeys(const LinkRows& rows, const Model& model) {
    auto made = linkage::blockingKeys(rows.rows, model);
    if (!made)
        return base::fail(made.error());
    store::RecordHashes keys;
    keys.records.reserve(rows.records.size());
    keys.first.reserve(rows.records.size() + 1);
    keys.hashes.reserve(made->keys.size());
    for (std::uint32_t row = 0; row < rows.rows.size(); ++row) {
        const auto of = made->of(row);
        // Half a hash finds all that a whole one finds, and a few strangers, which the engine
        // drops.
        for (const std::uint64_t key : of.first(std::min(of.size(), mostKeys)))
            keys.hashes.push_back(static_cast<std::uint32_t>(key ^ (key >> 32U)));
        keys.add(rows.records[row]);
    }
    return keys;
}

base::Result<std::optional<ModelInForce>> modelInForce(store::Vault& vault,
                                                       const access::Grant& grant) {
    const auto kept = store::LinkModelTable(vault).inForce(grant);
    if (!kept)
        return base::fail(kept.error());
    if (!*kept)
        return std::nullopt;
    const auto json = base::parseJson((*kept)->json, "linkage model");
    if (!json)
        return std::nullopt;
    auto model = linkage::modelFromJson(*json, "linkage model");
    if (!model)
        return std::nullopt;
    const auto kind = keyKindOf(*model);
    if (!kind)
        return std::nullopt;
    return ModelInForce{(*kept)->id, std::move(*model), (*kept)->records, *kind};
}

base::Result<LinkRun> runLinkage(store::Vault& vault,
                                 const access::Grant& grant,
                                 LinkScope scope,
                                 base::Progress& progress) {
    const auto context = contextOf(vault, grant);
    if (!context)
        return base::fail(context.error());
    if (scope == LinkScope::estimate)
        return runOverAll(vault, grant, *context, std::nullopt, progress);
    auto model = modelInForce(vault, grant);
    if (!model)
        return base::fail(model.error());
    if (scope == LinkScope::whole || !*model)
        return runOverAll(vault, grant, *context, std::move(*model), progress);
    const auto standing = store::LinkStandingTable(vault).find(grant);
    if (!standing)
        return base::fail(standing.error());
    const auto more = store::IdentityTable(vault).countAfter(*standing ? (*standing)->newest
                                                                       : records::RecordId());
    if (!more)
        return base::fail(more.error());
    const std::int64_t known = *standing ? (*standing)->records : 0;
    if ((*model)->records > 0 && known + *more > outgrown * (*model)->records)
        return runOverAll(vault, grant, *context, std::nullopt, progress);
    const bool buildsOn = *standing && (*model)->keyKind != 0 &&
                          (*standing)->model == (*model)->id &&
                          (*standing)->keyKind == (*model)->keyKind;
    if (buildsOn && *more <= known / worthAWholeRun)
        return runOverChanges(vault, grant, *context, **model, **standing, progress);
    return runOverAll(vault, grant, *context, std::move(*model), progress);
}

}  // namespace casework

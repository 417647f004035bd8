// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/link_model.h"

#include "base/json.h"
#include "casework/link_rows.h"
#include "casework/model_file.h"
#include "casework/user_names.h"
#include "linkage/run_report_json.h"
#include "store/link_model_table.h"
#include "store/link_run_table.h"

#include <cmath>

namespace casework {

namespace {

base::Result<access::Grant> looking(Session& session) {
    return session.authorise(
        access::Action::reviewLinks, access::Subject::vault(), "see how records are linked");
}

base::Result<std::optional<store::LinkModel>> kept(Session& session) {
    const auto grant = looking(session);
    if (!grant)
        return base::fail(grant.error());
    return store::LinkModelTable(session.vault()).inForce(*grant);
}

base::Result<linkage::Model> modelOf(const store::LinkModel& kept) {
    const auto json = base::parseJson(kept.json, "linkage model");
    if (!json)
        return base::fail(json.error());
    return linkage::modelFromJson(*json, "linkage model");
}

base::Result<linkage::Model> inForce(Session& session) {
    const auto found = kept(session);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::notFound,
                          "linkage model",
                          "the records were never linked; link them first");
    return modelOf(**found);
}

const std::vector<linkage::FieldSpec>& vaultFields() {
    static const std::vector<linkage::FieldSpec> fields = LinkRows().rows.fields();
    return fields;
}

RunView viewOf(const linkage::RunReport& report) {
    RunView view;
    for (const linkage::RulePairs& rule : report.rules)
        view.rules.push_back({rule.rule, rule.used, rule.pairs, rule.leftOut});
    for (const linkage::BlockSize& block : report.largestBlocks)
        view.largestBlocks.emplace_back(block.rule, block.rows);
    for (const linkage::WeightBin& bin : report.weights)
        view.weights.push_back({bin.from, bin.pairs});
    view.linkWeight = report.linkWeight;
    view.reviewWeight = report.reviewWeight;
    view.expectedPrecision = report.expectedPrecision;
    view.expectedMissedPairs = report.expectedMissedPairs;
    return view;
}

}  // namespace

base::Result<std::optional<ModelView>> currentModel(Session& session) {
    const auto found = kept(session);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return std::optional<ModelView>();
    const auto model = modelOf(**found);
    if (!model)
        return base::fail(model.error());
    auto names = userNames(session.vault());
    if (!names)
        return base::fail(names.error());
    ModelView view;
    view.id = (*found)->id;
    view.origin = (*found)->origin;
    view.by = (*names)[(*found)->by];
    view.at = (*found)->at;
    view.prior = model->prior;
    view.relativePrior = model->relativePrior;
    for (const linkage::ComparisonEstimate& comparison : model->comparisons)
        for (const linkage::LevelEstimate& level : comparison.levels)
            view.levels.push_back({comparison.name,
                                   level.name,
                                   level.m,
                                   level.u,
                                   std::log2(level.m / level.u),
                                   level.pairs});
    return std::optional(std::move(view));
}

base::Result<std::optional<RunView>> lastWholeRun(Session& session) {
    const auto grant = looking(session);
    if (!grant)
        return base::fail(grant.error());
    const auto note = store::LinkRunTable(session.vault()).newestWhole(*grant);
    if (!note)
        return base::fail(note.error());
    if (!*note)
        return std::optional<RunView>();
    const auto json = base::parseJson((*note)->report, "run report");
    if (!json)
        return base::fail(json.error());
    RunView view = viewOf(linkage::runReportFromJson(*json));
    view.at = (*note)->at;
    return std::optional(std::move(view));
}

base::Result<std::string> modelText(Session& session) {
    return inForce(session).map(
        [](const linkage::Model& model) { return writeModel(model, vaultFields()); });
}

base::Result<SplinkText> modelAsSplink(Session& session, SplinkEngine engine) {
    const auto model = inForce(session);
    if (!model)
        return base::fail(model.error());
    const auto settings = linkage::toSplink(
        *model,
        vaultFields(),
        engine == SplinkEngine::duckdb ? linkage::SqlDialect::duckdb : linkage::SqlDialect::spark,
        false);
    if (!settings)
        return base::fail(settings.error());
    return SplinkText{settings->json.write(true) + "\n", noteLines(settings->notes)};
}

base::Result<void> adoptModel(Session& session,
                              const std::string& text,
                              const std::string& fileName,
                              const std::string& origin) {
    std::vector<std::pair<linkage::FieldSpec, std::string>> headings;
    for (const linkage::FieldSpec& field : vaultFields())
        headings.emplace_back(field, linkage::fieldName(field));
    const auto file = readModel(text, fileName, headings);
    if (!file)
        return base::fail(file.error());
    const auto compared = linkage::comparedFields(vaultFields());
    bool fits = compared.size() == file->model.comparisons.size();
    for (std::size_t i = 0; fits && i < compared.size(); ++i)
        fits = compared[i].name == file->model.comparisons[i].name;
    if (!fits)
        return base::fail(
            base::Code::malformed, fileName, "is a model for other fields than a vault has");
    const auto grant = session.authorise(access::Action::linkRecords,
                                         access::Subject::vault(),
                                         "put a linkage model in force: " + origin);
    if (!grant)
        return base::fail(grant.error());
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto adopted = store::LinkModelTable(session.vault())
                             .adopt(*grant, linkage::toJson(file->model).write(false), origin);
    if (!adopted)
        return base::fail(adopted.error());
    return transaction->commit();
}

}  // namespace casework

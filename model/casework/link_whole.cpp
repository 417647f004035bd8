// SPDX-License-Identifier: GPL-3.0-or-later
// A run over every record in force.
#include "base/text.h"
#include "casework/link_run.h"
#include "store/link_model_table.h"
#include "store/link_table.h"
#include "store/person_change_table.h"

#include <algorithm>
#include <chrono>
#include <future>

namespace casework {

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

base::Result<std::vector<records::Link>> allLinks(store::Vault& vault, const access::Grant& grant) {
    std::vector<records::Link> links;
    const auto walked =
        store::LinkTable(vault).forEach(grant, [&](records::Link&& link) -> base::Result<void> {
            links.push_back(std::move(link));
            return {};
        });
    if (!walked)
        return base::fail(walked.error());
    return links;
}

struct Origin {
    std::string words;
    std::int64_t records = 0;  // as in ModelInForce
};

base::Result<Origin> originOf(store::Vault& vault,
                              const access::Grant& grant,
                              const std::optional<ModelInForce>& given,
                              std::size_t records) {
    if (!given)
        return Origin{"estimated from " + base::grouped(records) + " source records",
                      static_cast<std::int64_t>(records)};
    return store::LinkModelTable(vault).find(grant, given->id).map([](const auto& kept) {
        return Origin{kept.origin, kept.records};
    });
}

// The model that the links are kept under: the given one, or once adopted what the run made of it
// or estimated. nullopt when there is too little to learn from for a model that others can use.
base::Result<std::optional<ModelInForce>> adopted(store::Vault& vault,
                                                  const access::Grant& grant,
                                                  std::optional<ModelInForce> given,
                                                  const linkage::Model& used,
                                                  std::size_t records) {
    if (given && given->keyKind != 0)
        return given;
    if (records == 0)
        return std::nullopt;
    const auto origin = originOf(vault, grant, given, records);
    if (!origin)
        return base::fail(origin.error());
    const auto kept = store::LinkModelTable(vault).adopt(
        grant, toJson(used).write(false), origin->words, origin->records);
    if (!kept)
        return base::fail(kept.error());
    // Read back, so that the hashes kept are those that the next run will make.
    return modelInForce(vault, grant);
}

using FutureKeys = std::future<base::Result<store::RecordHashes>>;

base::Result<void> keepStanding(store::Vault& vault,
                                const LinkContext& context,
                                const ModelInForce& model,
                                const Linked& linked,
                                FutureKeys& keys) {
    store::LinkStanding standing;
    standing.model = model.id;
    standing.keyKind = model.keyKind;
    standing.newest = context.newest;
    standing.passedOver = context.superseded;
    standing.answers = context.answerIds;
    standing.records = static_cast<std::int64_t>(linked.records.size());
    standing.people = linked.people;
    store::LinkStandingTable table(vault);
    if (auto forgotten = table.forget(); !forgotten)
        return forgotten;
    if (auto kept = table.replace(standing); !kept)
        return kept;
    const auto made = keys.get();
    return made ? table.append(*made, linked.group) : base::fail(made.error());
}

base::Result<Linked> linkedAnew(store::Vault& vault,
                                const access::Grant& grant,
                                const LinkContext& context,
                                const LinkRows& rows,
                                const linkage::Output& output) {
    const auto links = allLinks(vault, grant);
    if (!links)
        return base::fail(links.error());
    auto linked = linkedOf(
        output, rows, peopleBefore(rows, *links, context.standIns), [&vault](std::int64_t count) {
            return store::LinkTable(vault).nextPersonIds(count);
        });
    if (!linked)
        return linked;
    if (auto kept = store::LinkTable(vault).replaceAll(linked->links, linked->pairs); !kept)
        return base::fail(kept.error());
    // Who everybody is for the first time is no change.
    if (links->empty())
        linked->changes.clear();
    if (auto kept = store::PersonChangeTable(vault).replaceAll(linked->changes); !kept)
        return base::fail(kept.error());
    return linked;
}

base::Result<LinkRun> keptRun(store::Vault& vault,
                              const access::Grant& grant,
                              const LinkContext& context,
                              const LinkRows& rows,
                              linkage::Output output,
                              const std::optional<ModelInForce>& model) {
    // The hashes are worked out while the links are written.
    FutureKeys keys;
    if (model)
        keys = std::async(std::launch::async,
                          [&rows, &model] { return linkKeys(rows, model->model); });
    auto linked = linkedAnew(vault, grant, context, rows, output);
    if (!linked)
        return base::fail(linked.error());
    const auto kept = model ? keepStanding(vault, context, *model, *linked, keys)
                            : store::LinkStandingTable(vault).forget();
    if (!kept)
        return base::fail(kept.error());
    LinkRun run;
    run.records = static_cast<std::int64_t>(linked->records.size());
    run.people = linked->people;
    run.linked = std::move(*linked);
    run.candidatePairs = output.candidatePairs;
    run.report = std::move(output.report);
    run.phases = std::move(output.phases);
    run.warnings = std::move(output.warnings);
    return run;
}

}  // namespace

base::Result<LinkRun> runOverAll(store::Vault& vault,
                                 const access::Grant& grant,
                                 const LinkContext& context,
                                 std::optional<ModelInForce> model,
                                 base::Progress& progress) {
    auto start = Clock::now();
    const auto rows = readLinkRows(vault, grant, records::RecordId(), progress);
    if (!rows)
        return base::fail(rows.error());
    const double reading = since(start);
    linkage::Settings settings;
    settings.listPairs = false;
    if (model)
        settings.model = model->model;
    auto output =
        linkage::link({rows->rows, false, decisionsOn(*rows, context.answers)}, settings, progress);
    if (!output)
        return base::fail(output.error());
    output->phases.insert(output->phases.begin(), {"read", reading});
    start = Clock::now();
    const LinkScope scope = model ? LinkScope::whole : LinkScope::estimate;
    const auto under = adopted(vault, grant, std::move(model), output->model, rows->records.size());
    if (!under)
        return base::fail(under.error());
    progress.step("keeping links", 0, 0);
    auto run = keptRun(vault, grant, context, *rows, std::move(*output), *under);
    if (!run)
        return run;
    run->scope = scope;
    run->phases.push_back({"keep links", since(start)});
    return run;
}

}  // namespace casework

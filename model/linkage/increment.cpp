// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/increment.h"

#include "linkage/blocking.h"
#include "linkage/hash.h"
#include "linkage/weights.h"

#include <algorithm>

namespace linkage {

namespace {

// Of the scopes that are no blocking rule: rows that say the same, rows of one own number.
constexpr std::string_view sameContent = "same content";
constexpr std::string_view ownNumber = "own number";

bool saysNothing(const Table& table, std::uint32_t profile) {
    return std::all_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
        return table.value(column, profile) == 0;
    });
}

std::vector<std::uint64_t> keysOfProfile(const Table& table,
                                         const Blocking& blocking,
                                         std::uint32_t profile) {
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> ofRule;
    for (const Blocking::Rule& rule : blocking.rules()) {
        blocking.keysOf(rule, profile, ofRule);
        for (const std::uint32_t key : ofRule)
            keys.push_back(joined(hashOf(rule.rule.name), key));
    }
    if (!saysNothing(table, profile))
        keys.push_back(joined(hashOf(sameContent), table.profileHash[profile]));
    return keys;
}

base::Result<void> needsWhole(const Model& model) {
    if (!isWhole(model))
        return base::fail(base::Code::malformed,
                          "model",
                          "it has no blocking rules or does not say how common values are");
    return {};
}

}  // namespace

base::Result<RowKeys> blockingKeys(const Rows& rows, const Model& model) {
    if (auto whole = needsWhole(model); !whole)
        return base::fail(whole.error());
    const auto table = prepare(rows, &model, 1);
    if (!table)
        return base::fail(table.error());
    const Comparer comparer(*table, &model);
    if (auto fitting = fits(comparer, model); !fitting)
        return base::fail(fitting.error());
    const BlockingKeys parts(*table);
    const Blocking blocking(parts, rulesFor(comparer), &model, *table, 1);
    std::vector<std::vector<std::uint64_t>> ofProfile(table->profiles);
    for (std::uint32_t profile = 0; profile < table->profiles; ++profile)
        ofProfile[profile] = keysOfProfile(*table, blocking, profile);
    RowKeys out;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        std::vector<std::uint64_t> keys = ofProfile[table->profileOf[row]];
        if (table->localId[row] != 0)
            keys.push_back(joined(hashOf(ownNumber), table->localIdHash[table->localId[row]]));
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        out.first.push_back(static_cast<std::uint32_t>(out.keys.size()));
        out.keys.insert(out.keys.end(), keys.begin(), keys.end());
    }
    out.first.push_back(static_cast<std::uint32_t>(out.keys.size()));
    return out;
}

base::Result<std::vector<std::uint32_t>> reachedBy(Input input,
                                                   std::uint32_t fresh,
                                                   const Settings& settings,
                                                   base::Progress& progress) {
    if (!settings.model)
        return base::fail(base::Code::malformed, "model", "none is given");
    if (auto whole = needsWhole(*settings.model); !whole)
        return base::fail(whole.error());
    input.decisions.clear();
    Settings quiet = settings;
    quiet.listPairs = false;
    const auto output = link(std::move(input), quiet, progress);
    if (!output)
        return base::fail(output.error());
    // A component's number is its smallest row, so it has a new row just when that one is new.
    std::vector<std::uint32_t> reached;
    for (std::uint32_t row = fresh; row < output->component.size(); ++row)
        if (output->component[row] < fresh)
            reached.push_back(row);
    return reached;
}

}  // namespace linkage

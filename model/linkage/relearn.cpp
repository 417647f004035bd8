// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/relearn.h"

#include "linkage/levels.h"
#include "linkage/splink.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace linkage {

namespace {

// By the comparison's name, as fields give it.
Measure measureOf(const std::string& comparison) {
    static const std::vector<ComparedField> known = comparedFields({{FieldKind::forename, {}},
                                                                    {FieldKind::surname, {}},
                                                                    {FieldKind::middleNames, {}},
                                                                    {FieldKind::birthDate, {}},
                                                                    {FieldKind::sex, {}},
                                                                    {FieldKind::phone, {}},
                                                                    {FieldKind::email, {}},
                                                                    {FieldKind::postcode, {}}});
    for (const ComparedField& field : known)
        if (field.name == comparison)
            return field.measure;
    if (comparison.starts_with("text:"))
        return Measure::text;
    return comparison.starts_with("category:") ? Measure::category : Measure::identifier;
}

std::optional<std::size_t> levelReached(const ComparisonEstimate& comparison,
                                        const LabelledPair& pair) {
    for (const records::LinkReason& reason : pair.reasons)
        if (reason.field == comparison.name)
            for (std::size_t level = 0; level < comparison.levels.size(); ++level)
                if (comparison.levels[level].name == reason.level)
                    return level;
    return std::nullopt;
}

// Each level's share of the pairs of one person, the answered ones weighted to stand for all.
void learn(ComparisonEstimate& comparison,
           const std::vector<LabelledPair>& pairs,
           double scale,
           std::vector<LevelChange>& changes) {
    std::vector<double> counts(comparison.levels.size(), 0);
    std::vector<std::uint64_t> labelled(comparison.levels.size(), 0);
    double all = 0;
    for (const LabelledPair& pair : pairs) {
        const auto level = pair.same ? levelReached(comparison, pair) : std::nullopt;
        if (!level)
            continue;
        counts[*level] += pair.standsFor * scale;
        ++labelled[*level];
        all += pair.standsFor * scale;
    }
    const double kin = kinship(measureOf(comparison.name));
    for (std::size_t i = 0; i < comparison.levels.size(); ++i) {
        LevelEstimate& level = comparison.levels[i];
        const double before = level.m;
        level.m = (ownPairs * before + counts[i]) / (ownPairs + all);
        level.r = std::clamp(level.r + kin * (level.m - before), level.r / 4, 1.0);
        level.pairs += static_cast<double>(labelled[i]);
        changes.push_back({comparison.name,
                           level.name,
                           before,
                           level.m,
                           std::log2(before / level.u),
                           std::log2(level.m / level.u),
                           labelled[i]});
    }
}

}  // namespace

Relearnt relearn(const Model& model, const std::vector<LabelledPair>& pairs) {
    Relearnt out{model, {}, 0};
    double standsFor = 0;
    for (const LabelledPair& pair : pairs)
        if (pair.same) {
            ++out.used;
            standsFor += pair.standsFor;
        }
    if (out.used == 0 || standsFor <= 0)
        standsFor = 1;
    // However many pairs the answered ones stand for, they count as the few they are.
    const double scale = static_cast<double>(out.used) / standsFor;
    for (ComparisonEstimate& comparison : out.model.comparisons)
        learn(comparison, pairs, scale, out.changes);
    return out;
}

}  // namespace linkage

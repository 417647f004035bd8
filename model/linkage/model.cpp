// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/model.h"

#include <cmath>

namespace linkage {

namespace {

bool isShare(const base::Json& json) {
    const double value = json.number();
    return !json.isNull() && std::isfinite(value) && value > 0 && value <= 1;
}

base::Result<LevelEstimate> levelFrom(const base::Json& json, std::string_view place) {
    LevelEstimate level{json["name"].text(),
                        json["m"].number(),
                        json["u"].number(),
                        json["r"].number(),
                        json["pairs"].number()};
    if (level.name.empty())
        return base::fail(base::Code::malformed, std::string(place), "a level has no name");
    if (!isShare(json["m"]) || !isShare(json["u"]) || !isShare(json["r"]))
        return base::fail(base::Code::malformed,
                          std::string(place),
                          "the level \"" + level.name + "\" needs m, u and r above 0 and up to 1");
    return level;
}

}  // namespace

base::Json toJson(const Model& model) {
    base::Json::Array comparisons;
    for (const ComparisonEstimate& comparison : model.comparisons) {
        base::Json::Array levels;
        for (const LevelEstimate& level : comparison.levels)
            levels.emplace_back(base::Json::Object{{"name", level.name},
                                                   {"m", level.m},
                                                   {"u", level.u},
                                                   {"r", level.r},
                                                   {"pairs", level.pairs}});
        comparisons.emplace_back(
            base::Json::Object{{"name", comparison.name}, {"levels", std::move(levels)}});
    }
    return base::Json::Object{{"prior", model.prior},
                              {"relative_prior", model.relativePrior},
                              {"comparisons", std::move(comparisons)}};
}

base::Result<Model> modelFromJson(const base::Json& json, std::string_view place) {
    if (!isShare(json["prior"]) || !isShare(json["relative_prior"]))
        return base::fail(base::Code::malformed,
                          std::string(place),
                          "\"prior\" and \"relative_prior\" must be above 0 and up to 1");
    Model model;
    model.prior = json["prior"].number();
    model.relativePrior = json["relative_prior"].number();
    for (const base::Json& item : json["comparisons"].items()) {
        ComparisonEstimate comparison{item["name"].text(), {}};
        for (const base::Json& entry : item["levels"].items()) {
            auto level = levelFrom(entry, place);
            if (!level)
                return base::fail(level.error());
            comparison.levels.push_back(std::move(*level));
        }
        model.comparisons.push_back(std::move(comparison));
    }
    return model;
}

}  // namespace linkage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/model.h"

#include <algorithm>
#include <array>
#include <charconv>
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

// Hashes as hexadecimal digits: not every reader of JSON keeps 64 bits of a number.
std::string hexadecimal(std::uint64_t value) {
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
    return {digits.data(), end};
}

base::Result<std::uint64_t> hashFrom(const base::Json& json, std::string_view place) {
    const std::string& text = json.text();
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return base::fail(
            base::Code::malformed, std::string(place), "a hash is not in hexadecimal digits");
    return value;
}

base::Json frequenciesJson(const Model& model) {
    base::Json::Array out;
    for (const Frequencies& one : model.frequencies) {
        base::Json::Array common;
        for (const ValueCount& value : one.common)
            common.emplace_back(
                base::Json::Array{hexadecimal(value.hash), std::int64_t{value.rows}});
        base::Json::Object entry{
            {"field", one.field}, {"sent", std::int64_t{one.sent}}, {"common", std::move(common)}};
        if (one.withheld)
            entry.emplace_back("withheld", true);
        out.emplace_back(std::move(entry));
    }
    return out;
}

base::Json rulesJson(const Model& model) {
    base::Json::Array out;
    for (const RuleUse& rule : model.rules) {
        base::Json::Array split;
        for (const std::uint64_t key : rule.split)
            split.emplace_back(hexadecimal(key));
        out.emplace_back(base::Json::Object{{"name", rule.name}, {"split", std::move(split)}});
    }
    return out;
}

base::Result<std::uint32_t> countFrom(const base::Json& json, std::string_view place) {
    const std::int64_t value = json.integer();
    if (value < 0 || value > std::int64_t{0xFFFFFFFF})
        return base::fail(base::Code::malformed, std::string(place), "a count is out of range");
    return static_cast<std::uint32_t>(value);
}

base::Result<Frequencies> frequenciesFrom(const base::Json& json, std::string_view place) {
    Frequencies out{json["field"].text(), 0, {}, json["withheld"].flag()};
    const auto sent = countFrom(json["sent"], place);
    if (!sent)
        return base::fail(sent.error());
    out.sent = *sent;
    for (const base::Json& item : json["common"].items()) {
        if (item.items().size() != 2)
            return base::fail(
                base::Code::malformed, std::string(place), "a frequency is a hash and a count");
        const auto hash = hashFrom(item.items()[0], place);
        const auto rows = countFrom(item.items()[1], place);
        if (!hash || !rows)
            return base::fail(!hash ? hash.error() : rows.error());
        out.common.push_back({*hash, *rows});
    }
    std::sort(out.common.begin(), out.common.end(), [](const auto& a, const auto& b) {
        return a.hash < b.hash;
    });
    return out;
}

base::Result<RuleUse> ruleFrom(const base::Json& json, std::string_view place) {
    RuleUse rule{json["name"].text(), {}};
    for (const base::Json& item : json["split"].items()) {
        const auto key = hashFrom(item, place);
        if (!key)
            return base::fail(key.error());
        rule.split.push_back(*key);
    }
    std::sort(rule.split.begin(), rule.split.end());
    return rule;
}

// The parts a model may come without.
base::Result<void> readRest(const base::Json& json, std::string_view place, Model& model) {
    const auto rows = countFrom(json["rows"], place);
    if (!rows)
        return base::fail(rows.error());
    model.rows = *rows;
    model.ukPostcodes = json["uk_postcodes"].isNull() || json["uk_postcodes"].flag();
    for (const base::Json& item : json["frequencies"].items()) {
        auto one = frequenciesFrom(item, place);
        if (!one)
            return base::fail(one.error());
        model.frequencies.push_back(std::move(*one));
    }
    for (const base::Json& item : json["blocking_rules"].items()) {
        auto rule = ruleFrom(item, place);
        if (!rule)
            return base::fail(rule.error());
        model.rules.push_back(std::move(*rule));
    }
    return {};
}

}  // namespace

bool isWhole(const Model& model) {
    return !model.rules.empty() && !model.frequencies.empty() &&
           std::none_of(model.frequencies.begin(), model.frequencies.end(), [](const auto& one) {
               return one.withheld;
           });
}

Model withoutTraces(Model model) {
    constexpr std::array<std::string_view, 10> tracing{"nino",
                                                       "upn",
                                                       "nhs_number",
                                                       "pnc_id",
                                                       "local_id",
                                                       "uprn",
                                                       "address",
                                                       "phone",
                                                       "email",
                                                       "home"};
    for (Frequencies& one : model.frequencies)
        if (one.field.starts_with("identifier:") ||
            std::find(tracing.begin(), tracing.end(), one.field) != tracing.end()) {
            one.common.clear();
            one.withheld = true;
        }
    return model;
}

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
                              {"rows", std::int64_t{model.rows}},
                              {"uk_postcodes", model.ukPostcodes},
                              {"comparisons", std::move(comparisons)},
                              {"frequencies", frequenciesJson(model)},
                              {"blocking_rules", rulesJson(model)}};
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
    if (auto rest = readRest(json, place, model); !rest)
        return base::fail(rest.error());
    return model;
}

}  // namespace linkage

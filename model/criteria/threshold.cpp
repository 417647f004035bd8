// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/threshold.h"

#include "base/text.h"
#include "criteria/plan.h"
#include "criteria/toml_values.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace criteria {

namespace {

using base::TomlValue;
using records::PlanThreshold;

// A number a plan may hold, under its key.
struct Known {
    std::string_view key;
    std::string_view words;
    double least;
    double most;
};

constexpr std::array known{
    Known{"minimum_criteria", "criteria a family meets, at least", 1, 6},
    Known{"fresh_days", "days after which a current state is unknown", 1, 3650},
    Known{"under", "a dependent child is under", 1, 25},
    Known{"up_to", "and a young person in education up to", 1, 25},
    Known{"at_least", "at least", 0, 100000},
    Known{"more_than", "more than", 0, 100000},
    Known{"minimum_sessions", "possible sessions, at least", 0, 1000},
    Known{"months", "within this many months", 1, 600},
    Known{"days", "within this many days", 1, 3660},
    Known{"terms", "over this many finished terms", 1, 12},
    Known{"forward_months", "within this many months to come", 1, 120},
    Known{"from", "aged from", 0, 120},
    Known{"to", "aged to", 0, 120}};

const Known* find(std::string_view key) {
    for (const Known& one : known)
        if (one.key == key)
            return &one;
    return nullptr;
}

void collect(const TomlValue& table,
             const std::string& indicator,
             const std::string& wording,
             std::vector<PlanThreshold>& all) {
    for (const auto& [key, value] : table.entries) {
        if (value.kind == TomlValue::Kind::table && key != "where")
            collect(value, indicator, wording, all);
        if (value.kind == TomlValue::Kind::array && key != "criterion" && key != "indicator")
            for (const TomlValue& item : value.items)
                if (item.kind == TomlValue::Kind::table)
                    collect(item, indicator, wording, all);
        const Known* number = find(key);
        if (number == nullptr || !isNumber(value))
            continue;
        // A share in per cent or a count: the unit stands in the indicator's wording.
        const bool whole =
            value.kind == TomlValue::Kind::integer && key != "at_least" && key != "more_than";
        all.push_back({indicator,
                       wording,
                       std::string(number->words),
                       numberOf(value),
                       number->least,
                       number->most,
                       whole,
                       value.line,
                       value.column});
    }
}

// Where the value of the key at this line and column (from 1, in bytes) stands; npos when nowhere.
std::size_t valueAt(std::string_view text, unsigned line, unsigned column) {
    std::size_t at = 0;
    for (unsigned passed = 1; passed < line; ++passed) {
        at = text.find('\n', at);
        if (at == std::string_view::npos)
            return at;
        ++at;
    }
    at = text.find('=', at + column - 1);
    return at == std::string_view::npos ? at : text.find_first_not_of(" \t", at + 1);
}

std::string written(double value, bool whole) {
    std::array<char, 32> buffer{};
    if (whole || value == std::floor(value))
        std::snprintf(buffer.data(), buffer.size(), "%lld", static_cast<long long>(value));
    else
        std::snprintf(buffer.data(), buffer.size(), "%.6g", value);
    return buffer.data();
}

base::Error notThisText() {
    return {
        base::Code::malformed, "plan", "the number is not where it was read: read the plan again"};
}

}  // namespace

std::optional<std::string_view> thresholdWords(std::string_view key) {
    const Known* number = find(key);
    return number == nullptr ? std::nullopt : std::optional(number->words);
}

base::Result<std::vector<PlanThreshold>> thresholdsOf(std::string_view planText,
                                                      std::string_view fileName) {
    if (const auto plan = readPlan(planText, fileName); !plan)
        return base::fail(plan.error());
    const auto document = base::parseToml(planText, fileName);
    if (!document)
        return base::fail(document.error());
    std::vector<PlanThreshold> all;
    collect(*document, "", "", all);
    const TomlValue* criteria = document->find("criterion");
    if (criteria == nullptr)
        return all;
    for (const TomlValue& criterion : criteria->items) {
        const TomlValue* indicators = criterion.find("indicator");
        if (indicators == nullptr)
            continue;
        for (const TomlValue& indicator : indicators->items)
            collect(indicator, textOf(indicator, "code"), textOf(indicator, "wording"), all);
    }
    return all;
}

base::Result<std::string> withThreshold(std::string_view planText,
                                        const PlanThreshold& threshold,
                                        double value) {
    if (!(value >= threshold.least && value <= threshold.most))
        return base::fail(base::Code::malformed,
                          threshold.indicator.empty() ? "plan" : "indicator " + threshold.indicator,
                          threshold.words + ": must lie between " + written(threshold.least, true) +
                              " and " + written(threshold.most, true));
    if (threshold.whole && value != std::floor(value))
        return base::fail(base::Code::malformed,
                          threshold.indicator.empty() ? "plan" : "indicator " + threshold.indicator,
                          threshold.words + ": must be a whole number");
    const std::size_t at = valueAt(planText, threshold.line, threshold.column);
    if (at == std::string_view::npos)
        return base::fail(notThisText());
    const std::size_t end = planText.find_first_not_of("0123456789.+-_eE", at);
    const std::string token(planText.substr(at, end == std::string_view::npos ? end : end - at));
    char* stopped = nullptr;
    const double stood = std::strtod(token.c_str(), &stopped);
    if (token.empty() || *stopped != '\0' || stood != threshold.value)
        return base::fail(notThisText());
    std::string changed(planText);
    changed.replace(at, token.size(), written(value, threshold.whole));
    return changed;
}

base::Result<std::string> withVersion(std::string_view planText, std::string_view version) {
    const auto document = base::parseToml(planText, "plan");
    if (!document)
        return base::fail(document.error());
    const TomlValue* stood = document->find("version");
    const std::string_view words = base::trimmed(version);
    if (stood == nullptr || words.empty() || words.find_first_of("\"\\\n\r\t") != words.npos)
        return base::fail(base::Code::malformed,
                          "version",
                          "a version has a name, without quotation marks or line breaks");
    const std::size_t at = valueAt(planText, stood->line, stood->column);
    if (at == std::string_view::npos || planText[at] != '"')
        return base::fail(notThisText());
    const std::size_t end = planText.find('"', at + 1);
    if (end == std::string_view::npos || planText.substr(at + 1, end - at - 1) != stood->text)
        return base::fail(notThisText());
    std::string changed(planText);
    changed.replace(at + 1, end - at - 1, words);
    return changed;
}

}  // namespace criteria

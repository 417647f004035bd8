// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/run_report_json.h"

namespace linkage {

namespace {

using base::Json;

Json whole(std::uint64_t count) {
    return Json(static_cast<std::int64_t>(count));
}

}  // namespace

Json toJson(const RunReport& report) {
    Json::Array rules;
    for (const RulePairs& rule : report.rules)
        rules.emplace_back(Json::Object{{"rule", rule.rule},
                                        {"used", rule.used},
                                        {"pairs", whole(rule.pairs)},
                                        {"too_common_keys", whole(rule.tooCommon)},
                                        {"left_out_rows", whole(rule.leftOut)}});
    Json::Array blocks;
    for (const BlockSize& block : report.largestBlocks)
        blocks.emplace_back(Json::Object{{"rule", block.rule}, {"rows", whole(block.rows)}});
    Json::Array weights;
    for (const WeightBin& bin : report.weights)
        weights.emplace_back(Json::Object{{"from", bin.from}, {"pairs", whole(bin.pairs)}});
    return Json::Object{{"rules", std::move(rules)},
                        {"largest_blocks", std::move(blocks)},
                        {"weights", std::move(weights)},
                        {"link_weight", report.linkWeight},
                        {"review_weight", report.reviewWeight},
                        {"expected_precision", report.expectedPrecision},
                        {"expected_missed_pairs", report.expectedMissedPairs}};
}

RunReport runReportFromJson(const Json& json) {
    RunReport report;
    for (const Json& rule : json["rules"].items())
        report.rules.push_back({rule["rule"].text(),
                                rule["used"].flag(),
                                static_cast<std::uint64_t>(rule["pairs"].integer()),
                                static_cast<std::uint32_t>(rule["too_common_keys"].integer()),
                                static_cast<std::uint32_t>(rule["left_out_rows"].integer())});
    for (const Json& block : json["largest_blocks"].items())
        report.largestBlocks.push_back(
            {block["rule"].text(), static_cast<std::uint32_t>(block["rows"].integer())});
    for (const Json& bin : json["weights"].items())
        report.weights.push_back({static_cast<int>(bin["from"].integer()),
                                  static_cast<std::uint64_t>(bin["pairs"].integer())});
    report.linkWeight = json["link_weight"].number();
    report.reviewWeight = json["review_weight"].number();
    report.expectedPrecision = json["expected_precision"].number();
    report.expectedMissedPairs = json["expected_missed_pairs"].number();
    return report;
}

}  // namespace linkage

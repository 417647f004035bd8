// SPDX-License-Identifier: GPL-3.0-or-later
// The part of pair_sample.h that estimates.
#include "base/json.h"
#include "casework/sampled_labels.h"
#include "linkage/accuracy.h"
#include "linkage/run_report_json.h"
#include "store/link_run_table.h"

namespace casework {

namespace {

std::vector<AccuracyBand> bandsOf(const CurrentSample& current) {
    std::vector<AccuracyBand> bands;
    for (const store::PairStratum& stratum : current.sample.strata)
        bands.push_back({stratum.linked, stratum.least, stratum.pairs, 0, 0, 0});
    for (const store::Label& pair : current.pairs) {
        if (pair.stratum < 0 || static_cast<std::size_t>(pair.stratum) >= bands.size())
            continue;
        AccuracyBand& band = bands[static_cast<std::size_t>(pair.stratum)];
        ++band.asked;
        band.same += pair.answer == records::PairAnswer::same ? 1U : 0U;
        band.different += pair.answer == records::PairAnswer::different ? 1U : 0U;
    }
    return bands;
}

EstimatedShare shareOf(double value, const linkage::Interval& interval) {
    return {value, interval.low, interval.high};
}

}  // namespace

base::Result<std::optional<AccuracyView>> linkAccuracy(Session& session) {
    const auto grant = session.authorise(
        access::Action::reviewLinks, access::Subject::vault(), "estimate how right the links are");
    if (!grant)
        return base::fail(grant.error());
    const auto current = currentSample(session.vault(), *grant);
    if (!current)
        return base::fail(current.error());
    if (!*current)
        return std::optional<AccuracyView>();
    AccuracyView view;
    view.standing = standingOf((*current)->sample, (*current)->pairs);
    view.bands = bandsOf(**current);
    std::vector<linkage::StratumAnswers> strata;
    for (const AccuracyBand& band : view.bands)
        strata.push_back(
            {band.linked, static_cast<std::uint64_t>(band.pairs), band.same, band.different});
    const linkage::Accuracy accuracy = linkage::accuracyOf(strata);
    view.precision = shareOf(accuracy.precision, accuracy.precisionInterval);
    view.recall = shareOf(accuracy.recall, accuracy.recallInterval);
    const auto run = store::LinkRunTable(session.vault()).newestWhole(*grant);
    if (!run)
        return base::fail(run.error());
    if (*run)
        if (const auto json = base::parseJson((*run)->report, "run report")) {
            const auto report = linkage::runReportFromJson(*json);
            view.expectedPrecision = report.expectedPrecision;
            view.expectedMissedPairs = report.expectedMissedPairs;
        }
    return std::optional(std::move(view));
}

}  // namespace casework

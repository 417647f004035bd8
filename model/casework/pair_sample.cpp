// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/pair_sample.h"

#include "casework/sampled_labels.h"
#include "linkage/accuracy.h"
#include "store/link_model_table.h"
#include "store/link_table.h"

#include <algorithm>
#include <array>
#include <limits>
#include <random>

namespace casework {

namespace {

using records::PairAnswer;

// Bands of weight, by their least: links near the line, sure, very sure; doubtful pairs unlikely,
// likely, and above the line but kept apart by a rule.
constexpr double floorOfAll = -1000;
constexpr std::array<double, 3> linkBands{floorOfAll, 8, 14};
constexpr std::array<double, 3> doubtBands{floorOfAll, 0, 4.25};

struct Band {
    store::PairStratum stratum;
    double probabilities = 0;
    std::vector<store::Label> pairs;
};

std::vector<Band> emptyBands() {
    std::vector<Band> bands;
    for (const double least : linkBands)
        bands.push_back({{true, least, 0}, 0, {}});
    for (const double least : doubtBands)
        bands.push_back({{false, least, 0}, 0, {}});
    return bands;
}

void put(std::vector<Band>& bands, const store::Label& pair) {
    Band* chosen = nullptr;
    for (Band& band : bands)
        if (band.stratum.linked == pair.linked && pair.weight >= band.stratum.least)
            chosen = &band;
    if (chosen == nullptr)
        return;
    ++chosen->stratum.pairs;
    chosen->probabilities += pair.probability;
    chosen->pairs.push_back(pair);
}

store::Label pairOf(records::RecordId left, records::RecordId right, double weight, double p) {
    store::Label pair;
    pair.left = std::min(left, right);
    pair.right = std::max(left, right);
    pair.weight = weight;
    pair.probability = p;
    return pair;
}

base::Result<std::vector<Band>> population(store::Vault& vault,
                                           const access::Grant& linking,
                                           const access::Grant& reviewing,
                                           base::Progress& progress) {
    std::vector<Band> bands = emptyBands();
    const store::LinkTable table(vault);
    std::uint64_t read = 0;
    const auto walked = table.forEach(linking, [&](records::Link&& link) -> base::Result<void> {
        if (++read % 65536 == 0) {
            progress.step("reading links", read, 0);
            if (progress.cancelled())
                return base::fail(base::Code::cancelled, "sample", "stopped; nothing was drawn");
        }
        if (link.against.value == 0 || link.origin == records::LinkOrigin::person)
            return {};
        store::Label pair = pairOf(link.record, link.against, link.weight, link.probability);
        pair.linked = true;
        put(bands, pair);
        return {};
    });
    if (!walked)
        return base::fail(walked.error());
    const auto doubts = table.pairs(reviewing, false, 0, std::numeric_limits<std::int64_t>::max());
    if (!doubts)
        return base::fail(doubts.error());
    for (const records::DoubtfulPair& doubt : *doubts)
        put(bands, pairOf(doubt.left, doubt.right, doubt.weight, doubt.probability));
    return bands;
}

// Below `count`, the same on every machine.
std::size_t below(std::mt19937_64& random, std::size_t count) {
    return static_cast<std::size_t>(random() % count);
}

template <class T>
void shuffleFirst(std::vector<T>& items, std::size_t count, std::mt19937_64& random) {
    for (std::size_t i = 0; i < count && i + 1 < items.size(); ++i)
        std::swap(items[i], items[i + below(random, items.size() - i)]);
}

std::vector<store::Label> chosenFrom(std::vector<Band>& bands,
                                     std::size_t count,
                                     std::uint64_t seed) {
    std::vector<linkage::StratumSize> sizes;
    for (const Band& band : bands)
        sizes.push_back({static_cast<std::uint64_t>(band.stratum.pairs),
                         band.pairs.empty()
                             ? 0.5
                             : band.probabilities / static_cast<double>(band.pairs.size())});
    const auto wanted = linkage::sampleSizes(sizes, count);
    std::mt19937_64 random(seed);
    std::vector<store::Label> chosen;
    for (std::size_t place = 0; place < bands.size(); ++place) {
        shuffleFirst(bands[place].pairs, wanted[place], random);
        for (std::size_t i = 0; i < wanted[place]; ++i) {
            chosen.push_back(bands[place].pairs[i]);
            chosen.back().stratum = static_cast<int>(place);
        }
    }
    // Mixed, so that the order gives no hint.
    shuffleFirst(chosen, chosen.size(), random);
    return chosen;
}

base::Result<access::Grant> reviewing(Session& session, const access::Subject& subject) {
    return session.authorise(access::Action::reviewLinks, subject, "check a sample of links");
}

}  // namespace

base::Result<SampleStanding> drawSample(Session& session,
                                        std::size_t pairs,
                                        std::uint64_t seed,
                                        base::Progress& progress) {
    const auto linking = session.authorise(
        access::Action::linkRecords, access::Subject::vault(), "draw a sample of links to check");
    if (!linking)
        return base::fail(linking.error());
    const auto grant = reviewing(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    auto bands = population(session.vault(), *linking, *grant, progress);
    if (!bands)
        return base::fail(bands.error());
    store::PairSample sample;
    sample.seed = static_cast<std::int64_t>(seed);
    for (const Band& band : *bands)
        sample.strata.push_back(band.stratum);
    const auto chosen = chosenFrom(*bands, pairs, seed);
    if (chosen.empty())
        return base::fail(
            base::Code::refused, "sample", "there is nothing to check yet: link the records first");
    const auto model = store::LinkModelTable(session.vault()).inForce(*grant);
    if (!model)
        return base::fail(model.error());
    sample.model = *model ? (*model)->id : 0;
    const auto kept = store::LabelTable(session.vault()).keepSample(*grant, sample, chosen);
    if (!kept)
        return base::fail(kept.error());
    sample.id = *kept;
    sample.at = base::nowUtc();
    const auto drawn = store::LabelTable(session.vault()).ofSample(*grant, *kept);
    if (!drawn)
        return base::fail(drawn.error());
    return standingOf(sample, *drawn);
}

}  // namespace casework

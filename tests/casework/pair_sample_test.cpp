// SPDX-License-Identifier: GPL-3.0-or-later
// Checking links by chance: what is drawn, that it is answered blind, what follows of it.
#include "casework/pair_sample.h"

#include "casework/link_model.h"
#include "casework/review_order.h"
#include "store/label_table.h"
#include "store/link_table.h"
#include "support/linked_town.h"

#include <cmath>
#include <set>

using base::Code;
using records::PairAnswer;
using support::must;

namespace {

constexpr std::size_t few = 30;

casework::SampleStanding draw(support::LinkedTown& town, std::uint64_t seed = 1) {
    base::NoProgress quiet;
    return must(casework::drawSample(town.team.dataOfficer(), few, seed, quiet));
}

// The pairs of the newest sample, as kept.
std::vector<store::Label> labels(support::LinkedTown& town) {
    auto& vault = town.team.dataOfficer().vault();
    const auto grant = support::granted(vault, access::Action::reviewLinks);
    const store::LabelTable table(vault);
    return must(table.ofSample(grant, must(table.newestSample(grant))->id));
}

// Answers as somebody would who knows whom the engine linked, and agrees.
void agree(support::LinkedTown& town) {
    for (const store::Label& pair : labels(town))
        must(casework::answerSampled(town.team.dataOfficer(),
                                     pair.id,
                                     pair.linked ? PairAnswer::same : PairAnswer::different));
}

}  // namespace

class PairSampleTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsAsManyAsAskedFromEveryBand();
    void theSameSeedDrawsTheSamePairs();
    void showsNoWeightBeforeTheAnswer();
    void anAnswerWinsOverTheEngine();
    void anAnswerCanBeTakenBack();
    void aPairThatIsNotSureWaits();
    void agreementMeansPrecisionOfOneWithAnInterval();
    void aWrongLinkCountsForItsBand();
    void labelsNameNobody();
    void nobodyElseMayDraw();
    void nothingToDrawBeforeLinking();
    void learnsAnewOnlyWhenAsked();
    void aModelFromAFileIsInForceUntilAnother();
    void aModelOfSplinksStaysInForceAndIsBuiltOn();
    void refusesAModelForOtherFields();
    void everyWaitingPairHasAPlaceInTheOrder();
};

void PairSampleTest::drawsAsManyAsAskedFromEveryBand() {
    support::LinkedTown town;
    const auto standing = draw(town);
    QCOMPARE(standing.pairs, few);
    QCOMPARE(standing.waiting.size(), few);
    const auto view = must(casework::linkAccuracy(town.team.dataOfficer()));
    std::size_t asked = 0;
    for (const casework::AccuracyBand& band : view->bands) {
        QVERIFY(band.asked >= std::min<std::size_t>(3, static_cast<std::size_t>(band.pairs)));
        asked += band.asked;
    }
    QCOMPARE(asked, few);
}

void PairSampleTest::theSameSeedDrawsTheSamePairs() {
    support::LinkedTown town;
    const auto pairsOf = [&town](std::uint64_t seed) {
        draw(town, seed);
        std::vector<std::pair<records::RecordId, records::RecordId>> pairs;
        for (const store::Label& pair : labels(town))
            pairs.emplace_back(pair.left, pair.right);
        return pairs;
    };
    const auto first = pairsOf(5);
    QVERIFY(first == pairsOf(5));
    QVERIFY(first != pairsOf(6));
}

void PairSampleTest::showsNoWeightBeforeTheAnswer() {
    support::LinkedTown town;
    const auto standing = draw(town);
    auto& officer = town.team.dataOfficer();
    const auto before = must(casework::openSampled(officer, standing.waiting.front()));
    QVERIFY(before.reasons.empty() && before.weight == 0 && !before.linked);
    QVERIFY(!before.left.source.empty() && !before.right.identity.surname.empty());
    must(casework::answerSampled(officer, before.id, PairAnswer::same));
    const auto after = must(casework::openSampled(officer, before.id));
    double sum = 0;
    for (const records::LinkReason& reason : after.reasons)
        sum += reason.weight;
    QVERIFY2(std::abs(sum - after.weight) < 0.05, std::to_string(sum - after.weight).c_str());
}

void PairSampleTest::anAnswerWinsOverTheEngine() {
    support::LinkedTown town;
    draw(town);
    const auto drawn = labels(town);
    const auto linked =
        std::find_if(drawn.begin(), drawn.end(), [](const auto& pair) { return pair.linked; });
    QVERIFY(linked != drawn.end());
    QVERIFY(town.personOf(linked->left) == town.personOf(linked->right));
    must(casework::answerSampled(town.team.dataOfficer(), linked->id, PairAnswer::different));
    town.team.link();
    QVERIFY(town.personOf(linked->left) != town.personOf(linked->right));
}

void PairSampleTest::anAnswerCanBeTakenBack() {
    support::LinkedTown town;
    const auto standing = draw(town);
    auto& officer = town.team.dataOfficer();
    must(casework::answerSampled(officer, standing.waiting[0], PairAnswer::same));
    QCOMPARE(must(casework::standingSample(officer))->answered, 1U);
    must(casework::answerSampled(officer, standing.waiting[0], PairAnswer::none));
    QCOMPARE(must(casework::standingSample(officer))->answered, 0U);
    const auto grant = support::granted(officer.vault(), access::Action::reviewLinks);
    QVERIFY(must(store::LinkTable(officer.vault()).decisions(grant)).empty());
}

void PairSampleTest::aPairThatIsNotSureWaits() {
    support::LinkedTown town;
    const auto standing = draw(town);
    auto& officer = town.team.dataOfficer();
    must(casework::answerSampled(officer, standing.waiting[0], PairAnswer::notSure));
    const auto after = must(casework::standingSample(officer));
    QCOMPARE(after->notSure, 1U);
    QCOMPARE(after->answered, 0U);
    QCOMPARE(after->waiting.back(), standing.waiting[0]);
}

void PairSampleTest::agreementMeansPrecisionOfOneWithAnInterval() {
    support::LinkedTown town;
    draw(town);
    agree(town);
    const auto view = must(casework::linkAccuracy(town.team.dataOfficer()));
    QCOMPARE(view->precision.value, 1.0);
    QCOMPARE(view->precision.high, 1.0);
    QVERIFY(view->precision.low > 0.7 && view->precision.low < 1);
    QCOMPARE(view->recall.value, 1.0);
    QVERIFY(view->standing.waiting.empty());
}

void PairSampleTest::aWrongLinkCountsForItsBand() {
    support::LinkedTown town;
    draw(town);
    agree(town);
    auto& officer = town.team.dataOfficer();
    const auto drawn = labels(town);
    const auto linked =
        std::find_if(drawn.begin(), drawn.end(), [](const auto& pair) { return pair.linked; });
    must(casework::answerSampled(officer, linked->id, PairAnswer::different));
    const auto view = must(casework::linkAccuracy(officer));
    double links = 0;
    for (const casework::AccuracyBand& band : view->bands)
        links += band.linked ? static_cast<double>(band.pairs) : 0;
    const casework::AccuracyBand& band = view->bands[static_cast<std::size_t>(linked->stratum)];
    const double wrong = static_cast<double>(band.pairs) / static_cast<double>(band.asked);
    QVERIFY(std::abs(view->precision.value - (1 - wrong / links)) < 1e-9);
}

void PairSampleTest::labelsNameNobody() {
    support::LinkedTown town;
    draw(town);
    agree(town);
    const auto rows = must(casework::labelRows(town.team.dataOfficer()));
    QCOMPARE(rows.size(), few);
    for (const casework::LabelRow& row : rows) {
        QVERIFY(row.random);
        QCOMPARE(row.same, row.linked);
        QVERIFY(row.model > 0);
        QVERIFY(!row.by.empty() && !row.at.empty());
    }
}

void PairSampleTest::nobodyElseMayDraw() {
    support::LinkedTown town;
    base::NoProgress quiet;
    for (casework::Session* session : {&town.team.caseworker(), &town.team.supervisor()}) {
        const auto drawn = casework::drawSample(*session, few, 1, quiet);
        QVERIFY(!drawn);
        QVERIFY(drawn.error().code == Code::refused);
    }
}

void PairSampleTest::nothingToDrawBeforeLinking() {
    support::Team team;
    base::NoProgress quiet;
    const auto drawn = casework::drawSample(team.dataOfficer(), few, 1, quiet);
    VERIFY_FAILS(drawn, Code::refused, "link the records first");
    QVERIFY(!must(casework::standingSample(team.dataOfficer())));
    QVERIFY(!must(casework::currentModel(team.dataOfficer())));
}

void PairSampleTest::learnsAnewOnlyWhenAsked() {
    support::LinkedTown town;
    auto& officer = town.team.dataOfficer();
    base::NoProgress quiet;
    VERIFY_FAILS(casework::relearnModel(officer, quiet), Code::refused, "random sample");
    must(casework::drawSample(officer, 60, 1, quiet));
    VERIFY_FAILS(casework::relearnModel(officer, quiet), Code::refused, "only 0 pairs");
    agree(town);
    const auto before = must(casework::currentModel(officer));
    const auto learnt = must(casework::relearnModel(officer, quiet));
    QCOMPARE(must(casework::currentModel(officer))->id, before->id);
    QVERIFY(learnt.used >= casework::fewestAnswers);
    QCOMPARE(learnt.levels.size(), before->levels.size());
    bool moved = false;
    for (std::size_t i = 0; i < learnt.levels.size(); ++i) {
        QVERIFY(std::abs(learnt.levels[i].mBefore - before->levels[i].m) < 1e-12);
        moved |= learnt.levels[i].labelled > 0 &&
                 std::abs(learnt.levels[i].mAfter - learnt.levels[i].mBefore) > 1e-6;
    }
    QVERIFY(moved);
    must(casework::adoptModel(officer, learnt.text, "model.json", "learnt anew"));
    const auto after = must(casework::currentModel(officer));
    QVERIFY(after->id > before->id);
    QCOMPARE(after->origin, "learnt anew");
    QVERIFY(std::abs(after->levels[0].m - learnt.levels[0].mAfter) < 1e-12);
    QVERIFY(town.team.link().people > 0);
}

void PairSampleTest::aModelFromAFileIsInForceUntilAnother() {
    support::LinkedTown town;
    auto& officer = town.team.dataOfficer();
    const auto before = must(casework::currentModel(officer));
    must(casework::adoptModel(
        officer, must(casework::modelText(officer)), "model.json", "read from a file"));
    const auto after = must(casework::currentModel(officer));
    QCOMPARE(after->origin, "read from a file");
    QVERIFY(after->prior == before->prior);
    const auto people = town.people();
    town.team.link();
    QVERIFY(town.people() == people);
    const auto splink = must(casework::modelAsSplink(officer, casework::SplinkEngine::spark));
    QVERIFY(splink.json.find("\"sql_dialect\": \"spark\"") != std::string::npos);
    QVERIFY(splink.notes.find("relatives") != std::string::npos);
}

void PairSampleTest::aModelOfSplinksStaysInForceAndIsBuiltOn() {
    support::LinkedTown town;
    auto& officer = town.team.dataOfficer();
    const auto splink = must(casework::modelAsSplink(officer, casework::SplinkEngine::duckdb));
    must(casework::adoptModel(officer, splink.json, "splink.json", "read from a file"));
    const auto given = must(casework::currentModel(officer));
    QVERIFY(town.team.link().scope == casework::LinkScope::whole);
    const auto after = must(casework::currentModel(officer));
    QCOMPARE(after->origin, "read from a file");
    QCOMPARE(after->levels.size(), given->levels.size());
    for (std::size_t i = 0; i < given->levels.size(); ++i) {
        QCOMPARE(after->levels[i].m, given->levels[i].m);
        QCOMPARE(after->levels[i].u, given->levels[i].u);
    }
    QVERIFY(town.team.link().scope == casework::LinkScope::changes);
    QCOMPARE(must(casework::currentModel(officer))->id, after->id);
}

void PairSampleTest::refusesAModelForOtherFields() {
    support::LinkedTown town;
    const std::string text = R"({"fields": ["surname"], "prior": 0.001, "relative_prior": 0.001,
        "comparisons": [{"name": "surname", "levels": [
            {"name": "same", "m": 0.9, "u": 0.01, "r": 0.5, "pairs": 0}]}]})";
    VERIFY_FAILS(casework::adoptModel(town.team.dataOfficer(), text, "small.json", "a file"),
                 Code::malformed,
                 "other fields");
}

void PairSampleTest::everyWaitingPairHasAPlaceInTheOrder() {
    support::LinkedTown town;
    auto& officer = town.team.dataOfficer();
    const auto queue = must(casework::pairQueue(officer, 10'000));
    const auto ordered = must(casework::reviewOrder(officer));
    QVERIFY(!ordered.empty());
    std::set<std::int64_t> waiting;
    for (const records::DoubtId pair : queue.next)
        waiting.insert(pair.value);
    std::set<std::int64_t> placed;
    for (const casework::OrderedPair& pair : ordered)
        placed.insert(pair.id.value);
    QVERIFY(waiting == placed);
    QVERIFY(std::is_sorted(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
        return a.effect < b.effect;
    }));
}

QTEST_GUILESS_MAIN(PairSampleTest)
#include "pair_sample_test.moc"

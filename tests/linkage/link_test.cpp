// SPDX-License-Identifier: GPL-3.0-or-later
// What linking must answer, case by case, and that hard inputs stay quick.
#include "linkage/link.h"

#include "linkage/explain.h"
#include "tests/support/linkage_town.h"

#include <QtTest>

#include <cmath>

using test::Row;

namespace {

linkage::Output linked(const std::vector<Row>& rows) {
    base::NoProgress quiet;
    auto output = linkage::link(test::inputOf(rows), {}, quiet);
    return output ? *output : linkage::Output{};
}

// A town around the rows in question, so that there is something to learn from.
std::vector<Row> amongOthers(std::vector<Row> rows) {
    auto others = test::Town(11).rows(150);
    for (Row& row : others)
        row.source += 10;
    rows.insert(rows.end(), others.begin(), others.end());
    return rows;
}

// A name of its own for each number below 100,000.
std::string wordFor(std::uint32_t number) {
    static const char* const syllables[] = {
        "ba", "ko", "mir", "tu", "rel", "lan", "so", "vey", "dir", "nu"};
    std::string word;
    for (number = number * 7919U % 100'003U; word.empty() || number > 0; number /= 10)
        word += syllables[number % 10];
    return word;
}

bool doubted(const linkage::Output& output, std::uint32_t left, std::uint32_t right) {
    return std::any_of(output.doubts.begin(), output.doubts.end(), [&](const auto& doubt) {
        return doubt.left == left && doubt.right == right && !doubt.why.empty();
    });
}

}  // namespace

class LinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersHardCases_data();
    void answersHardCases();
    void cutsAChainBetweenTwoNhsNumbers();
    void linksRowsThatHaveOnlyTheSourcesNumber();
    void honoursDecisionsOverEverything();
    void refusesContradictoryDecisions();
    void refusesColumnsThatDoNotFit();
    void givesOneRowOfASourceToAPerson();
    void explainsEveryLink();
    void stopsWhenAsked();
    void staysQuick_data();
    void staysQuick();
    void findsATownsPeople();
    void warnsOfThinData();
};

void LinkTest::answersHardCases_data() {
    QTest::addColumn<std::vector<Row>>("rows");
    QTest::addColumn<bool>("same");  // rows 0 and 1
    const std::string nhs = test::testNhsNumber(52);
    const Row karen{"Karen", "Trotman", "1984-03-17", "F", "HR4 9XX", "3 Plum Rise", "", "", 0, 0};
    const auto with = [&](auto change) {
        Row row = karen;
        row.source = 1;
        change(row);
        return std::vector<Row>{karen, row};
    };
    QTest::newRow("the same woman in two files is one person") << with([](Row&) {}) << true;
    QTest::newRow("a woman who moved is one person")
        << with([](Row& r) { r.postcode = "WR5 1AA", r.address = "9 Elm Close"; }) << true;
    QTest::newRow("a slip in the surname is one person")
        << with([](Row& r) { r.surname = "Trottman"; }) << true;
    QTest::newRow("swapped names are one person")
        << with([](Row& r) { std::swap(r.forename, r.surname); }) << true;
    QTest::newRow("day and month swapped, at one home, is one person")
        << with([](Row& r) { r.birth = "1984-03-07"; }) << true;
    QTest::newRow("twins at one home are two people")
        << with([](Row& r) { r.forename = "Donna"; }) << false;
    QTest::newRow("twins with names that are alike are two people")
        << std::vector<Row>{{"Jayden", "Lugley", "2015-03-17", "M", "HR4 9XX", "3 Plum Rise"},
                            {"Hayden", "Lugley", "2015-03-17", "M", "HR4 9XX", "3 Plum Rise"}}
        << false;
    QTest::newRow("father and son of one name at one address are two people")
        << std::vector<Row>{{"George", "Lugley", "1984-03-17", "M", "HR4 9XX", "3 Plum Rise"},
                            {"George", "Lugley", "2011-08-05", "M", "HR4 9XX", "3 Plum Rise"}}
        << false;
    QTest::newRow("a couple are two people")
        << with([](Row& r) { r.forename = "Stuart", r.birth = "1982-11-02", r.sex = "M"; })
        << false;
    QTest::newRow("two different NHS numbers are two people")
        << std::vector<Row>{{"Karen",
                             "Trotman",
                             "1984-03-17",
                             "F",
                             "HR4 9XX",
                             "3 Plum Rise",
                             test::testNhsNumber(1)},
                            {"Karen",
                             "Trotman",
                             "1984-03-17",
                             "F",
                             "HR4 9XX",
                             "3 Plum Rise",
                             test::testNhsNumber(2)}}
        << false;
    QTest::newRow("one NHS number and another surname is one person")
        << std::vector<Row>{{"Karen", "Trotman", "1984-03-17", "F", "", "", nhs},
                            {"Karen", "Ashby", "1984-03-17", "F", "", "", nhs}}
        << true;
    QTest::newRow("placeholder birth dates link no one")
        << std::vector<Row>{{"Karen", "Trotman", "1900-01-01", "F"},
                            {"Donna", "Ashby", "1900-01-01", "F"}}
        << false;
    QTest::newRow("ZZ99 postcodes link no one")
        << std::vector<Row>{{"Karen", "Trotman", "", "F", "ZZ99 3VZ"},
                            {"Karen", "Ashby", "", "F", "ZZ99 3VZ"}}
        << false;
    QTest::newRow("a forename alone links no one")
        << std::vector<Row>{{"Karen"}, {"Karen", "", "", "", "", "", "", "", 1}} << false;
    QTest::newRow("rows that say nothing link no one") << std::vector<Row>{{}, {}} << false;
    QTest::newRow("names in another script are compared too")
        << std::vector<Row>{{"Олена", "Шевченко", "1984-03-17"},
                            {"Олена", "Шевченко", "1984-03-17", "F", "", "", "", "", 1}}
        << true;
    QTest::newRow("different names in another script are two people")
        << std::vector<Row>{{"Олена", "Шевченко", "1984-03-17"},
                            {"Тарас", "Шевченко", "1984-03-17"}}
        << false;
}

void LinkTest::answersHardCases() {
    QFETCH(std::vector<Row>, rows);
    QFETCH(bool, same);
    const auto output = linked(amongOthers(rows));
    QVERIFY(!output.person.empty());
    QCOMPARE(output.person[0] == output.person[1], same);
    const auto alone = linked(rows);  // with nothing at all to learn from
    QCOMPARE(alone.person[0] == alone.person[1], same);
}

void LinkTest::cutsAChainBetweenTwoNhsNumbers() {
    // The middle row fits both; it must not bring the two together.
    const auto output = linked(amongOthers(
        {{"Karen",
          "Trotman",
          "1984-03-17",
          "F",
          "HR4 9XX",
          "3 Plum Rise",
          test::testNhsNumber(1),
          "",
          0},
         {"Karen", "Trotman", "1984-03-17", "F", "HR4 9XX", "3 Plum Rise", "", "", 1},
         {"Karen", "Trotman", "1984-03-17", "F", "", "", test::testNhsNumber(2), "", 2}}));
    QVERIFY(output.person[0] != output.person[2]);
    QVERIFY(output.person[1] == output.person[0]);
    QVERIFY(doubted(output, 1, 2) || doubted(output, 0, 2));
}

void LinkTest::linksRowsThatHaveOnlyTheSourcesNumber() {
    std::vector<Row> rows = amongOthers({{"Karen", "Trotman", "1984-03-17"}});
    rows[0].number = "P17";
    for (int i = 0; i < 3; ++i)
        rows.push_back({"", "", "", "", "", "", "", "P17", 0, 0});
    rows.push_back({"", "", "", "", "", "", "", "P17", 1, 0});  // another source's P17
    const auto output = linked(rows);
    const std::size_t last = rows.size() - 1;
    for (std::size_t i = last - 3; i < last; ++i)
        QCOMPARE(output.person[i], 0U);
    QCOMPARE(output.person[last], static_cast<std::uint32_t>(last));
}

void LinkTest::honoursDecisionsOverEverything() {
    const std::vector<Row> rows = amongOthers(
        {{"Karen", "Trotman", "1984-03-17", "F", "HR4 9XX", "3 Plum Rise", test::testNhsNumber(1)},
         {"Karen",
          "Trotman",
          "1984-03-17",
          "F",
          "HR4 9XX",
          "3 Plum Rise",
          test::testNhsNumber(1),
          "",
          1},
         {"Stuart", "Ashby", "1971-09-30", "M", "WR5 1AA", "", test::testNhsNumber(2), "", 2}});
    auto input = test::inputOf(rows);
    input.decisions = {{0, 1, false}, {0, 2, true}};
    base::NoProgress quiet;
    const auto output = linkage::link(input, {}, quiet);
    QVERIFY(output.has_value());
    QVERIFY(output->person[0] != output->person[1]);
    QCOMPARE(output->person[2], output->person[0]);
    QVERIFY(std::any_of(output->links.begin(), output->links.end(), [](const auto& link) {
        return link.row == 2 && link.kind == linkage::TieKind::decision;
    }));
    QVERIFY(!doubted(*output, 0, 1));
}

void LinkTest::refusesContradictoryDecisions() {
    auto input = test::inputOf({{"A"}, {"B"}, {"C"}});
    base::NoProgress quiet;
    input.decisions = {{0, 1, true}, {1, 2, true}, {0, 2, false}};
    QVERIFY(linkage::link(input, {}, quiet).error().code == base::Code::malformed);
    input.decisions = {{0, 3, true}};
    QVERIFY(linkage::link(input, {}, quiet).error().code == base::Code::malformed);
}

void LinkTest::refusesColumnsThatDoNotFit() {
    base::NoProgress quiet;
    auto input = test::inputOf({{"A"}, {"B"}});
    input.rows.addCells(1, std::vector<std::string_view>{"Ashby"});
    QVERIFY(linkage::link(input, {}, quiet).error().code == base::Code::malformed);
    input.rows =
        linkage::Rows({{linkage::FieldKind::surname, {}}, {linkage::FieldKind::surname, {}}});
    QVERIFY(linkage::link(input, {}, quiet).error().code == base::Code::malformed);
    QVERIFY(linkage::link({}, {}, quiet).has_value());
}

void LinkTest::givesOneRowOfASourceToAPerson() {
    const Row karen{"Karen", "Trotman", "1984-03-17", "F", "HR4 9XX", "3 Plum Rise"};
    std::vector<Row> rows(4, karen);
    rows[2].source = rows[3].source = 1;
    rows[3].postcode.clear();
    auto input = test::inputOf(amongOthers(rows));
    input.onePerSource = true;
    base::NoProgress quiet;
    const auto output = linkage::link(input, {}, quiet);
    QVERIFY(output.has_value());
    QVERIFY(output->person[0] != output->person[1]);
    QVERIFY(output->person[2] != output->person[3]);
    QCOMPARE((output->person[2] == output->person[0]) + (output->person[2] == output->person[1]),
             1);
}

void LinkTest::explainsEveryLink() {
    const auto rows = test::Town(5).rows(200);
    const auto output = linked(rows);
    std::size_t people = 0;
    for (std::uint32_t row = 0; row < output.person.size(); ++row)
        people += output.person[row] == row ? 1U : 0U;
    QCOMPARE(output.links.size(), rows.size() - people);
    QVERIFY(!output.links.empty());
    const auto input = test::inputOf(rows);
    const auto sumOfReasons = [&](std::uint32_t left, std::uint32_t right, linkage::TieKind kind) {
        double sum = 0;
        const auto reasons = linkage::explain(input.rows, left, right, kind, output.model);
        for (const auto& reason : reasons.value_or(std::vector<records::LinkReason>()))
            sum += reason.weight;
        return sum;
    };
    for (const auto& link : output.links) {
        QCOMPARE(output.person[link.row], output.person[link.against]);
        QVERIFY(std::abs(sumOfReasons(link.row, link.against, link.kind) - link.weight) < 1e-6);
        QVERIFY(link.probability >= linkage::Settings().linkProbability);
    }
    for (const auto& doubt : output.doubts) {
        QVERIFY(output.person[doubt.left] != output.person[doubt.right]);
        QVERIFY(!doubt.why.empty());
        QVERIFY(std::abs(sumOfReasons(doubt.left, doubt.right, doubt.kind) - doubt.weight) < 1e-6);
    }
}

void LinkTest::stopsWhenAsked() {
    class Stop final : public base::Progress {
    public:
        void step(std::string_view, std::uint64_t, std::uint64_t) override {}

        [[nodiscard]] bool cancelled() const override { return true; }
    } stop;

    const auto output = linkage::link(test::inputOf(test::Town(5).rows(20)), {}, stop);
    QVERIFY(!output.has_value());
    QVERIFY(output.error().code == base::Code::cancelled);
}

void LinkTest::staysQuick_data() {
    QTest::addColumn<std::vector<Row>>("rows");
    QTest::addColumn<int>("people");
    std::vector<Row> equal(10'000, Row{"Karen", "Trotman", "1984-03-17", "F", "HR4 9XX"});
    QTest::newRow("10,000 rows that say the same are one person") << equal << 1;
    std::vector<Row> hostel;
    std::vector<Row> bearers;
    for (std::uint32_t i = 0; i < 30'000; ++i) {
        const std::string birth = std::to_string(1950 + i % 50) + "-" +
                                  std::to_string(10 + i / 50 % 3) + "-" +
                                  std::to_string(10 + i / 150 % 19);
        if (i < 80)
            hostel.push_back(
                {wordFor(i), wordFor(i + 40'000), birth, "", "HR1 2AB", "St Mary's Hostel"});
        bearers.push_back({wordFor(i), "Smith", birth, "", "", "", "", "", i});
    }
    QTest::newRow("80 strangers in a hostel are 80 people") << hostel << 80;
    QTest::newRow("30,000 bearers of one surname stay apart") << bearers << -1;
    QTest::newRow("20,000 rows that say nothing stay apart") << std::vector<Row>(20'000) << 20'000;
}

void LinkTest::staysQuick() {
    QFETCH(std::vector<Row>, rows);
    QFETCH(int, people);
    QElapsedTimer timer;
    timer.start();
    const auto output = linked(rows);
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    int found = 0;
    for (std::uint32_t row = 0; row < output.person.size(); ++row)
        found += output.person[row] == row ? 1 : 0;
    if (people >= 0)
        QCOMPARE(found, people);
    else
        QVERIFY2(found > 29'900, qPrintable(QString::number(found)));
    QVERIFY(output.candidatePairs < 60 * rows.size() + 10'000);
}

void LinkTest::findsATownsPeople() {
    const auto rows = test::Town(3).rows(700);
    const auto output = linked(rows);
    const auto pairs = test::countPairs(rows, output.person);
    const double precision = pairs.both / pairs.answered;
    const double recall = pairs.both / pairs.actual;
    QVERIFY2(precision >= 0.995, qPrintable(QString::number(precision)));
    QVERIFY2(recall >= 0.95, qPrintable(QString::number(recall)));
}

void LinkTest::warnsOfThinData() {
    const auto output =
        linked({{"Karen", "Trotman", "1984-03-17"}, {"Stuart", "Ashby", "1971-02-03"}});
    QVERIFY(!output.warnings.empty());
    for (const std::string& warning : output.warnings)
        QVERIFY(warning.find("Trotman") == std::string::npos);
}

QTEST_APPLESS_MAIN(LinkTest)
#include "link_test.moc"

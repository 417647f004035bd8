// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/differences.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace ui::models;

class DifferencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysHowTwoTextsDiffer_data();
    void saysHowTwoTextsDiffer();
    void marksTheLettersThatDiffer();
    void whatIsNotMarkedIsShared();
};

void DifferencesTest::saysHowTwoTextsDiffer_data() {
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("words");
    QTest::newRow("case alone") << u"PROBERT"_s << u"Probert"_s << u"same"_s;
    QTest::newRow("one letter for another") << u"Katherine"_s << u"Katharine"_s << u"one letter"_s;
    QTest::newRow("a letter more") << u"Anne"_s << u"Ann"_s << u"one letter"_s;
    QTest::newRow("a letter for a digit") << u"HR6 8OQ"_s << u"HR6 80Q"_s << u"letter for digit"_s;
    QTest::newRow("half of a double name")
        << u"Probert"_s << u"Probert-Lane"_s << u"half of a double name"_s;
    QTest::newRow("one has a flat")
        << u"14 Etnam Street"_s << u"Flat 2, 14 Etnam Street"_s << u"one says more"_s;
    QTest::newRow("another name") << u"Bill"_s << u"Wendy"_s << u"differs"_s;
    QTest::newRow("nothing sent") << u""_s << u"Ann"_s << u"says nothing"_s;
}

void DifferencesTest::saysHowTwoTextsDiffer() {
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(QString, words);
    QCOMPARE(differencesOf(left, right).words, words);
    QCOMPARE(differencesOf(right, left).words, words);
}

void DifferencesTest::marksTheLettersThatDiffer() {
    const Differences found = differencesOf(u"Katherine"_s, u"Katharine"_s);
    QCOMPARE(found.left.size(), std::size_t{1});
    QCOMPARE(found.left[0].from, 4);
    QCOMPARE(found.left[0].length, 1);
    QCOMPARE(found.right[0].from, 4);
    QVERIFY(differencesOf(u"Ann"_s, u"Ann"_s).left.empty());
    const Differences strangers = differencesOf(u"7 Sorrel Grove"_s, u"Forge Cottage"_s);
    QCOMPARE(strangers.left.size(), std::size_t{1});
    QCOMPARE(strangers.left[0].length, 14);
    QCOMPARE(strangers.right[0].length, 13);
}

void DifferencesTest::whatIsNotMarkedIsShared() {
    const auto text = rc::gen::container<std::string>(rc::gen::inRange('a', 'e'));
    QVERIFY(rc::check("the letters left over read the same on both sides", [&] {
        const QString left = QString::fromStdString(*text);
        const QString right = QString::fromStdString(*text);
        const Differences found = differencesOf(left, right);
        const auto rest = [](QString whole, const std::vector<LetterRun>& runs) {
            for (auto run = runs.rbegin(); run != runs.rend(); ++run)
                whole.remove(run->from, run->length);
            return whole;
        };
        RC_ASSERT(left.isEmpty() || right.isEmpty() ||
                  rest(left, found.left) == rest(right, found.right));
    }));
}

QTEST_MAIN(DifferencesTest)
#include "differences_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/jaro_winkler.h"

#include <QtTest>

#include <rapidcheck.h>

class JaroWinklerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesThePublishedValues_data();
    void givesThePublishedValues();
    void comparesEmptyTexts();
    void countsLettersNotBytes();
    void knowsOneSlip_data();
    void knowsOneSlip();
    void isSymmetricAndBetweenNoughtAndOne();
};

void JaroWinklerTest::givesThePublishedValues_data() {
    // Winkler (1990), "String comparator metrics and enhanced decision rules", table of examples.
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<double>("likeness");
    QTest::newRow("a swap") << "MARTHA"
                            << "MARHTA" << 0.961;
    QTest::newRow("a letter changed") << "DWAYNE"
                                      << "DUANE" << 0.840;
    QTest::newRow("letters added") << "DIXON"
                                   << "DICKSONX" << 0.813;
    QTest::newRow("nothing common") << "ABC"
                                    << "XYZ" << 0.0;
    QTest::newRow("the same") << "JONES"
                              << "JONES" << 1.0;
}

void JaroWinklerTest::givesThePublishedValues() {
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(double, likeness);
    const double got = linkage::jaroWinkler(left.toStdString(), right.toStdString());
    QVERIFY2(std::abs(got - likeness) < 0.0006, qPrintable(QString::number(got)));
}

void JaroWinklerTest::comparesEmptyTexts() {
    QCOMPARE(linkage::jaroWinkler("", ""), 1.0);
    QCOMPARE(linkage::jaroWinkler("a", ""), 0.0);
}

void JaroWinklerTest::countsLettersNotBytes() {
    // Three of four letters agree in order: (3/4 + 3/4 + 1) / 3.
    QVERIFY(std::abs(linkage::jaro("иван", "ивак") - 0.8333) < 0.001);
    QCOMPARE(linkage::jaro("\xC3", "\xC3"), 1.0);
}

void JaroWinklerTest::knowsOneSlip_data() {
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("slip");
    QTest::newRow("substitution") << "smith"
                                  << "smyth" << true;
    QTest::newRow("insertion") << "smith"
                               << "smiths" << true;
    QTest::newRow("neighbours swapped") << "smith"
                                        << "simth" << true;
    QTest::newRow("equal is none") << "smith"
                                   << "smith" << false;
    QTest::newRow("two substitutions") << "smith"
                                       << "smyti" << false;
    QTest::newRow("two letters more") << "smith"
                                      << "smithie" << false;
}

void JaroWinklerTest::knowsOneSlip() {
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, slip);
    QCOMPARE(linkage::oneSlip(left.toStdString(), right.toStdString()), slip);
    QCOMPARE(linkage::oneSlip(right.toStdString(), left.toStdString()), slip);
}

void JaroWinklerTest::isSymmetricAndBetweenNoughtAndOne() {
    QVERIFY(rc::check("jaroWinkler(a, b) = jaroWinkler(b, a), within 0 and 1", [] {
        const auto left = *rc::gen::container<std::string>(rc::gen::inRange('a', 'f'));
        const auto right = *rc::gen::container<std::string>(rc::gen::inRange('a', 'f'));
        const double likeness = linkage::jaroWinkler(left, right);
        RC_ASSERT(likeness == linkage::jaroWinkler(right, left));
        RC_ASSERT(likeness >= 0.0 && likeness <= 1.0);
        RC_ASSERT(linkage::jaroWinkler(left, left) == 1.0);
        RC_ASSERT(linkage::oneSlip(left, right) == linkage::oneSlip(right, left));
    }));
}

QTEST_APPLESS_MAIN(JaroWinklerTest)
#include "jaro_winkler_test.moc"

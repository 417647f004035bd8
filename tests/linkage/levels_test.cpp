// SPDX-License-Identifier: GPL-3.0-or-later
// The level two values reach, and that comparing is symmetric.
#include "linkage/comparer.h"
#include "tests/support/linkage_town.h"

#include <QtTest>

#include <rapidcheck.h>

using linkage::FieldKind;
using linkage::Measure;

namespace {

// Two rows with these columns; the first comparison of the measure.
unsigned levelOf(Measure measure,
                 const std::vector<std::pair<FieldKind, std::pair<QString, QString>>>& values) {
    std::vector<linkage::FieldSpec> fields;
    std::vector<std::string> cells[2];
    for (const auto& [kind, pair] : values) {
        fields.push_back({kind, {}});
        cells[0].push_back(pair.first.toStdString());
        cells[1].push_back(pair.second.toStdString());
    }
    linkage::Input input;
    input.rows = linkage::Rows(std::move(fields));
    for (const auto& row : cells)
        input.rows.add(std::vector<std::string_view>(row.begin(), row.end()));
    const auto table = linkage::prepare(input.rows, nullptr, 1);
    const linkage::Comparer comparer(*table);
    return comparer.level(comparer.find(measure), table->profileOf[0], table->profileOf[1]);
}

}  // namespace

class LevelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesForenames_data();
    void comparesForenames();
    void comparesSurnames_data();
    void comparesSurnames();
    void comparesBirthDates_data();
    void comparesBirthDates();
    void comparesPlaces_data();
    void comparesPlaces();
    void seesSwappedNames();
    void seesFormerSurnames();
    void ignoresInvalidIdentifiers();
    void isSymmetric();
};

void LevelsTest::comparesForenames_data() {
    namespace at = linkage::forename;
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<unsigned>("level");
    QTest::newRow("same but for case") << "KAREN"
                                       << "Karen" << unsigned{at::same};
    QTest::newRow("nickname") << "William"
                              << "Bill" << unsigned{at::variant};
    QTest::newRow("spelling") << "Aaron"
                              << "Arran" << unsigned{at::variant};
    QTest::newRow("second name added") << "Sarah"
                                       << "Sarah Jane" << unsigned{at::variant};
    QTest::newRow("a slip") << "Christopher"
                            << "Chirstopher" << unsigned{at::close};
    QTest::newRow("initial") << "K"
                             << "Karen" << unsigned{at::initial};
    QTest::newRow("mangled") << "Jessica"
                             << "aessicJ" << unsigned{at::alike};
    QTest::newRow("two known names") << "Jayden"
                                     << "Hayden" << unsigned{at::twoNames};
    QTest::newRow("different") << "Emma"
                               << "Peter" << unsigned{at::different};
    QTest::newRow("not sent") << ""
                              << "Peter" << 0U;
}

void LevelsTest::comparesForenames() {
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(unsigned, level);
    QCOMPARE(levelOf(Measure::forename, {{FieldKind::forename, {left, right}}}), level);
}

void LevelsTest::comparesSurnames_data() {
    namespace at = linkage::surname;
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<unsigned>("level");
    QTest::newRow("same") << "O'Neill"
                          << "ONEILL" << unsigned{at::same};
    QTest::newRow("known form") << "Bailey"
                                << "Bayley" << unsigned{at::variant};
    QTest::newRow("one word or two") << "Mac Donald"
                                     << "Macdonald" << unsigned{at::variant};
    QTest::newRow("half of a double name") << "Smith-Jones"
                                           << "Jones" << unsigned{at::half};
    QTest::newRow("a slip") << "Kirkbride"
                            << "Kirkbrde" << unsigned{at::close};
    QTest::newRow("different") << "Smith"
                               << "Patel" << unsigned{at::different};
    QTest::newRow("not sent") << "Smith"
                              << "" << 0U;
}

void LevelsTest::comparesSurnames() {
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(unsigned, level);
    QCOMPARE(levelOf(Measure::surname, {{FieldKind::surname, {left, right}}}), level);
}

void LevelsTest::comparesBirthDates_data() {
    namespace at = linkage::birth;
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<unsigned>("level");
    QTest::newRow("same in two notations") << "2012-05-04"
                                           << "04/05/2012" << unsigned{at::same};
    QTest::newRow("day and month swapped") << "2012-05-04"
                                           << "2012-04-05" << unsigned{at::swapped};
    QTest::newRow("one digit") << "2012-05-04"
                               << "2012-05-14" << unsigned{at::oneDigit};
    QTest::newRow("two digits swapped") << "2012-05-12"
                                        << "2012-05-21" << unsigned{at::oneDigit};
    QTest::newRow("another day") << "2012-05-04"
                                 << "2012-05-17" << unsigned{at::monthAndYear};
    QTest::newRow("one sent no day") << "2012-05-04"
                                     << "2012-05" << unsigned{at::monthAndYear};
    QTest::newRow("one sent the year") << "2012-05-04"
                                       << "2012" << unsigned{at::year};
    QTest::newRow("years alone") << "2012"
                                 << "2012" << unsigned{at::year};
    QTest::newRow("another day and month") << "2012-05-04"
                                           << "2012-11-27" << unsigned{at::year};
    QTest::newRow("different") << "2012-05-04"
                               << "1987-11-27" << unsigned{at::different};
    QTest::newRow("placeholder is not sent") << "1900-01-01"
                                             << "1900-01-01" << 0U;
}

void LevelsTest::comparesBirthDates() {
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(unsigned, level);
    QCOMPARE(levelOf(Measure::birthDate, {{FieldKind::birthDate, {left, right}}}), level);
}

void LevelsTest::comparesPlaces_data() {
    namespace at = linkage::place;
    QTest::addColumn<QString>("postcodes");
    QTest::addColumn<QString>("addresses");
    QTest::addColumn<unsigned>("level");
    QTest::newRow("one home written twice")
        << "HR1 2AB|hr12ab"
        << "12 High St, Ledbury|12 High Street" << unsigned{at::home};
    QTest::newRow("a wrong postcode") << "HR1 2AB|HR6 9ZZ"
                                      << "12 High St|12 High Street" << unsigned{at::address};
    QTest::newRow("no address") << "HR1 2AB|HR1 2AB"
                                << "12 High Street|" << unsigned{at::postcode};
    QTest::newRow("a flat's number on one side")
        << "HR1 2AB|HR1 2AB"
        << "Flat 2, 14 High Street|14 High Street" << unsigned{at::postcode};
    QTest::newRow("next door") << "HR1 2AB|HR1 2AB"
                               << "12 High Street|14 High Street" << unsigned{at::otherHouse};
    QTest::newRow("a slip in the postcode") << "HR1 2AB|HR1 2AE"
                                            << "|" << unsigned{at::near};
    QTest::newRow("one sector") << "HR1 2AB|HR1 2XY"
                                << "|" << unsigned{at::near};
    QTest::newRow("one district") << "HR1 2AB|HR1 3XY"
                                  << "|" << unsigned{at::area};
    QTest::newRow("elsewhere") << "HR1 2AB|WR5 3XY"
                               << "|" << unsigned{at::elsewhere};
    QTest::newRow("a pseudo postcode is no place") << "ZZ99 3VZ|ZZ99 3VZ"
                                                   << "|" << 0U;
    QTest::newRow("no fixed abode is no place") << "|"
                                                << "No fixed abode|No fixed abode" << 0U;
}

void LevelsTest::comparesPlaces() {
    QFETCH(QString, postcodes);
    QFETCH(QString, addresses);
    QFETCH(unsigned, level);
    const auto two = [](const QString& text) {
        const QStringList parts = text.split(QLatin1Char('|'));
        return std::pair(parts[0], parts[1]);
    };
    QCOMPARE(levelOf(Measure::place,
                     {{FieldKind::postcode, two(postcodes)}, {FieldKind::address, two(addresses)}}),
             level);
}

void LevelsTest::seesSwappedNames() {
    const auto both = [](Measure measure) {
        return levelOf(measure,
                       {{FieldKind::forename, {QStringLiteral("Noah"), QStringLiteral("Green")}},
                        {FieldKind::surname, {QStringLiteral("Green"), QStringLiteral("Noah")}}});
    };
    QCOMPARE(both(Measure::forename), unsigned{linkage::forename::swapped});
    QCOMPARE(both(Measure::surname), unsigned{linkage::surname::swapped});
}

void LevelsTest::seesFormerSurnames() {
    QCOMPARE(levelOf(Measure::surname,
                     {{FieldKind::surname, {QStringLiteral("Patel"), QStringLiteral("Howe")}},
                      {FieldKind::formerSurname, {QString(), QStringLiteral("Patel")}}}),
             unsigned{linkage::surname::former});
}

void LevelsTest::ignoresInvalidIdentifiers() {
    const QString valid = QString::fromStdString(test::testNhsNumber(7));
    const QString other = QString::fromStdString(test::testNhsNumber(4711));
    const auto level = [](const QString& left, const QString& right) {
        return levelOf(Measure::identifier, {{FieldKind::nhsNumber, {left, right}}});
    };
    QCOMPARE(level(valid, valid), unsigned{linkage::plain::same});
    QCOMPARE(level(valid, other), unsigned{linkage::plain::different});
    QString broken = valid;
    broken[9] = broken[9] == QLatin1Char('1') ? QLatin1Char('2') : QLatin1Char('1');
    QCOMPARE(level(valid, broken), 0U);
    QCOMPARE(level(valid, QString()), 0U);
}

void LevelsTest::isSymmetric() {
    QVERIFY(rc::check("compare(a, b) = compare(b, a)", [] {
        const auto seed = *rc::gen::arbitrary<std::uint32_t>();
        const auto rows = test::Town(seed).rows(12);
        const auto table = linkage::prepare(test::inputOf(rows).rows, nullptr, 1);
        RC_ASSERT(table.has_value());
        const linkage::Comparer comparer(*table);
        for (std::uint32_t a = 0; a < table->profiles; ++a)
            for (std::uint32_t b = 0; b < a; ++b)
                RC_ASSERT(comparer.compare(a, b) == comparer.compare(b, a));
    }));
}

QTEST_APPLESS_MAIN(LevelsTest)
#include "levels_test.moc"

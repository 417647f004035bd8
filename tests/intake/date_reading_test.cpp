// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/date_reading.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace intake;

namespace {

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

DateFormats formats(const QString& names) {
    DateFormats out;
    for (const QString& name : names.split(u';'))
        out.forms.push_back(dateFormFromName(name.toStdString()).value());
    return out;
}

const base::Date latest{2026, 11, 21};

}  // namespace

class DateReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDatesAsPartnersWriteThem_data();
    void readsDatesAsPartnersWriteThem();
    void readsBirthDatesThatAreKnownInPart_data();
    void readsBirthDatesThatAreKnownInPart();
    void givesATwoDigitYearTheCenturyThatIsNotInTheFuture_data();
    void givesATwoDigitYearTheCenturyThatIsNotInTheFuture();
    void takesAPivotFromTheMapping();
    void readsBackEveryDayInEveryForm();
};

void DateReadingTest::readsDatesAsPartnersWriteThem_data() {
    QTest::addColumn<QString>("forms");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* forms, const char* written, const char* expected) {
        QTest::addRow("%s as %s", written, forms)
            << QString::fromUtf8(forms) << QString::fromUtf8(written)
            << QString::fromUtf8(expected);
    };
    row("yyyy-mm-dd", "2026-01-31", "2026-01-31");
    row("yyyy-mm-dd", "2026-01-31T09:15:00", "2026-01-31");
    row("yyyy-mm-dd", "2026-02-29", "");
    row("yyyy-mm-dd", "31/01/2026", "");
    row("yyyy-mm-dd", "2026-01-31 approx", "");
    row("dd/mm/yyyy", "31/01/2026", "2026-01-31");
    row("dd/mm/yyyy", "1/2/2026", "2026-02-01");
    row("dd/mm/yyyy", "01.02.2026", "2026-02-01");
    row("dd/mm/yyyy", "01-02-2026 00:00", "2026-02-01");
    row("dd/mm/yyyy", "31/02/2026", "");
    row("dd/mm/yyyy", "12/31/2026", "");
    row("dd/mm/yyyy", "01/02/226", "");
    row("dd/mm/yyyy", "01/02-2026", "");
    row("dd/mm/yyyy", "2026-01-31", "");
    row("dd/mm/yy", "01/02/14", "2014-02-01");
    row("dd-Mon-yy", "05-Nov-14", "2014-11-05");
    row("dd-Mon-yy", "5 NOVEMBER 2014", "2014-11-05");
    row("dd-Mon-yyyy", "05-Sept-2014", "2014-09-05");
    row("dd-Mon-yyyy", "05-Nvo-2014", "");
    row("dd-Mon-yyyy", "31-Jun-2014", "");
    row("yyyy-mon-dd", "2013-Jul-19 00:00:00", "2013-07-19");
    row("yyyy-mon-dd", "2013-Jul-32 00:00:00", "");
    row("yyyymmdd", "20130719", "2013-07-19");
    row("yyyymmdd", "20131319", "");
    row("yyyymmdd", "2013071", "");
    row("excel", "1", "1900-01-01");
    row("excel", "59", "1900-02-28");
    row("excel", "60", "");
    row("excel", "61", "1900-03-01");
    row("excel", "46347", "2026-11-21");
    row("excel", "46347.75", "2026-11-21");
    row("excel", "0", "");
    row("excel", "-5", "");
    row("excel", "99999999", "");
    row("excel-1904", "44885", "2026-11-21");
    row("excel;dd/mm/yyyy", "21/11/2026", "2026-11-21");
    row("excel;dd/mm/yyyy", "46347", "2026-11-21");
    row("yyyy-mm-dd", "", "");
    row("yyyy-mm-dd", "2026-1", "");
}

void DateReadingTest::readsDatesAsPartnersWriteThem() {
    QFETCH(QString, forms);
    QFETCH(QString, written);
    QFETCH(QString, expected);
    const auto date = readDate(written.toStdString(), formats(forms), latest);
    QCOMPARE(date ? text(base::isoDate(*date)) : QString(), expected);
}

void DateReadingTest::readsBirthDatesThatAreKnownInPart_data() {
    QTest::addColumn<QString>("forms");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* forms, const char* written, const char* expected) {
        QTest::addRow("%s as %s", written, forms)
            << QString::fromUtf8(forms) << QString::fromUtf8(written)
            << QString::fromUtf8(expected);
    };
    row("yyyy-mm-dd", "2012-05", "2012-05");
    row("yyyy-mm-dd", "2012-05-00", "2012-05");
    row("yyyy-mm-dd", "2012", "2012");
    row("yyyy-mm-dd", "2012-13", "");
    row("dd/mm/yyyy", "00/05/2012", "2012-05");
    row("dd/mm/yyyy", "05/2012", "2012-05");
    row("dd/mm/yyyy", "00/00/2012", "2012");
    row("dd/mm/yyyy", "31/02/2012", "");
    row("dd-Mon-yyyy", "May 2012", "2012-05");
    row("excel", "2012", "2012");
    row("dd/mm/yyyy", "unknown", "");
}

void DateReadingTest::readsBirthDatesThatAreKnownInPart() {
    QFETCH(QString, forms);
    QFETCH(QString, written);
    QFETCH(QString, expected);
    const auto birth = readBirthDate(written.toStdString(), formats(forms), latest);
    QCOMPARE(birth ? text(records::isoPartial(*birth)) : QString(), expected);
}

void DateReadingTest::givesATwoDigitYearTheCenturyThatIsNotInTheFuture_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    QTest::newRow("this year, past") << QStringLiteral("20/11/26") << QStringLiteral("2026-11-20");
    QTest::newRow("today") << QStringLiteral("21/11/26") << QStringLiteral("2026-11-21");
    QTest::newRow("this year, to come")
        << QStringLiteral("22/11/26") << QStringLiteral("1926-11-22");
    QTest::newRow("next year") << QStringLiteral("01/01/27") << QStringLiteral("1927-01-01");
    QTest::newRow("1999") << QStringLiteral("01/01/99") << QStringLiteral("1999-01-01");
}

void DateReadingTest::givesATwoDigitYearTheCenturyThatIsNotInTheFuture() {
    QFETCH(QString, written);
    QFETCH(QString, expected);
    const auto birth =
        readBirthDate(written.toStdString(), formats(QStringLiteral("dd/mm/yy")), latest);
    QVERIFY(birth.has_value());
    QCOMPARE(text(records::isoPartial(*birth)), expected);
}

void DateReadingTest::takesAPivotFromTheMapping() {
    DateFormats forms = formats(QStringLiteral("dd/mm/yy"));
    forms.pivotYear = 2030;
    QCOMPARE(text(base::isoDate(*readDate("01/06/30", forms, latest))),
             QStringLiteral("2030-06-01"));
    QCOMPARE(text(base::isoDate(*readDate("01/06/31", forms, latest))),
             QStringLiteral("1931-06-01"));
}

void DateReadingTest::readsBackEveryDayInEveryForm() {
    QVERIFY(rc::check("a day written in any form is read as that day", [] {
        const int serial = *rc::gen::inRange(61, 100000);
        const base::Date day = base::Date(1899, 12, 30) + boost::gregorian::days(serial);
        const std::string iso = base::isoDate(day);
        const std::string y = iso.substr(0, 4);
        const std::string m = iso.substr(5, 2);
        const std::string d = iso.substr(8, 2);
        const auto read = [&](const char* form, const std::string& written) {
            return readDate(written, formats(QString::fromUtf8(form)), latest);
        };
        RC_ASSERT(read("yyyy-mm-dd", iso) == day);
        RC_ASSERT(read("dd/mm/yyyy", d + "/" + m + "/" + y) == day);
        RC_ASSERT(read("yyyymmdd", y + m + d) == day);
        RC_ASSERT(read("excel", std::to_string(serial)) == day);
        RC_ASSERT(read("dd Mon yyyy", base::plainDate(day)) == day);
    }));
}

QTEST_APPLESS_MAIN(DateReadingTest)
#include "date_reading_test.moc"

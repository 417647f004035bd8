// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/cell_format.h"

#include "intake/date_reading.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace intake;

namespace {

struct Shown {
    std::string text;
    std::optional<CellFault> fault;
};

Shown shown(const std::string& stored, const CellFormat& format, bool from1904 = false) {
    Shown out;
    out.fault = appendNumber(stored, format, from1904, out.text);
    return out;
}

// A serial as a date column of the mappings reads it: written apart from the workbook's reader.
std::optional<base::Date> bySerial(int serial, bool from1904) {
    return readDate(std::to_string(serial),
                    {{from1904 ? DateForm::excel1904 : DateForm::excel}},
                    base::Date(2030, 1, 1));
}

}  // namespace

class CellFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsDatesFromNumbersByTheirCode_data();
    void tellsDatesFromNumbersByTheirCode();
    void showsNumbersAsTheSenderSeesThem_data();
    void showsNumbersAsTheSenderSeesThem();
    void showsMomentsByTheirFormat_data();
    void showsMomentsByTheirFormat();
    void saysWhenDigitsWereLost();
    void everyDayIsTheDayThatSerialColumnsRead();
    void anyTextIsTakenWithoutHarm();
};

void CellFormatTest::tellsDatesFromNumbersByTheirCode_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("shape");
    const auto row = [](const char* code, CellShape shape) {
        QTest::newRow(code) << QString::fromUtf8(code) << static_cast<int>(shape);
    };
    row("General", CellShape::number);
    row("0", CellShape::number);
    row("0.00", CellShape::number);
    row("#,##0", CellShape::number);
    row("0%", CellShape::number);
    row("0.00E+00", CellShape::number);
    row("[$\xC2\xA3-809]#,##0.00;[Red]-[$\xC2\xA3-809]#,##0.00", CellShape::number);
    row("# \"days\"", CellShape::number);
    row("\"Day \"0", CellShape::number);
    row("0\\d", CellShape::number);
    row("@", CellShape::number);
    row("\"Yes\";\"Yes\";\"No\"", CellShape::number);
    row("dd/mm/yyyy", CellShape::date);
    row("DD/MM/YYYY;@", CellShape::date);
    row("[$-809]dd mmmm yyyy;@", CellShape::date);
    row("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", CellShape::date);
    row("mmm-yy", CellShape::date);
    row("mmmm", CellShape::date);
    row("yyyy-mm-dd\\Thh:mm:ss", CellShape::dateTime);
    row("dd/mm/yyyy hh:mm", CellShape::dateTime);
    row("d/m/yy h:mm AM/PM", CellShape::dateTime);
    row("hh:mm", CellShape::time);
    row("mm:ss.0", CellShape::time);
    row("[h]:mm:ss", CellShape::elapsed);
    row("[mm]", CellShape::elapsed);
    row("00000000", CellShape::padded);
    row("000\\ 000\\ 0000", CellShape::padded);
    row("000\" \"000\" \"0000", CellShape::padded);
    row("", CellShape::number);
    row("\"", CellShape::number);
    row("[", CellShape::number);
    row("\\", CellShape::number);
}

void CellFormatTest::tellsDatesFromNumbersByTheirCode() {
    QFETCH(QString, code);
    QFETCH(int, shape);
    QCOMPARE(static_cast<int>(formatFromCode(code.toStdString()).shape), shape);
}

void CellFormatTest::showsNumbersAsTheSenderSeesThem_data() {
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char* stored, const char* seen, const char* code = "General") {
        QTest::addRow("%s as %s", stored, code)
            << QString::fromUtf8(stored) << QString::fromUtf8(code) << QString::fromUtf8(seen);
    };
    row("0", "0");
    row("7", "7");
    row("44562", "44562");
    row("-12", "-12");
    row("12.0", "12");
    row("0.1", "0.1");
    row("0.30000000000000004", "0.3");
    row("97.399999999999991", "97.4");
    row("1E3", "1000");
    row("1.5E-7", "0.00000015");
    row("9434765919", "9434765919");
    row("943476591912345", "943476591912345");
    row("9434765919", "943 476 5919", "000\\ 000\\ 0000");
    row("1234", "000 000 1234", "000\\ 000\\ 0000");
    row("42", "00000042", "00000000");
    row("123456789", "123456789", "00000000");
    row("0.5", "0.5", "0%");
    row("not a number", "not a number");
    row("inf", "inf");
    row("-1", "-1", "dd/mm/yyyy");
    row("2958466", "2958466", "dd/mm/yyyy");
}

void CellFormatTest::showsNumbersAsTheSenderSeesThem() {
    QFETCH(QString, stored);
    QFETCH(QString, code);
    QFETCH(QString, seen);
    const Shown out = shown(stored.toStdString(), formatFromCode(code.toStdString()));
    QCOMPARE(QString::fromStdString(out.text), seen);
    QVERIFY(!out.fault);
}

void CellFormatTest::showsMomentsByTheirFormat_data() {
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("from1904");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char* stored, const char* code, const char* seen, bool late = false) {
        QTest::addRow("%s as %s%s", stored, code, late ? " from 1904" : "")
            << QString::fromUtf8(stored) << QString::fromUtf8(code) << late
            << QString::fromUtf8(seen);
    };
    row("1", "dd/mm/yyyy", "1900-01-01");
    row("0", "dd/mm/yyyy", "1900-01-00");
    row("59", "dd/mm/yyyy", "1900-02-28");
    row("60", "dd/mm/yyyy", "1900-02-29");
    row("61", "dd/mm/yyyy", "1900-03-01");
    row("43831", "dd/mm/yyyy", "2020-01-01");
    row("43831.75", "dd/mm/yyyy", "2020-01-01");
    row("2958465", "dd/mm/yyyy", "9999-12-31");
    row("43831.75", "dd/mm/yyyy hh:mm", "2020-01-01 18:00:00");
    row("43831", "dd/mm/yyyy hh:mm", "2020-01-01");
    row("43831.999999", "dd/mm/yyyy hh:mm", "2020-01-02");
    row("0.5", "hh:mm", "12:00:00");
    row("0.360416666666667", "hh:mm", "08:39:00");
    row("1.5", "[h]:mm", "36:00:00");
    row("0", "dd/mm/yyyy", "1904-01-01", true);
    row("42369", "dd/mm/yyyy", "2020-01-01", true);
    row("2957003", "dd/mm/yyyy", "9999-12-31", true);
    row("2957004", "dd/mm/yyyy", "2957004", true);
}

void CellFormatTest::showsMomentsByTheirFormat() {
    QFETCH(QString, stored);
    QFETCH(QString, code);
    QFETCH(bool, from1904);
    QFETCH(QString, seen);
    const Shown out = shown(stored.toStdString(), formatFromCode(code.toStdString()), from1904);
    QCOMPARE(QString::fromStdString(out.text), seen);
    QVERIFY(!out.fault);
}

void CellFormatTest::saysWhenDigitsWereLost() {
    for (const auto& [stored, seen] : {std::pair("1234567890123456", "1234567890123460"),
                                       std::pair("1.2345678901234568E+18", "1234567890123460000"),
                                       std::pair("-1E15", "-1000000000000000")}) {
        const Shown out = shown(stored, {});
        QCOMPARE(QString::fromStdString(out.text), QString::fromUtf8(seen));
        QVERIFY(out.fault == CellFault::digitsLost);
    }
    QVERIFY(!shown("999999999999999", {}).fault);
}

void CellFormatTest::everyDayIsTheDayThatSerialColumnsRead() {
    const CellFormat date{CellShape::date};
    const auto law = rc::check("a date is shown as a serial column reads it", [&] {
        const bool from1904 = *rc::gen::arbitrary<bool>();
        const int serial = *rc::gen::inRange(1, from1904 ? 2957004 : 2958466);
        const Shown out = shown(std::to_string(serial), date, from1904);
        const auto read = readDate(out.text, {{DateForm::iso}}, base::Date(2030, 1, 1));
        RC_ASSERT(read == bySerial(serial, from1904));
    });
    QVERIFY(law);
}

void CellFormatTest::anyTextIsTakenWithoutHarm() {
    const auto law = rc::check("formats and numbers are whatever the file says", [] {
        const auto text = rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("0#?.,;[]\"\\_*dmyhs EeGeneral/-:@%19+infa")));
        const CellFormat format = formatFromCode(*text);
        const Shown number = shown(std::to_string(*rc::gen::arbitrary<double>()), format);
        RC_ASSERT(!number.text.empty());
        const std::string rubbish = *text;
        RC_ASSERT(rubbish.empty() || !shown(rubbish, format, true).text.empty());
    });
    QVERIFY(law);
}

QTEST_APPLESS_MAIN(CellFormatTest)
#include "cell_format_test.moc"

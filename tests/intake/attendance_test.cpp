// SPDX-License-Identifier: GPL-3.0-or-later
// Register codes, marks and counts as sessions possible, present, authorised and unauthorised.
#include "records/types/attendance.h"

#include "intake/attendance_codes.h"
#include "intake/attendance_count.h"
#include "intake/attendance_reader.h"
#include "intake/term_reading.h"
#include "records/types/attendance_reason.h"

#include <QtTest>

#include <rapidcheck.h>

#include <map>
#include <string>

using namespace intake;
using base::Date;

namespace {

const AttendanceCodes& codes() {
    const auto& table = shippedAttendanceCodes();
    if (!table)
        qFatal("%s", base::describe(table.error()).c_str());
    return *table;
}

std::string classOn(std::string_view code, Date day) {
    const AttendanceCode* known = codes().find(code, day);
    return known == nullptr ? "" : std::string(sessionClassName(known->counts));
}

long at(const records::SourceRecord& record, std::string_view field) {
    const auto value = records::numberIn(record.payload[*record.type->indexOf(field)]);
    return value ? static_cast<long>(*value) : -1;
}

std::string termOfRecord(const records::SourceRecord& record) {
    return *records::textIn(record.payload[*record.type->indexOf("term")]);
}

records::SourceRecord attendanceRow(std::string_view term, long possible = -1) {
    records::SourceRecord record;
    record.type = &records::attendanceType;
    record.payload.resize(record.type->fields.size());
    if (!term.empty())
        record.payload[*record.type->indexOf("term")] = std::string(term);
    if (possible >= 0)
        record.payload[*record.type->indexOf("sessions_possible")] =
            static_cast<std::int64_t>(possible);
    return record;
}

struct Read {
    records::SourceRecord record;
    std::vector<records::SourceRecord> further;
    std::vector<records::RowIssue> issues;
    bool rejected = false;

    [[nodiscard]] bool has(std::string_view code) const {
        return std::any_of(
            issues.begin(), issues.end(), [&](const auto& issue) { return issue.code == code; });
    }
};

Read read(const AttendanceRule& rule,
          const std::vector<std::string>& header,
          const std::vector<std::string_view>& cells,
          records::SourceRecord record) {
    Read out;
    out.record = std::move(record);
    Noting noting(7, out.issues);
    const AttendanceReader reader(rule, header, Date(2026, 11, 21));
    reader.fill(cells, out.record, out.further, noting);
    out.rejected = noting.rejected();
    return out;
}

AttendanceRule marksRule() {
    AttendanceRule rule;
    rule.marks = "Marks";
    rule.start = "Start";
    rule.dates.forms = {DateForm::iso};
    return rule;
}

// Day by day, the slow way: one class a half day, from the table's text alone.
std::map<std::string, Sessions> naiveCount(Date start, const std::string& marks) {
    std::map<std::string, Sessions> terms;
    Date day = start;
    for (std::size_t i = 0; i < marks.size();) {
        const auto weekday = day.day_of_week().as_number();
        if (weekday != 0 && weekday != 6)
            for (int half = 0; half < 2 && i < marks.size(); ++half, ++i) {
                Sessions& sum = terms[termOf(day)];
                const std::string found = classOn(marks.substr(i, 1), day);
                sum.present += found == "present" ? 1 : 0;
                sum.authorised += found == "authorised" ? 1 : 0;
                sum.unauthorised += found == "unauthorised" ? 1 : 0;
                sum.notRequired += found == "not-required" ? 1 : 0;
                sum.unmarked += found == "no-mark" ? 1 : 0;
                sum.unknown += found.empty() ? 1 : 0;
            }
        day += boost::gregorian::days(1);
    }
    return terms;
}

}  // namespace

class AttendanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsEachCodeInItsYears_data();
    void knowsEachCodeInItsYears();
    void refusesTwoMeaningsOnOneDay();
    void knowsTheTermOfADay_data();
    void knowsTheTermOfADay();
    void tellsMarksApart();
    void countsMarksAsTheSlowWayDoes();
    void countsEveryMarkOnce();
    void countsDualRegistrationOnce();
    void splitsAYearsMarksByTerm();
    void reportsMarksThatContradictTheirTotals();
    void rejectsMarksWithoutADay();
    void rejectsMarksWithoutEnd();
    void countsMarksUpToTheCalendarsEnd();
    void takesReasonsBeforeTotalsThatUnderstate();
    void keepsTotalsWhenReasonsCantBeRight();
    void leavesOutCodesOfOtherYears();
};

void AttendanceTest::knowsEachCodeInItsYears_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("expected");
    const auto rows = [](const char* list, int year, const char* expected) {
        for (const QString& code : QString::fromUtf8(list).split(u' '))
            QTest::addRow("%s in %d", qPrintable(code), year)
                << code << year << QString::fromUtf8(expected);
    };
    rows("/ \\ L V P W B J", 2023, "present");
    rows("/ \\ L V P W B K", 2025, "present");
    rows("C E H I M R S T", 2023, "authorised");
    rows("C C1 C2 E I J1 M R S T c2", 2025, "authorised");
    rows("G N O U", 2023, "unauthorised");
    rows("G N O U", 2025, "unauthorised");
    rows("D X Y Z #", 2023, "not-required");
    rows("D X Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #", 2025, "not-required");
    rows("-", 2025, "no-mark");
    rows("K Q C1 C2 J1 Y1 Y7 F", 2023, "");
    rows("H J Y F A ?", 2025, "");
    rows("F", 2012, "authorised");
}

void AttendanceTest::knowsEachCodeInItsYears() {
    QFETCH(QString, code);
    QFETCH(int, year);
    QFETCH(QString, expected);
    const Date day = *base::makeDate(year, 11, 3);
    QCOMPARE(QString::fromStdString(classOn(code.toStdString(), day)), expected);
}

void AttendanceTest::refusesTwoMeaningsOnOneDay() {
    const auto table = [](const char* to) {
        return readAttendanceCodes(
            std::string("name = \"t\"\nversion = \"1\"\nreference = \"r\"\n"
                        "[[code]]\ncode = \"J\"\nmeaning = \"m\"\ncounts = \"present\"\nto = ") +
                to +
                "\n[[code]]\ncode = \"J\"\nmeaning = \"m\"\ncounts = \"authorised\"\n"
                "from = 2024-08-19\n",
            "t.toml");
    };
    QVERIFY(table("2024-08-18").has_value());
    const auto refused = table("2024-08-19");
    QVERIFY(!refused && refused.error().detail.find("another meaning") != std::string::npos);
}

void AttendanceTest::knowsTheTermOfADay_data() {
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("term");
    const auto row = [](const char* day, const char* term) {
        QTest::newRow(day) << QString::fromUtf8(day) << QString::fromUtf8(term);
    };
    row("2025-08-01", "2025-autumn");
    row("2025-12-31", "2025-autumn");
    row("2026-01-01", "2026-spring");
    // Easter Sundays of the almanac: 2008, 2011, 2024, 2025, 2026, 2038.
    row("2008-03-23", "2008-spring");
    row("2008-03-24", "2008-summer");
    row("2011-04-24", "2011-spring");
    row("2011-04-25", "2011-summer");
    row("2024-03-31", "2024-spring");
    row("2024-04-01", "2024-summer");
    row("2025-04-20", "2025-spring");
    row("2025-04-21", "2025-summer");
    row("2026-04-05", "2026-spring");
    row("2026-04-06", "2026-summer");
    row("2038-04-25", "2038-spring");
    row("2038-04-26", "2038-summer");
    row("2026-07-31", "2026-summer");
}

void AttendanceTest::knowsTheTermOfADay() {
    QFETCH(QString, day);
    QFETCH(QString, term);
    const Date date = *base::parseIsoDate(day.toStdString());
    QCOMPARE(QString::fromStdString(termOf(date)), term);
    const auto last = lastDayOf(term.toStdString());
    QVERIFY(last && *last >= date);
    QCOMPARE(QString::fromStdString(termOf(*last)), term);
    QVERIFY(termOf(*last + boost::gregorian::days(1)) != term.toStdString());
}

void AttendanceTest::tellsMarksApart() {
    const std::vector<std::string_view> expected{"/", "\\", "C1", "Y7", "I", "#", "-", "L"};
    QVERIFY(splitMarks("/\\C1Y7I#-L") == expected);
    QVERIFY(splitMarks(" / \\ C1,Y7;I # -\nL ") == expected);
    QVERIFY(splitMarks("").empty());
}

void AttendanceTest::countsMarksAsTheSlowWayDoes() {
    const bool held = rc::check("marks counted at once are those counted day by day", [] {
        const int days = *rc::gen::inRange(0, 3000);
        const Date start = Date(2021, 1, 1) + boost::gregorian::days(days);
        // The slow way begins on the first school day too.
        const auto marks = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("/\\LKVPWBDJCEHIMRSTGNOUQXYZ#-?")));
        std::map<std::string, Sessions> counted;
        for (const TermSessions& term : countMarks(start, marks, codes()))
            counted[term.term] = term.sessions;
        RC_ASSERT(counted == naiveCount(start, marks));
    });
    QVERIFY(held);
}

void AttendanceTest::countsEveryMarkOnce() {
    const bool held = rc::check("no mark is lost or counted twice", [] {
        const auto marks =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("/\\IONDX#-?AG")));
        long sum = 0;
        for (const TermSessions& term : countMarks(Date(2025, 9, 1), marks, codes()))
            sum += term.sessions.possible() + term.sessions.notRequired + term.sessions.unmarked +
                   term.sessions.unknown;
        RC_ASSERT(sum == static_cast<long>(marks.size()));
    });
    QVERIFY(held);
}

// A pupil of two schools: each marks D while the pupil is at the other.
void AttendanceTest::countsDualRegistrationOnce() {
    const Date start(2025, 9, 8);
    const auto whole = countMarks(start, "/\\OOII/\\//", codes());
    const auto main = countMarks(start, "/\\OODDDDDD", codes());
    const auto other = countMarks(start, "DDDDII/\\//", codes());
    QCOMPARE(whole.size(), std::size_t{1});
    const Sessions& one = whole.front().sessions;
    const Sessions& here = main.front().sessions;
    const Sessions& there = other.front().sessions;
    QCOMPARE(here.possible() + there.possible(), one.possible());
    QCOMPARE(here.authorised + there.authorised, one.authorised);
    QCOMPARE(here.unauthorised + there.unauthorised, one.unauthorised);
}

void AttendanceTest::splitsAYearsMarksByTerm() {
    // Monday 15 December 2025: four school weeks, the two of Christmas closed.
    const std::string week = "/\\/\\/\\/\\OO";
    const std::string closed(20, '#');
    const Read found = read(
        marksRule(), {"Start", "Marks"}, {"2025-12-15", week + closed + week}, attendanceRow(""));
    QVERIFY(!found.rejected);
    QCOMPARE(found.further.size(), std::size_t{1});
    QCOMPARE(termOfRecord(found.record), std::string("2025-autumn"));
    QCOMPARE(at(found.record, "sessions_possible"), 10L);
    QCOMPARE(at(found.record, "sessions_unauthorised"), 2L);
    QCOMPARE(termOfRecord(found.further.front()), std::string("2026-spring"));
    QCOMPARE(at(found.further.front(), "sessions_possible"), 10L);
    QCOMPARE(at(found.further.front(), "sessions_attended"), 8L);
}

void AttendanceTest::reportsMarksThatContradictTheirTotals() {
    const auto with = [](long possible, const char* marks) {
        return read(
            marksRule(), {"Start", "Marks"}, {"2025-09-08", marks}, attendanceRow("", possible));
    };
    QVERIFY(!with(4, "/\\OO").has("totals-disagree"));
    QVERIFY(with(3, "/\\OO").has("totals-disagree"));
    QVERIFY(!with(10, "/\\OO").has("totals-disagree"));  // a piece of the year
    QCOMPARE(at(with(3, "/\\OO").record, "sessions_possible"), 4L);
    auto row = attendanceRow("", 4);
    row.payload[*row.type->indexOf("sessions_unauthorised")] = std::int64_t{3};
    QVERIFY(
        read(marksRule(), {"Start", "Marks"}, {"2025-09-08", "/\\OO"}, row).has("totals-disagree"));
}

void AttendanceTest::rejectsMarksWithoutADay() {
    const auto with = [](std::string_view start, std::string_view marks) {
        return read(marksRule(), {"Start", "Marks"}, {start, marks}, attendanceRow(""));
    };
    QVERIFY(with("", "/\\").rejected && with("", "/\\").has("missing-required"));
    QVERIFY(with("2025-13-01", "/\\").has("bad-date"));
    QVERIFY(with("2027-09-08", "/\\").has("bad-date"));
    QVERIFY(with("1066-09-08", "/\\").has("bad-date"));
    QVERIFY(with("2025-09-08", "").rejected);
    QVERIFY(!with("2025-09-08", "/").rejected);
}

void AttendanceTest::rejectsMarksWithoutEnd() {
    const std::string most(mostMarks, '/');
    const Read whole =
        read(marksRule(), {"Start", "Marks"}, {"1995-09-04", most}, attendanceRow({}));
    QVERIFY(!whole.rejected);
    const std::string endless(6'000'000, '/');
    const Read out =
        read(marksRule(), {"Start", "Marks"}, {"2025-09-01", endless}, attendanceRow({}));
    QVERIFY(out.rejected);
    QCOMPARE(out.issues.size(), std::size_t{1});
    QVERIFY(out.has("too-many-marks"));
    QVERIFY(out.further.empty());
}

void AttendanceTest::countsMarksUpToTheCalendarsEnd() {
    for (const auto& [start, marks] :
         {std::pair{Date(9999, 12, 31), "////"}, std::pair{Date(9999, 12, 25), "//////////////"}}) {
        const auto terms = countMarks(start, marks, codes());
        QCOMPARE(terms.size(), std::size_t{1});
        QCOMPARE(terms.front().term, std::string("9999-autumn"));
    }
}

void AttendanceTest::takesReasonsBeforeTotalsThatUnderstate() {
    AttendanceRule rule;
    rule.counts = {{"T_Reason_I", "I"}, {"T_Reason_O", "O"}, {"T_Reason_D", "D"}};
    auto row = attendanceRow("2025-autumn", 120);
    row.payload[*row.type->indexOf("sessions_authorised")] = std::int64_t{2};
    row.payload[*row.type->indexOf("sessions_unauthorised")] = std::int64_t{5};
    const std::vector<std::string> header{"T_Reason_I", "T_Reason_O", "T_Reason_D"};
    const Read found = read(rule, header, {"10", "5", "8"}, row);
    QVERIFY(found.has("totals-disagree"));
    QCOMPARE(at(found.record, "sessions_authorised"), 10L);
    QCOMPARE(at(found.record, "sessions_unauthorised"), 5L);
    QCOMPARE(at(found.record, "sessions_possible"), 120L);
    QCOMPARE(at(found.record, "sessions_attended"), 105L);
    const Read agreeing = read(rule, header, {"2", "5", ""}, row);
    QVERIFY(agreeing.issues.empty());
    const Read silent = read(rule, header, {"", "", ""}, row);
    QCOMPARE(at(silent.record, "sessions_authorised"), 2L);
}

void AttendanceTest::keepsTotalsWhenReasonsCantBeRight() {
    AttendanceRule rule;
    rule.counts = {{"I", "I"}, {"O", "O"}};
    auto row = attendanceRow("2025-autumn", 20);
    row.payload[*row.type->indexOf("sessions_unauthorised")] = std::int64_t{5};
    const Read found = read(rule, {"I", "O"}, {"15", "6"}, row);
    QVERIFY(found.has("totals-disagree"));
    QCOMPARE(at(found.record, "sessions_unauthorised"), 5L);
    const Read bad = read(rule, {"I", "O"}, {"many", "6"}, row);
    QVERIFY(bad.has("bad-number"));
    QCOMPARE(at(bad.record, "sessions_unauthorised"), 6L);
}

void AttendanceTest::leavesOutCodesOfOtherYears() {
    AttendanceRule rule;
    rule.counts = {{"H", "H"}, {"O", "O"}};
    const Read after = read(rule, {"H", "O"}, {"4", "1"}, attendanceRow("2024-autumn", 100));
    QVERIFY(after.has("unknown-attendance-code"));
    QCOMPARE(at(after.record, "sessions_authorised"), 0L);
    const Read before = read(rule, {"H", "O"}, {"4", "1"}, attendanceRow("2024-summer", 100));
    QVERIFY(before.issues.empty());
    QCOMPARE(at(before.record, "sessions_authorised"), 4L);
}

QTEST_APPLESS_MAIN(AttendanceTest)
#include "attendance_test.moc"

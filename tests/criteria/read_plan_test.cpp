// SPDX-License-Identifier: GPL-3.0-or-later
// A plan with a fault is refused with the place and a way to mend it.
#include "criteria/explain.h"
#include "criteria/plan.h"

#include <QtTest>

#include <string>

namespace {

// A small sound plan; the lines are counted on by the table below.
const std::string sound = R"(name = "Test plan"
version = "1"
council = "Testshire"
effective_from = 2020-01-01
reference = "none"
minimum_criteria = 1
calendar = "herefordshire"

[[criterion]]
number = 1
heading = "Crime"

[[criterion.indicator]]
code = "1a"
wording = "A proven offence"
subject = "child"
sources = ["police"]
reference = "none"
[criterion.indicator.measure]
kind = "count"
type = "offence"
where = { outcome = ["convicted"] }
at_least = 1
months = 12

[[criterion.indicator]]
code = "1b"
wording = "Release"
subject = "parent"
reference = "none"
[criterion.indicator.measure]
kind = "forward"
type = "sentence"
field = "release_date"
forward_months = 12

[[criterion.indicator]]
code = "1c"
wording = "Absence or exclusion"
subject = "child"
reference = "none"
[criterion.indicator.measure]
kind = "any"
[[criterion.indicator.measure.part]]
kind = "rate"
type = "attendance"
absence = ["sessions_unauthorised"]
at_least = 10
terms = 3
minimum_sessions = 50
[[criterion.indicator.measure.part]]
kind = "sum"
type = "exclusion"
field = "sessions"
at_least = 10
terms = 3
)";

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

}  // namespace

class ReadPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void readsASoundPlan() {
        const auto plan = criteria::readPlan(sound, "plan.toml");
        QVERIFY2(plan.has_value(), plan ? "" : base::describe(plan.error()).c_str());
        QCOMPARE(plan->criteria.size(), std::size_t{1});
        QCOMPARE(plan->criteria[0].indicators.size(), std::size_t{3});
        QCOMPARE(plan->minimumCriteria, 1);
        QVERIFY(plan->inForceOn(base::Date(2020, 1, 1)));
        QVERIFY(!plan->inForceOn(base::Date(2019, 12, 31)));
        const criteria::Indicator& first = *plan->indicator("1a");
        QCOMPARE(first.freshDays, 190);
        QVERIFY(first.measure.kind == criteria::MeasureKind::count);
        QVERIFY(first.measure.window.kind == criteria::WindowKind::months);
        QCOMPARE(first.measure.window.amount, 12);
        QVERIFY(first.measure.type->name == "offence");
        QCOMPARE(plan->indicator("1c")->measure.parts.size(), std::size_t{2});
        QVERIFY(plan->indicator("9z") == nullptr);
    }

    void namesThePlaceAndTheRemedy_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name,
                            const char* from,
                            const char* to,
                            const char* place,
                            const char* words) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(place)
                                << QByteArray(words);
        };
        row("a misspelt key of the plan",
            "minimum_criteria",
            "minimum_criterea",
            "plan.toml:6:1",
            "did you mean 'minimum_criteria'?");
        row("a misspelt key of an indicator",
            "wording",
            "wordin",
            "plan.toml:15:1",
            "did you mean 'wording'?");
        row("a misspelt key of a measure",
            "at_least = 1\n",
            "at_lest = 1\n",
            "plan.toml:23:1",
            "did you mean 'at_least'?");
        row("a record type that is not",
            "\"offence\"",
            "\"offense\"",
            "plan.toml:21:1",
            "did you mean 'offence'?");
        row("a field that is not",
            "{ outcome",
            "{ outcom",
            "plan.toml:22:20",
            "did you mean 'outcome'?");
        row("a code that is not",
            "\"convicted\"",
            "\"convictd\"",
            "plan.toml:22:22",
            "did you mean 'convicted'?");
        row("a measure that is not",
            "kind = \"count\"",
            "kind = \"coun\"",
            "plan.toml:20:1",
            "did you mean 'count'?");
        row("a subject that is not",
            "subject = \"child\"",
            "subject = \"chil\"",
            "plan.toml:16:1",
            "did you mean 'child'?");
        row("an agency that is not",
            "\"police\"",
            "\"polise\"",
            "plan.toml:17:",
            "did you mean 'police'?");
        row("a calendar that is not",
            "\"herefordshire\"",
            "\"herefordshir\"",
            "plan.toml:7:1",
            "did you mean 'herefordshire'?");
        row("a code used twice",
            "code = \"1b\"",
            "code = \"1a\"",
            "plan.toml:27:1",
            "used twice; first in line 14");
        row("more criteria than there are",
            "minimum_criteria = 1",
            "minimum_criteria = 2",
            "plan.toml:6:1",
            "only 1 criteria");
        row("no criteria needed",
            "minimum_criteria = 1",
            "minimum_criteria = 0",
            "plan.toml:6:1",
            "from 1 to 6");
        row("a criterion number out of range",
            "number = 1",
            "number = 7",
            "plan.toml:10:1",
            "from 1 to 6");
        row("a window of no months",
            "months = 12\n\n",
            "months = 0\n\n",
            "plan.toml:24:1",
            "from 1 to 120");
        row("a window of a century",
            "months = 12\n\n",
            "months = 1200\n\n",
            "plan.toml:24:1",
            "from 1 to 120");
        row("no window", "months = 12\n\n", "\n", "plan.toml:20:1", "window is missing");
        row("two windows",
            "months = 12\n\n",
            "months = 12\ndays = 3\n\n",
            "plan.toml:24:1",
            "one window");
        row("terms counted in months",
            "terms = 3\nminimum",
            "months = 3\nminimum",
            "plan.toml:44:",
            "'terms' is missing");
        row("ten terms",
            "terms = 3\nminimum",
            "terms = 10\nminimum",
            "plan.toml:49:1",
            "from 1 to 9");
        row("a rate of events",
            "type = \"attendance\"",
            "type = \"exclusion\"",
            "plan.toml:46:1",
            "no rate");
        row("a rate over 100 per cent",
            "at_least = 10\nterms = 3\nminimum",
            "at_least = 101\nterms = 3\nminimum",
            "plan.toml:48:1",
            "at most 100");
        row("a threshold that is not a number",
            "at_least = 10\nterms = 3\nminimum",
            "at_least = nan\nterms = 3\nminimum",
            "plan.toml:48:1",
            "must be above 0");
        row("a negative threshold",
            "at_least = 1\n",
            "at_least = -1\n",
            "plan.toml:23:1",
            "must be above 0");
        row("absence named by a field that is not",
            "sessions_unauthorised",
            "sessions_unautorised",
            "plan.toml:47:11",
            "did you mean 'sessions_unauthorised'?");
        row("a sum of a word",
            "field = \"sessions\"",
            "field = \"category\"",
            "plan.toml:54:1",
            "not of a kind");
        row("a date ahead that is no date",
            "field = \"release_date\"",
            "field = \"kind\"",
            "plan.toml:34:1",
            "not of a kind");
        row("events can't lie ahead",
            "type = \"sentence\"\nfield = \"release_date\"",
            "type = \"offence\"\nfield = \"offence_date\"",
            "plan.toml:33:1",
            "events, not states");
        row("events are never current",
            "kind = \"count\"",
            "kind = \"current\"",
            "plan.toml:21:1",
            "events, not states");
        row("free text as a condition",
            "{ outcome = [\"convicted\"] }",
            "{ offence = \"x\" }",
            "plan.toml:22:11",
            "can't be a condition");
        row("a part alone",
            "[[criterion.indicator.measure.part]]\nkind = \"sum\"\ntype = "
            "\"exclusion\"\nfield = \"sessions\"\nat_least = 10\nterms = 3\n",
            "",
            "plan.toml:",
            "at least two parts");
        row("text where a number belongs",
            "minimum_criteria = 1",
            "minimum_criteria = \"1\"",
            "plan.toml:6:1",
            "must be a whole number");
        row("an end before the beginning",
            "reference = \"none\"\nminimum",
            "effective_to = 2019-01-01\nreference = \"none\"\nminimum",
            "plan.toml:5:1",
            "ends before it begins");
        row("an age no one is of",
            "months = 12\n\n",
            "months = 12\nage = { from = 9, to = 3 }\n\n",
            "plan.toml:25:",
            "no one is of this age");
        row("a broken line",
            "name = \"Test plan\"",
            "name = \"Test plan",
            "plan.toml:1:",
            "not TOML");
        row("a control character in a heading",
            "[[criterion]]",
            "[\x02[criterion]]",
            "plan.toml:9:",
            "not TOML");
        row("a date of 31 February", "2020-01-01", "2020-02-31", "plan.toml:4:", "");
    }

    void namesThePlaceAndTheRemedy() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, words);
        const std::string text = changed(sound, from.toStdString(), to.toStdString());
        QVERIFY(!text.empty());
        const auto plan = criteria::readPlan(text, "plan.toml");
        QVERIFY(!plan.has_value());
        const std::string said = base::describe(plan.error());
        QVERIFY2(said.find(place.toStdString()) != std::string::npos, said.c_str());
        QVERIFY2(said.find(words.toStdString()) != std::string::npos, said.c_str());
    }

    void tellsEveryFaultAtOnce() {
        std::string text = changed(sound, "\"offence\"", "\"offense\"");
        text = changed(text, "subject = \"parent\"", "subject = \"parnt\"");
        text = changed(text, "minimum_sessions = 50", "minimum_sessions = 0");
        const auto plan = criteria::readPlan(text, "plan.toml");
        QVERIFY(!plan.has_value());
        const std::string said = base::describe(plan.error());
        for (const char* place : {"plan.toml:21:1", "plan.toml:29:1", "plan.toml:50:1"})
            QVERIFY2(said.find(place) != std::string::npos, said.c_str());
    }

    void refusesAnEmptyTextAndRubbish() {
        QVERIFY(!criteria::readPlan("", "plan.toml").has_value());
        QVERIFY(!criteria::readPlan(std::string("\x00\xff\xfe", 3), "plan.toml").has_value());
    }

    void givesEachTextItsOwnFingerprint() {
        QCOMPARE(criteria::planFingerprint(sound).size(), std::size_t{64});
        QVERIFY(criteria::planFingerprint(sound) ==
                criteria::readPlan(sound, "plan.toml")->fingerprint);
        QVERIFY(criteria::planFingerprint(sound) != criteria::planFingerprint(sound + "\n"));
        // The published SHA-256 of "abc" (FIPS 180-2, appendix B.1).
        QVERIFY(criteria::planFingerprint("abc") ==
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
};

QTEST_APPLESS_MAIN(ReadPlanTest)
#include "read_plan_test.moc"

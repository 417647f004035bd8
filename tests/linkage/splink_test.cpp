// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/splink.h"

#include "base/file.h"
#include "base/resources.h"
#include "linkage/splink_levels.h"
#include "linkage/sql_condition.h"
#include "support/must.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace linkage;
using support::must;

namespace {

constexpr std::array measures{Measure::forename,
                              Measure::middleNames,
                              Measure::surname,
                              Measure::birthDate,
                              Measure::sex,
                              Measure::place,
                              Measure::phone,
                              Measure::email,
                              Measure::identifier,
                              Measure::text,
                              Measure::category};

const std::vector<FieldSpec> everyField{{FieldKind::forename, {}},
                                        {FieldKind::middleNames, {}},
                                        {FieldKind::surname, {}},
                                        {FieldKind::formerSurname, {}},
                                        {FieldKind::birthDate, {}},
                                        {FieldKind::sex, {}},
                                        {FieldKind::address, {}},
                                        {FieldKind::postcode, {}},
                                        {FieldKind::town, {}},
                                        {FieldKind::phone, {}},
                                        {FieldKind::email, {}},
                                        {FieldKind::nhsNumber, {}},
                                        {FieldKind::uprn, {}},
                                        {FieldKind::text, "nick name"},
                                        {FieldKind::category, "ward"}};

// Of the shipped start values, each a little its own, so that a mix-up shows.
Model modelOf(const std::vector<FieldSpec>& fields) {
    Model model{0.0004, 0.0006, {}, 0, {}, {}, true};
    double own = 1;
    for (const ComparedField& field : comparedFields(fields)) {
        ComparisonEstimate comparison{field.name, {}};
        for (const LevelStart& start : levelsOf(field.measure)) {
            own *= 0.99;
            comparison.levels.push_back(
                {std::string(start.name), start.m * own, start.u * (2 - own) / 2, start.u, 12});
        }
        model.comparisons.push_back(std::move(comparison));
    }
    return model;
}

const LevelEstimate* levelOf(const Model& model, const std::string& comparison, std::string level) {
    for (const ComparisonEstimate& one : model.comparisons)
        if (one.name == comparison)
            for (const LevelEstimate& estimate : one.levels)
                if (estimate.name == level)
                    return &estimate;
    return nullptr;
}

bool says(const std::vector<SplinkNote>& notes, std::string_view level, std::string_view words) {
    return std::any_of(notes.begin(), notes.end(), [&](const SplinkNote& note) {
        return note.level == level && note.said.find(words) != std::string::npos;
    });
}

std::vector<std::pair<FieldSpec, std::string>> headingsOf(const std::vector<FieldSpec>& fields) {
    std::vector<std::pair<FieldSpec, std::string>> headings;
    for (const FieldSpec& field : fields)
        headings.emplace_back(field, comparedColumns({field}).front());
    return headings;
}

}  // namespace

class SplinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShippedTableHasNoFault();
    void everyLevelOfTheEngineIsInTheTable();
    void everyWeightItCanSayIsTheSame_data();
    void everyWeightItCanSayIsTheSame();
    void whatItCantSayIsNamed();
    void theOddsOfTwoRandomRecordsAreTheSame();
    void everyComparisonEndsInElseAndBeginsWithNothingSent();
    void blockingRulesSpeakOfColumnsThatAreThere();
    void whatItWroteReadsBack_data();
    void whatItWroteReadsBack();
    void readsWhatSplinksLibraryWrites();
    void refusesSettingsForOtherFields();
    void aModelForOtherFieldsIsRefused();
    void conditionsInOtherSpellingsAreOne_data();
    void conditionsInOtherSpellingsAreOne();
    void bracketsThatMatterStay();
};

void SplinkTest::theShippedTableHasNoFault() {
    const char* const name = "linkage/splink-levels.toml";
    const auto levels = readSplinkLevels(*base::resource(name), name);
    QVERIFY2(levels, levels ? "" : base::describe(levels.error()).c_str());
}

void SplinkTest::everyLevelOfTheEngineIsInTheTable() {
    for (const Measure measure : measures) {
        const SplinkComparison* const comparison = splinkLevels().find(measure);
        QVERIFY2(comparison != nullptr, std::string(measureWord(measure)).c_str());
        std::set<std::string> ours;
        for (const LevelStart& start : levelsOf(measure))
            ours.emplace(start.name);
        std::set<std::string> theirs;
        for (const SplinkLevel& level : comparison->levels)
            theirs.insert(level.name);
        QVERIFY2(ours == theirs, std::string(measureWord(measure)).c_str());
    }
}

void SplinkTest::everyWeightItCanSayIsTheSame_data() {
    QTest::addColumn<bool>("spark");
    QTest::newRow("DuckDB") << false;
    QTest::newRow("Spark") << true;
}

void SplinkTest::everyWeightItCanSayIsTheSame() {
    QFETCH(bool, spark);
    const Model model = modelOf(everyField);
    const auto settings =
        must(toSplink(model, everyField, spark ? SqlDialect::spark : SqlDialect::duckdb, false));
    QCOMPARE(settings.json["sql_dialect"].text(), spark ? "spark" : "duckdb");
    std::size_t compared = 0;
    for (const base::Json& comparison : settings.json["comparisons"].items())
        for (const base::Json& level : comparison["comparison_levels"].items()) {
            if (level["is_null_level"].flag())
                continue;
            const auto* own = levelOf(model,
                                      comparison["comparison_description"].text(),
                                      level["label_for_charts"].text());
            QVERIFY(own != nullptr);
            const double theirs =
                std::log2(level["m_probability"].number() / level["u_probability"].number());
            QVERIFY(std::abs(theirs - std::log2(own->m / own->u)) < 0.01);
            const std::string& sql = level["sql_condition"].text();
            QVERIFY2(sql.find('{') == std::string::npos, sql.c_str());
            QVERIFY2(sql.find(spark ? '"' : '`') == std::string::npos, sql.c_str());
            QVERIFY2(!spark || sql.find("jaro_winkler_similarity") == std::string::npos,
                     sql.c_str());
            ++compared;
        }
    QVERIFY2(compared > 50, std::to_string(compared).c_str());
}

void SplinkTest::whatItCantSayIsNamed() {
    const Model model = modelOf(everyField);
    const auto settings = must(toSplink(model, everyField, SqlDialect::duckdb, false));
    for (const ComparisonEstimate& comparison : model.comparisons)
        for (const LevelEstimate& level : comparison.levels) {
            bool written = false;
            for (const base::Json& one : settings.json["comparisons"].items())
                if (one["comparison_description"].text() == comparison.name)
                    for (const base::Json& entry : one["comparison_levels"].items())
                        written |= entry["label_for_charts"].text() == level.name;
            QVERIFY2(written || says(settings.notes, level.name, "left out"), level.name.c_str());
        }
    QVERIFY(says(settings.notes, "relatives", "third story"));
    QVERIFY(says(settings.notes, "certain no", "clusters are not cut"));
}

void SplinkTest::theOddsOfTwoRandomRecordsAreTheSame() {
    const Model model = modelOf(everyField);
    const auto settings = must(toSplink(model, everyField, SqlDialect::duckdb, true));
    QCOMPARE(settings.json["link_type"].text(), "link_only");
    const double share = settings.json["probability_two_random_records_match"].number();
    const double ours = std::log2(model.prior / (1 - model.prior - model.relativePrior));
    QVERIFY(std::abs(std::log2(share / (1 - share)) - ours) < 1e-9);
}

void SplinkTest::everyComparisonEndsInElseAndBeginsWithNothingSent() {
    const auto settings =
        must(toSplink(modelOf(everyField), everyField, SqlDialect::duckdb, false));
    for (const base::Json& comparison : settings.json["comparisons"].items()) {
        const auto& levels = comparison["comparison_levels"].items();
        QVERIFY(levels.front()["is_null_level"].flag());
        QCOMPARE(levels.back()["sql_condition"].text(), "ELSE");
    }
}

void SplinkTest::blockingRulesSpeakOfColumnsThatAreThere() {
    const std::vector<FieldSpec> few{{FieldKind::surname, {}}, {FieldKind::birthDate, {}}};
    const auto settings = must(toSplink(modelOf(few), few, SqlDialect::spark, false));
    const auto& rules = settings.json["blocking_rules_to_generate_predictions"].items();
    QCOMPARE(rules.size(), 1U);
    QCOMPARE(rules[0]["blocking_rule"].text(),
             "l.`surname` = r.`surname` AND l.`birth_date` = r.`birth_date`");
    QCOMPARE(rules[0]["sql_dialect"].text(), "spark");
}

void SplinkTest::whatItWroteReadsBack_data() {
    everyWeightItCanSayIsTheSame_data();
}

void SplinkTest::whatItWroteReadsBack() {
    QFETCH(bool, spark);
    const Model model = modelOf(everyField);
    const auto dialect = spark ? SqlDialect::spark : SqlDialect::duckdb;
    const auto settings = must(toSplink(model, everyField, dialect, false));
    const auto again = must(base::parseJson(settings.json.write(true), "model.json")
                                .and_then([](const base::Json& json) {
                                    return fromSplink(json, "model.json", headingsOf(everyField));
                                }));
    QCOMPARE(again.model.comparisons.size(), model.comparisons.size());
    for (std::size_t i = 0; i < model.comparisons.size(); ++i) {
        const ComparisonEstimate& before = model.comparisons[i];
        QCOMPARE(again.model.comparisons[i].name, before.name);
        for (std::size_t level = 0; level < before.levels.size(); ++level) {
            const LevelEstimate& own = before.levels[level];
            const LevelEstimate& read = again.model.comparisons[i].levels[level];
            QCOMPARE(read.name, own.name);
            if (!says(settings.notes, own.name, "left out") ||
                !says(again.notes, own.name, "keeps the shipped start values")) {
                QVERIFY2(std::abs(read.m - own.m) < 1e-12, (before.name + own.name).c_str());
                QVERIFY2(std::abs(read.u - own.u) < 1e-12, (before.name + own.name).c_str());
            }
        }
    }
}

void SplinkTest::readsWhatSplinksLibraryWrites() {
    const auto bytes = must(base::readFile(FF_TEST_DATA "/linkage/splink-library.json"));
    const auto json = must(base::parseJson(bytes, "splink-library.json"));
    QVERIFY(isSplink(json));
    const auto read = must(fromSplink(json,
                                      "splink-library.json",
                                      {{{FieldKind::forename, {}}, "first_name"},
                                       {{FieldKind::birthDate, {}}, "dob"},
                                       {{FieldKind::town, {}}, "city"}}));
    const LevelEstimate* const same = levelOf(read.model, "forename", "same");
    QVERIFY(same->m == 0.5 && same->u == 0.006);
    QVERIFY(levelOf(read.model, "forename", "a slip apart")->m == 0.15);
    QVERIFY(levelOf(read.model, "forename", "alike")->u == 0.001);
    QVERIFY(levelOf(read.model, "birth date", "one digit differs")->m == 0.15);
    QVERIFY(levelOf(read.model, "place", "same area")->u == 0.11);
    QVERIFY(levelOf(read.model, "place", "elsewhere")->m == 0.44);
    QVERIFY(says(read.notes, "JW 0.92", "not quite the same pairs"));
    QVERIFY(says(read.notes, "JW 0.7", "the engine has no such level"));
    QVERIFY(says(read.notes, "a form of the same name", "keeps the shipped start values"));
    QVERIFY(std::any_of(read.notes.begin(), read.notes.end(), [](const SplinkNote& note) {
        return note.comparison == "shoe_size";
    }));
    QVERIFY(std::abs(read.model.prior / (1 - read.model.relativePrior) - 0.002) < 1e-12);
}

void SplinkTest::refusesSettingsForOtherFields() {
    const auto bytes = must(base::readFile(FF_TEST_DATA "/linkage/splink-library.json"));
    const auto read = fromSplink(
        must(base::parseJson(bytes, "f")), "settings.json", {{{FieldKind::nino, {}}, "nino"}});
    QVERIFY(!read);
    QCOMPARE(read.error().place, "settings.json");
}

void SplinkTest::aModelForOtherFieldsIsRefused() {
    const auto settings =
        toSplink(modelOf(everyField), {{FieldKind::surname, {}}}, SqlDialect::duckdb, false);
    QVERIFY(!settings);
    QVERIFY(settings.error().code == base::Code::malformed);
}

void SplinkTest::conditionsInOtherSpellingsAreOne_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("quotes") << QStringLiteral("\"a_l\" = \"a_r\"") << QStringLiteral("a_l=a_r");
    QTest::newRow("backticks") << QStringLiteral("`a_l` = `a_r`") << QStringLiteral("A_L = A_R");
    QTest::newRow("casts") << QStringLiteral("CAST(\"a_l\" AS TEXT) = a_r::varchar")
                           << QStringLiteral("a_l = a_r");
    QTest::newRow("brackets") << QStringLiteral("((\"a_l\" = \"b_r\") AND (a_r = b_l))")
                              << QStringLiteral("a_l = b_r and a_r = b_l");
    QTest::newRow("Spark's name") << QStringLiteral("jaro_winkler(a_l, a_r) >= 0.9")
                                  << QStringLiteral("jaro_winkler_similarity(a_l,a_r)>=0.9");
}

void SplinkTest::conditionsInOtherSpellingsAreOne() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(sqlWords(one.toStdString()) == sqlWords(other.toStdString()));
}

void SplinkTest::bracketsThatMatterStay() {
    QVERIFY(sqlWords("(a_l = a_r or b_l = b_r) and c_l = c_r") !=
            sqlWords("a_l = a_r or b_l = b_r and c_l = c_r"));
    QVERIFY(sqlWords("cast(a_l as int) = 1") != sqlWords("a_l = 1"));
}

QTEST_GUILESS_MAIN(SplinkTest)
#include "splink_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL that goes to Splink, run: for records in their prepared form it must reach the level the
// engine reaches, wherever the table says that it does.
#include "linkage/explain.h"
#include "linkage/link.h"
#include "linkage/prepared_records.h"
#include "linkage/splink.h"
#include "linkage/splink_levels.h"
#include "support/must.h"
#include "support/sql_levels.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace linkage;
using support::must;

namespace {

const std::vector<FieldSpec> fields{{FieldKind::forename, {}},
                                    {FieldKind::middleNames, {}},
                                    {FieldKind::surname, {}},
                                    {FieldKind::formerSurname, {}},
                                    {FieldKind::birthDate, {}},
                                    {FieldKind::sex, {}},
                                    {FieldKind::postcode, {}},
                                    {FieldKind::town, {}},
                                    {FieldKind::uprn, {}},
                                    {FieldKind::phone, {}},
                                    {FieldKind::email, {}},
                                    {FieldKind::nhsNumber, {}},
                                    {FieldKind::text, "nickname"},
                                    {FieldKind::category, "ward"}};

using Cells = std::array<const char*, 14>;

// Invented people, chosen so that their pairs reach every level.
constexpr std::array<Cells, 22> people{{
    {"Margaret",
     "Ann",
     "Fletcher",
     "",
     "1984-03-09",
     "F",
     "HR1 2AB",
     "Hereford",
     "100012345678",
     "07700 900123",
     "m.fletcher@example.org",
     "9990000018",
     "peggy sue",
     "A"},
    {"Margaret",
     "A",
     "Fletcher",
     "",
     "1984-09-03",
     "F",
     "HR1 2AC",
     "Hereford",
     "100012345678",
     "07700 900132",
     "m.fletcher@example.com",
     "9990000026",
     "peggysue",
     "A"},
    {"Margarte",
     "Anne",
     "Fletchor",
     "",
     "1984-03-08",
     "M",
     "HR1 2XY",
     "Ledbury",
     "",
     "",
     "",
     "",
     "peggy jane",
     "B"},
    {"Fletcher",
     "",
     "Margaret",
     "",
     "1984-03",
     "F",
     "HR1 3AB",
     "Leominster",
     "",
     "07700 900123",
     "m.fletchr@example.org",
     "",
     "",
     ""},
    {"Ann",
     "Margaret",
     "Fletcher-Shaw",
     "Fletcher",
     "1984",
     "",
     "HR4 9ZZ",
     "Hereford",
     "",
     "",
     "mfletcher@example.org",
     "",
     "margot",
     "A"},
    {"M",
     "",
     "Shaw",
     "",
     "1985-03-09",
     "F",
     "SY8 1AA",
     "Ludlow",
     "100099999999",
     "01632 960001",
     "someone@example.org",
     "9990000034",
     "x",
     "C"},
    {"Peggy",
     "Ann Louise",
     "Fletcher",
     "",
     "1984-03-09",
     "F",
     "HR1 2AB",
     "Herefrod",
     "100012345679",
     "",
     "",
     "",
     "peggy sue",
     ""},
    {"Robert",
     "John",
     "Green",
     "",
     "1990-12-11",
     "M",
     "WR5 3DA",
     "Worcester",
     "",
     "",
     "",
     "",
     "",
     ""},
    {"Bob", "J", "Greene", "", "1990-11-12", "M", "WR5 3DB", "Worcester", "", "", "", "", "", ""},
    {"Rupert",
     "Jon",
     "Grene",
     "Green",
     "1990-12-12",
     "M",
     "WR5 4DA",
     "Malvern",
     "",
     "",
     "",
     "",
     "",
     ""},
    {"Robbert", "", "Gren", "", "1991-12-11", "M", "WR1 1AA", "", "", "", "", "", "", ""},
    {"R", "John Paul", "Green", "", "1990-01-11", "", "", "", "", "", "", "", "", ""},
    {"John", "", "Robert", "", "1990", "", "WR5", "Worcester", "", "", "", "", "", ""},
    {"Dominik",
     "",
     "Kowalska",
     "",
     "2011-06-30",
     "M",
     "GL1 1AA",
     "Gloucester",
     "200",
     "",
     "",
     "",
     "",
     ""},
    {"Dominic",
     "",
     "Kowalski",
     "",
     "2011-06-03",
     "M",
     "GL1 1AB",
     "Gloucester",
     "200",
     "",
     "",
     "",
     "",
     ""},
    {"Domenico",
     "",
     "Kowal",
     "Kowalska",
     "2011-07-30",
     "M",
     "GL11 1A",
     "Glouster",
     "201",
     "",
     "",
     "",
     "",
     ""},
    {"Zoe", "", "O'Neill", "", "2001-01-01", "F", "CV1 1AA", "Coventry", "", "", "", "", "", ""},
    {"Zoë", "", "ONeill", "", "2001-01-10", "F", "CV1 1AA", "Coventry", "", "", "", "", "", ""},
    {"Zoey",
     "",
     "Neil",
     "O'Neill",
     "2001-02-01",
     "F",
     "CV2 1AA",
     "Coventry",
     "",
     "",
     "",
     "",
     "",
     ""},
    {"Mary Jane",
     "",
     "De Souza",
     "",
     "1970-05-05",
     "F",
     "B1 1AA",
     "Birmingham",
     "",
     "",
     "",
     "",
     "",
     ""},
    {"Maryjane",
     "",
     "Desouza",
     "",
     "1970-05-06",
     "F",
     "B1 1AA",
     "Birmingham",
     "",
     "",
     "",
     "",
     "",
     ""},
    {"Jane",
     "Mary",
     "Souza",
     "",
     "1970-06-05",
     "F",
     "B1 1AB",
     "Brimingham",
     "",
     "",
     "",
     "",
     "",
     ""},
}};

std::vector<std::string_view> cellsOf(const Cells& cells) {
    return {cells.begin(), cells.end()};
}

// The engine's level of every comparison, by its name.
std::map<std::string, std::string> engineLevels(const Cells& left, const Cells& right) {
    Rows rows(fields);
    rows.add(cellsOf(left));
    rows.add(cellsOf(right));
    base::NoProgress progress;
    const auto output = must(link({rows, false, {}}, Settings(), progress));
    std::map<std::string, std::string> levels;
    for (const auto& reason : must(explain(rows, 0, 1, TieKind::weight, output.model)))
        levels.emplace(reason.field, reason.level);
    return levels;
}

base::Json settings() {
    Model model{0.0004, 0.0006, {}, 0, {}, {}, true};
    for (const ComparedField& field : comparedFields(fields)) {
        ComparisonEstimate comparison{field.name, {}};
        for (const LevelStart& start : levelsOf(field.measure))
            comparison.levels.push_back({std::string(start.name), start.m, start.u, start.u, 0});
        model.comparisons.push_back(std::move(comparison));
    }
    return must(toSplink(model, fields, SqlDialect::duckdb, false)).json;
}

Measure measureOf(const std::string& comparison) {
    for (const ComparedField& field : comparedFields(fields))
        if (field.name == comparison)
            return field.measure;
    qFatal("no comparison %s", comparison.c_str());
}

bool isExact(const std::string& comparison, const std::string& level) {
    if (level == "not sent by both")
        return true;
    const auto& levels = splinkLevels().find(measureOf(comparison))->levels;
    return std::any_of(levels.begin(), levels.end(), [&](const SplinkLevel& one) {
        return one.name == level && one.fidelity == Fidelity::exact;
    });
}

}  // namespace

class SplinkSqlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSqlReachesTheLevelTheEngineReaches();
    void preparesPartsOfDatesAndWholeNames();
};

void SplinkSqlTest::theSqlReachesTheLevelTheEngineReaches() {
    const base::Json splink = settings();
    const PreparedRecords prepared(fields);
    const test::SqlLevels sql;
    std::set<std::pair<std::string, std::string>> reached;
    for (const Cells& left : people)
        for (const Cells& right : people) {
            if (&left == &right)
                continue;
            const auto ours = engineLevels(left, right);
            for (const base::Json& comparison : splink["comparisons"].items()) {
                const std::string& name = comparison["comparison_description"].text();
                const std::string& own = ours.at(name);
                const std::string theirs = sql.level(comparison,
                                                     prepared.columns(),
                                                     prepared.prepare(cellsOf(left)),
                                                     prepared.prepare(cellsOf(right)));
                if (!isExact(name, own))
                    continue;
                reached.emplace(name, own);
                const std::string said = name + " of " + left[0] + " " + left[2] + " and " +
                                         right[0] + " " + right[2] + ": \"" + own + "\" here, \"" +
                                         theirs + "\" in SQL";
                QVERIFY2(own == theirs, said.c_str());
            }
        }
    // Not all exact levels can be reached by so few, but most must be, or this tests nothing.
    QVERIFY2(reached.size() >= 35, std::to_string(reached.size()).c_str());
}

void SplinkSqlTest::preparesPartsOfDatesAndWholeNames() {
    const PreparedRecords prepared({{FieldKind::fullName, {}},
                                    {FieldKind::birthYear, {}},
                                    {FieldKind::birthMonth, {}},
                                    {FieldKind::birthDay, {}},
                                    {FieldKind::postcode, {}},
                                    {FieldKind::nhsNumber, {}}});
    const std::vector<std::string> columns{
        "forename", "surname", "middle_names", "birth_date", "nhs_number", "postcode"};
    QVERIFY(prepared.columns() == columns);
    const std::array<std::string_view, 6> cells{
        "SMITH, John Paul", "1990", "7", "", "hr12ab", "1234567890"};
    const std::vector<std::string> expected{"john", "smith", "paul", "19900700", "", "HR1 2AB"};
    QVERIFY(prepared.prepare(cells) == expected);
}

QTEST_GUILESS_MAIN(SplinkSqlTest)
#include "splink_sql_test.moc"

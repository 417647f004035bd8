// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/mapping.h"

#include "collected_delivery.h"
#include "intake/recognition.h"
#include "records/catalogue.h"

#include <QtTest>

#include <set>

using namespace intake;

namespace {

constexpr const char* good = R"(name = "mixed"
version = "3"
agency = "courts"
description = "mixed"
recognised_by = ["Kind", "Surname"]
dates = ["dd/mm/yyyy"]
not_received = ["Officer"]
[record_type_by]
heading = "Kind"
codes = { O = "offence", S = "sentence" }
[columns]
surname = ["Surname", "Last name"]
"offence.outcome" = "Result"
"offence.outcome_date" = "Date"
"sentence.start_date" = "Date"
[columns."sentence.kind"]
heading = "Result"
otherwise = "custody"
codes = { "Prison " = "custody", CO = "community-order" }
)";

constexpr const char* layout = R"(name = "book"
version = "1"
agency = "social-care"
description = "A workbook"
dates = ["dd/mm/yyyy"]
not_received = ["Team"]
[columns]
local_id = "Child"
sex = "Gender"
[[table]]
name = "starts"
sheets = ["List 1"]
record_type = "social_care_episode"
recognised_by = ["Child", "Start"]
not_received = "Worker"
constants = { kind = "early-help" }
[table.columns]
start_date = "Start"
sex = "Sex"
[[table]]
name = "adoption"
sheets = "List 10"
refused_because = "it severs ties"
)";

constexpr const char* message = R"(name = "message"
version = "1"
agency = "social-care"
record_type = "social_care_episode"
description = "A message"
recognised_by = ["/Message/Head/Collection = X", "/Message/Children"]
record = "/Message/Children/Child"
rows = "Episode"
dates = ["yyyy-mm-dd"]
[[head]]
path = "/Message/Head/Day"
like = "####-03-31"
begins_with = "/Message/Head/Year"
otherwise = "must be 31 March of the year"
[columns]
local_id = "Id"
start_date.first = ["Episode/Start", "Episode/Referral"]
address.join = ["Episode/Line"]
address.instead = ["Line"]
address.instead_when = ["Episode/Same"]
[constants]
kind = "child-in-need"
)";

QString problemsOf(const char* text) {
    const auto mapping = readMapping(text, "m.toml");
    return mapping ? QString() : QString::fromStdString(base::describe(mapping.error()));
}

std::vector<std::string> headerOf(const Mapping& mapping) {
    std::vector<std::string> header = mapping.recognisedBy;
    for (const ColumnRule& rule : mapping.columns)
        if (std::find(header.begin(), header.end(), rule.headings.front()) == header.end())
            header.push_back(rule.headings.front());
    return header;
}

}  // namespace

class MappingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAMapping();
    void saysEveryProblemWithItsPlace();
    void refusesAMappingThatLeavesARequiredFieldEmpty();
    void writesOutTheTablesOfALayout();
    void takesOverNoColumnsForARefusedTable();
    void saysAProblemOfASharedPartOnce();
    void readsWhereTheRowsOfAMessageStand();
    void readsTheExamplesOfTheHelpPage();
    void saysWhatIsWrongWithAPath_data();
    void saysWhatIsWrongWithAPath();
    void shipsALayoutForEveryRecordType();
    void recognisesEveryShippedLayoutByItsHeader();
    void comparesHeadingsWithoutCaseAndPunctuation();
    void namesTheNearestLayoutAndWhatItMisses();
    void neverRepeatsAFirstLineThatIsNoHeader();
    void refusesToChooseBetweenTwoThatFit();
};

void MappingTest::readsAMapping() {
    const auto mapping = readMapping(good, "m.toml");
    QVERIFY2(mapping.has_value(), mapping ? "" : base::describe(mapping.error()).c_str());
    QVERIFY((columnsOf(*mapping) == std::vector<std::string>{"offence.outcome",
                                                             "offence.outcome_date",
                                                             "sentence.kind",
                                                             "sentence.start_date",
                                                             "surname"}));
    QVERIFY(mapping->typeCodes.at("s") == "sentence");
    const ColumnRule& kind = mapping->columns.back();
    QVERIFY(kind.codes.at("prison") == "custody");
    QVERIFY(kind.otherwise == "custody");
}

void MappingTest::saysEveryProblemWithItsPlace() {
    const QString all = problemsOf(R"(name = "x"
version = "1"
agency = "police"
description = "x"
record_type = "offence"
recognised_by = ["A"]
dates = ["week 12"]
colour = "red"
[columns]
surnam = "A"
outcome_date = "B"
[columns.outcome]
heading = "C"
codes = { X = "convict" }
)");
    for (const char* part : {"m.toml:7:",
                             "'week 12'",
                             "m.toml:10:",
                             "did you mean 'surname'",
                             "'outcome_date' is a date",
                             "'convict'",
                             "did you mean 'convicted'",
                             "unknown key 'colour'"})
        QVERIFY2(all.contains(QString::fromUtf8(part)), qPrintable(all));
}

void MappingTest::refusesAMappingThatLeavesARequiredFieldEmpty() {
    const QString all = problemsOf(R"(name = "x"
version = "1"
agency = "police"
description = "x"
record_type = "offence"
recognised_by = ["A"]
[columns]
surname = "A"
outcome = "B"
)");
    QVERIFY2(all.contains(QStringLiteral("nothing fills 'outcome_date'")), qPrintable(all));
}

void MappingTest::writesOutTheTablesOfALayout() {
    const auto mappings = readMappings(layout, "m.toml");
    QVERIFY2(mappings.has_value(), mappings ? "" : base::describe(mappings.error()).c_str());
    QCOMPARE(mappings->size(), std::size_t{2});
    const Mapping& starts = mappings->front();
    QCOMPARE(starts.name, std::string("book/starts"));
    QCOMPARE(starts.layout, std::string("book"));
    QVERIFY(starts.sheets == std::vector<std::string>{"List 1"});
    QVERIFY((starts.notReceived == std::vector<std::string>{"Team", "Worker"}));
    QVERIFY((columnsOf(starts) ==
             std::vector<std::string>{
                 "local_id", "sex", "social_care_episode.kind", "social_care_episode.start_date"}));
    for (const ColumnRule& rule : starts.columns)
        if (rule.target == "sex")
            QCOMPARE(rule.headings.front(), std::string("Sex"));
    QVERIFY(!readMapping(layout, "m.toml"));
}

void MappingTest::takesOverNoColumnsForARefusedTable() {
    const auto mappings = readMappings(layout, "m.toml").value();
    QCOMPARE(mappings.back().name, std::string("book/adoption"));
    QCOMPARE(mappings.back().refusal, std::string("it severs ties"));
    QVERIFY(mappings.back().columns.empty());
}

void MappingTest::saysAProblemOfASharedPartOnce() {
    const QString text =
        QString::fromUtf8(layout).replace(QStringLiteral("local_id"), QStringLiteral("local_idd"));
    const auto mappings = readMappings(text.toStdString(), "m.toml");
    QVERIFY(!mappings);
    const QString words = QString::fromStdString(base::describe(mappings.error()));
    QCOMPARE(words.count(QStringLiteral("local_idd")), 1);
    QVERIFY2(words.contains(QStringLiteral("m.toml:8:")), qPrintable(words));
}

void MappingTest::readsWhereTheRowsOfAMessageStand() {
    const auto mapping = readMapping(message, "m.toml");
    QVERIFY2(mapping.has_value(), mapping ? "" : base::describe(mapping.error()).c_str());
    QVERIFY(mapping->xml.has_value());
    QCOMPARE(mapping->xml->record, std::string("/Message/Children/Child"));
    QCOMPARE(mapping->xml->rows, std::string("Episode"));
    QCOMPARE(mapping->xml->checks.size(), std::size_t{1});
    QCOMPARE(mapping->xml->checks.front().beginsWith, std::string("/Message/Head/Year"));
    for (const ColumnRule& rule : mapping->columns) {
        if (rule.target == "start_date")
            QVERIFY(rule.combine == Combine::first && rule.headings.size() == 2);
        if (rule.target == "address")
            QVERIFY(rule.combine == Combine::join && rule.instead.size() == 1 &&
                    rule.insteadWhen.size() == 1);
    }
}

void MappingTest::readsTheExamplesOfTheHelpPage() {
    const auto page = base::resource("help/partner-files.md");
    QVERIFY(page.has_value());
    constexpr std::string_view fence = "```toml\n";
    std::vector<std::size_t> tables;
    for (std::size_t at = page->find(fence); at != std::string::npos; at = page->find(fence, at)) {
        at += fence.size();
        const auto mappings =
            readMappings(page->substr(at, page->find("```", at) - at), "partner-files.md");
        QVERIFY2(mappings.has_value(), mappings ? "" : base::describe(mappings.error()).c_str());
        tables.push_back(mappings->size());
    }
    QVERIFY((tables == std::vector<std::size_t>{1, 2, 2}));
}

void MappingTest::saysWhatIsWrongWithAPath_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("said");
    QTest::newRow("a record not from the root")
        << QStringLiteral("\"/Message/Children/Child\"") << QStringLiteral("\"Child\"")
        << QStringLiteral("'record' must be");
    QTest::newRow("rows from the root")
        << QStringLiteral("rows = \"Episode\"") << QStringLiteral("rows = \"/Episode\"")
        << QStringLiteral("'rows' must be a path below the record");
    QTest::newRow("a step upwards")
        << QStringLiteral("rows = \"Episode\"") << QStringLiteral("rows = \"../Episode\"")
        << QStringLiteral("'rows' must be a path below the record");
    QTest::newRow("told by a bare name")
        << QStringLiteral("\"/Message/Children\"]") << QStringLiteral("\"Children\"]")
        << QStringLiteral("told by paths from the root");
    QTest::newRow("a check without a root")
        << QStringLiteral("path = \"/Message/Head/Day\"") << QStringLiteral("path = \"Day\"")
        << QStringLiteral("'path' must be");
    QTest::newRow("instead without when")
        << QStringLiteral("address.instead_when = [\"Episode/Same\"]") << QString()
        << QStringLiteral("need each other");
    QTest::newRow("a column with a step upwards")
        << QStringLiteral("local_id = \"Id\"") << QStringLiteral("local_id = \"../Id\"")
        << QStringLiteral("'../Id' is no path");
}

void MappingTest::saysWhatIsWrongWithAPath() {
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const QString, said);
    const QString text = QString::fromUtf8(message).replace(before, after);
    QVERIFY(text != QString::fromUtf8(message));
    const QString words = problemsOf(text.toUtf8().constData());
    QVERIFY2(words.contains(said), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("m.toml:")), qPrintable(words));
}

void MappingTest::shipsALayoutForEveryRecordType() {
    std::set<std::string_view> names;
    std::set<const records::RecordType*> types;
    for (const Mapping& mapping : test::shipped()) {
        QVERIFY2(names.insert(mapping.name).second, mapping.name.c_str());
        types.insert(mapping.types.begin(), mapping.types.end());
        QVERIFY(mapping.fileName == "partners/" + mapping.layout + ".toml");
    }
    QCOMPARE(types.size(), records::allRecordTypes().size());
}

void MappingTest::recognisesEveryShippedLayoutByItsHeader() {
    for (const Mapping& mapping : test::shipped()) {
        if (mapping.xml || mapping.recognisedBy.empty())
            continue;  // told by a message's head, or by a sheet's name
        const auto header = headerOf(mapping);
        std::vector<Mapping> rivals;
        for (const Mapping& each : test::shipped())
            if (each.agency == mapping.agency)
                rivals.push_back(each);
        const auto found = recognise(header, rivals);
        QVERIFY2(found.has_value(), mapping.name.c_str());
        QVERIFY2(rivals[found->mapping].name == mapping.name, mapping.name.c_str());
        QVERIFY(found->unknownHeadings.empty());
    }
}

void MappingTest::comparesHeadingsWithoutCaseAndPunctuation() {
    const auto mapping = readMapping(good, "m.toml").value();
    const auto found = recognise({"KIND", "last_name", "result", " Date ", "Colour"}, {mapping});
    QVERIFY(found.has_value());
    QVERIFY(found->unknownHeadings == std::vector<std::string>{"Colour"});
    QVERIFY(found->missingHeadings.empty());
}

void MappingTest::namesTheNearestLayoutAndWhatItMisses() {
    const auto mapping = readMapping(good, "m.toml").value();
    const auto found = recognise({"Surname", "Result"}, {mapping});
    QVERIFY(!found && found.error().code == base::Code::notFound);
    const QString words = QString::fromStdString(found.error().detail);
    QVERIFY2(words.contains(QStringLiteral("'mixed', which needs 'Kind'")), qPrintable(words));
}

void MappingTest::neverRepeatsAFirstLineThatIsNoHeader() {
    const auto found = recognise({"Zephyrine", "1999-01-01"}, test::shipped());
    QVERIFY(!found);
    const QString words = QString::fromStdString(base::describe(found.error()));
    QVERIFY(words.contains(QStringLiteral("header")));
    QVERIFY(!words.contains(QStringLiteral("Zephyrine")));
}

void MappingTest::refusesToChooseBetweenTwoThatFit() {
    const auto mapping = readMapping(good, "m.toml").value();
    Mapping other = mapping;
    other.name = "other";
    const auto found = recognise({"Kind", "Surname", "Result", "Date"}, {mapping, other});
    QVERIFY(!found && found.error().code == base::Code::refused);
}

QTEST_APPLESS_MAIN(MappingTest)
#include "mapping_test.moc"

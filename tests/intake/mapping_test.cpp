// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/mapping.h"

#include "collected_delivery.h"
#include "intake/recognition.h"

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
dates = ["mm/dd/yyyy"]
colour = "red"
[columns]
surnam = "A"
outcome_date = "B"
[columns.outcome]
heading = "C"
codes = { X = "convict" }
)");
    for (const char* part : {"m.toml:7:",
                             "'mm/dd/yyyy'",
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

void MappingTest::shipsALayoutForEveryRecordType() {
    std::set<std::string_view> names;
    std::set<const records::RecordType*> types;
    for (const Mapping& mapping : test::shipped()) {
        QVERIFY2(names.insert(mapping.name).second, mapping.name.c_str());
        types.insert(mapping.types.begin(), mapping.types.end());
        QVERIFY(mapping.fileName == "partners/" + mapping.name + ".toml");
    }
    QCOMPARE(types.size(), std::size_t{16});
}

void MappingTest::recognisesEveryShippedLayoutByItsHeader() {
    for (const Mapping& mapping : test::shipped()) {
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

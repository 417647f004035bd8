// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is read back to the same mapping, for every layout that comes with the program.
#include "intake/mapping_writer.h"

#include "base/text.h"
#include "collected_delivery.h"

#include <QtTest>

using namespace intake;

namespace {

std::string said(const ColumnRule& rule) {
    std::string text = rule.column() + "|" + std::to_string(static_cast<int>(rule.combine));
    for (const auto* list : {&rule.headings, &rule.instead, &rule.insteadWhen})
        for (const std::string& heading : *list)
            text += "|" + heading;
    const bool isDate = rule.type == nullptr
                            ? rule.target.ends_with("_date")
                            : rule.type->fields[rule.field].kind == records::FieldKind::date;
    if (isDate)
        for (const DateForm form : rule.dates.forms)
            text += "|" + std::string(dateFormName(form));
    for (const auto& [code, meaning] : rule.codes)
        text += "|" + code + "=" + meaning;
    return text + "|" + std::to_string(rule.dates.pivotYear) + "|" +
           rule.otherwise.value_or("none") + (rule.wholeNumber ? "|whole" : "") +
           (rule.partOfName ? "|part" : "");
}

// Everything a mapping of one table says, as lines to compare; rules in any order.
std::vector<std::string> said(const Mapping& mapping) {
    std::vector<std::string> lines{mapping.name,
                                   mapping.version,
                                   std::string(records::agencyCode(mapping.agency)),
                                   mapping.description,
                                   mapping.refusal,
                                   mapping.typeHeading,
                                   mapping.localIdSeries,
                                   std::to_string(mapping.termsInArrears),
                                   mapping.termFromFileName ? "term" : "",
                                   mapping.coversUntilReceipt ? "until receipt" : "",
                                   std::string(1, mapping.usualSeparator),
                                   std::string(encodingName(mapping.usualEncoding)),
                                   mapping.corrections.series,
                                   mapping.corrections.whole ? "whole" : "",
                                   mapping.corrections.withdrawnHeading};
    if (mapping.covers)
        for (const auto& day : {mapping.covers->from, mapping.covers->to})
            lines.push_back(day ? base::isoDate(*day) : "open");
    for (const auto& [code, type] : mapping.typeCodes)
        lines.push_back(code + "=" + type);
    for (const auto* list : {&mapping.recognisedBy,
                             &mapping.sheets,
                             &mapping.notReceived,
                             &mapping.corrections.key,
                             &mapping.corrections.within})
        lines.push_back(base::join(*list, "|"));
    for (const std::string& code : mapping.corrections.withdrawnCodes)
        lines.push_back(code);
    if (mapping.attendance) {
        lines.push_back(base::join(mapping.attendance->headings(), "|"));
        for (const auto& [heading, code] : mapping.attendance->counts)
            lines.push_back(heading + "=" + code);
    }
    std::vector<std::string> rules;
    for (const ColumnRule& rule : mapping.columns)
        rules.push_back(said(rule));
    for (const ConstantRule& rule : mapping.constants)
        rules.push_back(rule.column() + "=" + rule.text);
    std::sort(rules.begin(), rules.end());
    lines.insert(lines.end(), rules.begin(), rules.end());
    return lines;
}

}  // namespace

class MappingWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void whatIsWrittenIsReadBackTheSame_data() {
        QTest::addColumn<int>("at");
        for (std::size_t i = 0; i < test::shipped().size(); ++i)
            if (const Mapping& mapping = test::shipped()[i];
                !mapping.xml && mapping.layout == mapping.name && mapping.refusal.empty())
                QTest::newRow(mapping.name.c_str()) << static_cast<int>(i);
    }

    void whatIsWrittenIsReadBackTheSame() {
        QFETCH(int, at);
        const Mapping& mapping = test::shipped()[static_cast<std::size_t>(at)];
        const auto again = readMapping(writeMapping(mapping), "again.toml");
        QVERIFY2(again.has_value(), again ? "" : base::describe(again.error()).c_str());
        const auto before = said(mapping);
        const auto after = said(*again);
        for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
            QCOMPARE(after[i], before[i]);
        QCOMPARE(after.size(), before.size());
    }

    void anyTextSurvives() {
        Mapping mapping =
            *std::find_if(test::shipped().begin(), test::shipped().end(), [](const Mapping& each) {
                return each.name == "housing-arrears";
            });
        mapping.description = "A \"quoted\" \\ back\nline\t\x01 \xC2\xA3 \x7f";
        mapping.columns.front().headings = {"Person \"Ref\""};
        mapping.recognisedBy = {"Debt Type", "a = b # c"};
        const auto again = readMapping(writeMapping(mapping), "again.toml");
        QVERIFY2(again.has_value(), again ? "" : base::describe(again.error()).c_str());
        QCOMPARE(said(*again), said(mapping));
    }
};

QTEST_APPLESS_MAIN(MappingWriterTest)
#include "mapping_writer_test.moc"

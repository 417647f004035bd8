// SPDX-License-Identifier: GPL-3.0-or-later
// The table of tests/data/criteria/indicators.toml: each indicator at its edges, a sentence a case.
#include "base/file.h"
#include "base/toml.h"
#include "support/family_builder.h"
#include "support/naive_evaluator.h"

#include <QtTest>

#include <map>
#include <set>

namespace {

using Fields = std::vector<std::pair<std::string_view, records::FieldValue>>;

records::FieldValue valueOf(const records::Field& field, const base::TomlValue& value) {
    switch (field.kind) {
        case records::FieldKind::date:
            return value.date;
        case records::FieldKind::integer:
            return value.integer;
        case records::FieldKind::decimal:
            return value.decimal;
        case records::FieldKind::flag:
            return value.flag;
        case records::FieldKind::text:
        case records::FieldKind::code:
            break;
    }
    return value.text;
}

void addRecord(support::FamilyBuilder& builder, const base::TomlValue& row) {
    const records::RecordType& type = *records::recordType(row.find("type")->text);
    Fields fields;
    for (const auto& [name, value] : row.entries)
        if (const auto index = type.indexOf(name))
            fields.emplace_back(name, valueOf(type.fields[*index], value));
    auto& record = builder.addRecord(row.find("of")->integer,
                                     type.name,
                                     *records::agencyFromCode(row.find("agency")->text),
                                     fields);
    if (const base::TomlValue* delivery = row.find("delivery"))
        record.delivery.value = delivery->integer;
}

void addPeople(support::FamilyBuilder& builder, const base::TomlValue& one) {
    std::int64_t number = 0;
    for (const base::TomlValue& person : one.find("people")->items) {
        const auto space = person.text.find(' ');
        const std::string born = person.text.substr(space + 1);
        builder.addMember(++number,
                          born == "?" ? "" : born,
                          *records::roleFromCode(person.text.substr(0, space)));
    }
}

criteria::Coverage heard(const base::TomlValue& one, base::Date asAt) {
    const base::Date from = base::addMonths(asAt, -24);
    const base::TomlValue* types = one.find("heard");
    if (types == nullptr)
        return support::everythingHeard(from, asAt);
    std::vector<records::CoverageSpan> spans;
    for (const base::TomlValue& type : types->items)
        for (const records::Agency agency : records::allAgencies)
            spans.push_back({{1}, agency, type.text, from, asAt, {}});
    return criteria::Coverage(spans);
}

const criteria::Plan& planNamed(const std::string& name) {
    static std::map<std::string, criteria::Plan> read;
    if (!read.contains(name)) {
        const auto shipped = criteria::shippedPlan(name).value();
        read[name] = criteria::readPlan(shipped.text, shipped.fileName).value();
    }
    return read[name];
}

// The finding a case is about: of the person it names, else the strongest.
const records::Finding* strongest(const records::Assessment& assessment, const std::string& code) {
    const records::Finding* found = nullptr;
    for (const records::Finding& finding : assessment.findings)
        if (finding.indicator == code && (found == nullptr || finding.outcome < found->outcome))
            found = &finding;
    return found;
}

}  // namespace

class IndicatorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() {
        const auto text = base::readFile(FF_TEST_DATA "/criteria/indicators.toml");
        QVERIFY(text.has_value());
        auto document = base::parseToml(*text, "indicators.toml");
        QVERIFY2(document.has_value(), document ? "" : base::describe(document.error()).c_str());
        m_cases = document->find("case")->items;
        m_calendar = criteria::shippedCalendar("herefordshire").value();
    }

    void findsWhatTheSentenceSays_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_cases.size(); ++i)
            QTest::addRow("%s: %s",
                          m_cases[i].find("indicator")->text.c_str(),
                          m_cases[i].find("says")->text.c_str())
                << static_cast<int>(i);
    }

    void findsWhatTheSentenceSays() {
        QFETCH(int, index);
        const base::TomlValue& one = m_cases[static_cast<std::size_t>(index)];
        const base::TomlValue* day = one.find("as_at");
        const base::Date asAt = day == nullptr ? base::Date(2026, 11, 21) : day->date;
        const base::TomlValue* planName = one.find("plan");
        const auto& plan = planNamed(planName == nullptr ? "herefordshire-2020" : planName->text);
        support::FamilyBuilder builder;
        addPeople(builder, one);
        if (const base::TomlValue* rows = one.find("records"))
            for (const base::TomlValue& row : rows->items)
                addRecord(builder, row);
        const auto coverage = heard(one, asAt);
        const auto result = criteria::assess(plan, m_calendar, builder.family(), coverage, asAt);
        const records::Finding* finding = strongest(result, one.find("indicator")->text);
        QVERIFY(finding != nullptr);
        const std::string outcome(records::outcomeCode(finding->outcome));
        QVERIFY2(outcome == one.find("outcome")->text,
                 (outcome + ": " + finding->explanation).c_str());
        if (const base::TomlValue* whose = one.find("whose"))
            QCOMPARE(finding->person.value, whose->integer);
        if (const base::TomlValue* explains = one.find("explains"))
            QVERIFY2(finding->explanation == explains->text, finding->explanation.c_str());
        if (finding->outcome == records::Outcome::met)
            QVERIFY(!finding->evidence.empty());
        else if (finding->outcome != records::Outcome::notMet)
            QVERIFY(finding->evidence.empty());
        const auto naive = support::naiveAssess(plan, m_calendar, builder.family(), coverage, asAt);
        QVERIFY2(support::summary(naive) == support::summary(result),
                 support::summary(naive).c_str());
    }

    void coversEveryIndicatorOfThePlan() {
        std::set<std::string> covered;
        for (const base::TomlValue& one : m_cases)
            covered.insert(one.find("indicator")->text);
        for (const auto& criterion : planNamed("herefordshire-2020").criteria)
            for (const auto& indicator : criterion.indicators)
                QVERIFY2(covered.contains(indicator.code), indicator.code.c_str());
    }

private:
    std::vector<base::TomlValue> m_cases;
    criteria::Calendar m_calendar;
};

QTEST_APPLESS_MAIN(IndicatorsTest)
#include "indicators_test.moc"

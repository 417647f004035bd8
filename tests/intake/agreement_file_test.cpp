// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/agreement_file.h"

#include "collected_delivery.h"

#include <QtTest>

using namespace intake;

namespace {

constexpr const char* good = R"([[agreement]]
reference = "police-test"
agency = "police"
purpose = "testing"
gateway = "Crime and Disorder Act 1998 s115"
basis = "Art 6(1)(e) public task"
record_types = ["offence"]
columns = ["surname", "forename", "birth_date", "offence.outcome", "offence.outcome_date"]
retention_months = 12
retention_rule = "a year"
start = 2026-01-01
expiry = 2026-12-31
contact = "someone"
)";

constexpr const char* mappingText = R"(name = "small"
version = "1"
agency = "police"
record_type = "offence"
description = "small"
recognised_by = ["Outcome"]
dates = ["dd/mm/yyyy"]
[columns]
surname = "Surname"
outcome = "Outcome"
outcome_date = "Date"
)";

records::Agreement agreement() {
    return readAgreements(good, "good.toml").value().front();
}

Mapping mapping() {
    return readMapping(mappingText, "small.toml").value();
}

QString refusal(const records::Agreement& under, const Mapping& layout, base::Date on) {
    const auto permitted = permits(under, layout, on);
    if (permitted)
        return QStringLiteral("permitted");
    return permitted.error().code == base::Code::refused
               ? QString::fromStdString(base::describe(permitted.error()))
               : QStringLiteral("wrong code");
}

}  // namespace

class AgreementFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnAgreement();
    void writesOutAllFieldsOfAType();
    void saysEveryProblemWithItsPlace();
    void permitsWhatIsListed();
    void refusesBeforeTheStartAndAfterTheExpiry();
    void refusesAnotherAgencysLayout();
    void refusesAnUnlistedRecordType();
    void refusesUnlistedColumnsAndNamesThem();
    void shipsAnAgreementForEveryAgency();
    void permitsEveryShippedMapping();
};

void AgreementFileTest::readsAnAgreement() {
    const records::Agreement read = agreement();
    QVERIFY(read.reference == "police-test");
    QVERIFY(read.agency == records::Agency::police);
    QVERIFY(read.gateway == "Crime and Disorder Act 1998 s115");
    QVERIFY(read.recordTypes == std::vector<std::string>{"offence"});
    QCOMPARE(read.retentionMonths, 12);
    QVERIFY(read.start == base::Date(2026, 1, 1));
    QVERIFY(read.expiry == base::Date(2026, 12, 31));
}

void AgreementFileTest::writesOutAllFieldsOfAType() {
    const std::string text =
        QString::fromUtf8(good)
            .replace(QStringLiteral("offence.outcome\""), QStringLiteral("offence.*\""))
            .toStdString();
    const auto read = readAgreements(text, "all.toml").value().front();
    QVERIFY(std::find(read.columns.begin(), read.columns.end(), "offence.offence_code") !=
            read.columns.end());
    QVERIFY(std::find(read.columns.begin(), read.columns.end(), "offence.*") == read.columns.end());
}

void AgreementFileTest::saysEveryProblemWithItsPlace() {
    const auto read = readAgreements(R"([[agreement]]
reference = "x"
agency = "polise"
record_types = ["offense"]
columns = ["surname", "offence.outcome"]
start = 2026-12-31
expiry = 2026-01-01
colour = "blue"
)",
                                     "bad.toml");
    QVERIFY(!read);
    const QString all = QString::fromStdString(base::describe(read.error()));
    for (const char* part : {"bad.toml:3:1",
                             "'polise'",
                             "'offense'",
                             "'offence.outcome'",
                             "'purpose'",
                             "'retention_months'",
                             "before 'start'",
                             "unknown key 'colour'"})
        QVERIFY2(all.contains(QString::fromUtf8(part)), qPrintable(all));
}

void AgreementFileTest::permitsWhatIsListed() {
    QCOMPARE(refusal(agreement(), mapping(), {2026, 1, 1}), QStringLiteral("permitted"));
    QCOMPARE(refusal(agreement(), mapping(), {2026, 12, 31}), QStringLiteral("permitted"));
}

void AgreementFileTest::refusesBeforeTheStartAndAfterTheExpiry() {
    QVERIFY(refusal(agreement(), mapping(), {2025, 12, 31}).contains(QStringLiteral("1 Jan 2026")));
    QVERIFY(refusal(agreement(), mapping(), {2027, 1, 1})
                .contains(QStringLiteral("expired on 31 Dec 2026")));
}

void AgreementFileTest::refusesAnotherAgencysLayout() {
    records::Agreement other = agreement();
    other.agency = records::Agency::housing;
    QVERIFY(refusal(other, mapping(), {2026, 6, 1}).contains(QStringLiteral("Housing")));
}

void AgreementFileTest::refusesAnUnlistedRecordType() {
    records::Agreement other = agreement();
    other.recordTypes = {"sentence"};
    QVERIFY(refusal(other, mapping(), {2026, 6, 1}).contains(QStringLiteral("'offence'")));
}

void AgreementFileTest::refusesUnlistedColumnsAndNamesThem() {
    records::Agreement other = agreement();
    other.columns = {"forename", "offence.outcome_date"};
    const QString words = refusal(other, mapping(), {2026, 6, 1});
    QVERIFY2(words.contains(QStringLiteral("'offence.outcome', 'surname'")), qPrintable(words));
    QVERIFY(!words.contains(QStringLiteral("outcome_date")));
}

void AgreementFileTest::shipsAnAgreementForEveryAgency() {
    for (const records::Agency agency : records::allAgencies) {
        const records::Agreement& standard = test::standardAgreement(agency);
        QVERIFY(standard.agency == agency);
        QVERIFY(standard.start == base::Date(2015, 1, 1));
    }
}

void AgreementFileTest::permitsEveryShippedMapping() {
    for (const Mapping& each : test::shipped()) {
        if (!each.refusal.empty())
            continue;
        QCOMPARE(refusal(test::standardAgreement(each.agency), each, test::receipt),
                 QStringLiteral("permitted"));
    }
}

QTEST_APPLESS_MAIN(AgreementFileTest)
#include "agreement_file_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Statutory returns as councils hold them: every row is accepted or rejected, each kind of row
// becomes the record type that means the same, and what must not be received is not.
#include "collected_delivery.h"
#include "intake/return_year.h"

#include <QtTest>

#include <set>

using namespace intake;
using records::Agency;
using test::CollectedDelivery;

namespace {

struct Outcome {
    base::Result<DeliverySummary> summary{base::fail(base::Code::notFound, "", "")};
    CollectedDelivery delivery;

    [[nodiscard]] std::vector<const records::SourceRecord*> of(std::string_view type) const {
        std::vector<const records::SourceRecord*> found;
        for (const records::SourceRecord& record : delivery.records)
            if (record.type->name == type)
                found.push_back(&record);
        return found;
    }
};

Outcome read(const std::filesystem::path& path, Agency agency) {
    Outcome outcome;
    base::NoProgress quiet;
    outcome.summary = readDelivery(
        test::requestFor(path, test::standardAgreement(agency)), outcome.delivery, quiet);
    return outcome;
}

Outcome readMessage(const char* name, Agency agency) {
    return read(std::filesystem::path(FF_TEST_DATA) / "intake" / "messages" / name, agency);
}

QString failure(const Outcome& outcome) {
    return outcome.summary ? QStringLiteral("accepted")
                           : QString::fromStdString(base::describe(outcome.summary.error()));
}

std::string shown(const records::SourceRecord& record, std::string_view field) {
    const auto index = *record.type->indexOf(field);
    const records::FieldValue& value = record.payload[index];
    const std::string* text = records::textIn(value);
    return text != nullptr ? *text : records::shown(record.type->fields[index], value);
}

std::multiset<std::string> kinds(const Outcome& outcome) {
    std::multiset<std::string> all;
    for (const records::SourceRecord* record : outcome.of("social_care_episode"))
        all.insert(shown(*record, "kind"));
    return all;
}

}  // namespace

class KnownReturnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheChildrenInNeedCensusOfEveryYear_data();
    void readsTheChildrenInNeedCensusOfEveryYear();
    void keepsWhoseNeedAFactorIs();
    void readsATransferFilesFamily();
    void countsATransferFilesMarksByTerm();
    void readsSsda903AsXml();
    void asksForTheYearOfAReturn();
    void readsTheYearOfAReturn_data();
    void readsTheYearOfAReturn();
    void readsMessyInspectionCodes_data();
    void readsMessyInspectionCodes();
    void neverReceivesAdoption_data();
    void neverReceivesAdoption();
    void neverTakesAPlacementForAHome();
    void readsAnAddressInJson_data();
    void readsAnAddressInJson();
    void tiesReturnsByTheChildsNumber();
};

void KnownReturnsTest::readsTheChildrenInNeedCensusOfEveryYear_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("2022, GenderCurrent and 1 or 0") << QByteArray("cin_2022.xml");
    QTest::newRow("2026, Sex and true or false") << QByteArray("cin_2026.xml");
}

void KnownReturnsTest::readsTheChildrenInNeedCensusOfEveryYear() {
    QFETCH(QByteArray, file);
    const Outcome outcome = readMessage(file.constData(), Agency::socialCare);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QVERIFY(outcome.summary->mapping == "cin-census");
    QCOMPARE(outcome.summary->rowsIn, std::int64_t{11});
    QCOMPARE(outcome.summary->rowsAccepted, std::int64_t{10});
    QCOMPARE(outcome.summary->rowsRejected, std::int64_t{1});
    QCOMPARE(outcome.delivery.count("bad-date"), std::size_t{1});
    QCOMPARE(outcome.delivery.count("bad-head"), std::size_t{0});
    const std::multiset<std::string> expected{"assessment",
                                              "child-in-need",
                                              "child-in-need",
                                              "protection-plan",
                                              "referral",
                                              "section-47"};
    QVERIFY(kinds(outcome) == expected);
    for (const records::SourceRecord& record : outcome.delivery.records) {
        QVERIFY(record.identity.localIdSeries == "care-person");
        if (record.identity.localId != "7000101")
            continue;
        QVERIFY((record.identity.birthDate == records::PartialDate{2014, 2, 11}));
        if (!record.identity.upn.empty())
            QVERIFY(record.identity.sex == records::Sex::female);
    }
}

void KnownReturnsTest::keepsWhoseNeedAFactorIs() {
    const Outcome outcome = readMessage("cin_2026.xml", Agency::socialCare);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    std::vector<std::string> found;
    for (const records::SourceRecord* record : outcome.of("assessment_factor")) {
        found.push_back(shown(*record, "factor_code") + " " + shown(*record, "need") + " " +
                        shown(*record, "whose"));
        // The record stands with the child; no adult is named.
        QVERIFY(record->identity.localId == "7000101");
        QVERIFY(shown(*record, "assessment_date") == "10 Jul 2025");
    }
    const std::vector<std::string> expected{"4B mental-health parent",
                                            "3C domestic-abuse other",
                                            "16A neglect child",
                                            "99Z other unsaid"};
    QVERIFY(found == expected);
    QCOMPARE(outcome.delivery.count("unlisted-code"), std::size_t{2});
}

void KnownReturnsTest::readsATransferFilesFamily() {
    const Outcome outcome = readMessage("884LLLL_CTF_8842001_001.xml", Agency::schools);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QCOMPARE(outcome.summary->rowsIn, std::int64_t{5});
    QCOMPARE(outcome.summary->rowsRejected, std::int64_t{1});  // the social worker
    QCOMPARE(outcome.delivery.count("unknown-code"), std::size_t{1});
    const auto pupils = outcome.of("person_details");
    QCOMPARE(pupils.size(), std::size_t{1});
    QVERIFY(pupils.front()->identity.upn == "B801200005001");
    QVERIFY(pupils.front()->identity.sex == records::Sex::female);
    const auto contacts = outcome.of("household");
    QCOMPARE(contacts.size(), std::size_t{2});
    const records::SourceRecord& mother = *contacts[0];
    const records::SourceRecord& father = *contacts[1];
    QVERIFY(shown(mother, "relationship") == "parent");
    QVERIFY(shown(mother, "related_local_id") == pupils.front()->identity.localId);
    QVERIFY(mother.identity.localIdSeries == pupils.front()->identity.localIdSeries);
    QVERIFY(mother.identity.address == "12 Sample Lane, Hereford");
    QVERIFY(mother.identity.postcode == "HR1 2AB");
    QVERIFY(mother.identity.phone == "07700 900011");
    QVERIFY(shown(mother, "parental_responsibility") == "yes");
    QVERIFY(shown(mother, "lives_here") == "yes");
    QVERIFY(father.identity.address == "Flat 3, 8 Specimen Court");
    QVERIFY(father.identity.postcode == "HR4 9ZZ");
    QVERIFY(records::isEmpty(father.payload[*father.type->indexOf("lives_here")]));
}

void KnownReturnsTest::countsATransferFilesMarksByTerm() {
    const Outcome outcome = readMessage("884LLLL_CTF_8842001_001.xml", Agency::schools);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    const auto terms = outcome.of("attendance");
    QCOMPARE(terms.size(), std::size_t{2});
    QVERIFY(shown(*terms[0], "term") == "2025-autumn");
    QVERIFY(shown(*terms[0], "sessions_possible") == "10");
    QVERIFY(shown(*terms[0], "sessions_unauthorised") == "2");
    QVERIFY(shown(*terms[1], "term") == "2026-spring");
    QVERIFY(shown(*terms[1], "sessions_attended") == "10");
    // Twenty sessions are there, as the total says, and two of them unauthorised, where it says
    // one.
    QCOMPARE(outcome.delivery.count("totals-disagree"), std::size_t{1});
    QCOMPARE(outcome.summary->coverage.size(), std::size_t{3});
}

void KnownReturnsTest::readsSsda903AsXml() {
    const Outcome outcome = readMessage("ssda903_2026.xml", Agency::socialCare);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QCOMPARE(outcome.summary->rowsIn, std::int64_t{5});
    QCOMPARE(outcome.summary->rowsAccepted, std::int64_t{5});
    QCOMPARE(outcome.of("social_care_episode").size(), std::size_t{2});
    QVERIFY(shown(*outcome.of("missing_episode").front(), "kind") == "missing");
    const auto years = outcome.of("looked_after_year");
    QCOMPARE(years.size(), std::size_t{1});
    QVERIFY(shown(*years.front(), "year_end") == "31 Mar 2026");
    QVERIFY(shown(*years.front(), "convicted") == "yes");
    QVERIFY(shown(*years.front(), "substance_misuse") == "no");
    for (const records::SourceRecord& record : outcome.delivery.records)
        QVERIFY(record.identity.localId == "7000101");
}

void KnownReturnsTest::asksForTheYearOfAReturn() {
    test::TemporaryFiles files;
    const auto path =
        files.write("oc2.csv", "CHILD,DOB,CONVICTED,SUBSTANCE_MISUSE\n7,11/02/2014,1,0\n");
    const Outcome without = read(path, Agency::socialCare);
    QVERIFY(!without.summary);
    QVERIFY(without.summary.error().detail.find("oc2_2024.csv") != std::string::npos);
    CollectedDelivery delivery;
    base::NoProgress quiet;
    auto request = test::requestFor(path, test::standardAgreement(Agency::socialCare));
    request.covers = base::DateRange{base::Date(2024, 4, 1), base::Date(2025, 3, 31)};
    QVERIFY(readDelivery(request, delivery, quiet).has_value());
    QVERIFY(shown(delivery.records.front(), "year_end") == "31 Mar 2025");
}

void KnownReturnsTest::readsTheYearOfAReturn_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const char* name, const char* end) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(end);
    };
    row("oc2_2024.csv", "2024-03-31");
    row("SSDA903 2023-24 oc2.csv", "2024-03-31");
    row("oc2_2023_2024.csv", "2024-03-31");
    row("oc2 2024-03-31.csv", "2024-03-31");
    row("1999-00 outcomes.csv", "2000-03-31");
    row("ssda903_oc2.csv", "");
    row("oc2_2022_2024.csv", "");
    row("oc2_12345.csv", "");
    row("2024", "2024-03-31");
    row("", "");
}

void KnownReturnsTest::readsTheYearOfAReturn() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, end);
    const auto read = returnYearEnd(name.toStdString());
    QCOMPARE(QByteArray::fromStdString(read ? base::isoDate(*read) : ""), end);
}

void KnownReturnsTest::readsMessyInspectionCodes_data() {
    QTest::addColumn<QByteArray>("gender");
    QTest::addColumn<QByteArray>("sex");
    const auto rows = [](std::initializer_list<const char*> texts, const char* sex) {
        for (const char* text : texts)
            QTest::newRow(text) << QByteArray(text) << QByteArray(sex);
    };
    rows({"a) Male", "a)Male", "A) MALE", "Male", "M", "m", "1", "a) M"}, "M");
    rows({"b) Female",
          "Female",
          "F",
          "2",
          "\xC2\xA0"
          "b) Female\xC2\xA0"},
         "F");
    rows({"c) Not stated/recorded", "c) Not stated", "U", "9"}, "");
    rows({"d) Neither", "Neither"}, "X");
}

void KnownReturnsTest::readsMessyInspectionCodes() {
    QFETCH(QByteArray, gender);
    QFETCH(QByteArray, sex);
    test::TemporaryFiles files;
    const auto path = files.write("list.csv",
                                  "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,"
                                  "Date of Contact,Contact Source\n7000011," +
                                      gender.toStdString() + ",x,2015-04-04,5.9,16/09/2020,x\n");
    const Outcome outcome = read(path, Agency::socialCare);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QCOMPARE(outcome.delivery.count("unknown-code"), std::size_t{0});
    QVERIFY(records::sexCode(outcome.delivery.records.front().identity.sex) == sex.toStdString());
}

void KnownReturnsTest::neverReceivesAdoption_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("children placed")
        << QByteArray("CHILD,DOB,DATE_PLACED\n1,01/02/2014,01/02/2016\n");
    QTest::newRow("adoptions") << QByteArray(
        "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
        "1,01/02/2014,01/02/2016,01/02/2016,0,1,M1,L0\n");
    QTest::newRow("previous permanence")
        << QByteArray("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n1,01/02/2014,P1,884,zz/zz/2015\n");
}

void KnownReturnsTest::neverReceivesAdoption() {
    QFETCH(QByteArray, text);
    test::TemporaryFiles files;
    const Outcome outcome = read(files.write("a.csv", text.toStdString()), Agency::socialCare);
    QVERIFY(!outcome.summary && outcome.summary.error().code == base::Code::refused);
    QVERIFY(outcome.summary.error().detail.find("adopt") != std::string::npos);
    QVERIFY(outcome.delivery.records.empty());
}

void KnownReturnsTest::neverTakesAPlacementForAHome() {
    test::TemporaryFiles files;
    const auto path = files.write("episodes.csv",
                                  "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                                  "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                                  "7,01/05/2025,S,C2,N1,U1,PR1,,,,HR1 2AB,HR4 9ZZ,1234567\n");
    const Outcome outcome = read(path, Agency::socialCare);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    QVERIFY(outcome.delivery.records.front().identity.postcode.empty());
    QVERIFY(outcome.delivery.find("not-received")->detail.find("PL_POST") != std::string::npos);
}

void KnownReturnsTest::readsAnAddressInJson_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("uprn");
    const auto row = [](const char* cell, const char* address, const char* uprn) {
        QTest::newRow(cell) << QByteArray(cell) << QByteArray(address) << QByteArray(uprn);
    };
    row(R"({"FLAT":"","HOUSE":"12a","STREET":"Sample Lane","TOWN":"Hereford","UPRN":"100012345"})",
        "12a Sample Lane, Hereford",
        "100012345");
    row(R"([{"TOWN":"Hereford","FLAT":"Flat 3","HOUSE":12,"STREET":"Sample Lane","UPRN":100012345}])",
        "Flat 3, 12 Sample Lane, Hereford",
        "100012345");
    row("12 Sample Lane, Hereford", "12 Sample Lane, Hereford", "");
    row(R"({"STREET":["a"]})", "", "");
    row("{cut", "", "");
    row("", "", "");
}

void KnownReturnsTest::readsAnAddressInJson() {
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, uprn);
    test::TemporaryFiles files;
    const auto path = files.write(
        "ssd_address.csv",
        "addr_person_id,addr_address_json,addr_address_postcode,addr_address_start_date\n7,\"" +
            QByteArray(cell).replace('"', "\"\"").toStdString() +
            "\",HR1 2AB,2024-01-02T00:00:00\n");
    const Outcome outcome = read(path, Agency::socialCare);
    QVERIFY2(outcome.summary.has_value(), qPrintable(failure(outcome)));
    const records::Identity& who = outcome.delivery.records.front().identity;
    QCOMPARE(QByteArray::fromStdString(who.address), address);
    QCOMPARE(QByteArray::fromStdString(who.uprn), uprn);
}

// Files without names meet those that have them by the number of the same series, nothing else.
void KnownReturnsTest::tiesReturnsByTheChildsNumber() {
    for (const Mapping& mapping : test::shipped()) {
        const bool idsOnly = mapping.layout == "annex-a" || mapping.layout == "ssda903" ||
                             mapping.layout == "ssda903-xml" || mapping.layout == "cin-census" ||
                             mapping.layout == "ssd";
        if (!idsOnly || !mapping.refusal.empty())
            continue;
        QVERIFY2(mapping.localIdSeries == "care-person", mapping.name.c_str());
        const auto columns = columnsOf(mapping);
        QVERIFY2(std::binary_search(columns.begin(), columns.end(), "local_id"),
                 mapping.name.c_str());
    }
}

QTEST_APPLESS_MAIN(KnownReturnsTest)
#include "known_returns_test.moc"

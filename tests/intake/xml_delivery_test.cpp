// SPDX-License-Identifier: GPL-3.0-or-later
// XML messages as deliveries: several kinds of row in one pass, found by their paths.
#include "records/row_number.h"
#include "xml_visits.h"

#include <QtTest>

#include <rapidcheck.h>

#include <set>

using records::lineOf;
using records::tableOf;
using test::addsUp;
using test::child;
using test::fieldOf;
using test::message;
using test::read;
using test::XmlOutcome;

class XmlDeliveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsSeveralKindsOfRowInOnePass();
    void takesEachRowsOwnBranch();
    void findsWhatStandsAfterTheRow();
    void readsEitherOfTwoNamesRecordByRecord();
    void looksThroughNamespacesAndCase();
    void takesTheRecordsAddressWhenARowSaysSo();
    void saysWhenAnElementStandsThereTwice();
    void numbersRowsByTheirLines();
    void countsRowsWhereLinesDoNotTell();
    void readsAllRowsOfAnyMessage();
};

void XmlDeliveryTest::readsSeveralKindsOfRowInOnePass() {
    const XmlOutcome outcome = read(message(
        child("<Visit day=\"2026-01-02\"><Need>N1</Need><Plan><Start>2026-01-05</Start></Plan>"
              "<Plan><Agreed>2026-01-06</Agreed></Plan></Visit>"
              "<Contact><Name>Price</Name><Is>parent</Is><Phone/><Phone>01234</Phone></Contact>")));
    addsUp(outcome);
    QCOMPARE(outcome.summary->rowsIn, std::int64_t{4});
    QCOMPARE(outcome.summary->mapping, std::string("visits"));
    QCOMPARE(outcome.summary->tables.size(), std::size_t{3});
    QCOMPARE(outcome.summary->tables[1].name, std::string("Visit/Plan"));
    QCOMPARE(outcome.summary->tables[1].mapping, std::string("visits/plans"));
    QCOMPARE(outcome.summary->tables[1].rowsAccepted, std::int64_t{2});
    const auto visits = outcome.of("early-help");
    QCOMPARE(visits.size(), std::size_t{1});
    QCOMPARE(fieldOf(*visits.front(), "start_date"), std::string("2 Jan 2026"));
    QCOMPARE(visits.front()->identity.localId, std::string("7"));
    const auto plans = outcome.of("child-in-need");
    QCOMPARE(plans.size(), std::size_t{2});
    QCOMPARE(fieldOf(*plans[1], "start_date"), std::string("6 Jan 2026"));
    QCOMPARE(fieldOf(*plans[1], "need_code"), std::string("N1"));
    const auto contacts = outcome.of("household");
    QCOMPARE(contacts.size(), std::size_t{1});
    QCOMPARE(contacts.front()->identity.surname, std::string("Price"));
    QCOMPARE(contacts.front()->identity.phone, std::string("01234"));
    QCOMPARE(contacts.front()->identity.localIdSeries, std::string("care-person"));
    QCOMPARE(fieldOf(*contacts.front(), "related_local_id"), std::string("7"));
    QCOMPARE(fieldOf(*contacts.front(), "household_ref"), std::string("H1"));
    QCOMPARE(outcome.delivery.issues.size(), std::size_t{0});
}

void XmlDeliveryTest::takesEachRowsOwnBranch() {
    const XmlOutcome outcome =
        read(message(child("<Visit day=\"2026-01-02\"><Need>N1</Need></Visit>"
                           "<Visit day=\"2026-01-03\"><Plan><Start>2026-01-05</Start></Plan>"
                           "</Visit>") +
                     child("<Visit day=\"2026-01-04\"><Need>N4</Need></Visit>", "8")));
    addsUp(outcome);
    QCOMPARE(fieldOf(*outcome.of("child-in-need").front(), "need_code"), std::string());
    const auto visits = outcome.of("early-help");
    QCOMPARE(visits.size(), std::size_t{3});
    QCOMPARE(fieldOf(*visits[1], "need_code"), std::string());
    QCOMPARE(visits[2]->identity.localId, std::string("8"));
    QCOMPARE(fieldOf(*visits[2], "need_code"), std::string("N4"));
}

void XmlDeliveryTest::findsWhatStandsAfterTheRow() {
    const XmlOutcome outcome =
        read(message("<Child><Visit day=\"2026-01-02\"><Plan><Start>2026-01-05</Start></Plan>"
                     "<Need>N2</Need></Visit><Ids><Number>9</Number></Ids></Child>"));
    addsUp(outcome);
    QCOMPARE(outcome.delivery.records.size(), std::size_t{2});
    for (const records::SourceRecord& record : outcome.delivery.records) {
        QCOMPARE(record.identity.localId, std::string("9"));
        QCOMPARE(fieldOf(record, "need_code"), std::string("N2"));
    }
}

void XmlDeliveryTest::readsEitherOfTwoNamesRecordByRecord() {
    const std::string visit = "<Visit day=\"2026-01-02\"/></Child>";
    const XmlOutcome outcome =
        read(message("<Child><Ids><Number>1</Number><Sex>F</Sex></Ids>" + visit +
                     "<Child><Ids><Number>2</Number><Gender>1</Gender></Ids>" + visit +
                     "<Child><Ids><Number>3</Number><Sex/><Gender>2</Gender></Ids>" + visit));
    addsUp(outcome);
    QCOMPARE(outcome.delivery.records.size(), std::size_t{3});
    QVERIFY(outcome.delivery.records[0].identity.sex == records::Sex::female);
    QVERIFY(outcome.delivery.records[1].identity.sex == records::Sex::male);
    QVERIFY(outcome.delivery.records[2].identity.sex == records::Sex::female);
}

void XmlDeliveryTest::looksThroughNamespacesAndCase() {
    const XmlOutcome outcome = read(
        "<v:MESSAGE xmlns:v=\"urn:visits\"><v:Head><v:kind>visits</v:kind><v:Year>2026"
        "</v:Year><v:Day>2026-03-31</v:Day></v:Head><v:Children><v:Child><v:IDS><v:Number>4"
        "</v:Number></v:IDS><v:Visit day=\"2026-02-01\"/></v:Child></v:Children></v:MESSAGE>");
    addsUp(outcome);
    QCOMPARE(outcome.summary->rowsAccepted, std::int64_t{1});
    QCOMPARE(outcome.delivery.issues.size(), std::size_t{0});
}

void XmlDeliveryTest::takesTheRecordsAddressWhenARowSaysSo() {
    const std::string home = "<Home><Line>1 High St</Line><Line>Ross</Line></Home>";
    const std::string own = "<Line>9 Low Rd</Line>";
    const auto contact = [](const std::string& inside) {
        return "<Contact><Name>Price</Name><Is>parent</Is>" + inside + "</Contact>";
    };
    const XmlOutcome outcome =
        read(message(child(home + contact(own) + contact("<Same>true</Same>") +
                           contact(own + "<Same>false</Same>") + contact("<Same>1</Same>" + own))));
    addsUp(outcome);
    const auto contacts = outcome.of("household");
    QCOMPARE(contacts.size(), std::size_t{4});
    QCOMPARE(contacts[0]->identity.address, std::string("9 Low Rd"));
    QCOMPARE(contacts[1]->identity.address, std::string("1 High St, Ross"));
    QCOMPARE(contacts[2]->identity.address, std::string("9 Low Rd"));
    QCOMPARE(contacts[3]->identity.address, std::string("1 High St, Ross"));
}

void XmlDeliveryTest::saysWhenAnElementStandsThereTwice() {
    const XmlOutcome outcome = read(
        message(child("<Visit day=\"2026-01-02\"><Need>N1</Need><Need>N2</Need></Visit>"
                      "<Contact><Name>Price</Name><Is>parent</Is><Phone>1</Phone><Phone>2</Phone>"
                      "</Contact>")));
    addsUp(outcome);
    QCOMPARE(outcome.delivery.issues.size(), std::size_t{1});
    const records::RowIssue& issue = outcome.delivery.issues.front();
    QCOMPARE(issue.code, std::string("repeated-element"));
    QCOMPARE(issue.column, std::string("Visit/Need"));
    QCOMPARE(issue.table, std::string("Visit"));
    QCOMPARE(fieldOf(*outcome.of("early-help").front(), "need_code"), std::string("N1"));
}

void XmlDeliveryTest::numbersRowsByTheirLines() {
    const XmlOutcome outcome = read(
        message("<Child>\n<Ids><Number>1</Number></Ids>\n<Visit day=\"2026-01-02\">\n<Plan>\n"
                "<Start>2026-01-05</Start></Plan></Visit>\n\n<Visit day=\"2026-01-09\"/></Child>"));
    addsUp(outcome);
    std::vector<std::pair<std::int64_t, std::int64_t>> places;
    for (const records::SourceRecord& record : outcome.delivery.records)
        places.emplace_back(tableOf(record.row), lineOf(record.row));
    QVERIFY(
        (places == std::vector<std::pair<std::int64_t, std::int64_t>>{{1, 6}, {2, 7}, {1, 10}}));
}

void XmlDeliveryTest::countsRowsWhereLinesDoNotTell() {
    std::string children;
    for (int i = 0; i < 20; ++i)
        children += child("<Visit day=\"2026-01-02\"/><Visit day=\"2026-01-03\"/>");
    const XmlOutcome outcome = read(message(children));
    addsUp(outcome);
    QCOMPARE(outcome.delivery.records.size(), std::size_t{40});
    for (std::size_t i = 0; i < 40; ++i)
        QCOMPARE(lineOf(outcome.delivery.records[i].row), std::int64_t(4 + i));
}

void XmlDeliveryTest::readsAllRowsOfAnyMessage() {
    QVERIFY(rc::check("every element at a row's path is a row with its own branch's cells", [] {
        using Visits = std::vector<std::vector<std::vector<int>>>;
        const auto visits =
            *rc::gen::resize(12,
                             rc::gen::container<Visits>(rc::gen::container<Visits::value_type>(
                                 rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 29)))));
        const bool lines = *rc::gen::arbitrary<bool>();
        const std::string gap = lines ? "\n  " : "";
        std::string children;
        std::vector<std::string> expected;
        for (std::size_t c = 0; c < visits.size(); ++c) {
            const std::string number = std::to_string(c + 1);
            const bool idsLast = *rc::gen::arbitrary<bool>();
            const std::string ids = gap + "<Ids><Number>" + number + "</Number></Ids>";
            children += gap + "<Child>" + (idsLast ? "" : ids);
            for (std::size_t v = 0; v < visits[c].size(); ++v) {
                const std::string need = "N" + std::to_string(v % 9);
                children += gap + "<Visit day=\"2026-01-02\">" + gap + "<Need>" + need + "</Need>";
                expected.push_back(number + " early-help 2 Jan 2026 " + need);
                for (const int day : visits[c][v]) {
                    children += gap + "<Plan><Start>2026-01-" + (day < 10 ? "0" : "") +
                                std::to_string(day) + "</Start></Plan>";
                    expected.push_back(number + " child-in-need " + std::to_string(day) +
                                       " Jan 2026 " + need);
                }
                children += "</Visit>";
            }
            children += (idsLast ? ids : "") + "</Child>";
        }
        const XmlOutcome outcome = read(message(children));
        RC_ASSERT(outcome.summary.has_value());
        std::vector<std::string> found;
        std::set<std::int64_t> rows;
        for (const records::SourceRecord& record : outcome.delivery.records) {
            found.push_back(record.identity.localId + " " +
                            *records::textIn(record.payload[*record.type->indexOf("kind")]) + " " +
                            fieldOf(record, "start_date") + " " + fieldOf(record, "need_code"));
            rows.insert(record.row);
        }
        RC_ASSERT(found == expected);
        RC_ASSERT(rows.size() == found.size());
    }));
}

QTEST_APPLESS_MAIN(XmlDeliveryTest)
#include "xml_delivery_test.moc"

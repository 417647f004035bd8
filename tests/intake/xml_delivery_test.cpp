// SPDX-License-Identifier: GPL-3.0-or-later
// XML messages as deliveries: several kinds of row in one pass, found by their paths.
#include "collected_delivery.h"
#include "records/row_number.h"
#include "tests/support/must.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace intake;
using records::lineOf;
using records::tableOf;
using support::must;
using test::CollectedDelivery;

namespace {

constexpr const char* layout = R"(name = "visits"
version = "1"
agency = "social-care"
description = "Visits as XML."
dates = ["yyyy-mm-dd"]
local_id_series = "care-person"
recognised_by = ["/Message/Head/Kind = VISITS"]
record = "/Message/Children/Child"
not_received = ["/Message/Head", "Ethnicity", "Visit/Worker"]

[columns]
local_id = "Ids/Number"
sex = ["Ids/Sex", "Ids/Gender"]
birth_date = "Ids/Born"

[[head]]
path = "/Message/Head/Day"
like = "####-03-31"
begins_with = "/Message/Head/Year"
otherwise = "must be 31 March of the year"

[[table]]
name = "visits"
record_type = "social_care_episode"
rows = "Visit"
[table.columns]
start_date = "Visit/@day"
need_code = "Visit/Need"
[table.constants]
kind = "early-help"

[[table]]
name = "plans"
record_type = "social_care_episode"
rows = "Visit/Plan"
[table.columns]
start_date.first = ["Visit/Plan/Start", "Visit/Plan/Agreed"]
need_code = "Visit/Need"
[table.constants]
kind = "child-in-need"

[[table]]
name = "contacts"
record_type = "household"
rows = "Contact"
[table.columns]
surname = "Contact/Name"
phone.first = ["Contact/Phone"]
related_local_id = "Ids/Number"
relationship = "Contact/Is"
household_ref = "/Message/Head/Office"
address.join = ["Contact/Line"]
address.instead = ["Home/Line"]
address.instead_when = ["Contact/Same"]

[[table]]
name = "adoptions"
description = "adoptions."
rows = "Adoption"
refused_because = "adoption severs ties"
)";

std::string message(const std::string& children, const std::string& head = {}) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message><Head><Kind>VISITS</Kind>"
           "<Year>2026</Year><Day>2026-03-31</Day><Office>H1</Office>" +
           head + "</Head>\n<Children>\n" + children + "\n</Children></Message>\n";
}

std::string child(const std::string& inside, const std::string& number = "7") {
    return "<Child><Ids><Number>" + number + "</Number></Ids>" + inside + "</Child>";
}

struct Outcome {
    base::Result<DeliverySummary> summary = base::fail(base::Code::notFound, "", "");
    CollectedDelivery delivery;

    // The records of one kind: "early-help", "household".
    [[nodiscard]] std::vector<const records::SourceRecord*> of(std::string_view kind) const {
        std::vector<const records::SourceRecord*> found;
        for (const records::SourceRecord& record : delivery.records) {
            const auto field = record.type->indexOf("kind");
            const std::string* text = field ? records::textIn(record.payload[*field]) : nullptr;
            if (record.type->name == kind || (text != nullptr && *text == kind))
                found.push_back(&record);
        }
        return found;
    }
};

Outcome read(const std::string& bytes) {
    static const std::vector<Mapping> mappings = must(readMappings(layout, "visits.toml"));
    test::TemporaryFiles files;
    Outcome outcome;
    base::NoProgress quiet;
    ReadRequest request{files.write("visits.xml", bytes),
                        test::standardAgreement(records::Agency::socialCare),
                        mappings,
                        std::nullopt,
                        test::receipt};
    outcome.summary = readDelivery(request, outcome.delivery, quiet);
    return outcome;
}

std::string fieldOf(const records::SourceRecord& record, std::string_view field) {
    const std::size_t at = *record.type->indexOf(field);
    return records::shown(record.type->fields[at], record.payload[at]);
}

void addsUp(const Outcome& outcome) {
    QVERIFY2(outcome.summary.has_value(),
             outcome.summary ? "" : base::describe(outcome.summary.error()).c_str());
    QCOMPARE(outcome.summary->rowsIn,
             outcome.summary->rowsAccepted + outcome.summary->rowsRejected);
    QCOMPARE(outcome.summary->rowsAccepted, std::int64_t(outcome.delivery.records.size()));
}

QString failure(const Outcome& outcome) {
    return outcome.summary ? QStringLiteral("accepted")
                           : QString::fromStdString(base::describe(outcome.summary.error()));
}

}  // namespace

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
    void readsTheDeclaredEncoding_data();
    void readsTheDeclaredEncoding();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void neitherReadsNorKeepsWhatNoMappingLists();
    void saysWhatIsWrongWithTheHead();
    void rejectsTheRowsOfARefusedKind();
    void rejectsARowAndGoesOn();
    void ignoresStrayTextBetweenElements();
    void readsAllRowsOfAnyMessage();
};

void XmlDeliveryTest::readsSeveralKindsOfRowInOnePass() {
    const Outcome outcome = read(message(
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
    const Outcome outcome =
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
    const Outcome outcome =
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
    const Outcome outcome =
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
    const Outcome outcome = read(
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
    const Outcome outcome =
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
    const Outcome outcome = read(
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
    const Outcome outcome = read(
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
    const Outcome outcome = read(message(children));
    addsUp(outcome);
    QCOMPARE(outcome.delivery.records.size(), std::size_t{40});
    for (std::size_t i = 0; i < 40; ++i)
        QCOMPARE(lineOf(outcome.delivery.records[i].row), std::int64_t(4 + i));
}

void XmlDeliveryTest::readsTheDeclaredEncoding_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const QString body = QString::fromStdString(
        message(child("<Contact><Name>Zo\xC3\xAB</Name><Is>parent</Is></Contact>")));
    const auto declaring = [&](const char* name) {
        return QString(body).replace(QStringLiteral("UTF-8"), QString::fromUtf8(name));
    };
    QTest::newRow("UTF-8") << body.toUtf8() << QString();
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF") + body.toUtf8() << QString();
    QTest::newRow("ISO-8859-1") << declaring("ISO-8859-1").toLatin1() << QString();
    QTest::newRow("windows-1252") << declaring("windows-1252").toLatin1() << QString();
    QTest::newRow("none declared")
        << QString(body).replace(QStringLiteral(" encoding=\"UTF-8\""), QString()).toUtf8()
        << QString();
    QTest::newRow("wrongly declared") << body.toLatin1() << QStringLiteral("wrong-encoding");
    const QString wide = QChar(0xFEFF) + declaring("UTF-16");
    QTest::newRow("UTF-16 LE") << QByteArray(reinterpret_cast<const char*>(wide.utf16()),
                                             2 * wide.size())
                               << QString();
    QTest::newRow("blank lines before it") << "\n\n" + body.toUtf8() << QString();
}

void XmlDeliveryTest::readsTheDeclaredEncoding() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, said);
    const Outcome outcome = read(bytes.toStdString());
    addsUp(outcome);
    QCOMPARE(outcome.delivery.records.size(), std::size_t{1});
    QCOMPARE(outcome.delivery.records.front().identity.surname, std::string("Zo\xC3\xAB"));
    QCOMPARE(outcome.delivery.issues.size(), std::size_t(said.isEmpty() ? 0 : 1));
    if (!said.isEmpty())
        QVERIFY(outcome.delivery.find(said.toStdString()) != nullptr);
}

void XmlDeliveryTest::refusesWhatIsNoMessage_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const std::string good = message(child("<Visit day=\"2026-01-02\"/>"));
    const auto row = [](const char* name, const std::string& bytes, const char* said) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromUtf8(said);
    };
    row("cut short in a record", good.substr(0, good.find("</Child>")), "sent again (line 4)");
    row("cut short in the head", good.substr(0, good.find("</Year>")), "cut short");
    row("not closed", message("<Child><Ids></Child>"), "sent again (line 4)");
    row("goes on after its end", good + "<Message/>", "not well-formed");
    row("a document type",
        "<!DOCTYPE Message [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]>\n" +
            message(child("<Visit day=\"&c;\"/>")).substr(39),
        "document type");
    row("an entity of its own", message(child("<Visit day=\"&a;\"/>")), "not well-formed");
    std::string deep;
    for (int i = 0; i < 100; ++i)
        deep += "<Visit>";
    row("nested too deep", message("<Child>" + deep), "nested too deep");
    row("a huge attribute",
        message(child("<Visit day=\"" + std::string(3U << 20U, '1') + "\"/>")),
        "tag longer");
    row("a huge record",
        message(child("<Visit day=\"2026-01-02\"><Need>" + std::string(20U << 20U, 'x') +
                      "</Need></Visit>")),
        "record far too large (line 4)");
    row("another message", "<Message><Head><Kind>OTHER</Kind></Head></Message>", "'visits'");
    row("another root", "<Letter>Dear colleague</Letter>", "no mapping knows");
    row("an encoding that is not read",
        "<?xml version=\"1.0\" encoding=\"EBCDIC-UK\"?>" + good.substr(38),
        "encoding that is not read");
}

void XmlDeliveryTest::refusesWhatIsNoMessage() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, said);
    const Outcome outcome = read(bytes.toStdString());
    QVERIFY(!outcome.summary);
    QVERIFY2(failure(outcome).contains(said), qPrintable(failure(outcome)));
    QVERIFY2(failure(outcome).contains(QStringLiteral("visits.xml")), qPrintable(failure(outcome)));
    QVERIFY(!failure(outcome).contains(QStringLiteral("Dear")));
}

void XmlDeliveryTest::neitherReadsNorKeepsWhatNoMappingLists() {
    const Outcome outcome = read(
        message(child("<Ethnicity>WBRI</Ethnicity><Faith><Is>secret</Is></Faith>"
                      "<Visit day=\"2026-01-02\"><Worker>Jones</Worker><Mood>low</Mood></Visit>") +
                child("<Faith>secret</Faith>", "8")));
    addsUp(outcome);
    QCOMPARE(outcome.delivery.issues.size(), std::size_t{2});
    const records::RowIssue* issue = outcome.delivery.find("unknown-element");
    QVERIFY(issue != nullptr && issue->row == 0);
    const QString words = QString::fromStdString(issue->detail);
    QVERIFY2(words.contains(QStringLiteral("'/Message/Children/Child/Faith', "
                                           "'/Message/Children/Child/Visit/Mood'")),
             qPrintable(words));
    QVERIFY(!words.contains(QStringLiteral("secret")) && !words.contains(QStringLiteral("Worker")));
    QVERIFY(outcome.delivery.find("no-rows") != nullptr);
    QCOMPARE(outcome.summary->warnings, std::int64_t{2});
}

void XmlDeliveryTest::saysWhatIsWrongWithTheHead() {
    std::string bytes = message(child("<Visit day=\"2026-01-02\"/>"));
    bytes.replace(bytes.find("2026-03-31"), 10, "2025-03-31");
    const Outcome outcome = read(bytes);
    addsUp(outcome);
    QCOMPARE(outcome.delivery.issues.size(), std::size_t{1});
    QCOMPARE(outcome.delivery.issues.front().code, std::string("bad-head"));
    QCOMPARE(outcome.delivery.issues.front().detail,
             std::string("'/Message/Head/Day': must be 31 March of the year"));
}

void XmlDeliveryTest::rejectsTheRowsOfARefusedKind() {
    const Outcome outcome = read(message(
        child("<Visit day=\"2026-01-02\"/><Adoption><Day>2026-01-03</Day></Adoption><Adoption/>")));
    addsUp(outcome);
    QCOMPARE(outcome.summary->rowsIn, std::int64_t{3});
    QCOMPARE(outcome.summary->rowsRejected, std::int64_t{2});
    const records::RowIssue* issue = outcome.delivery.find("refused-table");
    QVERIFY(issue != nullptr && issue->table == "Adoption");
    QVERIFY(issue->severity == records::IssueSeverity::rejected);
    QVERIFY(QString::fromStdString(issue->detail)
                .contains(QStringLiteral("adoption severs ties; its 2 rows are rejected")));
}

void XmlDeliveryTest::rejectsARowAndGoesOn() {
    const Outcome outcome =
        read(message(child("<Visit/><Visit day=\"soon\"/><Visit day=\"2026-01-02\"/>"
                           "<Contact><Name>Price</Name><Is>neighbour</Is></Contact>")));
    addsUp(outcome);
    QCOMPARE(outcome.summary->rowsIn, std::int64_t{4});
    QCOMPARE(outcome.summary->rowsAccepted, std::int64_t{1});
    const records::RowIssue* issue = outcome.delivery.find("bad-date");
    QVERIFY(issue != nullptr && issue->column == "Visit/@day");
    for (const records::RowIssue& each : outcome.delivery.issues) {
        QVERIFY(each.detail.find("soon") == std::string::npos);
        QVERIFY(each.detail.find("neighbour") == std::string::npos);
    }
}

void XmlDeliveryTest::ignoresStrayTextBetweenElements() {
    const Outcome outcome =
        read(message("<Child>stray<Ids>Number<Number>5<!-- the child's --></Number>more</Ids>"
                     "<Visit day=\"2026-01-02\"/></Child>"));
    addsUp(outcome);
    QCOMPARE(outcome.delivery.records.size(), std::size_t{1});
    QCOMPARE(outcome.delivery.records.front().identity.localId, std::string("5"));
}

// The oracle is what the message was made from.
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
        const Outcome outcome = read(message(children));
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

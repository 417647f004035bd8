// SPDX-License-Identifier: GPL-3.0-or-later
// XML messages that are not as they should be: in another encoding, cut short, hostile, with more
// than was agreed.
#include "xml_visits.h"

#include <QtTest>

using test::addsUp;
using test::child;
using test::message;
using test::read;
using test::XmlOutcome;

namespace {

QString failure(const XmlOutcome& outcome) {
    return outcome.summary ? QStringLiteral("accepted")
                           : QString::fromStdString(base::describe(outcome.summary.error()));
}

}  // namespace

class XmlFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheDeclaredEncoding_data();
    void readsTheDeclaredEncoding();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void neitherReadsNorKeepsWhatNoMappingLists();
    void saysWhatIsWrongWithTheHead();
    void rejectsTheRowsOfARefusedKind();
    void rejectsARowAndGoesOn();
    void ignoresStrayTextBetweenElements();
};

void XmlFaultsTest::readsTheDeclaredEncoding_data() {
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

void XmlFaultsTest::readsTheDeclaredEncoding() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, said);
    const XmlOutcome outcome = read(bytes.toStdString());
    addsUp(outcome);
    QCOMPARE(outcome.delivery.records.size(), std::size_t{1});
    QCOMPARE(outcome.delivery.records.front().identity.surname, std::string("Zo\xC3\xAB"));
    QCOMPARE(outcome.delivery.issues.size(), std::size_t(said.isEmpty() ? 0 : 1));
    if (!said.isEmpty())
        QVERIFY(outcome.delivery.find(said.toStdString()) != nullptr);
}

void XmlFaultsTest::refusesWhatIsNoMessage_data() {
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

void XmlFaultsTest::refusesWhatIsNoMessage() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, said);
    const XmlOutcome outcome = read(bytes.toStdString());
    QVERIFY(!outcome.summary);
    QVERIFY2(failure(outcome).contains(said), qPrintable(failure(outcome)));
    QVERIFY2(failure(outcome).contains(QStringLiteral("visits.xml")), qPrintable(failure(outcome)));
    QVERIFY(!failure(outcome).contains(QStringLiteral("Dear")));
}

void XmlFaultsTest::neitherReadsNorKeepsWhatNoMappingLists() {
    const XmlOutcome outcome = read(
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

void XmlFaultsTest::saysWhatIsWrongWithTheHead() {
    std::string bytes = message(child("<Visit day=\"2026-01-02\"/>"));
    bytes.replace(bytes.find("2026-03-31"), 10, "2025-03-31");
    const XmlOutcome outcome = read(bytes);
    addsUp(outcome);
    QCOMPARE(outcome.delivery.issues.size(), std::size_t{1});
    QCOMPARE(outcome.delivery.issues.front().code, std::string("bad-head"));
    QCOMPARE(outcome.delivery.issues.front().detail,
             std::string("'/Message/Head/Day': must be 31 March of the year"));
}

void XmlFaultsTest::rejectsTheRowsOfARefusedKind() {
    const XmlOutcome outcome = read(message(
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

void XmlFaultsTest::rejectsARowAndGoesOn() {
    const XmlOutcome outcome =
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

void XmlFaultsTest::ignoresStrayTextBetweenElements() {
    const XmlOutcome outcome =
        read(message("<Child>stray<Ids>Number<Number>5<!-- the child's --></Number>more</Ids>"
                     "<Visit day=\"2026-01-02\"/></Child>"));
    addsUp(outcome);
    QCOMPARE(outcome.delivery.records.size(), std::size_t{1});
    QCOMPARE(outcome.delivery.records.front().identity.localId, std::string("5"));
}

QTEST_APPLESS_MAIN(XmlFaultsTest)
#include "xml_faults_test.moc"

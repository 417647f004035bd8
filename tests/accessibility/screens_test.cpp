// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen of the real program, for every role, through the accessibility tree of the platform:
// found, filled in, pressed and read as by a screen reader, on a training vault. Needs Xvfb,
// dbus-daemon and at-spi2-core, and fails without them.
#include "access/role.h"
#include "private_desktop.h"
#include "reader.h"

#include <QFile>
#include <QtTest>

using namespace Qt::StringLiterals;
using accessibility::Grid;
using accessibility::Seen;

namespace {

constexpr unsigned escapeKey = 0xff1b;
constexpr unsigned upKey = 0xff52;
constexpr unsigned downKey = 0xff54;
constexpr unsigned returnKey = 0xff0d;

const QString password = u"correct horse battery"_s;

Seen thing(const QString& role, const QString& name, std::vector<Seen> children = {}) {
    Seen made;
    made.role = role;
    made.name = name;
    made.actions = QStringList{u"Press"_s};
    made.states = {true, true, false, false};
    made.children = std::move(children);
    return made;
}

Seen focused(Seen seen) {
    seen.states.focusable = true;
    seen.states.focused = true;
    return seen;
}

Seen withGrid(const Grid& grid) {
    Seen made = thing(u"table"_s, u"Families"_s);
    made.grid = grid;
    return made;
}

}  // namespace

Q_DECLARE_METATYPE(Seen)

class ScreensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyRuleCanFail_data();
    void everyRuleCanFail();
    void unlockPageIsUsable();
    void everyPlaceIsUsable_data();
    void everyPlaceIsUsable();
    void caseworkerReadsAFamily();
    void supervisorReadsAReview();
    void dataOfficerReadsDeliveries();
    void dataOfficerReadsLinks();
    void exportingOfficerPrepares();
    void drawingsAreTables();
    void administratorAddsAPerson();
    void nothingIsLeftRunning();

private:
    void signIn(const QString& user);
    void lock();
    void visit(const QString& press, const QString& where);
    void chooseFile(const QString& press);
    void verifyFaultless() const;

    accessibility::PrivateDesktop m_desktop;
    accessibility::Reader m_reader{[this] { m_desktop.focusTopWindow(); }};
    qsizetype m_faultsBefore = 0;
};

void ScreensTest::initTestCase() {
    const QString missing = m_desktop.start();
    QVERIFY2(missing.isEmpty(), qPrintable(missing));
    QFile secret(m_desktop.file(u"password"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write(password.toUtf8());
    secret.close();
    const QString program = QString::fromLatin1(FF_PROGRAM);
    const QString vault = m_desktop.file(u"training.vault"_s);
    QProcess* demo = m_desktop.run(program,
                                   {u"demo"_s,
                                    vault,
                                    u"--people"_s,
                                    u"600"_s,
                                    u"--seed"_s,
                                    u"2"_s,  // one pair of records is doubtful
                                    u"--password-file"_s,
                                    m_desktop.file(u"password"_s)});
    QVERIFY(demo != nullptr && demo->waitForFinished(300000));
    QCOMPARE(demo->exitCode(), 0);
    QVERIFY(m_desktop.run(program, {vault}) != nullptr);
    QVERIFY(m_reader.find(u"families-first"_s));
}

void ScreensTest::init() {
    m_faultsBefore = m_reader.faults().size();
    if (m_reader.sees(u"Places"_s))  // where the test before this one broke off
        lock();
}

void ScreensTest::verifyFaultless() const {
    const QStringList met = m_reader.faults().mid(m_faultsBefore);
    QVERIFY2(met.isEmpty(), qPrintable(u'\n' + met.join(u'\n')));
}

void ScreensTest::signIn(const QString& user) {
    QVERIFY(m_reader.write(u"Your name"_s, user));
    QVERIFY(m_reader.write(u"Password"_s, password));
    QVERIFY(m_reader.press(u"Unlock"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_reader.settle() && m_reader.sees(u"Places"_s), 60000);
    if (!m_reader.sees(u"End the tour"_s))  // it offers itself once
        return;
    m_reader.inspect(u"tour, first step"_s);
    visit(u"Next step"_s, u"tour, second step"_s);
    visit(u"End the tour"_s, u"tour, ended"_s);
}

void ScreensTest::lock() {
    QVERIFY(m_reader.press(u"Lock"_s));
    QTRY_VERIFY(m_reader.settle() && m_reader.sees(u"Your name"_s));
}

void ScreensTest::visit(const QString& press, const QString& where) {
    QVERIFY2(m_reader.press(press), qPrintable(u"%1: %2"_s.arg(where, press)));
    m_reader.inspect(where);
}

// In the dialog that opens.
void ScreensTest::chooseFile(const QString& press) {
    visit(press, press + u" its dialog"_s);
    QVERIFY(m_reader.write(u"File name:"_s, m_desktop.file(u"layout.csv"_s)));
    QVERIFY(m_reader.press(u"Open"_s));
}

void ScreensTest::everyRuleCanFail_data() {
    QTest::addColumn<Seen>("seen");
    QTest::addColumn<QString>("fault");
    const Seen here = focused(thing(u"text"_s, u"Search"_s));
    const auto row = [&here](const char* name, const Seen& wrong, const QString& fault) {
        QTest::newRow(name) << thing(u"frame"_s, u"Work list"_s, {here, wrong}) << fault;
    };
    row("nameless", thing(u"push button"_s, {}), u"has no name"_s);
    row("mnemonic", thing(u"push button"_s, u"&Take it"_s), u"not words"_s);
    row("markup", thing(u"push button"_s, u"<b>Take</b>"_s), u"not words"_s);
    row("object name", thing(u"push button"_s, u"takeFamily"_s), u"not words"_s);
    row("not a control", focused(thing(u"filler"_s, u"Board"_s)), u"no control"_s);
    Seen inert = thing(u"push button"_s, u"Take it"_s);
    inert.actions.clear();
    row("choice", thing(u"combo box"_s, u"mother"_s), u"without a label"_s);
    row("inert", inert, u"can't be pressed"_s);
    row("column", withGrid({1, 2, {u"Family"_s, {}}, {u"FF-1"_s, {}}}), u"no heading"_s);
    row("cell", withGrid({1, 1, {u"Family"_s}, {QString()}}), u"says nothing"_s);
    Seen drawing = thing(u"image"_s, u"Family map"_s);
    row("undescribed",
        thing(u"panel"_s, {}, {drawing, thing(u"check box"_s, u"Family map as a table"_s)}),
        u"without a description"_s);
    drawing.description = u"A drawing"_s;
    row("no twin", drawing, u"as a table"_s);
    const Seen close = thing(u"push button"_s, u"Close"_s);
    row("twice", thing(u"panel"_s, {}, {close, close}), u"the same name"_s);
    QTest::newRow("no focus") << thing(u"frame"_s, u"Work list"_s) << u"nothing has the focus"_s;
}

void ScreensTest::everyRuleCanFail() {
    QFETCH(Seen, seen);
    QFETCH(QString, fault);
    const QStringList faults = accessibility::faultsOf(seen);
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.front().contains(fault), qPrintable(faults.front()));
}

void ScreensTest::unlockPageIsUsable() {
    m_reader.inspect(u"unlock"_s);
    visit(u"Make a new vault…"_s, u"unlock, a new vault"_s);
    visit(u"Unlock one instead"_s, u"unlock again"_s);
    visit(u"View"_s, u"the view menu"_s);
    m_reader.key(escapeKey);
    verifyFaultless();
}

void ScreensTest::everyPlaceIsUsable_data() {
    QTest::addColumn<QString>("user");
    for (const access::Role role : access::allRoles) {
        const QString user = QString::fromStdString(std::string(access::roleCode(role)));
        QTest::newRow(qPrintable(user)) << user;
    }
}

void ScreensTest::everyPlaceIsUsable() {
    QFETCH(QString, user);
    signIn(user);
    const QStringList places = m_reader.names(u"radio button"_s, u"Places"_s);
    QVERIFY(!places.isEmpty());
    for (const QString& said : places) {
        const QString place = said.section(u',', 0, 0);
        visit(place, u"%1, %2"_s.arg(user, place));
        QVERIFY2(m_reader.title().startsWith(place), qPrintable(m_reader.title()));
    }
    lock();
    verifyFaultless();
}

void ScreensTest::caseworkerReadsAFamily() {
    signIn(u"caseworker"_s);
    visit(u"Work list"_s, u"work list"_s);
    visit(u"Waiting"_s, u"families that wait"_s);
    const Seen* families = accessibility::find(
        m_reader.seen(), [](const Seen& seen) { return seen.grid && seen.name == u"Families"_s; });
    QVERIFY(families != nullptr && families->grid->rows > 0);
    QVERIFY2(families->grid->first.value(2).contains(u"met"_s),  // drawn as marks
             qPrintable(families->grid->first.join(u'|')));
    QVERIFY(m_reader.openRow(u"Families"_s));
    m_reader.inspect(u"family"_s);
    const QStringList tiles = m_reader.names(u"radio button"_s, u"The six criteria"_s);
    QCOMPARE(tiles.size(), 6);
    for (const QString& tile : tiles)
        visit(tile, u"family, "_s + tile.section(u',', 0, 0));
    for (const QString& tile : tiles)
        if (tile.contains(u"Met"_s) && m_reader.press(tile) &&
            m_reader.sees(u"Open the evidence"_s))
            break;
    visit(u"Open the evidence"_s, u"evidence"_s);
    QVERIFY(m_reader.sees(u"Evidence"_s));
    visit(u"Open the chronology"_s, u"chronology"_s);
    visit(u"Chronology as a table"_s, u"chronology, a table"_s);
    visit(u"Family map as a table"_s, u"family map, a table"_s);
    visit(u"Record an answer\u2026"_s, u"consent form"_s);
    visit(u"Cancel"_s, u"consent form put away"_s);
    visit(u"Nominate\u2026"_s, u"nomination form"_s);
    visit(u"Not now"_s, u"nomination form put away"_s);
    visit(u"Take it"_s, u"family, taken"_s);
    visit(u"Put forward\u2026"_s, u"decision form"_s);
    visit(u"Cancel"_s, u"decision form put away"_s);
    visit(u"Print\u2026"_s, u"print menu"_s);
    m_reader.key(escapeKey);
    visit(u"Back"_s, u"work list again"_s);
    lock();
    verifyFaultless();
}

void ScreensTest::supervisorReadsAReview() {
    signIn(u"supervisor"_s);
    visit(u"Reviews"_s, u"reviews"_s);
    QVERIFY(m_reader.openRow(u"Families to review"_s));
    m_reader.inspect(u"review"_s);
    visit(u"Open the evidence"_s, u"review, evidence"_s);
    visit(u"Send back\u2026"_s, u"review form"_s);
    visit(u"Send back"_s, u"review form without a reason"_s);
    visit(u"Cancel"_s, u"review form put away"_s);
    lock();
    verifyFaultless();
}

void ScreensTest::dataOfficerReadsDeliveries() {
    signIn(u"data-officer"_s);
    visit(u"Deliveries"_s, u"deliveries"_s);
    visit(u"Partners"_s, u"partners"_s);
    QVERIFY(m_reader.press(u"Deliveries"_s, u"What to show"_s));
    visit(u"Data quality\u2026"_s, u"data quality"_s);
    visit(u"Withdraw this delivery\u2026"_s, u"withdrawal form"_s);
    visit(u"Cancel"_s, u"withdrawal form put away"_s);
    visit(u"Back to deliveries"_s, u"deliveries again"_s);
    QFile file(m_desktop.file(u"layout.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "Ref,Family name,First name,Born,Sex,House,Postcode,Owes,Since\r\n"
        "1,Arden,Mina,04/05/1985,F,14 Quarry Bank,HR6 8ZZ,310.50,01/02/2026\r\n");
    file.close();
    chooseFile(u"Import a file\u2026"_s);
    m_reader.inspect(u"import form"_s);
    visit(u"Not now"_s, u"import form put away"_s);
    visit(u"Mappings"_s, u"mappings"_s);
    chooseFile(u"Map a new layout\u2026"_s);
    m_reader.inspect(u"mapping, its agreement"_s);
    m_reader.key(downKey);  // none is chosen beforehand
    visit(u"Look at the file"_s, u"mapping, columns"_s);
    visit(u"Codes"_s, u"mapping, codes"_s);
    visit(u"First rows"_s, u"mapping, first rows"_s);
    visit(u"Trial run"_s, u"mapping, trial"_s);
    visit(u"Not now"_s, u"mapping put away"_s);
    visit(u"Plan"_s, u"plan"_s);
    visit(u"Try a change"_s, u"plan, a trial"_s);
    visit(u"Versions"_s, u"plan, versions"_s);
    lock();
    verifyFaultless();
}

void ScreensTest::dataOfficerReadsLinks() {
    signIn(u"data-officer"_s);
    visit(u"Links"_s, u"links"_s);
    visit(u"Different"_s, u"links, answered"_s);
    visit(u"How the last pair was weighed as a table"_s, u"links, weights"_s);
    visit(u"Undo a link\u2026"_s, u"a link to undo"_s);
    visit(u"Show it"_s, u"a link to undo, shown"_s);
    visit(u"Back"_s, u"links again"_s);
    visit(u"How records are linked"_s, u"linkage"_s);
    visit(u"Compared pairs by weight as a table"_s, u"linkage, weights"_s);
    visit(u"Draw a new sample"_s, u"checking"_s);
    visit(u"Not sure"_s, u"checking, answered"_s);
    visit(u"Ties"_s, u"ties"_s);
    lock();
    verifyFaultless();
}

void ScreensTest::exportingOfficerPrepares() {
    signIn(u"exporting-officer"_s);
    visit(u"Submissions"_s, u"submissions"_s);
    visit(u"Prepare\u2026"_s, u"preparing"_s);
    visit(u"Prepare"_s, u"prepared"_s);
    QVERIFY(m_reader.sees(u"Who would go, and who is left out"_s));
    lock();
    verifyFaultless();
}

void ScreensTest::drawingsAreTables() {
    signIn(u"report-reader"_s);
    visit(u"Overview"_s, u"overview"_s);
    for (const QString& drawing : {u"Which criteria come together"_s,
                                   u"From screened to supported"_s,
                                   u"Consent and objection"_s}) {
        visit(drawing + u" as a table"_s, u"overview, a table"_s);
        const Seen* table = accessibility::find(m_reader.seen(), [&drawing](const Seen& seen) {
            return seen.grid && seen.name == drawing + u", as a table"_s;
        });
        QVERIFY2(table != nullptr && table->grid->rows > 0, qPrintable(drawing));
    }
    lock();
    verifyFaultless();
}

void ScreensTest::administratorAddsAPerson() {
    signIn(u"administrator"_s);
    visit(u"People and access"_s, u"people"_s);
    visit(u"Add a person\u2026"_s, u"a new person"_s);
    visit(u"Not now"_s, u"people again"_s);
    visit(u"View"_s, u"view menu"_s);
    m_reader.key(
        upKey);  // a menu is no part of the tree until it is in use: by keys, its last line
    m_reader.key(returnKey);
    QVERIFY2(m_reader.title().startsWith(u"Your access"_s), qPrintable(m_reader.title()));
    m_reader.inspect(u"account"_s);
    visit(u"Change password"_s, u"account, without the old one"_s);
    lock();
    verifyFaultless();
}

void ScreensTest::nothingIsLeftRunning() {
    qInfo("%d stops were inspected", m_reader.inspected());
    QCOMPARE(m_desktop.stop(), QStringList());
}

QTEST_GUILESS_MAIN(ScreensTest)
#include "screens_test.moc"

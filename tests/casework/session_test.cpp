// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, and what every asking leaves behind.
#include "casework/session.h"

#include "casework/audit.h"
#include "casework/users.h"
#include "support/team.h"

using base::Code;
using base::Secret;
using casework::Session;
using support::must;
using support::Team;
using support::TemporaryVault;

namespace {

// Allowed events of one action by one person, newest 500.
std::size_t asked(Team& team, const std::string& user, access::Action action) {
    const auto page = must(casework::readAudit(team.auditor(), 0, 500));
    const records::UserId id = team.as(user).user().id;
    return static_cast<std::size_t>(
        std::count_if(page.events.begin(), page.events.end(), [&](const auto& event) {
            return event.user == id && event.action == access::actionCode(action) &&
                   event.outcome == access::AuditOutcome::allowed;
        }));
}

}  // namespace

class SessionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void refusesAShortPasswordForANewVault() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("a.vault")).toStdString();
        VERIFY_FAILS(
            Session::create(path, {"first", "", access::Role::administrator}, Secret("seven77")),
            Code::refused,
            "at least 8 characters");
        QVERIFY(!std::filesystem::exists(path));
    }

    void refusesAShortPasswordForANewUserAndAChangedOne() {
        Team team;
        VERIFY_FAILS(
            casework::addUser(
                team.administrator(), {"another", "", access::Role::caseworker}, Secret("seven77")),
            Code::refused,
            "at least 8 characters");
        VERIFY_FAILS(casework::changePassword(
                         team.caseworker(), TemporaryVault::password(), Secret("seven77")),
                     Code::refused,
                     "at least 8 characters");
        QVERIFY(Session::unlock(team.path(), "caseworker", TemporaryVault::password()).has_value());
    }

    void saysTheSameOfAnUnknownNameAndAWrongPassword() {
        const Team team;
        const auto wrong = Session::unlock(team.path(), "caseworker", Secret("not it at all"));
        const auto unknown = Session::unlock(team.path(), "nobody", TemporaryVault::password());
        QVERIFY(!wrong && !unknown);
        QCOMPARE(wrong.error().code, Code::wrongKey);
        QVERIFY(wrong.error() == unknown.error());
    }

    void aChangedPasswordOpensAndTheOldOneNoLonger() {
        Team team;
        must(casework::changePassword(
            team.caseworker(), TemporaryVault::password(), Secret("three other words")));
        QVERIFY(
            Session::unlock(team.path(), "caseworker", Secret("three other words")).has_value());
        VERIFY_FAILS(Session::unlock(team.path(), "caseworker", TemporaryVault::password()),
                     Code::wrongKey,
                     "");
    }

    void anotherConnectionIsTheSamePerson() {
        Team team;
        const auto another = must(team.supervisor().another());
        QVERIFY(another->user().id == team.supervisor().user().id);
        QCOMPARE(another->user().role, access::Role::supervisor);
        QVERIFY(another->path() == team.path());
        QVERIFY(another->listing().has_value());
    }

    void refusesToOpenAnythingForNoPurpose() {
        Team team;
        const std::size_t before = asked(team, "supervisor", access::Action::listFamilies);
        for (const char* purpose : {"", "  ", "\t"})
            VERIFY_FAILS(team.supervisor().authorise(
                             access::Action::listFamilies, access::Subject::vault(), purpose),
                         Code::refused,
                         "say what it is opened for");
        QCOMPARE(asked(team, "supervisor", access::Action::listFamilies), before);
    }

    void pagingThroughAListIsOneLook() {
        Team team;
        for (int page = 0; page < 3; ++page)
            QVERIFY(team.supervisor().listing().has_value());
        QCOMPARE(asked(team, "supervisor", access::Action::listFamilies), std::size_t{1});
    }

    void aRefusalIsInTheLogToo() {
        Team team;
        VERIFY_FAILS(team.dataOfficer().authorise(
                         access::Action::readAudit, access::Subject::vault(), "curiosity"),
                     Code::refused,
                     "");
        const auto page = must(casework::readAudit(team.auditor(), 0, 500));
        QVERIFY(std::any_of(page.events.begin(), page.events.end(), [&](const auto& event) {
            return event.user == team.dataOfficer().user().id &&
                   event.outcome == access::AuditOutcome::denied &&
                   event.action == access::actionCode(access::Action::readAudit);
        }));
        const auto verdict = must(casework::verifyAudit(team.auditor()));
        QVERIFY(!verdict.firstBroken);
    }

    void nobodyRemovesThemselves() {
        Team team;
        VERIFY_FAILS(casework::removeUser(team.administrator(), team.administrator().user().id),
                     Code::refused,
                     "nobody removes themselves");
    }
};

QTEST_APPLESS_MAIN(SessionTest)
#include "session_test.moc"

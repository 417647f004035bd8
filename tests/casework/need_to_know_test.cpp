// SPDX-License-Identifier: GPL-3.0-or-later
// What must not go further than it may: an objection made late, a health finding before a
// caseworker, a session of someone who left.
#include "casework/consents.h"
#include "casework/link_undo.h"
#include "casework/submissions.h"
#include "casework/users.h"
#include "store/link_table.h"
#include "support/price_family.h"

using base::Code;
using records::ConsentAnswer;
using records::ConsentKind;
using support::daysAgo;
using support::familyNamed;
using support::memberNamed;
using support::must;
using support::Team;

namespace {

casework::PreparedSubmission prepareUpToYesterday(Team& team) {
    base::NoProgress quiet;
    casework::SubmitRequest request;
    request.layout = "national-impact-study";
    request.to = daysAgo(1);
    return must(casework::prepareSubmission(team.exportingOfficer(), request, quiet));
}

}  // namespace

class NeedToKnowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void whoObjectsAfterThePeriodIsNotSent() {
        Team team;
        support::receiveFamilies(team);
        team.link();
        base::NoProgress quiet;
        casework::AssessRequest earlier;
        earlier.asAt = daysAgo(10);
        must(casework::assessFamilies(team.dataOfficer(), earlier, quiet));
        must(casework::setBasisForAll(
            team.governanceOfficer(), records::LawfulBasis::publicTask, daysAgo(20), "2026-1"));
        const auto before = prepareUpToYesterday(team);
        QVERIFY(before.submission.assessedOnlyPeople > 1);

        const auto view = familyNamed(team, "PRICE");
        records::ConsentRecord objection;
        objection.person = memberNamed(view, "Ann").person;
        objection.kind = ConsentKind::study;
        objection.answer = ConsentAnswer::objected;
        objection.date = base::today();
        objection.wordingVersion = "2026-1";
        must(casework::recordConsent(team.supervisor(), view.family, objection));

        const auto after = prepareUpToYesterday(team);
        QCOMPARE(after.submission.assessedOnlyPeople, before.submission.assessedOnlyPeople - 1);
        QCOMPARE(after.submission.leftOut.at("objected"), std::int64_t{1});
        VERIFY_FAILS(
            casework::releaseSubmission(
                team.governanceOfficer(), before.submission.id, team.folder() / "study", quiet),
            Code::refused,
            "prepared again");
    }

    void aCaseworkerSeesThatHealthIsMetAndNotByWhat() {
        Team team;
        support::prepareFamilies(team);
        const auto family = familyNamed(team, "PRICE").family;
        const auto seenBy = [&](casework::Session& session) {
            for (const auto& criterion :
                 must(casework::openFamily(session, family, "triage")).criteria)
                if (criterion.number == 6)
                    return criterion;
            qFatal("no criterion 6");
        };
        const auto worker = seenBy(team.caseworker());
        QCOMPARE(worker.outcome, records::Outcome::met);
        QVERIFY(worker.indicators.empty());
        const auto supervisor = seenBy(team.supervisor());
        QVERIFY(!supervisor.indicators.empty());
        QCOMPARE(supervisor.indicators.front().outcome, records::Outcome::met);
    }

    void undoingALinkSaysOfWhichRecord() {
        Team team;
        support::prepareFamilies(team);
        store::Vault& vault = team.dataOfficer().vault();
        const auto ann = memberNamed(familyNamed(team, "PRICE"), "Ann").person;
        const auto links = must(store::LinkTable(vault).ofPerson(
            support::granted(vault, access::Action::linkRecords), ann));
        QVERIFY(links.size() > 1);
        must(casework::undoLink(team.dataOfficer(), links.front().record));
        auto& log = vault.auditLog();
        const auto last = must(log.page(must(log.newest()), 1)).front();
        QCOMPARE(last.action, std::string("review-links"));
        QVERIFY(last.subject == access::Subject::of(links.front().record));
        team.link();
        const auto after = must(store::LinkTable(vault).personOf(
            support::granted(vault, access::Action::linkRecords), links.front().record));
        const auto other = must(store::LinkTable(vault).personOf(
            support::granted(vault, access::Action::linkRecords), links.back().record));
        QVERIFY(after != other);
    }

    void aSessionEndsWithItsUser() {
        Team team;
        support::prepareFamilies(team);
        const auto family = familyNamed(team, "PRICE").family;
        must(casework::countFamilies(team.supervisor(), {}));
        must(casework::removeUser(team.administrator(), team.supervisor().user().id));
        VERIFY_FAILS(casework::openFamily(team.supervisor(), family, "review"),
                     Code::refused,
                     "no longer a user");
        VERIFY_FAILS(
            casework::countFamilies(team.supervisor(), {}), Code::refused, "no longer a user");
    }
};

QTEST_GUILESS_MAIN(NeedToKnowTest)
#include "need_to_know_test.moc"

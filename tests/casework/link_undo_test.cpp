// SPDX-License-Identifier: GPL-3.0-or-later
// Undoing a link by a partner's file and row, as the window and the command line do it.
#include "casework/link_undo.h"

#include "casework/deliveries.h"
#include "support/price_family.h"

#include <QtTest>

using base::Code;
using records::PairAnswer;
using support::must;
using support::Team;

namespace {

records::DeliveryId deliveryOf(Team& team, const std::string& file) {
    for (const records::Delivery& delivery : must(casework::listDeliveries(team.dataOfficer())))
        if (delivery.fileName == file)
            return delivery.id;
    qFatal("no delivery %s", file.c_str());
}

}  // namespace

class LinkUndoTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void aRowIsShownBesideTheRecordsOfItsPerson() {
        Team team;
        support::prepareFamilies(team);
        const auto rows =
            must(casework::recordsOfRow(team.dataOfficer(), deliveryOf(team, "tenancies.csv"), 2));
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].side.identity.forename, std::string("Ann"));
        QCOMPARE(rows[0].others.size(), std::size_t{3});  // police, arrears and health
        const auto later =
            must(casework::recordsOfRow(team.dataOfficer(), deliveryOf(team, "arrears.csv"), 2));
        QVERIFY2(later[0].joined.starts_with("by the "), later[0].joined.c_str());
        for (const casework::PairSide& other : rows[0].others)
            QCOMPARE(other.identity.surname, std::string("Price"));
    }

    void everyRecordShownIsALookOfItsOwn() {
        Team team;
        support::prepareFamilies(team);
        const auto delivery = deliveryOf(team, "tenancies.csv");
        auto& log = team.auditor().vault().auditLog();
        const auto before = must(log.newest());
        const auto rows = must(casework::recordsOfRow(team.dataOfficer(), delivery, 2));
        QVERIFY(must(log.newest()) - before >=
                static_cast<std::int64_t>(1 + rows[0].others.size()));
    }

    void aRowThatIsNotThereIsSaidToBe() {
        Team team;
        support::prepareFamilies(team);
        const auto delivery = deliveryOf(team, "tenancies.csv");
        VERIFY_FAILS(casework::recordsOfRow(team.dataOfficer(), delivery, 99),
                     Code::notFound,
                     "became no record");
        VERIFY_FAILS(casework::recordsOfRow(team.caseworker(), delivery, 2), Code::refused, "");
        VERIFY_FAILS(casework::givenAnswers(team.supervisor(), 9), Code::refused, "");
    }

    void anUndoneLinkIsListedAndCanBeTakenBack() {
        Team team;
        support::prepareFamilies(team);
        auto& officer = team.dataOfficer();
        const auto row =
            must(casework::recordsOfRow(officer, deliveryOf(team, "tenancies.csv"), 2)).front();
        const auto answers = must(casework::undoLink(officer, row.record));
        QCOMPARE(answers.size(), row.others.size());
        const auto given = must(casework::givenAnswers(officer, 10));
        QCOMPARE(given.size(), answers.size());
        for (const casework::GivenAnswer& answer : given) {
            QVERIFY(answer.answer == PairAnswer::different);
            QVERIFY(answer.left == row.side.source || answer.right == row.side.source);
            QCOMPARE(answer.by, officer.user().displayName);
        }
        QCOMPARE(must(casework::givenAnswers(officer, 2)).size(), std::size_t{2});
        team.link();
        QVERIFY(must(casework::recordsOfRow(officer, deliveryOf(team, "tenancies.csv"), 2))
                    .front()
                    .others.empty());
        must(casework::takeBackAnswers(officer, answers));
        QVERIFY(must(casework::givenAnswers(officer, 10)).empty());
        VERIFY_FAILS(casework::takeBackAnswers(officer, answers), Code::notFound, "");
        team.link();
        QCOMPARE(must(casework::recordsOfRow(officer, deliveryOf(team, "tenancies.csv"), 2))
                     .front()
                     .others.size(),
                 row.others.size());
    }

    void takingBackIsInWholeOrNotAtAll() {
        Team team;
        support::prepareFamilies(team);
        auto& officer = team.dataOfficer();
        const auto row =
            must(casework::recordsOfRow(officer, deliveryOf(team, "tenancies.csv"), 2)).front();
        auto answers = must(casework::undoLink(officer, row.record));
        answers.push_back(999'999);
        VERIFY_FAILS(casework::takeBackAnswers(officer, answers), Code::notFound, "");
        QCOMPARE(must(casework::givenAnswers(officer, 10)).size(), row.others.size());
    }
};

QTEST_APPLESS_MAIN(LinkUndoTest)
#include "link_undo_test.moc"

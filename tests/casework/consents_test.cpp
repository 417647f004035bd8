// SPDX-License-Identifier: GPL-3.0-or-later
// Consent to the service, objection to the study and lawful basis.
#include "casework/consents.h"

#include "support/price_family.h"

using base::Code;
using records::ConsentAnswer;
using records::ConsentKind;
using records::ConsentRecord;
using records::LawfulBasis;
using records::PersonId;
using support::familyNamed;
using support::memberNamed;
using support::must;
using support::prepareFamilies;
using support::Team;

namespace {

struct Prices {
    Team team;
    records::FamilyId family;
    PersonId ann;
    PersonId ben;

    Prices() {
        prepareFamilies(team);
        const auto view = familyNamed(team, "PRICE");
        family = view.family;
        ann = memberNamed(view, "Ann").person;
        ben = memberNamed(view, "Ben").person;
    }

    std::vector<ConsentRecord> history(PersonId person) {
        return must(casework::consentHistory(team.supervisor(), family, person));
    }

    records::ConsentStanding standing(PersonId person) {
        return records::standingOn(history(person), base::today());
    }
};

ConsentRecord consent(PersonId person,
                      ConsentKind kind = ConsentKind::service,
                      ConsentAnswer answer = ConsentAnswer::given) {
    ConsentRecord record;
    record.person = person;
    record.kind = kind;
    record.answer = answer;
    record.date = support::daysAgo(2);
    record.wordingVersion = "2026-1";
    record.channel = "signed form";
    return record;
}

}  // namespace

class ConsentsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void anAdultsConsentStandsWithWhoRecordedIt() {
        Prices prices;
        must(casework::recordConsent(prices.team.caseworker(), prices.family, consent(prices.ann)));
        QVERIFY(prices.standing(prices.ann).consentGiven());
        QVERIFY(!prices.standing(prices.ben).consentGiven());
        const ConsentRecord kept = prices.history(prices.ann).at(0);
        QVERIFY(kept.recordedBy == prices.team.caseworker().user().id);
        QVERIFY(!kept.recordedAt.empty());
        QCOMPARE(kept.wordingVersion, std::string("2026-1"));
    }

    void aChildsRecordSaysWhoDecided() {
        Prices prices;
        auto& caseworker = prices.team.caseworker();
        ConsentRecord record = consent(prices.ben);
        VERIFY_FAILS(casework::recordConsent(caseworker, prices.family, record),
                     Code::refused,
                     "say who decided");
        record.decidedBy = "  ";
        VERIFY_FAILS(casework::recordConsent(caseworker, prices.family, record),
                     Code::refused,
                     "say who decided");
        QVERIFY(prices.history(prices.ben).empty());
        record.decidedBy = "mother";
        must(casework::recordConsent(caseworker, prices.family, record));
        QCOMPARE(prices.history(prices.ben).at(0).decidedBy, std::string("mother"));
    }

    void refusesWhatIsIncomplete_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* what, const char* words) {
            QTest::newRow(what) << QString::fromUtf8(what) << QString::fromUtf8(words);
        };
        row("no wording", "version");
        row("no date", "up to today");
        row("a date to come", "up to today");
        row("a service objected to", "does not belong");
        row("a study given", "does not belong");
        row("a basis given", "does not belong");
    }

    void refusesWhatIsIncomplete() {
        QFETCH(QString, what);
        QFETCH(QString, words);
        Prices prices;
        ConsentRecord record = consent(prices.ann);
        if (what == QStringLiteral("no wording"))
            record.wordingVersion = " ";
        else if (what == QStringLiteral("no date"))
            record.date = base::Date();
        else if (what == QStringLiteral("a date to come"))
            record.date = support::daysAgo(-1);
        else if (what == QStringLiteral("a service objected to"))
            record.answer = ConsentAnswer::objected;
        else if (what == QStringLiteral("a study given"))
            record.kind = ConsentKind::study;
        else
            record.kind = ConsentKind::basis;
        VERIFY_FAILS(casework::recordConsent(prices.team.caseworker(), prices.family, record),
                     Code::refused,
                     words.toStdString());
        QVERIFY(prices.history(prices.ann).empty());
    }

    void aPersonOfAnotherFamilyIsNotRecordedHere() {
        Prices prices;
        const auto other = familyNamed(prices.team, "HUGHES");
        QVERIFY(!casework::recordConsent(
            prices.team.caseworker(), prices.family, consent(memberNamed(other, "Zoe").person)));
        VERIFY_FAILS(
            casework::recordConsent(prices.team.dataOfficer(), prices.family, consent(prices.ann)),
            Code::refused,
            "");
    }

    void withdrawingIsOneStepForServiceAndStudy() {
        Prices prices;
        auto& caseworker = prices.team.caseworker();
        must(casework::recordConsent(caseworker, prices.family, consent(prices.ann)));
        must(casework::withdrawAll(caseworker, prices.family, prices.ann, "by telephone", ""));
        const auto standing = prices.standing(prices.ann);
        QVERIFY(!standing.consentGiven());
        QVERIFY(standing.objected());
        QCOMPARE(prices.history(prices.ann).size(), std::size_t{3});
    }

    void aChildsWithdrawalSaysWhoDecidedAndIsWholeOrNot() {
        Prices prices;
        auto& caseworker = prices.team.caseworker();
        VERIFY_FAILS(casework::withdrawAll(caseworker, prices.family, prices.ben, "in person", ""),
                     Code::refused,
                     "say who decided");
        QVERIFY(prices.history(prices.ben).empty());
        store::Database& database = caseworker.vault().database();
        int statement = 1;
        for (;; ++statement) {
            database.failAfter(statement);
            const auto done = casework::withdrawAll(
                caseworker, prices.family, prices.ben, "in person", "the child");
            database.failAfter(0);
            if (done)
                break;
            QVERIFY(prices.history(prices.ben).empty());
        }
        QVERIFY(statement > 3);
        QCOMPARE(prices.history(prices.ben).size(), std::size_t{2});
    }

    void aGovernanceOfficerSetsTheBasisForAllWhoHaveNone() {
        Prices prices;
        ConsentRecord own = consent(prices.ann, ConsentKind::basis, ConsentAnswer::set);
        own.basis = LawfulBasis::consent;
        must(casework::recordConsent(prices.team.caseworker(), prices.family, own));
        auto& officer = prices.team.governanceOfficer();
        const auto set = [&] {
            return must(casework::setBasisForAll(
                officer, LawfulBasis::publicTask, support::daysAgo(1), "notice 4"));
        };
        QCOMPARE(set(), std::size_t{5});
        QCOMPARE(prices.standing(prices.ann).basisInForce(), LawfulBasis::consent);
        QCOMPARE(prices.standing(prices.ben).basisInForce(), LawfulBasis::publicTask);
        QCOMPARE(set(), std::size_t{0});
    }

    void nobodyElseSetsTheBasisForAll() {
        Prices prices;
        for (const char* user : {"caseworker", "supervisor", "data-officer", "administrator"})
            VERIFY_FAILS(
                casework::setBasisForAll(
                    prices.team.as(user), LawfulBasis::publicTask, support::daysAgo(1), "notice 4"),
                Code::refused,
                "");
        VERIFY_FAILS(
            casework::setBasisForAll(
                prices.team.governanceOfficer(), LawfulBasis::publicTask, support::daysAgo(1), " "),
            Code::refused,
            "version");
        QVERIFY(prices.history(prices.ben).empty());
    }
};

QTEST_APPLESS_MAIN(ConsentsTest)
#include "consents_test.moc"

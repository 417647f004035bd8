// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/consent.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace records;

namespace {

ConsentRecord said(std::int64_t id, ConsentKind kind, ConsentAnswer answer, int day) {
    ConsentRecord record;
    record.id = id;
    record.kind = kind;
    record.answer = answer;
    record.date = base::Date(2026, 3, 1) + boost::gregorian::days(day);
    if (kind == ConsentKind::basis)
        record.basis = LawfulBasis::publicTask;
    return record;
}

base::Date onDay(int day) {
    return base::Date(2026, 3, 1) + boost::gregorian::days(day);
}

}  // namespace

class ConsentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void nothingSaidIsNoConsent() {
        const ConsentStanding standing = standingOn({}, onDay(0));
        QVERIFY(!standing.consentGiven());
        QVERIFY(!standing.objected());
        QCOMPARE(standing.basisInForce(), LawfulBasis::none);
    }

    void withdrawalIsOneStep() {
        const std::vector<ConsentRecord> all{
            said(1, ConsentKind::service, ConsentAnswer::given, 0),
            said(2, ConsentKind::service, ConsentAnswer::withdrawn, 10)};
        QVERIFY(standingOn(all, onDay(9)).consentGiven());
        QVERIFY(!standingOn(all, onDay(10)).consentGiven());
        QVERIFY(!standingOn(all, onDay(-1)).consentGiven());
    }

    void theLaterRecordOfOneDayCounts() {
        const std::vector<ConsentRecord> all{
            said(2, ConsentKind::service, ConsentAnswer::refused, 0),
            said(1, ConsentKind::service, ConsentAnswer::given, 0)};
        QVERIFY(!standingOn(all, onDay(0)).consentGiven());
    }

    void theThreeKindsAreSeparate() {
        const std::vector<ConsentRecord> all{
            said(1, ConsentKind::service, ConsentAnswer::given, 0),
            said(2, ConsentKind::study, ConsentAnswer::objected, 1),
            said(3, ConsentKind::basis, ConsentAnswer::set, 2)};
        const ConsentStanding standing = standingOn(all, onDay(3));
        QVERIFY(standing.consentGiven());
        QVERIFY(standing.objected());
        QCOMPARE(standing.basisInForce(), LawfulBasis::publicTask);
    }

    void anObjectionCanBeWithdrawn() {
        const std::vector<ConsentRecord> all{
            said(1, ConsentKind::study, ConsentAnswer::objected, 0),
            said(2, ConsentKind::study, ConsentAnswer::withdrawn, 5)};
        QVERIFY(standingOn(all, onDay(4)).objected());
        QVERIFY(!standingOn(all, onDay(5)).objected());
    }

    void theOrderOfRecordsDoesNotMatter() {
        QVERIFY(rc::check("order-free", [] {
            std::vector<ConsentRecord> all;
            const auto count = *rc::gen::inRange(0, 8);
            for (int i = 0; i < count; ++i) {
                const auto answer = *rc::gen::element(
                    ConsentAnswer::given, ConsentAnswer::refused, ConsentAnswer::withdrawn);
                all.push_back(said(i + 1, ConsentKind::service, answer, *rc::gen::inRange(0, 5)));
            }
            const base::Date day = onDay(*rc::gen::inRange(0, 6));
            const auto before = standingOn(all, day).service;
            std::reverse(all.begin(), all.end());
            const auto afterwards = standingOn(all, day).service;
            RC_ASSERT(before.has_value() == afterwards.has_value());
            RC_ASSERT(!before || before->id == afterwards->id);
        }));
    }

    void codesReadBack() {
        for (const ConsentKind kind :
             {ConsentKind::service, ConsentKind::study, ConsentKind::basis})
            QVERIFY(kindFromCode(kindCode(kind)) == kind);
        for (const LawfulBasis basis : {LawfulBasis::none,
                                        LawfulBasis::consent,
                                        LawfulBasis::publicTask,
                                        LawfulBasis::legalObligation})
            QVERIFY(basisFromCode(basisCode(basis)) == basis);
        QVERIFY(answerFromCode("objected") == ConsentAnswer::objected);
        QVERIFY(!answerFromCode("merged"));
    }
};

QTEST_APPLESS_MAIN(ConsentTest)
#include "consent_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/eligibility.h"

#include "candidates.h"

#include <QtTest>

using namespace disclosure;
using namespace disclosure::testing;
using records::Cohort;
using records::LawfulBasis;

namespace {

Layout usual() {
    return shippedLayout("national-impact-study").value();
}

Layout minimal() {
    return shippedLayout("national-impact-study-minimal").value();
}

std::string verdict(const std::optional<Reason>& reason) {
    return reason ? std::string(reasonCode(*reason)) : std::string("included");
}

std::vector<std::string> verdicts(const Layout& layout, const std::vector<Candidate>& candidates) {
    const Selection selection = select(layout, candidates, year2026());
    std::vector<std::string> out;
    for (const Candidate& candidate : candidates) {
        std::string found = "lost";
        for (const auto& one : selection.included)
            if (one.candidate == &candidate)
                found = one.addressWithheld ? "included without address" : "included";
        for (const auto& one : selection.excluded)
            if (one.candidate == &candidate)
                found = std::string(reasonCode(one.reason));
        out.push_back(found);
    }
    return out;
}

}  // namespace

Q_DECLARE_METATYPE(disclosure::Candidate)

class EligibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decidesOnePerson_data();
    void decidesOnePerson();
    void leavesOutProtectedPeopleWhereTheLayoutSaysSo();
    void protectsEveryoneAtAProtectedAddress();
    void protectsAPersonInEveryFamily();
    void protectsAChildOfTwoHomesWhereverTheFileNamesIt();
    void sendsAPersonOnceWithTheSupportedFamily();
    void keepsAnObjectorOutOfEveryFamily();
    void countsSupportYetToComeAsAssessedOnly();
    void asksAMandatoryColumnOnlyOfThoseItAppliesTo();
    void accountsForEveryCandidate();
    void hasWordsForEveryReasonAndConcern();
};

void EligibilityTest::decidesOnePerson_data() {
    QTest::addColumn<Candidate>("candidate");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* sentence, const char* expected, auto change) {
        Candidate candidate = adult();
        change(candidate);
        QTest::newRow(sentence) << candidate << QString::fromLatin1(expected);
    };
    const auto basis = [](LawfulBasis which) {
        return [which](Candidate& c) { c.standing = onBasis(which); };
    };
    row("someone who consented goes", "included", [](Candidate&) {});
    row("nothing recorded: stays", "no-basis", [](Candidate& c) { c.standing = {}; });
    row("a basis of 'none' is no basis", "no-basis", basis(LawfulBasis::none));
    row("consent without a basis is no basis", "no-basis", [](Candidate& c) {
        c.standing.basis.reset();
    });
    row("public task needs no consent", "included", basis(LawfulBasis::publicTask));
    row("legal obligation needs no consent", "included", basis(LawfulBasis::legalObligation));
    row("consent as the basis, nobody asked", "consent-not-given", basis(LawfulBasis::consent));
    row("consent refused", "consent-not-given", [](Candidate& c) {
        c.standing.service->answer = records::ConsentAnswer::refused;
    });
    row("consent withdrawn", "consent-not-given", [](Candidate& c) {
        c.standing.service->answer = records::ConsentAnswer::withdrawn;
    });
    row("an objector stays though they consented", "objected", [](Candidate& c) {
        c.standing = objecting();
    });
    row("an objector stays though public task would do", "objected", [](Candidate& c) {
        c.standing = onBasis(LawfulBasis::publicTask);
        c.standing.study = objecting().study;
    });
    row("an objection taken back counts no more", "included", [](Candidate& c) {
        c.standing = objecting();
        c.standing.study->answer = records::ConsentAnswer::withdrawn;
    });
    row("died on the last day", "deceased", [](Candidate& c) {
        c.person.identity.deathDate = day("2026-12-31");
    });
    row("died the day after", "included", [](Candidate& c) {
        c.person.identity.deathDate = day("2027-01-01");
    });
    row("a protected address goes blank", "included", [](Candidate& c) {
        c.person.addressProtected = true;
    });
    row("screened on the last day", "included", [](Candidate& c) {
        c.screened = day("2026-12-31");
    });
    row("screened the day after", "not-in-period", [](Candidate& c) {
        c.screened = day("2027-01-01");
    });
    row("never screened", "not-in-period", [](Candidate& c) { c.screened = base::Date(); });
    row("still waiting since last year", "included", [](Candidate& c) {
        c.cohort = Cohort::assessedOnly;
        c.screened = day("2024-02-01");
    });
    row("support ended before the period", "not-in-period", [](Candidate& c) {
        c.screened = day("2025-01-01");
        c.supportStart = day("2025-02-01");
        c.supportEnd = day("2025-12-31");
    });
    row("support ended on its first day", "included", [](Candidate& c) {
        c.screened = day("2025-01-01");
        c.supportStart = day("2025-02-01");
        c.supportEnd = day("2026-01-01");
    });
    row("no surname, which is mandatory", "missing-mandatory", [](Candidate& c) {
        c.person.identity.surname = "  ";
    });
    row("no forename, which is not", "included", [](Candidate& c) {
        c.person.identity.forename.clear();
    });
    row("only a year of birth", "missing-mandatory", [](Candidate& c) {
        c.person.identity.birthDate = {1990, 0, 0};
    });
    row("a placeholder birth date", "missing-mandatory", [](Candidate& c) {
        c.person.identity.birthDate = {1900, 1, 1};
    });
}

void EligibilityTest::decidesOnePerson() {
    QFETCH(Candidate, candidate);
    QFETCH(QString, expected);
    const bool marked = candidate.person.addressProtected;
    QCOMPARE(QString::fromStdString(verdict(leftOut(usual(), candidate, year2026(), marked))),
             expected);
}

void EligibilityTest::leavesOutProtectedPeopleWhereTheLayoutSaysSo() {
    Candidate marked = adult();
    marked.person.identity.addressProtected = true;
    QVERIFY(verdicts(minimal(), {marked}) == std::vector<std::string>{"protected-address"});
    QVERIFY(verdicts(usual(), {marked}) == std::vector<std::string>{"included without address"});
}

void EligibilityTest::protectsEveryoneAtAProtectedAddress() {
    Candidate mother = adult(1, 1);
    mother.person.addressProtected = true;
    const Candidate sonAtHome = child(2, 1);
    Candidate fatherElsewhere = adult(3, 1);
    fatherElsewhere.person.identity.address = "9 Bargates, Leominster";
    fatherElsewhere.person.identity.postcode = "HR6 8QS";
    Candidate lodgerOfAnotherFamily = adult(4, 2);
    lodgerOfAnotherFamily.person.identity.address = mother.person.identity.address;
    const Candidate neighbour = adult(5, 3);
    const std::vector<std::string> expected{"included without address",
                                            "included without address",
                                            "included",
                                            "included without address",
                                            "included"};
    QVERIFY(
        verdicts(usual(), {mother, sonAtHome, fatherElsewhere, lodgerOfAnotherFamily, neighbour}) ==
        expected);
}

void EligibilityTest::protectsAPersonInEveryFamily() {
    Candidate withMother = child(2, 1);
    withMother.person.addressProtected = true;
    withMother.cohort = Cohort::assessedOnly;
    Candidate withFather = child(2, 2);
    withFather.person.identity.address = "1 High Street, Ledbury";
    const std::vector<std::string> expected{"other-family", "included without address"};
    QVERIFY(verdicts(usual(), {withMother, withFather}) == expected);
}

void EligibilityTest::protectsAChildOfTwoHomesWhereverTheFileNamesIt() {
    Candidate mother = adult(1, 1);
    mother.person.addressProtected = true;
    Candidate withMother = child(2, 1);
    withMother.cohort = Cohort::assessedOnly;
    withMother.person.identity.address = "The Etnam Street house";  // the postcode is hers
    Candidate withFather = withMother;
    withFather.family = {2};
    withFather.cohort = Cohort::supported;
    const std::vector<std::string> expected{
        "included without address", "other-family", "included without address"};
    QVERIFY(verdicts(usual(), {mother, withMother, withFather}) == expected);
}

void EligibilityTest::sendsAPersonOnceWithTheSupportedFamily() {
    Candidate waiting = child(2, 1);
    waiting.cohort = Cohort::assessedOnly;
    waiting.screened = day("2025-01-01");
    const Candidate supported = child(2, 2);
    const std::vector<std::string> expected{"other-family", "included"};
    QVERIFY(verdicts(usual(), {waiting, supported}) == expected);
    QVERIFY(verdicts(usual(), {supported, waiting}) ==
            (std::vector<std::string>{"included", "other-family"}));
}

void EligibilityTest::keepsAnObjectorOutOfEveryFamily() {
    Candidate stale = child(2, 1);
    Candidate told = child(2, 2);
    told.standing = objecting();
    QVERIFY(verdicts(usual(), {stale, told}) == (std::vector<std::string>{"objected", "objected"}));
}

void EligibilityTest::countsSupportYetToComeAsAssessedOnly() {
    Candidate soon = adult();
    soon.supportStart = day("2027-01-01");
    const std::vector<Candidate> candidates{soon};
    const Selection selection = select(usual(), candidates, year2026());
    QCOMPARE(selection.included.size(), std::size_t{1});
    QVERIFY(selection.included.front().cohort == Cohort::assessedOnly);
}

void EligibilityTest::asksAMandatoryColumnOnlyOfThoseItAppliesTo() {
    Layout layout = usual();
    for (Column& column : layout.columns)
        column.mandatory = column.mandatory || column.field == Field::schoolUrn;
    Candidate pupil = child(2);
    pupil.schoolUrn = "not known";
    QVERIFY(verdicts(layout, {adult(1), pupil}) ==
            (std::vector<std::string>{"included", "missing-mandatory"}));
    // Withheld is not missing.
    pupil.person.addressProtected = true;
    QVERIFY(verdicts(layout, {pupil}) == std::vector<std::string>{"included without address"});
}

void EligibilityTest::accountsForEveryCandidate() {
    QVERIFY(
        rc::check("every candidate is included or excluded, each person at most once included", [] {
            const auto candidates = *rc::gen::container<std::vector<Candidate>>(anyCandidate());
            const Layout layout = *rc::gen::arbitrary<bool>() ? usual() : minimal();
            const Selection selection = select(layout, candidates, year2026());
            RC_ASSERT(selection.included.size() + selection.excluded.size() == candidates.size());
            std::set<records::PersonId> people;
            for (const auto& one : selection.included)
                RC_ASSERT(people.insert(one.candidate->person.id).second);
            for (const auto& one : selection.excluded)
                if (one.reason == Reason::otherFamily)
                    RC_ASSERT(people.contains(one.candidate->person.id));
        }));
}

void EligibilityTest::hasWordsForEveryReasonAndConcern() {
    std::set<std::string_view> codes;
    for (const Reason reason : allReasons) {
        codes.insert(reasonCode(reason));
        QVERIFY(!reasonWords(reason).empty());
    }
    for (const Concern concern : allConcerns) {
        codes.insert(concernCode(concern));
        QVERIFY(!concernWords(concern).empty());
    }
    QCOMPARE(codes.size(), allReasons.size() + allConcerns.size());
}

QTEST_APPLESS_MAIN(EligibilityTest)
#include "eligibility_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Agreements, deliveries' issues, consent and the register of submissions.
#include "store/submission_table.h"

#include "sample.h"
#include "store/consent_table.h"
#include "store/family_table.h"
#include "tests/support/temporary_vault.h"

using access::Action;
using access::Role;
using access::Subject;
using base::Code;
using records::SubmissionState;
using support::granted;
using support::must;
using support::TemporaryVault;

namespace {

records::Submission sample() {
    records::Submission submission;
    submission.layout = "national-study";
    submission.layoutVersion = "2";
    submission.recipient = "the study";
    submission.agreement = "study-2026";
    submission.from = base::Date(2025, 11, 1);
    submission.to = base::Date(2026, 11, 1);
    submission.fields = {"forename", "surname"};
    submission.completeness = {{2, 2}, {2, 1}};
    submission.leftOut = {{"objected", 3}, {"no consent", 12}};
    submission.supportedPeople = 1;
    submission.assessedOnlyPeople = 1;
    submission.sha256 = "aa";
    submission.people = {{{4}, {1}, "P4", "F1", records::Cohort::supported},
                         {{5}, {1}, "P5", "F1", records::Cohort::assessedOnly}};
    return submission;
}

records::ConsentRecord objection(std::int64_t person) {
    records::ConsentRecord record;
    record.person.value = person;
    record.kind = records::ConsentKind::study;
    record.answer = records::ConsentAnswer::objected;
    record.date = base::Date(2026, 11, 2);
    record.wordingVersion = "2";
    record.channel = "by telephone";
    record.decidedBy = "mother";
    return record;
}

}  // namespace

class SubmissionTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void remembersHowCompleteEachFieldWas() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::exportingOfficer);
        store::SubmissionTable table(*officer);
        const auto grant = granted(*officer, Action::prepareSubmission);
        const auto id = must(table.insert(grant, sample()));
        const auto kept = must(table.find(grant, id));
        QCOMPARE(kept.completeness.size(), kept.fields.size());
        QCOMPARE(kept.completeness[1].applies, std::int64_t{2});
        QCOMPARE(kept.completeness[1].filled, std::int64_t{1});
    }

    void isReleasedByAnotherPerson() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::exportingOfficer);
        store::SubmissionTable table(*officer);
        const auto id = must(table.insert(granted(*officer, Action::prepareSubmission), sample()));
        // The gate knows who prepared it.
        access::Gate gate(*officer, *officer);
        QVERIFY(!gate.authorise(
            officer->user(), Action::releaseSubmission, Subject::of(id), "release"));
        const auto governor = temporary.as(Role::governanceOfficer);
        store::SubmissionTable theirs(*governor);
        const auto grant = granted(*governor, Action::releaseSubmission, Subject::of(id));
        must(theirs.release(grant, id, "bb"));
        const auto twice = theirs.release(grant, id, "bb");
        QVERIFY(!twice && twice.error().code == Code::refused);
        const auto found = must(table.find(granted(*officer, Action::readRegister), id));
        QVERIFY(found.state == SubmissionState::released && found.sha256 == "bb" &&
                found.preparedBy == officer->user().id && found.releasedBy == governor->user().id &&
                found.fields == sample().fields && found.leftOut == sample().leftOut &&
                found.people.size() == 2 && found.people[1].personPseudonym == "P5" &&
                found.people[1].cohort == records::Cohort::assessedOnly &&
                found.from == sample().from);
    }

    void answersWhetherAPersonWasIncluded() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::exportingOfficer);
        store::SubmissionTable table(*officer);
        const auto grant = granted(*officer, Action::prepareSubmission);
        must(table.insert(grant, sample()));
        auto other = sample();
        other.people.pop_back();
        must(table.insert(grant, other));
        const auto reading = granted(*officer, Action::readRegister);
        QCOMPARE(must(table.ofPerson(reading, {4})).size(), std::size_t{2});
        const auto once = must(table.ofPerson(reading, {5}));
        QVERIFY(once.size() == 1 && once[0].people.size() == 1 &&
                once[0].people[0].person.value == 5);
        QVERIFY(must(table.ofPerson(reading, {6})).empty());
    }

    void canBeWithdrawnBeforeItGoes() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::exportingOfficer);
        store::SubmissionTable table(*officer);
        const auto grant = granted(*officer, Action::prepareSubmission);
        const auto id = must(table.insert(grant, sample()));
        must(table.withdraw(grant, id));
        QVERIFY(must(table.list(grant)).front().state == SubmissionState::withdrawn);
        QVERIFY(!table.withdraw(grant, id));
    }

    void keepsConsentForWhoeverTheGrantReaches() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::supervisor);
        records::Family family{{1}, "", {}};
        family.members.push_back({{4}, records::MemberRole::child, {}, {}, ""});
        must(store::FamilyTable(*vault).replaceAll({family}, {}));
        store::ConsentTable table(*vault);
        const auto grant =
            granted(*vault, Action::recordConsent, Subject::of(records::FamilyId{1}));
        must(table.append(grant, objection(4)));
        const auto refused = table.append(grant, objection(5));
        QVERIFY(!refused && refused.error().code == Code::refused);
        const auto read = must(table.ofPerson(grant, {4}));
        QVERIFY(read.size() == 1 && read[0].answer == records::ConsentAnswer::objected &&
                read[0].kind == records::ConsentKind::study && read[0].decidedBy == "mother" &&
                read[0].recordedBy == vault->user().id && read[0].date == base::Date(2026, 11, 2));
        QVERIFY(!table.ofPerson(grant, {5}));
        const auto officer = temporary.as(Role::exportingOfficer);
        const auto all =
            must(store::ConsentTable(*officer).all(granted(*officer, Action::prepareSubmission)));
        QVERIFY(all.size() == 1 && all.at({4}).size() == 1);
    }

    void refusesADeliveryReceivedBefore() {
        TemporaryVault temporary;
        const auto first = support::sampleDelivery(temporary.vault());
        store::DeliveryTable table(temporary.vault());
        auto again = *must(table.find(first));
        again.fileName = "renamed.csv";
        const auto refused = table.insert(again);
        QVERIFY(!refused && refused.error().code == Code::exists);
        QVERIFY(refused.error().detail.find("delivery 1") != std::string::npos);
    }

    void pagesRowIssuesInTheirOrder() {
        TemporaryVault temporary;
        const auto delivery = support::sampleDelivery(temporary.vault());
        store::DeliveryTable table(temporary.vault());
        std::vector<records::RowIssue> issues;
        for (std::int64_t row = 2; row < 52; ++row)
            issues.push_back(
                {delivery,
                 row,
                 "DOB",
                 row % 2 == 0 ? records::IssueSeverity::rejected : records::IssueSeverity::warning,
                 "bad-date",
                 "not a day"});
        must(table.appendIssues(delivery, {issues.begin(), issues.begin() + 20}));
        must(table.appendIssues(delivery, {issues.begin() + 20, issues.end()}));
        QVERIFY(must(table.issues(delivery, 0, 100)) == issues);
        const auto page = must(table.issues(delivery, 19, 2));
        QVERIFY(page.size() == 2 && page[0] == issues[19] && page[1] == issues[20]);
        QCOMPARE(must(table.issueCount(delivery)), std::int64_t{50});
    }

    void keepsAgreementsAndCoverage() {
        TemporaryVault temporary;
        const auto delivery = support::sampleDelivery(temporary.vault());
        store::AgreementTable agreements(temporary.vault());
        auto agreement = *must(agreements.find("schools-2026"));
        QVERIFY(agreement.recordTypes.size() == 2 && agreement.columns.size() == 2 &&
                agreement.expiry == base::Date(2026, 12, 31));
        QVERIFY(!agreements.add(agreement));
        agreement.expiry = base::Date(2027, 12, 31);
        must(agreements.update(agreement));
        QVERIFY(must(agreements.find(agreement.id))->expiry == agreement.expiry);
        store::DeliveryTable table(temporary.vault());
        must(table.insertCoverage(
            {{delivery,
              records::Agency::police,
              "offence",
              base::Date(2026, 1, 1),
              base::Date(2026, 6, 30),
              {}},
             {delivery, records::Agency::schools, "attendance", {}, {}, {"2025-autumn"}}}));
        const auto spans = must(table.coverage());
        QVERIFY(spans.size() == 2 && spans[0].to == base::Date(2026, 6, 30) &&
                spans[1].from.is_not_a_date() && spans[1].terms.front() == "2025-autumn");
    }

    void saysWhenTheDiskIsFullAndLosesNothing() {
        TemporaryVault temporary;
        auto& vault = temporary.vault();
        const auto delivery = support::sampleDelivery(vault);
        auto pages = must(vault.database().prepare("PRAGMA page_count"));
        QVERIFY(must(pages.next()));
        const std::string most = std::to_string(pages.integer(0) + 20);
        pages.reset();
        must(vault.database().execute("PRAGMA max_page_count = " + most));
        base::Result<void> failed;
        {
            auto transaction = must(vault.begin());
            store::SourceRecordTable table(vault);
            for (int i = 0; i < 5000 && failed; ++i)
                if (const auto kept = table.append(support::sampleRecord(delivery)); !kept)
                    failed = base::fail(kept.error());
            QVERIFY(!table.append(support::sampleRecord(delivery)));
        }
        QVERIFY(!failed && failed.error().code == Code::full);
        QCOMPARE(must(store::SourceRecordTable(vault).count()), std::int64_t{0});
        QCOMPARE(must(store::DeliveryTable(vault).list()).size(), std::size_t{1});
        QVERIFY(must(vault.verifyAudit()).whole);
    }
};

QTEST_APPLESS_MAIN(SubmissionTableTest)
#include "submission_table_test.moc"

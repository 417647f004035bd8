// SPDX-License-Identifier: GPL-3.0-or-later
// Who goes to the study, who lets them go, and what the register remembers.
#include "casework/submissions.h"

#include "base/crypto.h"
#include "casework/consents.h"
#include "support/price_family.h"

#include <filesystem>

using base::Code;
using casework::PreparedSubmission;
using casework::ReleasedFiles;
using records::PersonId;
using records::SubmissionId;
using records::SubmissionState;
using support::BensAddress;
using support::familyNamed;
using support::memberNamed;
using support::must;
using support::Team;

namespace {

// The three families assessed, with or without a lawful basis for everyone.
struct Study {
    Team team;

    explicit Study(BensAddress address = BensAddress::open) {
        support::prepareFamilies(team, address);
    }

    void setBasis() {
        must(casework::setBasisForAll(team.governanceOfficer(),
                                      records::LawfulBasis::publicTask,
                                      support::daysAgo(30),
                                      "notice 4"));
    }

    [[nodiscard]] PreparedSubmission prepare(const std::string& layout = "national-impact-study") {
        base::NoProgress quiet;
        casework::SubmitRequest request;
        request.layout = layout;
        return must(casework::prepareSubmission(team.exportingOfficer(), request, quiet));
    }

    [[nodiscard]] base::Result<ReleasedFiles> release(casework::Session& by, SubmissionId id) {
        base::NoProgress quiet;
        return casework::releaseSubmission(by, id, folder(), quiet);
    }

    [[nodiscard]] std::filesystem::path folder() const { return team.folder() / "study"; }

    [[nodiscard]] bool nothingWritten() const {
        return !std::filesystem::exists(folder()) || std::filesystem::is_empty(folder());
    }
};

std::string textOf(const std::filesystem::path& path) {
    return must(base::readFile(path));
}

bool holds(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

class SubmissionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void withoutALawfulBasisNobodyGoes() {
        Study study;
        const auto prepared = study.prepare().submission;
        QCOMPARE(prepared.supportedPeople + prepared.assessedOnlyPeople, std::int64_t{0});
        QCOMPARE(prepared.leftOut.at("no-basis"), std::int64_t{4});
        const auto files = must(study.release(study.team.governanceOfficer(), prepared.id));
        const std::string csv = textOf(files.csv);
        QVERIFY(!holds(csv, "Price") && !holds(csv, "Hughes"));
    }

    void flaggedFamiliesGoAsAssessedAndOthersNotAtAll() {
        Study study;
        study.setBasis();
        const auto prepared = study.prepare();
        QCOMPARE(prepared.submission.assessedOnlyPeople, std::int64_t{4});
        QCOMPARE(prepared.submission.supportedPeople, std::int64_t{0});
        QVERIFY(!holds(prepared.manifestJson, "Price"));
        const auto files =
            must(study.release(study.team.governanceOfficer(), prepared.submission.id));
        const std::string csv = textOf(files.csv);
        QVERIFY(holds(csv, "Price") && holds(csv, "Hughes"));
        QVERIFY(!holds(csv, "Jones"));
    }

    void preparingWritesNoIdentifier() {
        Study study;
        study.setBasis();
        static_cast<void>(study.prepare());
        QVERIFY(study.nothingWritten());
        for (const auto& entry : std::filesystem::directory_iterator(study.team.folder()))
            QVERIFY(!entry.path().filename().string().starts_with("national-impact-study"));
    }

    void thePreparerDoesNotRelease() {
        Study study;
        study.setBasis();
        const auto id = study.prepare().submission.id;
        VERIFY_FAILS(study.release(study.team.exportingOfficer(), id), Code::refused, "");
        VERIFY_FAILS(study.release(study.team.supervisor(), id), Code::refused, "");
        QVERIFY(study.nothingWritten());
        QVERIFY(study.release(study.team.governanceOfficer(), id).has_value());
    }

    void anObjectionAfterPreparingStopsTheRelease() {
        Study study;
        study.setBasis();
        const auto id = study.prepare().submission.id;
        const auto prices = familyNamed(study.team, "PRICE");
        const PersonId ann = memberNamed(prices, "Ann").person;
        must(
            casework::withdrawAll(study.team.caseworker(), prices.family, ann, "by telephone", ""));
        VERIFY_FAILS(study.release(study.team.governanceOfficer(), id),
                     Code::refused,
                     "changed since it was prepared");
        QVERIFY(study.nothingWritten());

        const auto again = study.prepare().submission;
        QCOMPARE(again.assessedOnlyPeople, std::int64_t{3});
        QCOMPARE(again.leftOut.at("objected"), std::int64_t{1});
        const auto files = must(study.release(study.team.governanceOfficer(), again.id));
        const std::string csv = textOf(files.csv);
        QVERIFY(!holds(csv, "Ann"));
        QVERIFY(holds(csv, "Ben"));
    }

    void anObjectionOfTodayCountsForAPeriodThatIsOver() {
        Study study;
        study.setBasis();
        base::NoProgress quiet;
        casework::SubmitRequest request;
        request.layout = "national-impact-study";
        request.to = support::daysAgo(10);
        const auto before =
            must(casework::prepareSubmission(study.team.exportingOfficer(), request, quiet));
        const auto prices = familyNamed(study.team, "PRICE");
        must(casework::withdrawAll(study.team.caseworker(),
                                   prices.family,
                                   memberNamed(prices, "Ann").person,
                                   "by telephone",
                                   ""));
        const auto now =
            must(casework::prepareSubmission(study.team.exportingOfficer(), request, quiet));
        QVERIFY(now.submission.leftOut.contains("objected"));
        QCOMPARE(before.submission.leftOut.count("objected"), std::size_t{0});
    }

    void theReleasedFilesAreThoseOfTheRegister() {
        Study study;
        study.setBasis();
        const auto prepared = study.prepare().submission;
        const auto files = must(study.release(study.team.governanceOfficer(), prepared.id));
        const auto listed = must(casework::listSubmissions(study.team.auditor())).at(0);
        QCOMPARE(base::sha256Hex(textOf(files.csv)), listed.sha256);
        QVERIFY(holds(textOf(files.manifest), listed.sha256.c_str()));
        QCOMPARE(listed.state, SubmissionState::released);
        QVERIFY(listed.preparedBy == study.team.exportingOfficer().user().id);
        QVERIFY(listed.releasedBy == study.team.governanceOfficer().user().id);
        VERIFY_FAILS(study.release(study.team.governanceOfficer(), prepared.id),
                     Code::refused,
                     "already released");
    }

    void neitherFileIsWrittenWhereOneIsInTheWay() {
        Study study;
        study.setBasis();
        const auto id = study.prepare().submission.id;
        const auto first = must(study.release(study.team.governanceOfficer(), id));
        std::filesystem::remove(first.csv);
        const auto second = study.prepare().submission.id;
        VERIFY_FAILS(
            study.release(study.team.governanceOfficer(), second), Code::exists, "another folder");
        QVERIFY(!std::filesystem::exists(first.csv));
        for (const auto& one : must(casework::listSubmissions(study.team.auditor())))
            if (one.id == second)
                QCOMPARE(one.state, SubmissionState::prepared);
    }

    void aFailingStatementReleasesNothing() {
        Study study;
        study.setBasis();
        const auto id = study.prepare().submission.id;
        auto& officer = study.team.governanceOfficer();
        int statement = 1;
        for (;; ++statement) {
            officer.vault().database().failAfter(statement);
            const auto released = study.release(officer, id);
            officer.vault().database().failAfter(0);
            if (released)
                break;
            QVERIFY(study.nothingWritten());
            QCOMPARE(must(casework::listSubmissions(officer)).at(0).state,
                     SubmissionState::prepared);
        }
        QVERIFY(statement > 5);
    }

    void aProtectedAddressIsNeverInTheFile() {
        for (const std::string& layout : casework::layoutNames()) {
            Study study(BensAddress::restricted);
            study.setBasis();
            const auto prepared = study.prepare(layout).submission;
            const auto files = must(study.release(study.team.governanceOfficer(), prepared.id));
            const std::string csv = textOf(files.csv);
            QVERIFY2(!holds(csv, "HR6 8AQ") && !holds(csv, "HR68AQ") && !holds(csv, "Etnam"),
                     layout.c_str());
            QVERIFY2(holds(csv, "Hughes"), layout.c_str());
        }
    }

    void theRegisterAnswersForAPerson() {
        Study study;
        study.setBasis();
        const PersonId ann = memberNamed(familyNamed(study.team, "PRICE"), "Ann").person;
        const PersonId kim = memberNamed(familyNamed(study.team, "JONES"), "Kim").person;
        const auto id = study.prepare().submission.id;
        auto& officer = study.team.governanceOfficer();
        QVERIFY(!must(casework::inclusionsOf(officer, ann)).at(0).released);
        must(study.release(officer, id));
        const auto inclusions = must(casework::inclusionsOf(officer, ann));
        QCOMPARE(inclusions.size(), std::size_t{1});
        QVERIFY(inclusions[0].submission == id);
        QVERIFY(inclusions[0].released);
        QCOMPARE(inclusions[0].cohort, records::Cohort::assessedOnly);
        QVERIFY(holds(inclusions[0].recipient, "Office for National Statistics"));
        QVERIFY(!inclusions[0].fields.empty());
        QVERIFY(must(casework::inclusionsOf(officer, kim)).empty());
        VERIFY_FAILS(casework::inclusionsOf(study.team.caseworker(), ann), Code::refused, "");
    }

    void refusesAPeriodThatMakesNoSense() {
        Study study;
        base::NoProgress quiet;
        casework::SubmitRequest request;
        request.layout = "national-impact-study";
        request.to = support::daysAgo(-1);
        VERIFY_FAILS(casework::prepareSubmission(study.team.exportingOfficer(), request, quiet),
                     Code::refused,
                     "ends after today");
        request.to = support::daysAgo(10);
        request.from = support::daysAgo(5);
        VERIFY_FAILS(casework::prepareSubmission(study.team.exportingOfficer(), request, quiet),
                     Code::refused,
                     "ends before it begins");
        QVERIFY(must(casework::listSubmissions(study.team.auditor())).empty());
    }
};

QTEST_APPLESS_MAIN(SubmissionsTest)
#include "submissions_test.moc"

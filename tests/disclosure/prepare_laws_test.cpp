// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of every submission, whoever is in the vault.
#include "base/crypto.h"
#include "base/text.h"
#include "candidates.h"
#include "disclosure/prepare.h"
#include "disclosure/pseudonym.h"
#include "prepared.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace disclosure;
using namespace disclosure::testing;

namespace {

constexpr std::array layoutNames{
    "national-impact-study", "national-impact-study-health", "national-impact-study-minimal"};

std::vector<Candidate> anyPeople() {
    return *rc::gen::container<std::vector<Candidate>>(anyCandidate());
}

}  // namespace

class PrepareLawsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void giveNoIdentifierOfAnyoneLeftOut();
    void neverShowAProtectedAddress();
    void agreeWithTheirManifest();
    void doNotDependOnTheOrderOfTheVault();
};

void PrepareLawsTest::giveNoIdentifierOfAnyoneLeftOut() {
    QVERIFY(rc::check("no basis or an objection: nothing of the person anywhere", [] {
        const auto candidates = anyPeople();
        const Prepared made = prepared(candidates, *rc::gen::elementOf(layoutNames));
        std::set<records::PersonId> out;
        for (const Candidate& candidate : candidates)
            if (candidate.standing.objected() ||
                candidate.standing.basisInForce() == records::LawfulBasis::none)
                out.insert(candidate.person.id);
        RC_TAG(out.empty());
        for (const records::PersonId person : out) {
            const std::string mark = std::to_string(100000 + person.value);
            const std::string own = pseudonym(studyKey(), "national-impact-study", person);
            for (const std::string& bytes : {made.csv, made.manifestJson}) {
                RC_ASSERT(bytes.find("Surname" + mark) == std::string::npos);
                RC_ASSERT(bytes.find("Forename" + mark) == std::string::npos);
                RC_ASSERT(bytes.find(own) == std::string::npos);
            }
            for (const records::SubmissionPerson& entry : made.submission.people)
                RC_ASSERT(entry.person != person);
        }
    }));
}

void PrepareLawsTest::neverShowAProtectedAddress() {
    QVERIFY(rc::check("a protected address or its postcode is nowhere in the file", [] {
        const auto candidates = anyPeople();
        Layout layout = layoutNamed(*rc::gen::elementOf(layoutNames));
        layout.columns.push_back(
            {"address", Field::address, Format::asHeld, false, Only::anyone, ""});
        base::NoProgress progress;
        const auto made = prepare(layout, candidates, studyKey(), request(), progress);
        RC_ASSERT(made.has_value());
        for (const Candidate& candidate : candidates) {
            if (!candidate.person.identity.addressProtected)
                continue;
            RC_ASSERT(made->csv.find(candidate.person.identity.address) == std::string::npos);
            // Each home of this town has a postcode of its own.
            RC_ASSERT(made->csv.find(candidate.person.identity.postcode) == std::string::npos);
        }
    }));
}

void PrepareLawsTest::agreeWithTheirManifest() {
    QVERIFY(rc::check("rows, counts, reasons and SHA-256 agree", [] {
        const auto candidates = anyPeople();
        const Prepared made = prepared(candidates, *rc::gen::elementOf(layoutNames));
        const base::Json manifest = manifestOf(made);
        const auto rows = static_cast<std::int64_t>(lines(made.csv).size()) - 1;
        RC_ASSERT(manifest["file"]["rows"].integer() == rows);
        RC_ASSERT(manifest["people"]["total"].integer() == rows);
        RC_ASSERT(manifest["people"]["supported"].integer() +
                      manifest["people"]["assessed_only"].integer() ==
                  rows);
        RC_ASSERT(manifest["file"]["sha256"].text() == base::sha256Hex(made.csv));
        RC_ASSERT(made.submission.sha256 == base::sha256Hex(made.csv));
        RC_ASSERT(manifest["file"]["bytes"].integer() ==
                  static_cast<std::int64_t>(made.csv.size()));
        std::set<records::FamilyId> families;
        for (const records::SubmissionPerson& person : made.submission.people)
            families.insert(person.family);
        RC_ASSERT(manifest["families"]["total"].integer() ==
                  static_cast<std::int64_t>(families.size()));
        std::set<records::PersonId> everyone;
        for (const Candidate& candidate : candidates)
            everyone.insert(candidate.person.id);
        std::int64_t accounted = rows;
        for (const auto& [reason, count] : manifest["left_out_people"].members())
            accounted += count.integer();
        RC_ASSERT(accounted >= static_cast<std::int64_t>(everyone.size()));
    }));
}

void PrepareLawsTest::doNotDependOnTheOrderOfTheVault() {
    QVERIFY(rc::check("the same people in any order give the same bytes", [] {
        std::vector<Candidate> candidates;
        std::set<records::PersonId> seen;
        for (Candidate& candidate : anyPeople())
            if (seen.insert(candidate.person.id).second)
                candidates.push_back(std::move(candidate));
        std::vector<Candidate> reversed(candidates.rbegin(), candidates.rend());
        const Prepared one = prepared(candidates);
        const Prepared other = prepared(reversed);
        RC_ASSERT(one.csv == other.csv);
        RC_ASSERT(one.manifestJson == other.manifestJson);
        const auto all = lines(one.csv);
        std::vector<std::string> pseudonyms;
        for (std::size_t i = 1; i < all.size(); ++i)
            pseudonyms.emplace_back(base::split(all[i], ',').at(1));
        RC_ASSERT(std::is_sorted(pseudonyms.begin(), pseudonyms.end()));
    }));
}

QTEST_APPLESS_MAIN(PrepareLawsTest)
#include "prepare_laws_test.moc"

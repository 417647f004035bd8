// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/prepare.h"

#include "base/json.h"
#include "base/text.h"
#include "candidates.h"
#include "disclosure/pseudonym.h"
#include "prepared.h"

#include <QtTest>

#include <algorithm>

using namespace disclosure;
using namespace disclosure::testing;
using records::Cohort;

namespace {

// The cell of the only person under `heading`; good for cells without separators.
std::string onlyCell(const Prepared& made, std::string_view heading) {
    const auto all = lines(made.csv);
    const auto headings = base::split(all.at(0), ',');
    const auto cells = base::split(all.at(1), ',');
    const auto at = std::find(headings.begin(), headings.end(), heading);
    return at == headings.end()
               ? "no such column"
               : std::string(cells.at(static_cast<std::size_t>(at - headings.begin())));
}

std::int64_t warned(const Prepared& made, Concern concern) {
    return std::count_if(made.warnings.begin(),
                         made.warnings.end(),
                         [concern](const Warning& warning) { return warning.concern == concern; });
}

class Stopped : public base::Progress {
public:
    void step(std::string_view, std::uint64_t, std::uint64_t) override {}

    [[nodiscard]] bool cancelled() const override { return true; }
};

}  // namespace

class PrepareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesOneLineAPerson();
    void blanksWhatIsNotValid();
    void fillsAColumnOnlyForThoseItIsFor();
    void blanksSupportOfTheAssessedOnly();
    void hidesAnEndOfSupportYetToCome();
    void neutralisesFormulasAndLineBreaks();
    void writesOtherFormsOfDateAndSex();
    void namesTheFilesByPeriod();
    void saysInTheManifestWhatWentAndWhatDidNot();
    void statesHowCompleteEachColumnIs();
    void warnsOfWhatIsWorthALook_data();
    void warnsOfWhatIsWorthALook();
    void refusesAKeyOrPeriodThatCannotBe();
    void stopsWhenAsked();
    void sendsOnlyHeadingsWhenNobodyIsLeft();
    void keepsOurNumbersAtHome();
};

void PrepareTest::writesOneLineAPerson() {
    Candidate mother = adult(1);
    mother.person.identity.nino = "AB123456C";
    mother.person.identity.forename = "Megan";
    const std::vector<Candidate> candidates{mother};
    const Prepared made = prepared(candidates);
    QCOMPARE(lines(made.csv).size(), std::size_t{2});
    const std::string expected =
        pseudonym(studyKey(), "national-impact-study", records::FamilyId{1}) + "," +
        pseudonym(studyKey(), "national-impact-study", records::PersonId{1}) +
        ",E06000019,supported,Megan,,Prosser,1990-05-04,F,HR6 8AQ,parent,adult,"
        "2026-02-01,2 5,2026-03-01,,intensive,,,AB123456,";
    QCOMPARE(lines(made.csv)[1], expected);
    QCOMPARE(made.submission.people.size(), std::size_t{1});
    QCOMPARE(made.submission.people[0].person, records::PersonId{1});
    QCOMPARE(made.submission.fields.front(), std::string("family-pseudonym"));
    QCOMPARE(made.submission.preparedBy, records::UserId{77});
}

void PrepareTest::blanksWhatIsNotValid() {
    Candidate mother = adult(1);
    mother.person.identity.nino = "BG123456C";  // a prefix never issued
    mother.person.identity.postcode = "ZZ99 3VZ";
    mother.person.identity.pncId = "nonsense";
    const std::vector<Candidate> candidates{mother};
    const Prepared made = prepared(candidates);
    QCOMPARE(onlyCell(made, "national_insurance_number"), std::string());
    QCOMPARE(onlyCell(made, "postcode"), std::string());
    QCOMPARE(onlyCell(made, "pnc_id"), std::string());
    QCOMPARE(warned(made, Concern::invalidIdentifier), 1);
    QCOMPARE(warned(made, Concern::noPostcode), 1);
    for (const char* raw : {"BG123456", "ZZ99", "nonsense"})
        QVERIFY(made.csv.find(raw) == std::string::npos);
}

void PrepareTest::fillsAColumnOnlyForThoseItIsFor() {
    const std::string upn = withCheckLetter("801200001001", records::IdentifierKind::upn);
    QVERIFY(!upn.empty());
    Candidate pupil = child(2);
    pupil.person.identity.upn = upn;
    pupil.person.identity.nino = "AB123456C";
    std::vector<Candidate> candidates{pupil};
    QCOMPARE(onlyCell(prepared(candidates), "upn"), upn);
    QCOMPARE(onlyCell(prepared(candidates), "school_urn"), std::string("116850"));
    QCOMPARE(onlyCell(prepared(candidates), "national_insurance_number"), std::string());
    // Sixteen on the day of screening: the number may go, the pupil is still a child.
    candidates[0].person.identity.birthDate = {2010, 2, 1};
    QCOMPARE(onlyCell(prepared(candidates), "national_insurance_number"), std::string("AB123456"));
    QCOMPARE(onlyCell(prepared(candidates), "upn"), upn);
    candidates[0].person.identity.birthDate = {2008, 2, 1};
    QCOMPARE(onlyCell(prepared(candidates), "upn"), std::string());
    QCOMPARE(onlyCell(prepared(candidates), "adult_or_child"), std::string("adult"));
}

void PrepareTest::blanksSupportOfTheAssessedOnly() {
    Candidate waiting = adult(1);
    waiting.cohort = Cohort::assessedOnly;
    const std::vector<Candidate> candidates{waiting};
    const Prepared made = prepared(candidates);
    QCOMPARE(onlyCell(made, "cohort"), std::string("assessed-only"));
    for (const char* heading : {"support_started", "support_ended", "intensity_of_support"})
        QCOMPARE(onlyCell(made, heading), std::string());
}

void PrepareTest::hidesAnEndOfSupportYetToCome() {
    std::vector<Candidate> candidates{adult(1)};
    candidates[0].supportEnd = day("2027-02-02");
    QCOMPARE(onlyCell(prepared(candidates), "support_ended"), std::string());
    candidates[0].supportEnd = day("2026-12-31");
    QCOMPARE(onlyCell(prepared(candidates), "support_ended"), std::string("2026-12-31"));
}

void PrepareTest::neutralisesFormulasAndLineBreaks() {
    Candidate mother = adult(1);
    mother.person.identity.forename = "=HYPERLINK(1)";
    mother.person.identity.surname = "Pro\nsser";
    const std::vector<Candidate> candidates{mother};
    const Prepared made = prepared(candidates);
    QCOMPARE(onlyCell(made, "forename"), std::string("'=HYPERLINK(1)"));
    QCOMPARE(onlyCell(made, "surname"), std::string("Pro sser"));
}

void PrepareTest::writesOtherFormsOfDateAndSex() {
    Layout layout = layoutNamed("national-impact-study");
    for (Column& column : layout.columns) {
        if (column.format == Format::isoDate)
            column.format = Format::ukDate;
        if (column.format == Format::sexLetter)
            column.format = Format::sexNumber;
    }
    const std::vector<Candidate> candidates{adult(1)};
    base::NoProgress progress;
    const auto made = prepare(layout, candidates, studyKey(), request(), progress);
    QVERIFY(made.has_value());
    QCOMPARE(onlyCell(*made, "date_of_birth"), std::string("04/05/1990"));
    QCOMPARE(onlyCell(*made, "gender"), std::string("2"));
}

void PrepareTest::namesTheFilesByPeriod() {
    const std::vector<Candidate> candidates;
    const Prepared made = prepared(candidates);
    QCOMPARE(made.fileName,
             std::string("national-impact-study_E06000019_2026-01-01_2026-12-31.csv"));
    QCOMPARE(made.manifestName,
             std::string("national-impact-study_E06000019_2026-01-01_2026-12-31.manifest.json"));
}

void PrepareTest::saysInTheManifestWhatWentAndWhatDidNot() {
    Candidate waiting = adult(3, 2);
    waiting.cohort = Cohort::assessedOnly;
    Candidate objector = adult(4, 2);
    objector.standing = objecting();
    Candidate alone = adult(5, 3);  // whose whole family vanishes
    alone.standing = {};
    const std::vector<Candidate> candidates{adult(1), child(2), waiting, objector, alone};
    const Prepared made = prepared(candidates);
    const base::Json manifest = manifestOf(made);
    QCOMPARE(manifest["people"]["total"].integer(), 3);
    QCOMPARE(manifest["people"]["supported"].integer(), 2);
    QCOMPARE(manifest["families"]["total"].integer(), 2);
    QCOMPARE(manifest["families"]["assessed_only"].integer(), 1);
    QCOMPARE(manifest["left_out_people"]["objected"].integer(), 1);
    QCOMPARE(manifest["left_out_people"]["no-basis"].integer(), 1);
    QCOMPARE(manifest["left_out_people"]["deceased"].integer(), 0);
    QCOMPARE(manifest["left_out_people"].members().size(), allReasons.size());
    QCOMPARE(manifest["layout"]["fingerprint"].text(),
             layoutNamed("national-impact-study").fingerprint);
    QCOMPARE(manifest["agreement"].text(), std::string("national-impact-study"));
    QCOMPARE(manifest["prepared_by_role"].text(), std::string("exporting-officer"));
    QCOMPARE(manifest["prepared_at"].text(), std::string("2027-01-04T09:00:00Z"));
    QCOMPARE(manifest["format_version"].integer(), 1);
}

void PrepareTest::statesHowCompleteEachColumnIs() {
    Candidate known = adult(1);
    known.person.identity.nino = "AB123456C";
    const std::vector<Candidate> candidates{known, adult(3), adult(4), child(2)};
    const base::Json manifest = manifestOf(prepared(candidates));
    for (const base::Json& column : manifest["columns"].items()) {
        if (column["field"].text() == "nino") {
            QCOMPARE(column["applies_to"].integer(), 3);
            QCOMPARE(column["filled"].integer(), 1);
            QCOMPARE(column["per_cent"].number(), 33.3);
        }
        if (column["field"].text() == "postcode")
            QCOMPARE(column["per_cent"].number(), 100.0);
    }
    QCOMPARE(manifest["columns"].items().size(), std::size_t{21});
}

void PrepareTest::warnsOfWhatIsWorthALook_data() {
    QTest::addColumn<QString>("concern");
    QTest::addColumn<int>("people");
    QTest::newRow("a child of the family who is 18") << QStringLiteral("child-over-18") << 1;
    QTest::newRow("support before screening") << QStringLiteral("start-before-screening") << 1;
    QTest::newRow("support that ends before it starts") << QStringLiteral("end-before-start") << 1;
    QTest::newRow("support without a start") << QStringLiteral("supported-without-start") << 1;
    QTest::newRow("two people with one NINO") << QStringLiteral("shared-identifier") << 2;
    QTest::newRow("two people who look the same") << QStringLiteral("looks-twice") << 2;
    QTest::newRow("a family of one") << QStringLiteral("one-person-family") << 1;
    QTest::newRow("no postcode") << QStringLiteral("no-postcode") << 1;
}

void PrepareTest::warnsOfWhatIsWorthALook() {
    QFETCH(QString, concern);
    QFETCH(int, people);
    std::vector<Candidate> family;
    for (std::int64_t id = 1; id <= 8; ++id)
        family.push_back(adult(id));
    QVERIFY(prepared(family).warnings.empty());
    family[0].role = records::MemberRole::child;
    family[1].supportStart = day("2026-01-31");
    family[2].supportEnd = day("2026-02-28");
    family[3].supportStart.reset();
    family[4].person.identity.nino = "AB123456C";
    family[5].person.identity.nino = "ab 12 34 56 d";
    family[6].person.identity.forename = family[7].person.identity.forename;
    family[0].person.identity.postcode.clear();
    family.push_back(adult(9, 2));
    const Prepared made = prepared(family);
    const base::Json counts = manifestOf(made)["warnings"];
    QCOMPARE(counts[concern.toStdString()].integer(), people);
}

void PrepareTest::refusesAKeyOrPeriodThatCannotBe() {
    const std::vector<Candidate> candidates{adult()};
    const Layout layout = layoutNamed("national-impact-study");
    base::NoProgress progress;
    QVERIFY(!prepare(layout, candidates, base::Secret(16), request(), progress));
    QVERIFY(!prepare(layout, candidates, base::Secret(), request(), progress));
    Request backwards = request();
    backwards.period = {day("2026-02-01"), day("2026-01-31")};
    QVERIFY(!prepare(layout, candidates, studyKey(), backwards, progress));
    backwards.period.to = base::Date();
    QVERIFY(!prepare(layout, candidates, studyKey(), backwards, progress));
}

void PrepareTest::stopsWhenAsked() {
    const std::vector<Candidate> candidates{adult()};
    Stopped stopped;
    const auto made =
        prepare(layoutNamed("national-impact-study"), candidates, studyKey(), request(), stopped);
    QVERIFY(!made);
    QVERIFY(made.error().code == base::Code::cancelled);
}

void PrepareTest::sendsOnlyHeadingsWhenNobodyIsLeft() {
    Candidate objector = adult();
    objector.standing = objecting();
    const std::vector<Candidate> candidates{objector};
    const Prepared made = prepared(candidates);
    QCOMPARE(lines(made.csv).size(), std::size_t{1});
    QCOMPARE(manifestOf(made)["families"]["total"].integer(), 0);
}

void PrepareTest::keepsOurNumbersAtHome() {
    Candidate mother = adult(987654321, 876543219);
    mother.person.identity.forename = "Megan";
    mother.person.identity.address = "14 Etnam Street";
    mother.person.identity.localId = "LOCAL-7";
    mother.person.records = {records::RecordId{765432198}};
    const std::vector<Candidate> candidates{mother};
    const Prepared made = prepared(candidates);
    QCOMPARE(lines(made.csv).size(), std::size_t{2});
    for (const char* own :
         {"987654321", "876543219", "765432198", "FF-", "LOCAL-7", "\"77\"", " 77"})
        QVERIFY2(made.csv.find(own) == std::string::npos &&
                     made.manifestJson.find(own) == std::string::npos,
                 own);
}

QTEST_APPLESS_MAIN(PrepareTest)
#include "prepare_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/quality_measure.h"

#include "collected_delivery.h"
#include "intake/plain_workbook.h"
#include "intake/quality_words.h"
#include "tests/support/must.h"

#include <rapidcheck.h>

#include <cmath>
#include <set>
#include <unordered_map>

using intake::PostcodePlace;
using records::ColumnQuality;
using records::DeliveryQuality;
using support::must;

namespace {

struct Measured {
    DeliveryQuality quality;
    test::CollectedDelivery delivery;
};

Measured measured(const std::string& rows) {
    test::TemporaryFiles files;
    Measured result;
    intake::QualityMeasure measure(must(intake::shippedQualityRules()), test::receipt);
    auto request = test::requestFor(
        files.write("exclusions.csv",
                    "Pupil ID,UPN,Legal Surname,Legal Forename,Date of Birth,Gender,Address Line "
                    "1,Postcode,Exclusion Start,Exclusion Type,Sessions Lost\n" +
                        rows),
        test::standardAgreement(records::Agency::schools));
    request.observer = &measure;
    base::NoProgress quiet;
    must(intake::readDelivery(request, result.delivery, quiet));
    result.quality = measure.result();
    return result;
}

std::int64_t rowsOf(const DeliveryQuality& quality,
                    std::string_view kind,
                    std::string_view code = {}) {
    std::int64_t rows = 0;
    for (const records::QualityCount& count : quality.counts)
        if (count.kind == kind && count.code == code)
            rows += count.rows;
    return rows;
}

const ColumnQuality* columnOf(const DeliveryQuality& quality, std::string_view name) {
    const auto found = std::ranges::find(quality.columns, name, &ColumnQuality::column);
    return found == quality.columns.end() ? nullptr : &*found;
}

constexpr const char* ann = "1,,Price,Ann,04/05/2012,F,1 Mill Lane,HR1 1AA,02/02/2026,SUSP,2\n";

}  // namespace

class QualityMeasureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void countsWhatIsFilledFaultyAndDifferent() {
        const auto [quality, delivery] =
            measured(std::string(ann) +
                     "2,,Price,Bob,31/31/2012,M,1 Mill Lane,,02/02/2026,SUSP,3\n"
                     "3,,Price,Cy,,M,,HR1 1AA,02/02/2026,SUSP,4\n");
        const ColumnQuality* birth = columnOf(quality, "birth_date");
        QVERIFY(birth != nullptr);
        QCOMPARE(birth->rows, std::int64_t{3});
        QCOMPARE(birth->filled, std::int64_t{2});
        QCOMPARE(birth->faulty, std::int64_t{1});
        QCOMPARE(columnOf(quality, "surname")->distinct, std::int64_t{1});
        QCOMPARE(columnOf(quality, "forename")->distinct, std::int64_t{3});
        QCOMPARE(columnOf(quality, "upn")->filled, std::int64_t{0});
        QCOMPARE(rowsOf(quality, "code", "suspension"), std::int64_t{3});
        QCOMPARE(rowsOf(quality, "code", "M"), std::int64_t{2});
        QCOMPARE(rowsOf(quality, "people"), std::int64_t{3});
    }

    void namesTheRowThatRepeatsAnother() {
        const auto [quality, delivery] =
            measured(std::string(ann) + ann +
                     "1,,Price,Ann,04/05/2012,F,1 Mill Lane,HR1 1AA,02/02/2026,SUSP,9\n");
        QCOMPARE(rowsOf(quality, "same-row"), std::int64_t{1});
        QCOMPARE(rowsOf(quality, "same-key"), std::int64_t{1});
        const auto* same = delivery.find("repeats-row");
        QVERIFY(same != nullptr);
        QCOMPARE(same->row, std::int64_t{3});
        QVERIFY(same->detail.find("row 2") != std::string::npos);
        QCOMPARE(delivery.find("repeats-key")->row, std::int64_t{4});
    }

    void tellsWhatCanBeReadButLooksWrong_data() {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("kind");
        const auto add = [](const char* name, const char* row, const char* kind) {
            QTest::newRow(name) << QString::fromUtf8(row) << QString::fromUtf8(kind);
        };
        add("typed for not known",
            "1,,Price,Ann,01/01/1970,F,,HR1 1AA,02/02/2026,SUSP,2\n",
            "placeholder-birth-date");
        add("a pupil of fifty",
            "1,,Price,Ann,04/05/1976,F,,HR1 1AA,02/02/2026,SUSP,2\n",
            "odd-age");
        add("no fixed abode",
            "1,,Price,Ann,04/05/2012,F,,ZZ99 3VZ,02/02/2026,SUSP,2\n",
            "placeholder-postcode");
        add("far away", "1,,Price,Ann,04/05/2012,F,,TR1 1AA,02/02/2026,SUSP,2\n", "out-of-area");
        add("next door", "1,,Price,Ann,04/05/2012,F,,WR1 1AA,02/02/2026,SUSP,2\n", "near-area");
        add("still to come",
            "1,,Price,Ann,04/05/2012,F,,HR1 1AA,02/02/2027,SUSP,2\n",
            "future-date");
        add("long ago", "1,,Price,Ann,04/05/2012,F,,HR1 1AA,02/02/1826,SUSP,2\n", "ancient-date");
        add("without its key", ",,Price,Ann,04/05/2012,F,,HR1 1AA,02/02/2026,SUSP,2\n", "no-key");
    }

    void tellsWhatCanBeReadButLooksWrong() {
        QFETCH(QString, row);
        QFETCH(QString, kind);
        QCOMPARE(rowsOf(measured(row.toStdString()).quality, kind.toStdString()), std::int64_t{1});
        QCOMPARE(rowsOf(measured(ann).quality, kind.toStdString()), std::int64_t{0});
    }

    void neverKeepsAValue() {
        const auto [quality, delivery] = measured(
            "77123,,Quixworth,Zebedee,04/05/1976,F,1 Mill Lane,TR1 1AA,02/02/2026,SUSP,2\n");
        for (const std::string_view value : {"77123", "Quixworth", "Zebedee", "1976", "TR1"}) {
            for (const records::QualityCount& count : quality.counts)
                QVERIFY((count.kind + count.heading + count.code).find(value) == std::string::npos);
            for (const records::RowIssue& issue : delivery.issues)
                QVERIFY(issue.detail.find(value) == std::string::npos);
        }
    }

    void readsItsRulesAndNamesEveryFault() {
        const auto rules = must(intake::shippedQualityRules());
        QVERIFY(rules.homeAreas.contains("HR"));
        QVERIFY(intake::placeOf("hr4 9aa", rules) == PostcodePlace::home);
        QVERIFY(intake::placeOf("", rules) == PostcodePlace::notSent);
        QVERIFY(intake::placeOf("B1 1AA", rules) == PostcodePlace::near);
        QVERIFY(intake::placeOf("BS1 1AA", rules) == PostcodePlace::elsewhere);
        VERIFY_FAILS(
            intake::readQualityRules("[ages]\nshoe = [1, 2]\nbenefit = [9, 2]\n", "r.toml"),
            base::Code::malformed,
            "'shoe' is not a record type");
        QVERIFY(!must(intake::shippedQualityWords()).at("same-row").ask.empty());
    }

    void countsDifferentValuesWithinTwoInAHundred() {
        QVERIFY(rc::check("exact while few, near when many", [] {
            const auto few = *rc::gen::container<std::vector<std::uint16_t>>(
                rc::gen::inRange<std::uint16_t>(0, 900));
            intake::DistinctCount exact;
            for (const std::uint16_t value : few)
                exact.add(std::uint64_t{value} * 0x9E3779B97F4A7C15U);
            RC_ASSERT(!exact.estimated());
            RC_ASSERT(exact.count() == static_cast<std::int64_t>(
                                           std::set<std::uint16_t>(few.begin(), few.end()).size()));
        }));
        std::uint64_t state = 7;
        for (const std::int64_t many : {5'000, 60'000, 1'000'000}) {
            intake::DistinctCount count;
            for (std::int64_t i = 0; i < many; ++i) {
                state += 0x9E3779B97F4A7C15U;
                std::uint64_t hash = (state ^ (state >> 30U)) * 0xBF58476D1CE4E5B9U;
                hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBU;
                count.add(hash ^ (hash >> 31U));
            }
            QVERIFY(count.estimated());
            QVERIFY(std::abs(static_cast<double>(count.count() - many)) <
                    0.05 * static_cast<double>(many));  // three standard errors
        }
    }

    void remembersTheFirstRowOfEverything() {
        QVERIFY(rc::check("as a map does", [] {
            const auto hashes = *rc::gen::container<std::vector<std::uint64_t>>(
                rc::gen::inRange<std::uint64_t>(0, 3000));
            intake::SeenRows seen;
            std::unordered_map<std::uint64_t, std::int64_t> naive;
            std::int64_t row = 0;
            for (const std::uint64_t hash : hashes) {
                const auto [known, fresh] = naive.emplace(hash, ++row);
                RC_ASSERT(seen.see(hash, row) ==
                          (fresh ? std::optional<std::int64_t>() : known->second));
            }
        }));
    }

    void aSendersWorkbookIsPlainText() {
        test::TemporaryFiles files;
        const auto path = files.write("issues.xlsx", "");
        must(intake::writePlainWorkbook(
            path, "Data quality", {"row", "column"}, {{"2", "=1+1"}, {"3", "a\x01z"}}));
        std::ifstream file(path, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), {}};
        QVERIFY(bytes.starts_with("PK"));
        VERIFY_FAILS(
            intake::writePlainWorkbook(path.parent_path() / "no" / "x.xlsx", "s", {"a"}, {}),
            base::Code::unreadable,
            "can't be written");
    }
};

QTEST_APPLESS_MAIN(QualityMeasureTest)
#include "quality_measure_test.moc"

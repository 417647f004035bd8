// SPDX-License-Identifier: GPL-3.0-or-later
// The synthetic county: reproducible, written as the mappings read, known to nobody, and hard
// enough.
#include "app/synth/synth.h"

#include "app/synth/identifiers.h"
#include "app/synth/population.h"
#include "base/file.h"
#include "base/text.h"
#include "intake/delimited_reader.h"
#include "intake/encoding.h"
#include "intake/mapping.h"
#include "intake/recognition.h"
#include "records/identifier.h"

#include <QTemporaryDir>
#include <QtTest>

#include <rapidcheck.h>

#include <map>
#include <set>

namespace {

using Path = std::filesystem::path;
using Row = std::vector<std::string>;

const base::Date asAt = *base::makeDate(2026, 11, 22);

Path pathOf(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

synth::Written written(const Path& folder, std::size_t people, std::uint64_t seed) {
    base::NoProgress progress;
    auto done = synth::synthesise({folder, people, seed, asAt}, progress);
    if (!done)
        qFatal("%s", base::describe(done.error()).c_str());
    return *done;
}

std::string bytesOf(const Path& path) {
    return base::readFile(path).value_or(std::string());
}

std::map<std::string, std::string> bytesIn(const Path& folder) {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        found[entry.path().filename().string()] = bytesOf(entry.path());
    return found;
}

const std::vector<intake::Mapping>& mappings() {
    static const std::vector<intake::Mapping> all = intake::shippedMappings().value();
    return all;
}

const intake::Mapping& mappingNamed(const std::string& name) {
    for (const intake::Mapping& mapping : mappings())
        if (mapping.name == name)
            return mapping;
    qFatal("no such mapping");
}

// The rows of a partner file, header first, read with the intake's own reader.
std::vector<Row> rowsOf(const Path& folder, const synth::WrittenFile& file) {
    const intake::Mapping& mapping = mappingNamed(file.mapping);
    std::string text;
    intake::Decoder decoder(mapping.usualEncoding);
    decoder.decode(bytesOf(folder / file.name), text);
    decoder.finish(text);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    bool given = false;
    intake::DelimitedReader reader(
        [&](std::string& piece) -> base::Result<bool> {
            if (std::exchange(given, true))
                return false;
            piece += text;
            return true;
        },
        {mapping.usualSeparator});
    std::vector<Row> rows;
    intake::DelimitedRow row;
    while (reader.next(row).value_or(false))
        rows.emplace_back(row.fields.begin(), row.fields.end());
    return rows;
}

class StopsAtOnce final : public base::Progress {
public:
    void step(std::string_view, std::uint64_t, std::uint64_t) override {}

    [[nodiscard]] bool cancelled() const override { return true; }
};

}  // namespace

class SynthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void theSameSeedGivesTheSameBytes() {
        const QTemporaryDir one;
        const QTemporaryDir two;
        written(pathOf(one), 400, 11);
        written(pathOf(two), 400, 11);
        const auto files = bytesIn(pathOf(one));
        QCOMPARE(files.size(), std::size_t{24});
        QVERIFY(files == bytesIn(pathOf(two)));
    }

    void anotherSeedGivesOtherPeople() {
        const QTemporaryDir one;
        const QTemporaryDir two;
        written(pathOf(one), 400, 11);
        written(pathOf(two), 400, 12);
        const Path roll = "schools-roll.csv";
        QVERIFY(bytesOf(pathOf(one) / roll) != bytesOf(pathOf(two) / roll));
    }

    void everyFileIsRecognisedAsItsMapping() {
        const QTemporaryDir folder;
        std::set<records::Agency> agencies;
        for (const synth::WrittenFile& file : written(pathOf(folder), 1500, 3).files) {
            agencies.insert(file.agency);
            const auto rows = rowsOf(pathOf(folder), file);
            QVERIFY2(!rows.empty(), file.name.c_str());
            const auto found = intake::recognise(rows.front(), mappings());
            QVERIFY2(found.has_value(), file.name.c_str());
            QVERIFY2(mappings()[found->mapping].name == file.mapping, file.name.c_str());
            QVERIFY2(found->unknownHeadings.empty(), file.name.c_str());
            QVERIFY2(found->missingHeadings.empty(), file.name.c_str());
            for (const Row& row : rows)
                QVERIFY2(row.size() == rows.front().size(), file.name.c_str());
        }
        QCOMPARE(agencies.size(), records::allAgencies.size());
    }

    void truthTellsOfEveryDataRowOnce() {
        const QTemporaryDir folder;
        const synth::Written done = written(pathOf(folder), 1500, 3);
        std::map<std::string, std::set<std::string>> told;
        const std::string truth = bytesOf(pathOf(folder) / "truth.csv");
        std::size_t lines = 0;
        for (const std::string_view line : base::split(truth, '\n')) {
            const auto cells = base::split(line, ',');
            if (line.empty() || cells[0] == "file")
                continue;
            QCOMPARE(cells.size(), std::size_t{4});
            told[std::string(cells[0])].insert(std::string(cells[1]));
            ++lines;
        }
        std::size_t rows = 0;
        for (const synth::WrittenFile& file : done.files) {
            QCOMPARE(rowsOf(pathOf(folder), file).size(), file.rows + 1);
            QCOMPARE(told[file.name].size(), file.rows);
            if (file.rows > 0) {
                QVERIFY(told[file.name].contains("2"));
                QVERIFY(told[file.name].contains(std::to_string(file.rows + 1)));
            }
            rows += file.rows;
        }
        QCOMPARE(lines, rows);
    }

    void everyNhsNumberIsRightAndKeptForTests() {
        const QTemporaryDir folder;
        std::size_t seen = 0;
        for (const synth::WrittenFile& file : written(pathOf(folder), 1500, 5).files) {
            const auto rows = rowsOf(pathOf(folder), file);
            for (std::size_t column = 0; column < rows.front().size(); ++column) {
                if (rows.front()[column] != "NHS Number")
                    continue;
                for (std::size_t i = 1; i < rows.size(); ++i) {
                    const std::string& number = rows[i][column];
                    if (number.empty())
                        continue;
                    ++seen;
                    QVERIFY(number.starts_with("999"));
                    QVERIFY(records::checkNhsNumber(number).state ==
                            records::IdentifierState::valid);
                }
            }
        }
        QVERIFY(seen > 50);
    }

    void identifiersAreRightInFormAndNobodys() {
        using records::IdentifierState;
        QVERIFY(rc::check("identifiers of any serial", [] {
            const auto serial = *rc::gen::inRange<std::uint64_t>(1, 900'000);
            const int year = *rc::gen::inRange(2003, 2026);
            const auto nhs = synth::nhsNumber(serial - 1);
            RC_ASSERT(nhs.has_value());
            RC_ASSERT(nhs->starts_with("999"));
            RC_ASSERT(records::checkNhsNumber(*nhs).state == IdentifierState::valid);
            const std::string upn = synth::upn(serial, year);
            RC_ASSERT(upn.substr(1, 4) == "8849");
            RC_ASSERT(records::checkUpn(upn).state == IdentifierState::valid);
            const std::string nino = synth::nino(serial);
            RC_ASSERT(nino.front() == 'X');
            RC_ASSERT(records::checkNino(nino).state == IdentifierState::valid);
            const std::string pnc = synth::pncId(serial, year);
            RC_ASSERT(pnc[5] == '9');
            RC_ASSERT(records::checkPncId(pnc, 2026).state == IdentifierState::valid);
            RC_ASSERT(records::checkUprn(synth::uprn(serial)).state == IdentifierState::valid);
        }));
    }

    void noTwoPeopleShareAnIdentifier() {
        std::set<std::string> seen;
        const std::uint64_t count = 20'000;
        for (std::uint64_t serial = 0; serial < count; ++serial) {
            seen.insert(*synth::nhsNumber(serial));
            seen.insert(synth::nino(serial));
            seen.insert(synth::upn(serial, 2015));
        }
        QCOMPARE(seen.size(), std::size_t{3 * count});
    }

    void rowsGrowWithPeople() {
        const QTemporaryDir few;
        const QTemporaryDir many;
        const auto rows = [](const synth::Written& done) {
            std::size_t sum = 0;
            for (const synth::WrittenFile& file : done.files)
                sum += file.rows;
            return static_cast<double>(sum);
        };
        const synth::Written small = written(pathOf(few), 1000, 8);
        const synth::Written large = written(pathOf(many), 8000, 8);
        QVERIFY(small.people >= 1000 && small.people < 1010);
        QVERIFY(large.people >= 8000 && large.people < 8010);
        const double ratio = rows(large) / rows(small);
        QVERIFY2(ratio > 6 && ratio < 10, std::to_string(ratio).c_str());
    }

    void theCountyHoldsTheHardCases() {
        const synth::WordLists lists = synth::readWordLists().value();
        synth::Population population(lists, 21, asAt);
        std::map<std::string, int> found;
        while (population.people() < 20'000)
            count(population.next(), found);
        for (const char* hard : {"twins",
                                 "namesake",
                                 "two homes",
                                 "moved",
                                 "former surname",
                                 "double-barrelled",
                                 "institution",
                                 "protected",
                                 "no fixed abode",
                                 "dead",
                                 "flat",
                                 "grandparent",
                                 "lodger"})
            QVERIFY2(found[hard] > 0, hard);
        QVERIFY(found["moved"] > 2000);
        QVERIFY(found["twins"] < 400);
    }

    void aFolderThatCannotBeMadeIsAnError() {
        const QTemporaryDir folder;
        const Path file = pathOf(folder) / "a-file";
        QVERIFY(base::writeFileWhole(file, "x", false).has_value());
        base::NoProgress progress;
        const auto done = synth::synthesise({file / "inside", 100, 1, asAt}, progress);
        QVERIFY(!done.has_value());
        QVERIFY(done.error().code == base::Code::unreadable);
    }

    void cancellingLeavesNoFiles() {
        const QTemporaryDir folder;
        StopsAtOnce progress;
        const auto done = synth::synthesise({pathOf(folder), 100, 1, asAt}, progress);
        QVERIFY(!done.has_value());
        QVERIFY(done.error().code == base::Code::cancelled);
        QVERIFY(std::filesystem::is_empty(pathOf(folder)));
    }

private:
    static void count(const synth::Unit& unit, std::map<std::string, int>& found) {
        for (const synth::Person& one : unit.people) {
            found["moved"] += one.previousHome.has_value();
            found["two homes"] += one.secondHome.has_value();
            found["former surname"] += !one.formerSurname.empty();
            found["double-barrelled"] += one.surname.find('-') != std::string::npos;
            found["dead"] += one.death.has_value();
            found["grandparent"] += one.part == synth::Part::grandparent;
            found["lodger"] += one.part == synth::Part::lodger;
            for (const synth::Person& other : unit.people) {
                if (one.number >= other.number || one.surname != other.surname)
                    continue;
                found["twins"] += one.birth == other.birth;
                found["namesake"] += one.forename == other.forename && one.sex == other.sex;
            }
        }
        for (const synth::Home& home : unit.homes) {
            found["institution"] += home.institution;
            found["protected"] += home.isProtected;
            found["no fixed abode"] += home.noFixedAbode;
            found["flat"] += !home.flat.empty();
        }
    }
};

QTEST_GUILESS_MAIN(SynthTest)
#include "synth_test.moc"

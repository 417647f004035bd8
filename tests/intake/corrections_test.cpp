// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/corrections.h"

#include "intake/extract_date.h"
#include "intake/mapping.h"
#include "records/catalogue.h"
#include "tests/support/must.h"

#include <QtTest>

#include <string>

using intake::Withdrawal;
using support::must;

namespace {

std::string mappingWith(const std::string& corrections) {
    return "name = \"roll\"\nversion = \"1\"\nagency = \"schools\"\nrecord_type = \"school_roll\"\n"
           "description = \"A roll.\"\ndates = [\"yyyy-mm-dd\"]\nrecognised_by = [\"Pupil\"]\n"
           "[columns]\nlocal_id = \"Pupil\"\nstart_date = \"From\"\nstatus = \"Status\"\n"
           "school_urn = \"URN\"\n[corrections]\n" +
           corrections;
}

records::SourceRecord rollRecord() {
    records::SourceRecord record;
    record.type = records::recordType("school_roll");
    record.payload.resize(record.type->fields.size());
    record.identity.localId = "ab-12";
    record.identity.localIdSeries = "pupil";
    record.payload[*record.type->indexOf("start_date")] = base::Date(2026, 1, 5);
    return record;
}

}  // namespace

class CorrectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void readsHowALayoutCorrectsItself() {
        const auto mapping = must(intake::readMapping(
            mappingWith("key = [\"local_id\", \"start_date\"]\ndelivery = \"whole\"\n"
                        "within = [\"school_urn\"]\nseries = \"rolls\"\n"
                        "withdrawn = { heading = \"Row status\", codes = [\"D\", \"Deleted\"] }\n"),
            "roll.toml"));
        QVERIFY(mapping.corrections.whole);
        QCOMPARE(mapping.corrections.series, std::string("rolls"));
        QCOMPARE(mapping.corrections.within, std::vector<std::string>{"school_urn"});
        const std::vector<std::string> header{"Pupil", "row  Status"};
        const Withdrawal withdrawal(mapping.corrections, header);
        intake::TableRow row;
        row.fields = {"1", " deleted "};
        QVERIFY(withdrawal.saidBy(row));
        row.fields = {"1", ""};
        QVERIFY(!withdrawal.saidBy(row));
    }

    void refusesWhatCannotTellRowsApart_data() {
        QTest::addColumn<QString>("corrections");
        QTest::addColumn<QString>("words");
        const auto add = [](const char* name, const char* corrections, const char* words) {
            QTest::newRow(name) << QString::fromUtf8(corrections) << QString::fromUtf8(words);
        };
        add("no column of ours", "key = [\"shoe_size\"]", "'shoe_size' is no column");
        add("a column not filled", "key = [\"end_date\"]", "not filled by this mapping");
        add("no key at all", "delivery = \"additional\"", "must list the columns");
        add("a kind of delivery", "key = [\"local_id\"]\ndelivery = \"some\"", "not whole or");
        add("a part of nothing",
            "key = [\"local_id\"]\nwithin = [\"school_urn\"]",
            "whole delivery");
        add("withdrawn without a key",
            "delivery = \"whole\"\nwithdrawn = { heading = \"S\", codes = [\"D\"] }",
            "needs a 'key'");
        add("withdrawn without codes",
            "key = [\"local_id\"]\nwithdrawn = { heading = \"S\" }",
            "'codes' must list");
    }

    void refusesWhatCannotTellRowsApart() {
        QFETCH(QString, corrections);
        QFETCH(QString, words);
        VERIFY_FAILS(
            intake::readMapping(mappingWith(corrections.toStdString() + "\n"), "roll.toml"),
            base::Code::malformed,
            words.toStdString());
    }

    void aKeyIsTheSameHoweverItsReferenceWasTyped() {
        auto record = rollRecord();
        const std::vector<std::string> names{"local_id", "start_date"};
        const std::string key = intake::valuesOf(names, record);
        record.identity.localId = " AB 12";
        QCOMPARE(intake::valuesOf(names, record), key);
        record.identity.localId = "AB13";
        QVERIFY(intake::valuesOf(names, record) != key);
        record.identity.localId = "A/B12";
        QVERIFY(intake::valuesOf(names, record) != key);
        record.identity.localId = "ab12";
        record.identity.localIdSeries = "other";
        QVERIFY(intake::valuesOf(names, record) != key);
    }

    void aRowWithoutAPartOfItsKeyHasNone() {
        auto record = rollRecord();
        record.payload[*record.type->indexOf("start_date")] = {};
        QCOMPARE(intake::valuesOf({"local_id", "start_date"}, record), std::string());
    }

    void findsTheDayAFileNameTells_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("day");
        const auto add = [](const char* name, const char* day) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(day);
        };
        add("offences_2026-03-31.csv", "2026-03-31");
        add("roll 31.03.2026.csv", "2026-03-31");
        add("extract20260331v2.csv", "2026-03-31");
        add("asb_2026-01-01_to_2026-03-31.csv", "2026-03-31");
        add("2024_autumn_pupilonroll.csv", "2024-12-31");
        add("roll.csv", "");
        add("roll_2026.csv", "");
        add("roll_2026-13-45.csv", "");
        add("roll_2030-01-01.csv", "");  // still to come
        add("case 12345678.csv", "");
        add("roll_31-03.2026.csv", "");
    }

    void findsTheDayAFileNameTells() {
        QFETCH(QString, name);
        QFETCH(QString, day);
        const auto found = intake::dayInFileName(name.toStdString(), base::Date(2026, 11, 21));
        QCOMPARE(found ? base::isoDate(*found) : std::string(), day.toStdString());
    }
};

QTEST_APPLESS_MAIN(CorrectionsTest)
#include "corrections_test.moc"

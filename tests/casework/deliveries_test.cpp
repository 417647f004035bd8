// SPDX-License-Identifier: GPL-3.0-or-later
// What is received, what is refused, and that a delivery is in whole or not at all.
#include "casework/deliveries.h"

#include "store/delivery_table.h"
#include "store/source_record_table.h"
#include "support/price_family.h"
#include "support/stop_after.h"

#include <sstream>

using base::Code;
using support::must;
using support::StopAfter;
using support::Team;

namespace {

constexpr const char* header =
    "Pupil ID,Surname,Forename,DOB,Gender,Term,Possible Sessions,Authorised Absences,"
    "Unauthorised Absences";

std::string pupils(int count) {
    std::string text = std::string(header) + "\n";
    for (int i = 0; i < count; ++i)
        text += "P" + std::to_string(i) + ",Price,Ben,05/06/2015,M,Autumn 2025,140,2,9\n";
    return text;
}

// Nine rows, three of which a school must send again.
std::string faultyPupils() {
    return std::string(header) +
           "\n"
           "P1,Quillfeather,Benedict,05/06/2015,M,Autumn 2025,140,2,9\n"
           "P2,Quillfeather,Cordelia,31/02/2014,F,Autumn 2025,140,2,9\n"
           "P3,Quillfeather,Dorothea,05/06/2013,F,Michaelmas,140,2,9\n"
           "P4,Quillfeather,Ebenezer,05/06/2012,Zebra,Autumn 2025,140,2,9\n"
           "P5,Quillfeather,Florence,05/06/2011,F,Autumn 2025,plenty,2,9\n"
           "P6,Quillfeather,Gwendolen,05/06/2010\n"
           "P7,,,,,Autumn 2025,140,2,9\n"
           "P8,Quillfeather,Hepzibah,05/06/2009,F,Autumn 2025,140,2,9999\n"
           "P9,Quillfeather,Ignatius,05/06/2008,M,,140,2,9\n";
}

std::size_t deliveries(Team& team) {
    return must(casework::listDeliveries(team.dataOfficer())).size();
}

std::int64_t kept(Team& team) {
    return must(store::SourceRecordTable(team.dataOfficer().vault()).count());
}

std::string agreement(const std::string& reference, base::Date start, base::Date expiry) {
    return "[[agreement]]\nreference = \"" + reference +
           "\"\nagency = \"schools\"\npurpose = \"Attendance\"\ngateway = \"Children Act 2004 "
           "s10\"\nbasis = \"Art 6(1)(e) public task\"\nrecord_types = [\"attendance\"]\ncolumns = "
           "[\"forename\", \"surname\", \"attendance.*\"]\nretention_months = 60\nretention_rule = "
           "\"Five years\"\nstart = " +
           base::isoDate(start) + "\nexpiry = " + base::isoDate(expiry) +
           "\ncontact = \"Information governance\"\n";
}

}  // namespace

class DeliveriesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void refusesWhatNoAgreementCovers_data() {
        QTest::addColumn<QString>("agreement");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto row =
            [](const char* name, const char* under, const std::string& text, const char* words) {
                QTest::newRow(name) << QString::fromUtf8(under) << QString::fromStdString(text)
                                    << QString::fromUtf8(words);
            };
        row("no such agreement", "schools-1999", pupils(1), "no agreement 'schools-1999'");
        row("one that has run out", "past", pupils(1), "past");
        row("one that has not begun", "coming", pupils(1), "coming");
        row("another agency's", "police-2026", pupils(1), "police-2026");
        row("one that leaves out a column of the layout", "narrow", pupils(1), "local_id");
        std::string more = pupils(1);
        more.insert(more.find('\n'), ",Religion");
        row("a column nobody agreed to", "schools-2026", more, "'Religion'");
    }

    void refusesWhatNoAgreementCovers() {
        QFETCH(QString, agreement);
        QFETCH(QString, text);
        QFETCH(QString, words);
        Team team;
        const std::string terms =
            ::agreement("past", support::daysAgo(400), support::daysAgo(1)) +
            ::agreement("coming", support::daysAgo(-1), support::daysAgo(-400)) +
            ::agreement("narrow", support::daysAgo(400), support::daysAgo(-400));
        must(casework::addAgreements(team.governanceOfficer(), terms, "agreements.toml"));
        VERIFY_FAILS(team.tryImport(agreement.toStdString(), "attendance.csv", text.toStdString()),
                     Code::refused,
                     words.toStdString());
        QCOMPARE(deliveries(team), std::size_t{0});
        QCOMPARE(kept(team), std::int64_t{0});
    }

    void anAgreementOnItsLastDayStillHolds() {
        Team team;
        std::string terms = agreement("last-day", support::daysAgo(400), base::today());
        terms.replace(terms.find("\"forename\""),
                      10,
                      "\"forename\", \"local_id\", \"birth_date\", \"sex\", \"upn\", "
                      "\"middle_names\", \"preferred_name\", \"address\", \"postcode\"");
        must(casework::addAgreements(team.governanceOfficer(), terms, "agreements.toml"));
        const auto report = must(team.tryImport("last-day", "attendance.csv", pupils(1)));
        QCOMPARE(report.delivery.rowsAccepted, std::int64_t{1});
    }

    void agreementsAreAddedAllOrNone() {
        Team team;
        const auto before = must(casework::listAgreements(team.governanceOfficer())).size();
        const std::string terms =
            agreement("new-one", support::daysAgo(9), support::daysAgo(-9)) +
            agreement("schools-2026", support::daysAgo(9), support::daysAgo(-9));
        QVERIFY(!casework::addAgreements(team.governanceOfficer(), terms, "agreements.toml"));
        QCOMPARE(must(casework::listAgreements(team.governanceOfficer())).size(), before);
        VERIFY_FAILS(casework::addAgreements(team.dataOfficer(), terms, "agreements.toml"),
                     Code::refused,
                     "");
    }

    void theSameFileTwiceIsReceivedOnce() {
        Team team;
        must(team.tryImport("schools-2026", "attendance.csv", pupils(3)));
        VERIFY_FAILS(team.tryImport("schools-2026", "renamed.csv", pupils(3)),
                     Code::exists,
                     "already received as delivery 1 (attendance.csv");
        QCOMPARE(deliveries(team), std::size_t{1});
        QCOMPARE(kept(team), std::int64_t{3});
    }

    void aStoppedImportLeavesNothing() {
        Team team;
        int steps = 0;
        for (;; ++steps) {
            StopAfter stop(steps);
            const auto report = team.tryImport("schools-2026", "a.csv", pupils(4000), stop);
            if (report)
                break;
            QCOMPARE(report.error().code, Code::cancelled);
            QCOMPARE(deliveries(team), std::size_t{0});
            QCOMPARE(kept(team), std::int64_t{0});
        }
        QVERIFY(steps >= 4);
        QCOMPARE(kept(team), std::int64_t{4000});
    }

    void aFailingStatementLeavesNothing() {
        Team team;
        store::Database& database = team.dataOfficer().vault().database();
        int statement = 1;
        for (;; ++statement) {
            database.failAfter(statement);
            const auto report = team.tryImport("schools-2026", "a.csv", faultyPupils());
            database.failAfter(0);
            if (report)
                break;
            QCOMPARE(deliveries(team), std::size_t{0});
            QCOMPARE(kept(team), std::int64_t{0});
        }
        QVERIFY(statement > 10);
        QCOMPARE(deliveries(team), std::size_t{1});
    }

    void everyRowIsAcceptedOrRejected() {
        Team team;
        const auto report = must(team.tryImport("schools-2026", "a.csv", faultyPupils()));
        const records::Delivery& delivery = report.delivery;
        QCOMPARE(delivery.rowsIn, std::int64_t{9});
        QCOMPARE(delivery.rowsIn, delivery.rowsAccepted + delivery.rowsRejected);
        QVERIFY(delivery.rowsRejected >= 3);
        QCOMPARE(kept(team), delivery.rowsAccepted);
        std::int64_t rejected = 0;
        for (const auto& issue :
             must(casework::listRowIssues(team.dataOfficer(), delivery.id, 0, 100)))
            rejected += issue.severity == records::IssueSeverity::rejected ? 1 : 0;
        QVERIFY(rejected >= delivery.rowsRejected);
        const auto listed = must(casework::listDeliveries(team.dataOfficer())).at(0);
        QCOMPARE(listed.rowsRejected, delivery.rowsRejected);
        QCOMPARE(listed.mapping, std::string("schools-attendance"));
        QCOMPARE(report.separator, std::string(","));
    }

    void theRowIssuesForTheSenderCarryNoValue() {
        Team team;
        const auto report = must(team.tryImport("schools-2026", "a.csv", faultyPupils()));
        const std::string csv =
            must(casework::rowIssuesCsv(team.dataOfficer(), report.delivery.id));
        QVERIFY(csv.starts_with("row,column,severity,code,what_to_do"));
        QVERIFY(std::count(csv.begin(), csv.end(), '\n') > 4);
        QVERIFY2(csv.find("3,DOB,") != std::string::npos, csv.c_str());
        std::istringstream lines(faultyPupils());
        std::string line;
        std::getline(lines, line);
        while (std::getline(lines, line)) {
            std::istringstream cells(line);
            for (std::string cell; std::getline(cells, cell, ',');)
                if (cell.size() > 3 && cell != "Autumn 2025")
                    QVERIFY2(csv.find(cell) == std::string::npos, (cell + "\n" + csv).c_str());
        }
    }

    void tellsWhenAPartnerWasLastHeardFrom() {
        Team team;
        must(team.tryImport("housing-2026", "tenancies.csv", support::tenancies()));
        for (const auto& partner : must(casework::partnerFreshness(team.dataOfficer()))) {
            const bool heard = partner.agency == records::Agency::housing;
            QCOMPARE(partner.deliveries, std::int64_t{heard ? 1 : 0});
            QCOMPARE(partner.lastReceived.empty(), !heard);
            QCOMPARE(partner.speaksUpTo.has_value(), heard);
        }
    }

    void onlyADataOfficerReceives() {
        Team team;
        casework::ImportRequest request;
        request.file = team.write("a.csv", pupils(1));
        request.agreement = "schools-2026";
        base::NoProgress quiet;
        for (const char* user : {"caseworker", "supervisor", "administrator", "auditor"})
            VERIFY_FAILS(
                casework::importDelivery(team.as(user), request, quiet), Code::refused, "");
        QCOMPARE(kept(team), std::int64_t{0});
    }
};

QTEST_APPLESS_MAIN(DeliveriesTest)
#include "deliveries_test.moc"

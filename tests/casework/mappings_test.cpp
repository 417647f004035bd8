// SPDX-License-Identifier: GPL-3.0-or-later
// An unseen layout from file to accepted rows: looked at, proposed, tried, put forward by one
// person, signed off by another, and recognised from then on.
#include "casework/mappings.h"

#include "casework/audit.h"
#include "casework/mapping_desk.h"
#include "store/source_record_table.h"
#include "support/team.h"

#include <QtTest>

using base::Code;
using casework::MappingDesk;
using support::must;
using support::Team;

namespace {

std::filesystem::path unseen(const std::string& name) {
    return std::filesystem::path(FF_TEST_DATA) / "intake" / "unseen" / name;
}

std::unique_ptr<MappingDesk> deskFor(Team& team,
                                     const std::string& agreement,
                                     const std::filesystem::path& file) {
    base::NoProgress quiet;
    return must(MappingDesk::open(team.dataOfficer(), agreement, file, "", quiet));
}

base::Result<casework::ImportReport> import(Team& team,
                                            const std::string& agreement,
                                            const std::filesystem::path& file) {
    base::NoProgress quiet;
    casework::ImportRequest request;
    request.file = file;
    request.agreement = agreement;
    return casework::importDelivery(team.dataOfficer(), request, quiet);
}

records::SavedMapping saved(Team& team, const std::string& agreement, const std::string& file) {
    const auto desk = deskFor(team, agreement, unseen(file));
    const std::string toml = must(desk->toml());
    return must(casework::saveMapping(team.dataOfficer(), agreement, toml, "draft.toml"));
}

std::int64_t kept(Team& team) {
    return must(store::SourceRecordTable(team.dataOfficer().vault()).count());
}

}  // namespace

class MappingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void anUnseenLayoutBecomesAcceptedRows_data() {
        QTest::addColumn<QString>("agreement");
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("rows");
        const auto row =
            [](const char* name, const char* agreement, const char* file, qint64 rows) {
                QTest::newRow(name)
                    << QString::fromUtf8(agreement) << QString::fromUtf8(file) << rows;
            };
        row("police", "police-2026", "crimes-named-suspects.txt", 24);
        row("benefits", "dwp-2026", "claimants.tsv", 20);
        row("housing", "housing-2026", "rent-arrears.csv", 22);
    }

    void anUnseenLayoutBecomesAcceptedRows() {
        QFETCH(QString, agreement);
        QFETCH(QString, file);
        QFETCH(qint64, rows);
        Team team;
        const std::string under = agreement.toStdString();
        const auto path = unseen(file.toStdString());
        QVERIFY(!import(team, under, path));
        const auto desk = deskFor(team, under, path);
        QVERIFY(desk->draft().knownAs.empty());
        const std::string toml = must(desk->toml());
        base::NoProgress quiet;
        const auto trial =
            must(casework::tryMapping(team.dataOfficer(), under, toml, "draft.toml", path, quiet));
        QCOMPARE(trial.rowsIn, std::int64_t{rows});
        QCOMPARE(trial.rowsAccepted, std::int64_t{rows});
        QCOMPARE(kept(team), std::int64_t{0});
        const auto mapping =
            must(casework::saveMapping(team.dataOfficer(), under, toml, "draft.toml", trial));
        QVERIFY(mapping.state() == records::MappingState::proposed);
        QCOMPARE(mapping.triedAccepted, std::int64_t{rows});
        QVERIFY(!import(team, under, path));
        must(casework::signOffMapping(team.supervisor(), mapping.id));
        const auto report = must(import(team, under, path));
        QCOMPARE(report.delivery.mapping, mapping.name);
        QCOMPARE(report.delivery.rowsAccepted, std::int64_t{rows});
        QCOMPARE(kept(team), std::int64_t{rows});
        QCOMPARE(deskFor(team, under, path)->draft().knownAs, mapping.name);
    }

    void isOfItsAgreementOnly() {
        Team team;
        const auto mapping = saved(team, "police-2026", "crimes-named-suspects.txt");
        must(casework::signOffMapping(team.governanceOfficer(), mapping.id));
        VERIFY_FAILS(
            import(team, "housing-2026", unseen("crimes-named-suspects.txt")), Code::notFound, "");
    }

    void nobodySignsOffTheirOwn_data() {
        QTest::addColumn<QString>("user");
        for (const access::Role role : access::allRoles)
            if (role != access::Role::supervisor && role != access::Role::governanceOfficer)
                QTest::newRow(std::string(access::roleCode(role)).c_str())
                    << QString::fromStdString(std::string(access::roleCode(role)));
    }

    void nobodySignsOffTheirOwn() {
        QFETCH(QString, user);
        Team team;
        const auto mapping = saved(team, "housing-2026", "rent-arrears.csv");
        VERIFY_FAILS(
            casework::signOffMapping(team.as(user.toStdString()), mapping.id), Code::refused, "");
        QVERIFY(must(casework::listMappings(team.dataOfficer())).front().mapping.state() ==
                records::MappingState::proposed);
    }

    void isSignedOffOnce() {
        Team team;
        const auto mapping = saved(team, "housing-2026", "rent-arrears.csv");
        must(casework::signOffMapping(team.supervisor(), mapping.id));
        VERIFY_FAILS(casework::signOffMapping(team.governanceOfficer(), mapping.id),
                     Code::refused,
                     "in use");
        VERIFY_FAILS(casework::signOffMapping(team.supervisor(), records::MappingId{99}),
                     Code::notFound,
                     "");
    }

    void aLaterVersionTakesItsPlace() {
        Team team;
        const auto first = saved(team, "housing-2026", "rent-arrears.csv");
        must(casework::signOffMapping(team.supervisor(), first.id));
        VERIFY_FAILS(
            casework::saveMapping(team.dataOfficer(), "housing-2026", first.toml, "draft.toml"),
            Code::exists,
            "version 1");
        // The landlord renames a column and adds one.
        std::string text = must(base::readFile(unseen("rent-arrears.csv")));
        text.replace(text.find("Wks in Arrears"), 14, "Weeks Owed");
        text.replace(text.find("Patch Officer"), 13, "Patch Officer,Pets");
        for (std::size_t at = text.find(".\x20"
                                        "Example\r\n");
             at != std::string::npos;
             at = text.find(".\x20"
                            "Example\r\n",
                            at + 9))
            text.insert(at + 9, ",1");
        const auto file = team.write("rent-arrears-dec.csv", text);
        QVERIFY(!import(team, "housing-2026", file));
        const auto desk = deskFor(team, "housing-2026", file);
        QCOMPARE(desk->draft().basis, first.name);
        QCOMPARE(desk->draft().version, std::string("2"));
        QCOMPARE(desk->draft().changes.size(), std::size_t{2});
        const auto second = must(casework::saveMapping(
            team.dataOfficer(), "housing-2026", must(desk->toml()), "draft.toml"));
        must(casework::signOffMapping(team.supervisor(), second.id));
        QCOMPARE(must(import(team, "housing-2026", file)).delivery.rowsAccepted, std::int64_t{22});
        // The one before is kept to be read, and reads nothing any more; its files still fit.
        const auto lines = must(casework::listMappings(team.auditor()));
        QCOMPARE(lines.size(), std::size_t{2});
        QVERIFY(lines.front().mapping.id == second.id);
        QVERIFY(lines.back().mapping.state() == records::MappingState::superseded);
        QVERIFY(import(team, "housing-2026", unseen("rent-arrears.csv")).has_value());
    }

    void keepsNoMappingTheAgreementDoesNotCover() {
        Team team;
        const auto desk = deskFor(team, "housing-2026", unseen("rent-arrears.csv"));
        std::string toml = must(desk->toml());
        VERIFY_FAILS(casework::saveMapping(team.dataOfficer(), "police-2026", toml, "draft.toml"),
                     Code::refused,
                     "");
        toml.replace(toml.find("not_received"), 12, "not_recieved");
        VERIFY_FAILS(casework::saveMapping(team.dataOfficer(), "housing-2026", toml, "draft.toml"),
                     Code::malformed,
                     "draft.toml:");
        QVERIFY(must(casework::listMappings(team.dataOfficer())).empty());
    }

    void onlyDataOfficersMap() {
        Team team;
        base::NoProgress quiet;
        for (const char* user : {"supervisor", "caseworker", "governance-officer"})
            VERIFY_FAILS(MappingDesk::open(
                             team.as(user), "housing-2026", unseen("rent-arrears.csv"), "", quiet),
                         Code::refused,
                         "");
    }

    void whatIsDoneIsInTheLog() {
        Team team;
        const auto mapping = saved(team, "housing-2026", "rent-arrears.csv");
        must(casework::signOffMapping(team.supervisor(), mapping.id));
        std::vector<std::string> done;
        const auto page = must(casework::readAudit(team.auditor(), 0, 1000));
        for (const auto& event : page.events)
            if (event.subject == access::Subject::of(mapping.id) &&
                event.outcome == access::AuditOutcome::done)
                done.push_back(event.action);
        std::sort(done.begin(), done.end());
        QCOMPARE(done, (std::vector<std::string>{"propose-mapping", "sign-off-mapping"}));
    }
};

QTEST_APPLESS_MAIN(MappingsTest)
#include "mappings_test.moc"

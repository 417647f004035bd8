// SPDX-License-Identifier: GPL-3.0-or-later
// The whole main job on the command line, from synthetic partner files in an empty vault to
// released identifiers: each person does their part, and nobody else's.
#include "base/crypto.h"
#include "base/json.h"
#include "support/command_line.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <map>
#include <set>

using support::Ran;
using support::runCommand;

class MainJobTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPartnerFileIsAccountedFor();
    void theSameFileTwiceIsRefused();
    void linkingSaysWhoEveryRowIs();
    void assessingFlagsFamiliesAndKeepsThePlan();
    void aFamilyGoesFromProposedToSupported();
    void consentAndBasisAreRecorded();
    void onePersonPreparesAndAnotherReleases();
    void theRegisterAnswersForAPerson();
    void theAuditLogIsWhole();
    void noNameIsInTheFilesOfTheVault();

private:
    std::string path(const char* name) const {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    Ran as(const std::string& user, std::vector<std::string> words) const {
        words.insert(words.end(), {"--user", user, "--password-file", path("password.txt")});
        return runCommand(std::move(words));
    }

    QTemporaryDir m_folder;
    std::string m_vault;
    std::vector<std::vector<std::string>> m_files;  // name, agency, mapping, rows
    std::vector<std::string> m_flagged;
    std::string m_family;
    std::string m_person;
};

namespace {

constexpr const char* people = "1200";

std::string firstLineWith(const std::string& text, const std::string& what) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.find(what) != std::string::npos)
            return line;
    return {};
}

}  // namespace

#define VERIFY_DONE(ran) QVERIFY2((ran).done(), (ran).err.c_str())

void MainJobTest::initTestCase() {
    m_vault = path("journey.vault");
    support::writeText(path("password.txt"), "a long enough password\n");
    const Ran synth = runCommand({"synth", path("files"), "--people", people, "--seed", "7"});
    VERIFY_DONE(synth);
    m_files = support::csvRows(synth.out);
    QVERIFY(m_files.size() >= 15);

    const Ran made = as("administrator", {"create", m_vault});
    VERIFY_DONE(made);
    for (const char* role : {"caseworker",
                             "supervisor",
                             "data-officer",
                             "exporting-officer",
                             "auditor",
                             "governance-officer",
                             "report-reader"})
        VERIFY_DONE(as("administrator",
                       {"user",
                        "add",
                        m_vault,
                        role,
                        "--role",
                        role,
                        "--new-password-file",
                        path("password.txt")}));
    VERIFY_DONE(
        as("governance-officer", {"agreement", "add", m_vault, path("files/agreements.toml")}));
}

void MainJobTest::everyPartnerFileIsAccountedFor() {
    for (const auto& file : m_files) {
        const std::string agreement = file[1] + "-2026";
        const Ran ran =
            as("data-officer",
               {"import", m_vault, path("files/") + file[0], "--agreement", agreement, "--json"});
        VERIFY_DONE(ran);
        const auto report = base::parseJson(ran.out, file[0]);
        QVERIFY(report.has_value());
        const base::Json& delivery = report->items().at(0);
        QCOMPARE(delivery["rows_in"].integer(), std::int64_t(std::stoll(file[3])));
        QCOMPARE(delivery["rows_in"].integer(),
                 delivery["rows_accepted"].integer() + delivery["rows_rejected"].integer());
        QCOMPARE(delivery["mapping"].text(), file[2]);
    }
}

void MainJobTest::theSameFileTwiceIsRefused() {
    const auto& file = m_files.front();
    const Ran ran =
        as("data-officer",
           {"import", m_vault, path("files/") + file[0], "--agreement", file[1] + "-2026"});
    QCOMPARE(ran.exit, app::Exit::failed);
    QVERIFY2(ran.err.find("already received") != std::string::npos, ran.err.c_str());
}

void MainJobTest::linkingSaysWhoEveryRowIs() {
    const Ran ran = as("data-officer", {"link", m_vault, "--out", path("clusters.csv"), "--json"});
    VERIFY_DONE(ran);
    const auto report = base::parseJson(ran.out, "link");
    QVERIFY(report.has_value());
    const auto rows = support::csvRows(support::readText(path("clusters.csv")));
    QCOMPARE(std::int64_t(rows.size()) - 1, (*report)["records"].integer());
    QVERIFY((*report)["people"].integer() > 500);
    QVERIFY((*report)["families"].integer() > 100);
}

void MainJobTest::assessingFlagsFamiliesAndKeepsThePlan() {
    const Ran ran = as("data-officer", {"assess", m_vault, "--json"});
    VERIFY_DONE(ran);
    const auto report = base::parseJson(ran.out, "assess");
    QVERIFY(report.has_value());
    QCOMPARE((*report)["fingerprint"].text().size(), std::size_t(64));
    QVERIFY((*report)["flagged"].integer() > 0);

    const Ran list = as("caseworker", {"families", m_vault, "--flagged"});
    VERIFY_DONE(list);
    const auto rows = support::csvRows(list.out);
    QCOMPARE(std::int64_t(rows.size()) - 1, (*report)["flagged"].integer());
    for (std::size_t i = 1; i < rows.size(); ++i) {
        QVERIFY(std::stoi(rows[i][4]) >= 2);
        m_flagged.push_back(rows[i][0]);
    }
    QVERIFY(!m_flagged.empty());
    const Ran all = as("auditor", {"families", m_vault, "--format", "json"});
    VERIFY_DONE(all);
    QVERIFY(base::parseJson(all.out, "families")->items().size() > m_flagged.size());
}

void MainJobTest::aFamilyGoesFromProposedToSupported() {
    m_family = m_flagged.front();
    const auto decide = [this](const std::string& user, std::vector<std::string> words) {
        words.insert(words.begin(), {"decide", m_vault, m_family});
        return as(user, std::move(words));
    };
    VERIFY_DONE(decide("caseworker", {"take"}));
    const Ran early =
        decide("supervisor", {"agree", "--reason", "criteria-met", "--words", "yes, agreed"});
    QCOMPARE(early.exit, app::Exit::failed);
    const Ran noReason = decide("caseworker", {"triage", "--words", "seems right"});
    QCOMPARE(noReason.exit, app::Exit::failed);
    QVERIFY(noReason.err.find("evidence-holds") != std::string::npos);
    VERIFY_DONE(
        decide("caseworker",
               {"triage", "--reason", "evidence-holds", "--words", "School and police agree"}));
    const Ran blind =
        decide("supervisor", {"agree", "--reason", "criteria-met", "--words", "yes, agreed"});
    QCOMPARE(blind.exit, app::Exit::failed);
    QVERIFY2(blind.err.find("evidence") != std::string::npos, blind.err.c_str());

    const Ran shown = as("supervisor", {"family", m_vault, m_family, "--purpose", "review"});
    VERIFY_DONE(shown);
    m_person = shown.out.substr(shown.out.find("person ") + 7);
    m_person = m_person.substr(0, m_person.find(' '));
    bool anyRows = false;
    for (const char* criterion : {"1", "2", "3", "4", "5", "6"}) {
        const Ran evidence =
            as("supervisor", {"evidence", m_vault, m_family, criterion, "--purpose", "review"});
        VERIFY_DONE(evidence);
        anyRows = anyRows || !evidence.out.empty();
    }
    QVERIFY(anyRows);
    VERIFY_DONE(
        decide("supervisor", {"agree", "--reason", "criteria-met", "--words", "yes, agreed"}));
    VERIFY_DONE(decide("supervisor", {"allocate", "--to", "caseworker"}));
    VERIFY_DONE(decide("caseworker", {"start-support", "--intensity", "targeted"}));
    const Ran again = decide("caseworker", {"start-support", "--intensity", "targeted"});
    QCOMPARE(again.exit, app::Exit::failed);
    const Ran health =
        as("caseworker", {"evidence", m_vault, m_family, "6", "--purpose", "support"});
    QCOMPARE(health.exit, app::Exit::failed);
    const Ran stranger =
        as("data-officer", {"family", m_vault, m_family, "--purpose", "curiosity"});
    QCOMPARE(stranger.exit, app::Exit::failed);
}

void MainJobTest::consentAndBasisAreRecorded() {
    VERIFY_DONE(as("caseworker",
                   {"consent",
                    m_vault,
                    m_family,
                    m_person,
                    "service",
                    "given",
                    "--wording",
                    "2026-1",
                    "--decided-by",
                    "themselves"}));
    const Ran noWording = as("caseworker",
                             {"consent",
                              m_vault,
                              m_family,
                              m_person,
                              "study",
                              "objected",
                              "--wording",
                              " ",
                              "--decided-by",
                              "themselves"});
    QCOMPARE(noWording.exit, app::Exit::failed);
    VERIFY_DONE(as("governance-officer", {"basis", m_vault, "public-task", "--wording", "2026-1"}));
    const Ran notTheirs =
        as("caseworker", {"basis", m_vault, "public-task", "--wording", "2026-1"});
    QCOMPARE(notTheirs.exit, app::Exit::failed);
}

void MainJobTest::onePersonPreparesAndAnotherReleases() {
    const Ran prepared =
        as("exporting-officer",
           {"submit", m_vault, "--layout", "national-impact-study", "--out", path("study")});
    VERIFY_DONE(prepared);
    for (const auto& entry : std::filesystem::directory_iterator(path("study")))
        QVERIFY(entry.path().extension() != ".csv");
    const Ran own = as("exporting-officer", {"release", m_vault, "1", "--out", path("study")});
    QCOMPARE(own.exit, app::Exit::failed);
    const Ran released =
        as("governance-officer", {"release", m_vault, "1", "--out", path("study")});
    VERIFY_DONE(released);
    std::string csv;
    std::string manifest;
    for (const auto& entry : std::filesystem::directory_iterator(path("study"))) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".csv"))
            csv = support::readText(entry.path().string());
        else if (name.ends_with(".manifest.json"))
            manifest = support::readText(entry.path().string());
    }
    QVERIFY(!csv.empty());
    const auto parsed = base::parseJson(manifest, "manifest");
    QVERIFY(parsed.has_value());
    QVERIFY(manifest.find(base::sha256Hex(csv)) != std::string::npos);
    QVERIFY(std::count(csv.begin(), csv.end(), '\n') > 3);
    const Ran twice = as("governance-officer", {"release", m_vault, "1", "--out", path("again")});
    QCOMPARE(twice.exit, app::Exit::failed);
}

void MainJobTest::theRegisterAnswersForAPerson() {
    const Ran ran = as("governance-officer", {"included", m_vault, m_person});
    VERIFY_DONE(ran);
    QVERIFY2(ran.out.find("submission 1") != std::string::npos ||
                 ran.out.find("in no submission") != std::string::npos,
             ran.out.c_str());
    const Ran list = as("auditor", {"submissions", m_vault});
    VERIFY_DONE(list);
    QVERIFY(!firstLineWith(list.out, "released").empty());
}

void MainJobTest::theAuditLogIsWhole() {
    const Ran verified = as("auditor", {"audit", m_vault, "--verify"});
    VERIFY_DONE(verified);
    QVERIFY(verified.out.find("whole") != std::string::npos);
    const Ran log = as("auditor", {"audit", m_vault});
    VERIFY_DONE(log);
    for (const char* action : {"import-delivery",
                               "link-records",
                               "assess",
                               "open-evidence",
                               "decide",
                               "release-submission",
                               "denied"})
        QVERIFY2(log.out.find(action) != std::string::npos, action);
    const Ran caseworker = as("caseworker", {"audit", m_vault});
    QCOMPARE(caseworker.exit, app::Exit::failed);
}

void MainJobTest::noNameIsInTheFilesOfTheVault() {
    std::set<std::string> surnames;
    const auto rows = support::csvRows(support::readText(path("files/") + m_files.front()[0]));
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(m_vault))
        bytes += support::readText(entry.path().string());
    QVERIFY(!bytes.empty());
    QVERIFY(bytes.find("SQLite format 3") == std::string::npos);
    for (const char* name : {"Hereford", "Leominster", "HEREFORD", "caution", "convicted"})
        QVERIFY2(bytes.find(name) == std::string::npos, name);
}

QTEST_GUILESS_MAIN(MainJobTest)
#include "main_job_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Partner files of every kind through the command line: each is imported under one agreement and
// every row accounted for, or is refused with a reason that can be told to the sender.
//
// Beside the files of the tests' own, all files of a folder that FF_SAMPLES names are tried:
//     FF_SAMPLES=/somewhere/samples tests/journeys_partner_files_test
#include "base/json.h"
#include "base/text.h"
#include "support/command_line.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <map>

using support::Ran;
using support::runCommand;

class PartnerFilesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileIsReceivedOrRefusedWithAReason();
    void issuesNameTheSheetAndItsRow();

private:
    std::string path(const std::string& name) const {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }

    Ran as(const std::string& user, std::vector<std::string> words) const {
        words.insert(words.end(), {"--user", user, "--password-file", path("password")});
        return runCommand(std::move(words));
    }

    QTemporaryDir m_folder;
    std::string m_vault;
    std::map<std::string, base::Json> m_received;  // by file name
};

namespace {

bool isPartnerFile(const std::filesystem::path& path) {
    const std::string name = base::lowerAscii(path.filename().string());
    return std::filesystem::is_regular_file(path) && name != "columns.csv" &&
           (name.ends_with(".csv") || name.ends_with(".xml") || name.ends_with(".xlsx"));
}

std::map<std::string, std::string> partnerFiles() {
    const auto own = std::filesystem::path(FF_TEST_DATA) / "intake";
    std::vector<std::filesystem::path> folders{own / "deliveries", own / "messages"};
    if (qEnvironmentVariableIsSet("FF_SAMPLES"))
        folders.emplace_back(qEnvironmentVariable("FF_SAMPLES").toStdString());
    std::map<std::string, std::string> files;
    for (const auto& folder : folders)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (isPartnerFile(entry.path()))
                files.emplace(entry.path().filename().string(), entry.path().string());
    return files;
}

}  // namespace

void PartnerFilesTest::initTestCase() {
    m_vault = path("files.vault");
    support::writeText(path("password"), "a training password\n");
    const auto done = [](const Ran& ran) { QVERIFY2(ran.done(), ran.err.c_str()); };
    done(as("administrator", {"create", m_vault}));
    for (const char* role : {"data-officer", "governance-officer"})
        done(as("administrator",
                {"user",
                 "add",
                 m_vault,
                 role,
                 "--role",
                 role,
                 "--new-password-file",
                 path("password")}));
    done(as("governance-officer",
            {"agreement",
             "add",
             m_vault,
             FF_SOURCE_DIR "/resources/partners/agreements/standard.toml"}));
}

void PartnerFilesTest::everyFileIsReceivedOrRefusedWithAReason() {
    const auto files = partnerFiles();
    QVERIFY(files.size() >= 30);
    std::string refusals;
    for (const char* agreement : {"social-care-2026",
                                  "schools-2026",
                                  "police-2026",
                                  "courts-2026",
                                  "probation-2026",
                                  "youth-offending-2026",
                                  "dwp-2026",
                                  "health-2026",
                                  "housing-2026"}) {
        std::vector<std::string> words{"import", m_vault, "--agreement", agreement, "--json"};
        for (const auto& [name, file] : files)
            if (!m_received.contains(name))
                words.push_back(file);
        const Ran ran = as("data-officer", std::move(words));
        refusals += ran.err;
        const auto reports = base::parseJson(ran.out, agreement);
        QVERIFY2(reports.has_value(), ran.err.c_str());
        for (const base::Json& report : reports->items())
            m_received.emplace(report["file"].text(), report);
    }
    for (const auto& [name, file] : files) {
        const auto received = m_received.find(name);
        if (received == m_received.end()) {
            const std::size_t said = refusals.find(name + ": is ");
            QVERIFY2(refusals.find("It is not received: ", said) != std::string::npos,
                     name.c_str());
            continue;
        }
        const base::Json& report = received->second;
        QVERIFY2(report["rows_in"].integer() > 0, name.c_str());
        QVERIFY2(report["rows_in"].integer() ==
                     report["rows_accepted"].integer() + report["rows_rejected"].integer(),
                 name.c_str());
        QVERIFY2(report["rows_accepted"].integer() > 0, name.c_str());
    }
}

void PartnerFilesTest::issuesNameTheSheetAndItsRow() {
    const auto census = m_received.find("cin_2026.xml");
    QVERIFY(census != m_received.end());
    const Ran ran = as("data-officer",
                       {"issues", m_vault, std::to_string(census->second["delivery"].integer())});
    QVERIFY2(ran.done(), ran.err.c_str());
    const QRegularExpression line(
        QStringLiteral("^\\d{1,4},CINdetails/CINreferralDate,rejected,bad-date,.*,CINdetails$"),
        QRegularExpression::MultilineOption);
    QVERIFY2(line.match(QString::fromStdString(ran.out)).hasMatch(), ran.out.c_str());
}

QTEST_GUILESS_MAIN(PartnerFilesTest)
#include "partner_files_test.moc"

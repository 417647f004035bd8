// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be wrong with what the program is given: each has a clear message, and
// nothing is lost by it.
#include "casework/deliveries.h"
#include "casework/linking.h"
#include "support/command_line.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <sys/mount.h>

using support::Ran;
using support::runCommand;

class RubbishTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void badFilesAreRefusedWithAReason_data();
    void badFilesAreRefusedWithAReason();
    void aDateOf31FebruaryIsARowIssue();
    void aLineOf200MegabytesNeitherHangsNorFillsMemory();
    void aWrongPasswordSaysSo();
    void aMissingKeyFileSaysWhichAndThatBackupsHoldIt();
    void aTruncatedVaultIsDamagedNotEmpty();
    void aFullDiskKeepsTheVaultAsItWas();
    void aReadOnlyFolderSaysSo();
    void aPlanWithATypoSaysLineAndColumn();
    void aWrongSubCommandIsUsage();

private:
    std::string path(const std::string& name) const {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }

    Ran as(const std::string& user, std::vector<std::string> words) const {
        words.insert(words.end(), {"--user", user, "--password-file", path("password")});
        return runCommand(std::move(words));
    }

    std::string deliveries() const { return as("data-officer", {"deliveries", m_vault}).out; }

    QTemporaryDir m_folder;
    std::string m_vault;
};

#define VERIFY_DONE(ran) QVERIFY2((ran).done(), (ran).err.c_str())

void RubbishTest::initTestCase() {
    m_vault = path("rubbish.vault");
    support::writeText(path("password"), "a training password\n");
    VERIFY_DONE(
        runCommand({"demo", m_vault, "--people", "150", "--password-file", path("password")}));
}

void RubbishTest::badFilesAreRefusedWithAReason_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("agreement");
    QTest::addColumn<QString>("says");
    const QByteArray header("Pupil No,Forename\n1,Ann\n");
    QTest::newRow("an empty file") << QByteArray() << "schools-2026"
                                   << "empty";
    QTest::newRow("a file with no known header") << header << "schools-2026"
                                                 << "mapping";
    QTest::newRow("binary rubbish")
        << QByteArray::fromHex("7f454c4600000102fffe000000") << "schools-2026"
        << "not text";
    QTest::newRow("a workbook") << QByteArray("PK\3\4\0\0\0\0", 8) << "schools-2026"
                                << "workbook";
    QTest::newRow("no such agreement") << header << "schools-1999"
                                       << "no agreement";
}

void RubbishTest::badFilesAreRefusedWithAReason() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, agreement);
    QFETCH(QString, says);
    const std::string before = deliveries();
    support::writeText(path("bad.csv"), bytes.toStdString());
    const Ran ran =
        as("data-officer",
           {"import", m_vault, path("bad.csv"), "--agreement", agreement.toStdString()});
    QCOMPARE(ran.exit, app::Exit::failed);
    QVERIFY2(QString::fromStdString(ran.err).contains(says), ran.err.c_str());
    QVERIFY2(ran.err.find("Ann") == std::string::npos, "a value is in the message");
    QCOMPARE(deliveries(), before);
}

void RubbishTest::aDateOf31FebruaryIsARowIssue() {
    const std::string heading =
        "Pupil ID,Legal Forename,Middle Names,Legal Surname,Preferred Forename,DOB,Gender,"
        "Address Line 1,Address Line 2,Town,Postcode,UPN,Exclusion Start,Exclusion Type,"
        "Sessions Lost,Exclusion Reason,Phase,School URN\n";
    const std::string row = "1,Invented,,Person,,08/02/2014,F,,,,,,DAY,SUSP,2,,S,\n";
    const auto dated = [&row](const std::string& day) {
        return std::string(row).replace(row.find("DAY"), 3, day);
    };
    support::writeText(path("dates.csv"), heading + dated("31/02/2026") + dated("28/02/2026"));
    const Ran ran =
        as("data-officer", {"import", m_vault, path("dates.csv"), "--agreement", "schools-2026"});
    VERIFY_DONE(ran);
    QVERIFY2(ran.out.find("rows in 2 = accepted 1 + rejected 1") != std::string::npos,
             ran.out.c_str());
    const std::string number = support::csvRows(deliveries()).at(1).at(0);
    const Ran issues = as("data-officer", {"issues", m_vault, number});
    VERIFY_DONE(issues);
    QVERIFY2(issues.out.find("2,Exclusion Start,rejected,") != std::string::npos,
             issues.out.c_str());
    QVERIFY(issues.out.find("31/02") == std::string::npos);
}

void RubbishTest::aLineOf200MegabytesNeitherHangsNorFillsMemory() {
    {
        std::ofstream out(path("long.csv"), std::ios::binary);
        const std::string piece(1U << 20U, 'x');
        for (int i = 0; i < 200; ++i)
            out << piece;
    }
    const Ran ran =
        as("data-officer", {"import", m_vault, path("long.csv"), "--agreement", "schools-2026"});
    std::filesystem::remove(path("long.csv"));
    QCOMPARE(ran.exit, app::Exit::failed);
    QVERIFY2(ran.err.find("long.csv") != std::string::npos, ran.err.c_str());
    QVERIFY(ran.err.size() < 2000);
}

void RubbishTest::aWrongPasswordSaysSo() {
    support::writeText(path("wrong"), "not the password\n");
    const Ran ran =
        runCommand({"families", m_vault, "--user", "caseworker", "--password-file", path("wrong")});
    QCOMPARE(ran.exit, app::Exit::failed);
    QVERIFY2(ran.err.find("password") != std::string::npos, ran.err.c_str());
}

void RubbishTest::aMissingKeyFileSaysWhichAndThatBackupsHoldIt() {
    std::filesystem::copy(m_vault, path("nokeys.vault"), std::filesystem::copy_options::recursive);
    std::filesystem::remove(path("nokeys.vault/keyring.json"));
    const Ran ran = as("caseworker", {"families", path("nokeys.vault")});
    QCOMPARE(ran.exit, app::Exit::failed);
    QVERIFY2(ran.err.find("keyring.json") != std::string::npos, ran.err.c_str());
    QVERIFY2(ran.err.find("backup") != std::string::npos, ran.err.c_str());
}

void RubbishTest::aTruncatedVaultIsDamagedNotEmpty() {
    std::filesystem::copy(m_vault, path("short.vault"), std::filesystem::copy_options::recursive);
    const std::filesystem::path database = path("short.vault/vault.db");
    std::filesystem::resize_file(database, std::filesystem::file_size(database) / 2);
    const Ran ran = as("data-officer", {"link", path("short.vault")});
    QCOMPARE(ran.exit, app::Exit::failed);
    QVERIFY2(ran.err.find("damaged") != std::string::npos ||
                 ran.err.find("malformed") != std::string::npos ||
                 ran.err.find("backup") != std::string::npos,
             ran.err.c_str());
    const Ran whole = as("caseworker", {"families", m_vault});
    VERIFY_DONE(whole);
}

void RubbishTest::aFullDiskKeepsTheVaultAsItWas() {
    const std::string small = path("small");
    std::filesystem::create_directory(small);
    if (::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=4m") != 0) {
        qInfo("no file system of its own can be mounted here; the vault's own tests fill pages");
        return;
    }
    const std::string vault = small + "/small.vault";
    std::filesystem::copy(m_vault, vault, std::filesystem::copy_options::recursive);
    const std::string before = as("data-officer", {"deliveries", vault}).out;
    VERIFY_DONE(runCommand({"synth", path("many"), "--people", "20000", "--seed", "5"}));
    Ran last;
    last.exit = app::Exit::done;
    int kept = 0;
    for (const auto& entry : std::filesystem::directory_iterator(path("many"))) {
        const std::string name = entry.path().filename().string();
        if (name.find("attendance") == std::string::npos)
            continue;
        last = as("data-officer",
                  {"import", vault, entry.path().string(), "--agreement", "schools-2026"});
        kept += last.done() ? 1 : 0;
    }
    // With no room for an audit event nobody gets in at all; room is made, and all is as it was.
    QCOMPARE(::mount("tmpfs", small.c_str(), "tmpfs", MS_REMOUNT, "size=64m"), 0);
    const std::string after = as("data-officer", {"deliveries", vault}).out;
    const Ran audit = as("auditor", {"audit", vault, "--verify"});
    ::umount(small.c_str());
    QCOMPARE(last.exit, app::Exit::failed);
    QVERIFY2(last.err.find("space") != std::string::npos, last.err.c_str());
    QCOMPARE(kept, 0);
    QCOMPARE(after, before);
    VERIFY_DONE(audit);
}

void RubbishTest::aReadOnlyFolderSaysSo() {
    const std::string sealed = path("sealed");
    std::filesystem::create_directory(sealed);
    if (::mount("tmpfs", sealed.c_str(), "tmpfs", 0, "size=32m") != 0) {
        qInfo("no file system of its own can be mounted here; the vault's own tests cover it");
        return;
    }
    std::filesystem::copy(m_vault, sealed + "/a.vault", std::filesystem::copy_options::recursive);
    QCOMPARE(::mount("tmpfs", sealed.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr), 0);
    const Ran opened = as("caseworker", {"families", sealed + "/a.vault"});
    const Ran made = as("amy", {"create", sealed + "/b.vault"});
    ::umount(sealed.c_str());
    for (const Ran& ran : {opened, made}) {
        QCOMPARE(ran.exit, app::Exit::failed);
        QVERIFY2(ran.err.find("read-only") != std::string::npos, ran.err.c_str());
    }
}

void RubbishTest::aPlanWithATypoSaysLineAndColumn() {
    const Ran shown = runCommand({"plan", "check", "herefordshire-2020"});
    VERIFY_DONE(shown);
    std::string text = support::readText(FF_SOURCE_DIR "/resources/plans/herefordshire-2020.toml");
    const std::size_t at = text.find("wording");
    QVERIFY(at != std::string::npos);
    text.replace(at, 7, "wordign");
    support::writeText(path("typo.toml"), text);
    const Ran ran = runCommand({"plan", "check", path("typo.toml")});
    QCOMPARE(ran.exit, app::Exit::failed);
    const auto line =
        std::to_string(std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n') + 1);
    QVERIFY2(ran.err.find(":" + line + ":") != std::string::npos, ran.err.c_str());
    QVERIFY2(ran.err.find("did you mean 'wording'") != std::string::npos, ran.err.c_str());
}

void RubbishTest::aWrongSubCommandIsUsage() {
    QCOMPARE(runCommand({"impotr"}).exit, app::Exit::usage);
    QCOMPARE(runCommand({"import"}).exit, app::Exit::usage);
    QCOMPARE(runCommand({"families", m_vault, "--flaged"}).exit, app::Exit::usage);
    const Ran help = runCommand({"--help"});
    QCOMPARE(help.exit, app::Exit::done);
    for (const char* name : {"synth",
                             "demo",
                             "create",
                             "import",
                             "link",
                             "assess",
                             "families",
                             "submit",
                             "audit",
                             "plan",
                             "match"})
        QVERIFY2(help.out.find(name) != std::string::npos, name);
}

QTEST_GUILESS_MAIN(RubbishTest)
#include "rubbish_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace base;
namespace fs = std::filesystem;

class FileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init() {
        QVERIFY(m_folder.isValid());
        m_file = fs::path(m_folder.path().toStdString()) / "Ähre & x.json";
        fs::remove(m_file);
    }

    void readsBackWhatItWrote() {
        const std::string bytes("a\0b\r\n\xFF", 6);
        QVERIFY(writeFileWhole(m_file, bytes, false).has_value());
        QVERIFY(readFile(m_file).value() == bytes);
        QVERIFY(writeFileWhole(m_file, "", false).has_value());
        QVERIFY(readFile(m_file).value().empty());
    }

    void leavesNothingBesideTheFile() {
        QVERIFY(writeFileWhole(m_file, "x", false).has_value());
        int files = 0;
        for (const auto& entry : fs::directory_iterator(m_file.parent_path()))
            files += entry.is_regular_file() ? 1 : 0;
        QCOMPARE(files, 1);
    }

    void keepsPrivateFilesToTheOwner() {
        QVERIFY(writeFileWhole(m_file, "x", true).has_value());
        QCOMPARE(fs::status(m_file).permissions() & fs::perms::all,
                 fs::perms::owner_read | fs::perms::owner_write);
    }

    void theOldFileStandsWhenTheNewCantBeWritten() {
        QVERIFY(writeFileWhole(m_file, "old", false).has_value());
        // the neighbour it would write to is taken by a folder
        fs::path neighbour = m_file;
        neighbour += ".part";
        fs::create_directory(neighbour);
        const auto result = writeFileWhole(m_file, "new", false);
        fs::remove(neighbour);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Code::unreadable);
        QVERIFY(readFile(m_file).value() == "old");
    }

    void saysNotFoundForAMissingFile() {
        const auto result = readFile(m_file);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Code::notFound);
        QVERIFY(result.error().place == m_file.string());
    }

    void refusesAFolderAndAFileTooLarge() {
        QCOMPARE(readFile(m_file.parent_path()).error().code, Code::unreadable);
        QVERIFY(writeFileWhole(m_file, "12345", false).has_value());
        QCOMPARE(readFile(m_file, 4).error().code, Code::refused);
        QVERIFY(readFile(m_file, 5).has_value());
    }

    void saysWhatTheSystemSaid() {
        QCOMPARE(fileError("x", ENOSPC).code, Code::full);
        QCOMPARE(fileError("x", EACCES).code, Code::unreadable);
        QCOMPARE(fileError("x", EROFS).code, Code::unreadable);
        QCOMPARE(fileError("x", ENOENT).code, Code::notFound);
        QVERIFY(!fileError("x", EIO).detail.empty());
    }

    void reportsAFullDisk() {
        // The most a file may hold stands in for the disk's end.
        fs::path neighbour = m_file;
        neighbour += ".part";
        QVERIFY(writeFileWhole(m_file, "old", false).has_value());
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{2, before.rlim_max};
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto result = writeFileWhole(m_file, "new", false);
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Code::full);
        QVERIFY(!fs::exists(fs::symlink_status(neighbour)));
        QVERIFY(readFile(m_file).value() == "old");
    }

    void writesThroughNothingLaidInItsWay() {
        const fs::path elsewhere = m_file.parent_path() / "elsewhere";
        fs::path neighbour = m_file;
        neighbour += ".part";
        QVERIFY(writeFileWhole(elsewhere, "theirs", false).has_value());
        fs::create_symlink(elsewhere, neighbour);
        QVERIFY(writeFileWhole(m_file, "ours", true).has_value());
        QVERIFY(readFile(elsewhere).value() == "theirs");
        fs::rename(elsewhere, neighbour);  // an old file that everyone may read
        QVERIFY(writeFileWhole(m_file, "ours", true).has_value());
        QCOMPARE(fs::status(m_file).permissions() & fs::perms::all,
                 fs::perms::owner_read | fs::perms::owner_write);
    }

private:
    QTemporaryDir m_folder;
    fs::path m_file;
};

QTEST_APPLESS_MAIN(FileTest)
#include "file_test.moc"

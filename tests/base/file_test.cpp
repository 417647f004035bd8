// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
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
        // /dev/full takes no byte; the neighbour is a link to it
        if (::access("/dev/full", W_OK) != 0)
            QSKIP("there is no /dev/full here");
        fs::path neighbour = m_file;
        neighbour += ".part";
        QVERIFY(writeFileWhole(m_file, "old", false).has_value());
        fs::create_symlink("/dev/full", neighbour);
        const auto result = writeFileWhole(m_file, "new", false);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Code::full);
        QVERIFY(!fs::exists(fs::symlink_status(neighbour)));
        QVERIFY(readFile(m_file).value() == "old");
    }

private:
    QTemporaryDir m_folder;
    fs::path m_file;
};

QTEST_APPLESS_MAIN(FileTest)
#include "file_test.moc"

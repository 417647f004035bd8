// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draft_file.h"

#include "base/file.h"
#include "support/must.h"
#include "support/temporary_vault.h"

#include <QtTest>

using support::must;

class DraftFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasKeptIsReadBack();
    void nothingToKeepLeavesNoFile();
    void theFileDoesNotShowTheWords();
    void anotherPersonsFileIsNoDraftOfMine();
};

namespace {

std::filesystem::path fileOf(const store::Vault& vault) {
    return vault.folder() / ("drafts-" + std::to_string(vault.user().id.value) + ".sealed");
}

}  // namespace

void DraftFileTest::whatWasKeptIsReadBack() {
    support::TemporaryVault vault;
    const store::DraftFile drafts(vault.vault());
    QCOMPARE(must(drafts.read()), std::string());
    QVERIFY(drafts.keep("They moved to Leominster in May."));
    QVERIFY(drafts.keep("They moved to Leominster in June."));
    QCOMPARE(must(drafts.read()), std::string("They moved to Leominster in June."));
}

void DraftFileTest::nothingToKeepLeavesNoFile() {
    support::TemporaryVault vault;
    const store::DraftFile drafts(vault.vault());
    QVERIFY(drafts.keep("half"));
    QVERIFY(drafts.keep(""));
    QVERIFY(drafts.keep(""));
    QVERIFY(!std::filesystem::exists(fileOf(vault.vault())));
}

void DraftFileTest::theFileDoesNotShowTheWords() {
    support::TemporaryVault vault;
    QVERIFY(store::DraftFile(vault.vault()).keep("They moved to Leominster."));
    QVERIFY(must(base::readFile(fileOf(vault.vault()))).find("Leominster") == std::string::npos);
}

void DraftFileTest::anotherPersonsFileIsNoDraftOfMine() {
    support::TemporaryVault vault;
    const store::DraftFile drafts(vault.vault());
    QVERIFY(base::writeFileWhole(fileOf(vault.vault()), "what somebody put there", true));
    const auto read = drafts.read();
    QVERIFY(!read);
    QCOMPARE(read.error().code, base::Code::damaged);
}

QTEST_APPLESS_MAIN(DraftFileTest)
#include "draft_file_test.moc"

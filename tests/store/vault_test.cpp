// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/vault.h"

#include "base/file.h"
#include "sample.h"
#include "store/user_table.h"
#include "tests/support/temporary_vault.h"

#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;
using access::Action;
using access::Role;
using base::Code;
using store::KeyCost;
using store::Vault;
using support::granted;
using support::must;
using support::TemporaryVault;

namespace {

base::Result<std::unique_ptr<Vault>> unlockAs(const TemporaryVault& temporary,
                                              std::string_view name,
                                              std::string_view password = "correct horse") {
    return Vault::unlock(temporary.path(), name, base::Secret(password));
}

void flipByte(const fs::path& file, std::size_t at) {
    std::string bytes = must(base::readFile(file));
    bytes[at] = bytes[at] == 'a' ? 'b' : 'a';
    must(base::writeFileWhole(file, bytes, true));
}

// While it lives, the superuser has no more rights to files than a stranger; others stay who they
// are.
class AsNobody {
public:
    AsNobody() : m_before(::geteuid()) {
        constexpr uid_t nobody = 65534;
        if (m_before == 0 && ::seteuid(nobody) != 0)
            qFatal("the superuser can't act as nobody here");
    }

    ~AsNobody() {
        if (::seteuid(m_before) != 0)
            qFatal("nobody can't act as the superuser again");
    }

    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    uid_t m_before;
};

}  // namespace

class VaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void opensForEveryUserWithTheirOwnRole() {
        TemporaryVault temporary;
        for (const Role role : access::allRoles) {
            const auto vault = temporary.as(role);
            QVERIFY(vault->user().role == role);
            QVERIFY(vault->user().name == access::roleCode(role));
        }
    }

    void refusesAWrongPasswordAndAnUnknownNameInTheSameWords() {
        TemporaryVault temporary;
        const auto wrong = unlockAs(temporary, "auditor", "incorrect horse");
        const auto unknown = unlockAs(temporary, "nobody");
        QVERIFY(!wrong && wrong.error().code == Code::wrongKey);
        QVERIFY(!unknown && unknown.error() == wrong.error());
    }

    void refusesToCreateOverAnythingThatIsThere() {
        TemporaryVault temporary;
        const auto again = Vault::create(
            temporary.path(), {"x", "X", Role::administrator}, base::Secret("p"), KeyCost::quick());
        QVERIFY(!again && again.error().code == Code::exists);
    }

    void leavesNothingBehindWhenItCannotCreate() {
        QTemporaryDir folder;
        const fs::path place = fs::path(folder.path().toStdString()) / "a.vault";
        const auto bad =
            Vault::create(place, {"no spaces please", "", Role::administrator}, base::Secret("p"));
        QVERIFY(!bad && bad.error().code == Code::malformed);
        const auto empty = Vault::create(place, {"a", "", Role::administrator}, base::Secret());
        QVERIFY(!empty && empty.error().code == Code::malformed);
        const auto nowhere = Vault::create(
            place / "missing" / "b.vault", {"a", "", Role::administrator}, base::Secret("p"));
        QVERIFY(!nowhere && nowhere.error().code == Code::notFound);
        QVERIFY(fs::is_empty(folder.path().toStdString()));
    }

    void keepsEveryFileToItsOwner() {
        TemporaryVault temporary;
        must(temporary.vault().note(
            "test", access::Subject::vault(), access::AuditOutcome::done, ""));
        QVERIFY((fs::status(temporary.path()).permissions() & fs::perms(0077)) == fs::perms::none);
        int files = 0;
        for (const auto& file : fs::directory_iterator(temporary.path())) {
            QVERIFY((file.status().permissions() & fs::perms(0077)) == fs::perms::none);
            ++files;
        }
        QVERIFY(files >= 3);
    }

    void saysWhichFileIsMissing_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("keyring") << QStringLiteral("keyring.json");
        QTest::newRow("database") << QStringLiteral("vault.db");
        QTest::newRow("audit log") << QStringLiteral("audit.db");
    }

    void saysWhichFileIsMissing() {
        QFETCH(QString, file);
        TemporaryVault temporary;
        fs::remove(temporary.path() / file.toStdString());
        const auto vault = unlockAs(temporary, "auditor");
        QVERIFY(!vault && vault.error().code == Code::notFound);
        QVERIFY(vault.error().place.ends_with(file.toStdString()));
        QVERIFY(vault.error().detail.find("backup") != std::string::npos);
    }

    void findsNoVaultWhereThereIsNone() {
        const auto vault = Vault::unlock("/nowhere/at.vault", "a", base::Secret("p"));
        QVERIFY(!vault && vault.error().code == Code::notFound);
    }

    void refusesAGarbledKeyring_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("not JSON") << QStringLiteral("{\"format\": 1, ");
        QTest::newRow("empty") << QString();
        QTest::newRow("no keys") << QStringLiteral("{\"format\": 1, \"vault\": \"a\"}");
    }

    void refusesAGarbledKeyring() {
        QFETCH(QString, text);
        TemporaryVault temporary;
        must(base::writeFileWhole(temporary.path() / "keyring.json", text.toStdString(), true));
        const auto vault = unlockAs(temporary, "auditor");
        QVERIFY(!vault && vault.error().code == Code::damaged);
    }

    void refusesAKeyringThatAsksForAbsurdWork() {
        TemporaryVault temporary;
        const fs::path file = temporary.path() / "keyring.json";
        std::string text = must(base::readFile(file));
        const std::string cost = "\"argon2id_bytes\": ";
        for (std::size_t at = text.find(cost); at != std::string::npos;
             at = text.find(cost, at + 1))
            text.insert(at + cost.size(), "4000000000");
        must(base::writeFileWhole(file, text, true));
        const auto vault = unlockAs(temporary, "auditor");
        QVERIFY(!vault && vault.error().code == Code::damaged);
        text = must(base::readFile(file));
        const std::string quick = "4000000000" + std::to_string(KeyCost::quick().memory);
        for (std::size_t at = text.find(quick); at != std::string::npos; at = text.find(quick))
            text.replace(at, quick.size(), std::to_string((std::size_t{1} << 30U) + 1));
        must(base::writeFileWhole(file, text, true));
        const auto justAbove = unlockAs(temporary, "auditor");
        QVERIFY(!justAbove && justAbove.error().code == Code::damaged);
    }

    void refusesAKeyringChangedAnywhereInAnotherUsersSlot() {
        TemporaryVault temporary;
        const fs::path file = temporary.path() / "keyring.json";
        const std::string text = must(base::readFile(file));
        const std::size_t slot = text.find("\"supervisor\"");
        QVERIFY(slot != std::string::npos);
        flipByte(file, text.find("\"public_key\"", slot) + 16);
        const auto vault = unlockAs(temporary, "auditor");
        QVERIFY(!vault && vault.error().code == Code::damaged);
    }

    void refusesADatabaseThatIsDamaged_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("size");
        for (const auto& file : {QStringLiteral("vault.db"), QStringLiteral("audit.db")})
            for (const int size : {0, 100, 4096, 12288})
                QTest::addRow("%s cut to %d", qPrintable(file), size) << file << size;
    }

    void refusesADatabaseThatIsDamaged() {
        QFETCH(QString, file);
        QFETCH(int, size);
        TemporaryVault temporary;
        const fs::path path = temporary.path();
        QTemporaryDir copy;
        const fs::path place = fs::path(copy.path().toStdString()) / "copy.vault";
        fs::copy(path, place);
        for (const char* beside : {"vault.db-wal", "vault.db-shm", "audit.db-wal", "audit.db-shm"})
            fs::remove(place / beside);
        fs::resize_file(place / file.toStdString(), static_cast<std::uintmax_t>(size));
        const auto vault = Vault::unlock(place, "auditor", TemporaryVault::password());
        QVERIFY(!vault);
        QCOMPARE(static_cast<int>(vault.error().code), static_cast<int>(Code::damaged));
    }

    void refusesAPlainDatabaseInTheVaultsPlace() {
        TemporaryVault temporary;
        std::string plain("SQLite format 3\0", 16);
        plain.resize(8192);
        must(base::writeFileWhole(temporary.path() / "vault.db", plain, true));
        const auto vault = unlockAs(temporary, "auditor");
        QVERIFY(!vault && vault.error().code == Code::damaged);
        QVERIFY(vault.error().detail.find("not encrypted") != std::string::npos);
    }

    void refusesAReadOnlyFolder() {
        QTemporaryDir folder;
        const fs::path inside = folder.path().toStdString();
        fs::permissions(inside, fs::perms::owner_read | fs::perms::owner_exec);
        {
            // The superuser may write anywhere, so they ask as somebody else.
            const AsNobody nobody;
            const auto vault = Vault::create(inside / "a.vault",
                                             {"a", "A", Role::administrator},
                                             base::Secret("a password"),
                                             KeyCost::quick());
            QVERIFY(!vault && vault.error().code == Code::unreadable);
        }
        fs::permissions(inside, fs::perms::owner_all);
        QVERIFY(fs::is_empty(inside));
    }

    void addsAUserWhoCanThenOpenIt() {
        TemporaryVault temporary;
        const auto grant = granted(temporary.vault(), Action::manageUsers);
        const auto id = must(temporary.vault().addUser(grant,
                                                       {"k.price", "K. Price", Role::supervisor},
                                                       base::Secret("long pass"),
                                                       KeyCost::quick()));
        const auto vault = must(unlockAs(temporary, "k.price", "long pass"));
        QVERIFY(vault->user().id == id && vault->user().displayName == "K. Price");
        const auto twice = temporary.vault().addUser(
            grant, {"k.price", "Other", Role::auditor}, base::Secret("p"), KeyCost::quick());
        QVERIFY(!twice && twice.error().code == Code::exists);
        QVERIFY(unlockAs(temporary, "k.price", "long pass"));
    }

    void letsNobodyManageUsersWithAnotherGrant() {
        TemporaryVault temporary;
        const auto auditor = temporary.as(Role::auditor);
        const auto grant = granted(*auditor, Action::readAudit);
        const auto added = auditor->addUser(
            grant, {"x", "X", Role::administrator}, base::Secret("p"), KeyCost::quick());
        QVERIFY(!added && added.error().code == Code::refused);
    }

    void removesAUserForGoodButKeepsTheirName() {
        TemporaryVault temporary;
        const auto supervisor = temporary.as(Role::supervisor);
        const auto id = supervisor->user().id;
        const auto grant = granted(temporary.vault(), Action::manageUsers);
        must(temporary.vault().removeUser(grant, id));
        const auto gone = unlockAs(temporary, "supervisor");
        QVERIFY(!gone && gone.error().code == Code::wrongKey);
        QVERIFY(!supervisor->another());
        const auto row = must(store::UserTable(temporary.vault()).find(id));
        QVERIFY(row && row->user.name == "supervisor" && !row->removedAt.empty());
        const auto again = must(temporary.vault().addUser(grant,
                                                          {"supervisor", "New", Role::supervisor},
                                                          base::Secret("other"),
                                                          KeyCost::quick()));
        QVERIFY(again != id);
        QVERIFY(unlockAs(temporary, "supervisor", "other"));
        QVERIFY(!unlockAs(temporary, "supervisor"));
    }

    void letsNobodyInWithTheKeyringOfBeforeTheirRemoval() {
        TemporaryVault temporary;
        const fs::path keyring = temporary.path() / "keyring.json";
        const std::string before = must(base::readFile(keyring));
        const auto id = temporary.as(Role::caseworker)->user().id;
        const auto grant = granted(temporary.vault(), Action::manageUsers);
        must(temporary.vault().removeUser(grant, id));
        must(temporary.vault().addUser(grant,
                                       {"caseworker", "Another", Role::supervisor},
                                       base::Secret("theirs alone"),
                                       KeyCost::quick()));
        must(base::writeFileWhole(keyring, before, true));
        const auto opened = unlockAs(temporary, "caseworker");
        QVERIFY(!opened && opened.error().code == Code::wrongKey);
        auto& log = temporary.vault().auditLog();
        const auto last = must(log.page(must(log.newest()), 1)).front();
        QVERIFY(last.action == "failed-unlock" && last.user == id &&
                last.outcome == access::AuditOutcome::denied);
        QVERIFY(must(temporary.vault().verifyAudit()).whole);
    }

    void changesNoUserThatTheLogCannotTellOf() {
        TemporaryVault temporary;
        Vault& vault = temporary.vault();
        const auto grant = granted(vault, Action::manageUsers);
        const auto breakLog = [](const Vault& one) { one.auditLog().database().failAfter(1); };
        breakLog(vault);
        QVERIFY(!vault.addUser(
            grant, {"unlogged", "", Role::auditor}, base::Secret("p"), KeyCost::quick()));
        QVERIFY(!unlockAs(temporary, "unlogged", "p"));
        const auto worker = temporary.as(Role::caseworker);
        breakLog(vault);
        QVERIFY(!vault.removeUser(grant, worker->user().id));
        QVERIFY(unlockAs(temporary, "caseworker"));
        breakLog(*worker);
        QVERIFY(!worker->changePassword(TemporaryVault::password(), base::Secret("new one")));
        QVERIFY(unlockAs(temporary, "caseworker"));
        must(vault.removeUser(grant, worker->user().id));
        QVERIFY(!unlockAs(temporary, "caseworker"));
    }

    void neverRemovesTheLastAdministrator() {
        TemporaryVault temporary;
        Vault& vault = temporary.vault();
        const auto grant = granted(vault, Action::manageUsers);
        const auto refused = vault.removeUser(grant, vault.user().id);
        QVERIFY(!refused && refused.error().code == Code::refused);
        must(vault.addUser(
            grant, {"second", "", Role::administrator}, base::Secret("p"), KeyCost::quick()));
        QVERIFY(vault.removeUser(grant, vault.user().id));
    }

    void changesAPasswordOnlyForWhoKnowsTheOldOne() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::caseworker);
        const auto wrong = vault->changePassword(base::Secret("guess"), base::Secret("new one"));
        QVERIFY(!wrong && wrong.error().code == Code::wrongKey);
        must(vault->changePassword(TemporaryVault::password(), base::Secret("new one")));
        QVERIFY(!unlockAs(temporary, "caseworker"));
        QVERIFY(unlockAs(temporary, "caseworker", "new one"));
        QVERIFY(unlockAs(temporary, "supervisor"));
    }

    void givesASecondConnectionThatSeesTheSameThings() {
        TemporaryVault temporary;
        const auto second = must(temporary.vault().another());
        const auto delivery = support::sampleDelivery(*second);
        const auto seen = must(store::DeliveryTable(temporary.vault()).find(delivery));
        QVERIFY(seen && seen->fileName == "pupils.csv");
    }

    void appliesItsSchemaOnce() {
        TemporaryVault temporary;
        auto& database = temporary.vault().database();
        support::sampleDelivery(temporary.vault());
        must(database.applySchema("vault"));
        must(database.applySchema("vault"));
        QCOMPARE(must(store::DeliveryTable(temporary.vault()).list()).size(), std::size_t{1});
    }

    void leavesAVaultOfANewerProgramAlone() {
        TemporaryVault temporary;
        must(temporary.vault().database().execute(
            "INSERT INTO schema_version (version, name, applied_at) VALUES (9999, 'later', '')"));
        const auto vault = unlockAs(temporary, "auditor");
        QVERIFY(!vault && vault.error().code == Code::unsupported);
    }

    void saysWhenAnotherProgramIsWriting() {
        TemporaryVault temporary;
        const auto second = must(temporary.vault().another());
        auto held = must(temporary.vault().begin());
        second->database().waitForLocks(20);
        const auto refused = second->begin();
        QVERIFY(!refused && refused.error().code == Code::refused);
        QVERIFY(second->note("looked", access::Subject::vault(), access::AuditOutcome::done, ""));
    }
};

QTEST_APPLESS_MAIN(VaultTest)
#include "vault_test.moc"

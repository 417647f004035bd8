// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that is stored can be read without its key: not from the files, and not by the database
// key alone where an agency's key is needed.
#include "base/crypto.h"
#include "base/file.h"
#include "sample.h"
#include "store/assessment_table.h"
#include "store/plan_table.h"
#include "tests/support/temporary_vault.h"

#include <filesystem>

namespace fs = std::filesystem;
using support::granted;
using support::must;
using support::TemporaryVault;

namespace {

void fill(store::Vault& vault) {
    auto transaction = must(vault.begin());
    const auto delivery = support::sampleDelivery(vault);
    store::SourceRecordTable records(vault);
    for (int i = 0; i < 3000; ++i)
        must(records.append(support::sampleRecord(delivery)));
    must(transaction.commit());
}

// Every byte of the vault's folder, file by file.
std::map<std::string, std::string> rawBytes(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& file : fs::directory_iterator(folder))
        files[file.path().filename().string()] =
            must(base::readFile(file.path(), std::uint64_t{1} << 30U));
    return files;
}

bool mentions(const std::string& bytes, std::string_view word) {
    if (bytes.find(word) != std::string::npos)
        return true;
    std::string wide;  // and as UTF-16
    for (const char c : word)
        wide.append(1, c).append(1, '\0');
    return bytes.find(wide) != std::string::npos;
}

}  // namespace

class PlaintextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void writesNoNameAndNoSqliteFileInClear() {
        TemporaryVault temporary;
        fill(temporary.vault());
        const auto files = rawBytes(temporary.path());
        QVERIFY(files.contains("vault.db") && files.contains("vault.db-wal"));
        QVERIFY(files.at("vault.db-wal").size() > 100000);
        for (const auto& [name, bytes] : files) {
            QVERIFY2(!bytes.starts_with("SQLite format 3"), name.c_str());
            for (const char* word : {"Probertson",
                                     "Zebedee",
                                     "Quixotic",
                                     "pupils.csv",
                                     "source_records",
                                     "CREATE TABLE"})
                QVERIFY2(!mentions(bytes, word), (name + " mentions " + word).c_str());
        }
    }

    void stillWritesNothingInClearOnceTheLogIsFoldedIn() {
        TemporaryVault temporary;
        fill(temporary.vault());
        must(temporary.vault().database().prepare("PRAGMA wal_checkpoint(TRUNCATE)"))
            .next()
            .value();
        const std::string bytes = must(base::readFile(temporary.path() / "vault.db", 1U << 30U));
        QVERIFY(bytes.size() > 100000);
        QVERIFY(!mentions(bytes, "Probertson") && !bytes.starts_with("SQLite format 3"));
    }

    void opensNoPayloadWithTheDatabaseKeyAlone() {
        TemporaryVault temporary;
        fill(temporary.vault());
        const auto raw = must(store::Database::open(temporary.path() / "vault.db",
                                                    temporary.vault().keys().database,
                                                    store::Opening::existing));
        auto row =
            must(raw->prepare("SELECT surname, record_type, id, delivery_id, payload FROM "
                              "source_records LIMIT 1"));
        QVERIFY(must(row.next()));
        QVERIFY(row.view(0) == "Probertson");  // the database is open indeed
        const std::string sealed = row.text(4);
        QVERIFY(!mentions(sealed, "Quixotic") && !mentions(sealed, "convicted"));
        const std::string context = row.text(1) + "|" + std::to_string(row.integer(2)) + "|" +
                                    std::to_string(row.integer(3));
        const auto& keys = temporary.vault().keys();
        QVERIFY(!base::open(keys.database, sealed, context));
        QVERIFY(!base::open(keys.of(records::Agency::schools), sealed, context));
        const auto opened = base::open(keys.of(records::Agency::police), sealed, context);
        QVERIFY(opened && mentions(*opened, "Quixotic"));
        QVERIFY(!base::open(keys.of(records::Agency::police), sealed, context + "1"));
    }

    void sealsWhatFindingsSay() {
        TemporaryVault temporary;
        auto& vault = temporary.vault();
        const auto plan = must(store::PlanTable(vault).keep("a plan"));
        records::Assessment assessment;
        assessment.family.value = 7;
        records::Finding finding;
        finding.indicator = "2a";
        finding.explanation = "Quixotic explanation";
        finding.evidence.push_back({{1}, {2}, "Quixotic evidence", std::nullopt});
        assessment.findings.push_back(finding);
        store::AssessmentTable table(vault);
        const auto run = must(table.begin(plan, base::Date(2026, 11, 1)));
        must(table.put(run, assessment));
        auto row = must(vault.database().prepare("SELECT sealed FROM assessments"));
        QVERIFY(must(row.next()));
        QVERIFY(!mentions(row.text(0), "Quixotic"));
        QVERIFY(
            !base::open(vault.keys().database, row.view(0), "assessment|7|" + std::to_string(run)));
        const auto opened =
            base::open(vault.keys().findings, row.view(0), "assessment|7|" + std::to_string(run));
        QVERIFY(opened && mentions(*opened, "Quixotic evidence"));
    }

    void keepsNoKeyInClearInTheKeyring() {
        TemporaryVault temporary;
        const std::string ring = must(base::readFile(temporary.path() / "keyring.json"));
        const auto& keys = temporary.vault().keys();
        for (const base::Secret* key :
             {&keys.database, &keys.vaultSecret, &keys.findings, &keys.study, &keys.agencies[0]})
            QVERIFY(ring.find(base::hex(key->bytes())) == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(PlaintextTest)
#include "plaintext_test.moc"

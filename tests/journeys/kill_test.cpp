// SPDX-License-Identifier: GPL-3.0-or-later
// The plug is pulled (SIGKILL) at random moments of import, link and assess. Afterwards the vault
// opens, its audit log is whole, and each job is in it wholly or not at all.
#include "app/synth/synth.h"
#include "base/resources.h"
#include "casework/audit.h"
#include "casework/deliveries.h"
#include "casework/linking.h"
#include "casework/users.h"
#include "casework/work_list.h"
#include "store/source_record_table.h"
#include "support/command_line.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

namespace {

constexpr int importKills = 20;
constexpr int linkKills = 15;
constexpr int assessKills = 15;
constexpr std::size_t people = 300;

}  // namespace

class KillTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anImportIsThereWhollyOrNotAtAll();
    void aLinkRunIsThereWhollyOrNotAtAll();
    void anAssessmentIsThereWhollyOrNotAtAll();

private:
    std::unique_ptr<casework::Session> as(const char* user) {
        auto session = casework::Session::unlock(m_vault, user, m_password);
        if (!session)
            qFatal("%s", base::describe(session.error()).c_str());
        return std::move(*session);
    }

    // Starts the program and kills it after `milliseconds`; true when it had already ended.
    bool runAndKill(const std::vector<std::string>& words, qint64 milliseconds);
    qint64 runWhole(const std::vector<std::string>& words);
    void auditIsWhole();
    std::int64_t recordsInVault();

    QTemporaryDir m_folder;
    std::string m_vault;
    std::string m_passwordFile;
    base::Secret m_password{std::string_view("a training password")};
    std::mt19937 m_random{
        20261121};  // NOLINT: the same moments each time, as far as a clock allows
    std::vector<synth::WrittenFile> m_files;
    std::size_t m_next = 0;
};

bool KillTest::runAndKill(const std::vector<std::string>& words, qint64 milliseconds) {
    QStringList arguments;
    for (const std::string& word : words)
        arguments << QString::fromStdString(word);
    arguments << QStringLiteral("--user") << QStringLiteral("data-officer")
              << QStringLiteral("--password-file") << QString::fromStdString(m_passwordFile);
    QProcess process;
    process.start(QStringLiteral(FF_PROGRAM), arguments);
    const bool ended = process.waitForFinished(static_cast<int>(milliseconds));
    process.kill();
    process.waitForFinished();
    return ended;
}

qint64 KillTest::runWhole(const std::vector<std::string>& words) {
    QElapsedTimer timer;
    timer.start();
    if (!runAndKill(words, 300000))
        qFatal("the program did not end");
    return timer.elapsed();
}

void KillTest::auditIsWhole() {
    const auto session = as("auditor");
    const auto verdict = casework::verifyAudit(*session);
    QVERIFY2(verdict.has_value(), "the audit log can't be read");
    QVERIFY2(!verdict->firstBroken, verdict->what.c_str());
}

std::int64_t KillTest::recordsInVault() {
    const auto session = as("data-officer");
    // All of them: three towns' files share the partners' own numbers, so later ones replace some.
    return store::SourceRecordTable(session->vault()).count().value_or(-1);
}

void KillTest::initTestCase() {
    m_vault = m_folder.filePath(QStringLiteral("killed.vault")).toStdString();
    m_passwordFile = m_folder.filePath(QStringLiteral("password")).toStdString();
    support::writeText(m_passwordFile, "a training password\n");
    auto administrator =
        casework::Session::create(m_vault,
                                  {"administrator", "", access::Role::administrator},
                                  m_password,
                                  casework::PasswordCost::quick);
    QVERIFY2(administrator.has_value(), "no vault could be made");
    for (const access::Role role :
         {access::Role::dataOfficer, access::Role::auditor, access::Role::governanceOfficer})
        QVERIFY(casework::addUser(**administrator,
                                  {std::string(access::roleCode(role)), "", role},
                                  m_password,
                                  casework::PasswordCost::quick));
    const auto governance = as("governance-officer");
    const auto agreements = base::resource("partners/agreements/standard.toml");
    QVERIFY(agreements.has_value());
    QVERIFY(casework::addAgreements(*governance, *agreements, "standard.toml").has_value());
    base::NoProgress quiet;
    for (int seed = 1; seed <= 3; ++seed) {
        synth::Request request;
        request.folder = m_folder.filePath(QString::number(seed)).toStdString();
        request.people = people;
        request.seed = static_cast<std::uint64_t>(seed);
        request.asAt = base::today();
        const auto written = synth::synthesise(request, quiet);
        QVERIFY(written.has_value());
        for (synth::WrittenFile file : written->files) {
            file.name = (request.folder / file.name).string();
            if (file.rows > 0)
                m_files.push_back(file);
        }
    }
}

void KillTest::anImportIsThereWhollyOrNotAtAll() {
    const auto words = [this] {
        const synth::WrittenFile& file = m_files[m_next % m_files.size()];
        return std::vector<std::string>{"import",
                                        m_vault,
                                        file.name,
                                        "--agreement",
                                        std::string(records::agencyCode(file.agency)) + "-2026"};
    };
    const qint64 whole = runWhole(words());
    ++m_next;
    for (int kill = 0; kill < importKills; ++kill) {
        std::uniform_int_distribution<qint64> moment(0, whole + whole / 4);
        runAndKill(words(), moment(m_random));
        ++m_next;
        const auto session = as("data-officer");
        const auto deliveries = casework::listDeliveries(*session);
        QVERIFY2(deliveries.has_value(), "the vault can't be read");
        std::int64_t accepted = 0;
        for (const records::Delivery& delivery : *deliveries) {
            QCOMPARE(delivery.rowsIn, delivery.rowsAccepted + delivery.rowsRejected);
            QVERIFY(delivery.rowsIn > 0);
            accepted += delivery.rowsAccepted;
        }
        QCOMPARE(recordsInVault(), accepted);
        auditIsWhole();
    }
    for (const synth::WrittenFile& file : m_files)
        if (&file - m_files.data() >= std::ptrdiff_t(m_next))
            runWhole({"import",
                      m_vault,
                      file.name,
                      "--agreement",
                      std::string(records::agencyCode(file.agency)) + "-2026"});
}

void KillTest::aLinkRunIsThereWhollyOrNotAtAll() {
    const qint64 whole = runWhole({"link", m_vault});
    const auto before = casework::clusters(*as("data-officer"));
    QVERIFY(before.has_value());
    for (int kill = 0; kill < linkKills; ++kill) {
        std::uniform_int_distribution<qint64> moment(0, whole + whole / 4);
        runAndKill({"link", m_vault}, moment(m_random));
        const auto after = casework::clusters(*as("data-officer"));
        QVERIFY(after.has_value());
        QCOMPARE(after->size(), before->size());
        for (std::size_t i = 0; i < after->size(); ++i)
            QVERIFY((*after)[i].person == (*before)[i].person);
        auditIsWhole();
    }
}

void KillTest::anAssessmentIsThereWhollyOrNotAtAll() {
    const qint64 whole = runWhole({"assess", m_vault});
    const auto count = [this](casework::WorkFilter filter) {
        const auto session = as("data-officer");
        casework::WorkQuery query;
        query.filter = filter;
        return casework::countFamilies(*session, query).value_or(-1);
    };
    const std::int64_t families = count(casework::WorkFilter::all);
    const std::int64_t flagged = count(casework::WorkFilter::flagged);
    QVERIFY(families > 0);
    for (int kill = 0; kill < assessKills; ++kill) {
        std::uniform_int_distribution<qint64> moment(0, whole + whole / 4);
        runAndKill({"assess", m_vault}, moment(m_random));
        QCOMPARE(count(casework::WorkFilter::all), families);
        QCOMPARE(count(casework::WorkFilter::flagged), flagged);
        auditIsWhole();
    }
}

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/training_vault.h"

#include "app/demo/rehearsal.h"
#include "app/synth/synth.h"
#include "base/crypto.h"
#include "base/resources.h"
#include "casework/assessing.h"
#include "casework/deliveries.h"
#include "casework/linking.h"
#include "casework/training.h"
#include "casework/users.h"
#include "casework/work_list.h"

#include <map>

namespace app {

namespace {

using base::Result;
using SessionPointer = std::unique_ptr<casework::Session>;

// A private folder that goes when it does.
class ScratchFolder {
public:
    ScratchFolder()
        : m_path(
              std::filesystem::temp_directory_path() /
              ("families-first-" + base::hex(base::sha256(base::randomBytes(16))).substr(0, 16))) {
        std::error_code ignored;
        std::filesystem::create_directories(m_path, ignored);
        std::filesystem::permissions(m_path, std::filesystem::perms::owner_all, ignored);
    }

    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

Result<void> addUsers(casework::Session& administrator, const base::Secret& password) {
    for (const access::Role role : access::allRoles) {
        if (role == access::Role::administrator)
            continue;
        const auto added = casework::addUser(
            administrator,
            {std::string(access::roleCode(role)), std::string(access::roleName(role)), role},
            password,
            casework::PasswordCost::quick);
        if (!added)
            return base::fail(added.error());
    }
    return {};
}

Result<SessionPointer> signIn(const std::filesystem::path& vault,
                              access::Role role,
                              const base::Secret& password) {
    return casework::Session::unlock(vault, access::roleCode(role), password);
}

// The agreement each agency's files come under.
Result<std::map<records::Agency, std::string>> agree(casework::Session& governance) {
    constexpr std::string_view file = "partners/agreements/standard.toml";
    const auto text = base::resource(file);
    if (!text)
        return base::fail(base::Code::notFound, std::string(file), "did not come with the program");
    if (auto added = casework::addAgreements(governance, *text, file); !added)
        return base::fail(added.error());
    const auto agreements = casework::listAgreements(governance);
    if (!agreements)
        return base::fail(agreements.error());
    std::map<records::Agency, std::string> byAgency;
    for (const records::Agreement& agreement : *agreements)
        if (!agreement.recordTypes.empty())
            byAgency.emplace(agreement.agency, agreement.reference);
    return byAgency;
}

Result<void> receive(casework::Session& dataOfficer,
                     const synth::Written& written,
                     const std::filesystem::path& folder,
                     const std::map<records::Agency, std::string>& agreements,
                     TrainingSummary& summary,
                     base::Progress& progress) {
    for (const synth::WrittenFile& file : written.files) {
        casework::ImportRequest request;
        request.file = folder / file.name;
        request.agreement = agreements.at(file.agency);
        request.mapping = file.mapping;
        const auto report = casework::importDelivery(dataOfficer, request, progress);
        if (!report)
            return base::fail(report.error());
        ++summary.files;
        summary.rowsIn += report->delivery.rowsIn;
        summary.rowsAccepted += report->delivery.rowsAccepted;
        summary.rowsRejected += report->delivery.rowsRejected;
    }
    return {};
}

Result<std::int64_t> count(casework::Session& session, casework::WorkFilter filter) {
    casework::WorkQuery query;
    query.filter = filter;
    return casework::countFamilies(session, query);
}

Result<void> fill(const TrainingRequest& request,
                  const base::Secret& password,
                  TrainingSummary& summary,
                  base::Progress& progress) {
    const ScratchFolder files;
    synth::Request invent;
    invent.folder = files.path();
    invent.people = request.people;
    invent.seed = request.seed;
    invent.asAt = base::today();
    const auto written = synth::synthesise(invent, progress);
    if (!written)
        return base::fail(written.error());
    const auto governance = signIn(request.vault, access::Role::governanceOfficer, password);
    const auto dataOfficer = signIn(request.vault, access::Role::dataOfficer, password);
    const auto caseworker = signIn(request.vault, access::Role::caseworker, password);
    const auto supervisor = signIn(request.vault, access::Role::supervisor, password);
    for (const auto* session : {&governance, &dataOfficer, &caseworker, &supervisor})
        if (!*session)
            return base::fail(session->error());
    const auto agreements = agree(**governance);
    if (!agreements)
        return base::fail(agreements.error());
    if (auto received =
            receive(**dataOfficer, *written, files.path(), *agreements, summary, progress);
        !received)
        return received;
    const auto linked = casework::linkRecords(**dataOfficer, progress);
    if (!linked)
        return base::fail(linked.error());
    const auto assessed =
        casework::assessFamilies(**dataOfficer, casework::AssessRequest(), progress);
    if (!assessed)
        return base::fail(assessed.error());
    progress.step("working some cases", 0, 0);
    if (auto played = rehearse({**caseworker, **supervisor, **governance}); !played)
        return played;
    summary.records = linked->records;
    summary.people = linked->people;
    summary.families = linked->families;
    summary.flagged = assessed->flagged;
    summary.waiting = count(**caseworker, casework::WorkFilter::waiting).value_or(0);
    summary.forReview = count(**supervisor, casework::WorkFilter::review).value_or(0);
    summary.supported = count(**supervisor, casework::WorkFilter::agreed).value_or(0);
    return {};
}

}  // namespace

Result<TrainingSummary> makeTrainingVault(const TrainingRequest& request,
                                          const base::Secret& password,
                                          base::Progress& progress) {
    auto administrator =
        casework::Session::create(request.vault,
                                  {"administrator", "Administrator", access::Role::administrator},
                                  password,
                                  casework::PasswordCost::quick);
    if (!administrator)
        return base::fail(administrator.error());
    TrainingSummary summary;
    auto made = casework::markTraining(**administrator);
    if (made)
        made = addUsers(**administrator, password);
    if (made)
        made = fill(request, password, summary, progress);
    if (!made) {
        administrator->reset();
        std::error_code ignored;
        std::filesystem::remove_all(request.vault, ignored);
        return base::fail(made.error());
    }
    return summary;
}

}  // namespace app

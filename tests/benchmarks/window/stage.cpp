// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include "casework/assessing.h"
#include "casework/decisions.h"
#include "casework/deliveries.h"
#include "casework/linking.h"
#include "casework/users.h"
#include "casework/work_list.h"
#include "county.h"
#include "household.h"
#include "store/vault.h"

namespace benchmarks {

namespace {

void import(casework::Session& dataOfficer,
            const std::filesystem::path& file,
            const char* agreement) {
    base::NoProgress quiet;
    required(casework::importDelivery(dataOfficer, {file, agreement, {}, {}}, quiet));
}

}  // namespace

Stage::Stage(const std::filesystem::path& folder, const StageSizes& sizes)
    : m_vault(folder / (std::to_string(sizes.people) + ".vault")) {
    if (std::filesystem::exists(m_vault))
        return;
    std::filesystem::create_directories(folder);
    const double seconds = secondsOf([&] { make(folder, sizes); });
    std::fprintf(stderr, "the vault of %zu people took %.0f s to make\n", sizes.people, seconds);
}

void Stage::make(const std::filesystem::path& folder, const StageSizes& sizes) const {
    const County county(sizes.people);
    county.importInto(*county.newVault(0));
    std::filesystem::copy(
        county.folder() / "0.vault", m_vault, std::filesystem::copy_options::recursive);
    addUsers();
    link();
    addHousehold(folder);
    link();
    takeFamilies(sizes.taken);
    addFaults(folder, sizes.faults);
    addEvents(sizes.events);
}

std::unique_ptr<casework::Session> Stage::as(std::string_view user) const {
    return required(casework::Session::unlock(m_vault, user, County::password()));
}

void Stage::addUsers() const {
    const auto administrator = as("administrator");
    using access::Role;
    for (const Role role : {Role::caseworker, Role::supervisor, Role::auditor})
        required(casework::addUser(*administrator,
                                   {std::string(access::roleCode(role)), "", role},
                                   County::password(),
                                   casework::PasswordCost::quick));
    required(
        casework::addUser(*administrator, {"usual", "", Role::caseworker}, County::password()));
}

void Stage::link() const {
    base::NoProgress quiet;
    const auto dataOfficer = as("data-officer");
    required(casework::linkRecords(*dataOfficer, quiet));
    required(casework::assessFamilies(*dataOfficer, casework::AssessRequest(), quiet));
}

void Stage::addHousehold(const std::filesystem::path& folder) const {
    const auto dataOfficer = as("data-officer");
    for (const auto& [file, agreement] : writeHousehold(folder))
        import(*dataOfficer, file, agreement);
}

void Stage::takeFamilies(std::size_t most) const {
    const auto caseworker = as("caseworker");
    casework::WorkQuery query;
    query.filter = casework::WorkFilter::waiting;
    for (const casework::WorkRow& row :
         required(casework::listFamilies(*caseworker, query, 0, most)))
        required(casework::takeFamily(*caseworker, row.family));
}

void Stage::addFaults(const std::filesystem::path& folder, std::size_t rows) const {
    import(*as("data-officer"), writeFaults(folder, rows), "police-2026");
}

// Looks of the same kind as every click leaves; in one transaction, so that it takes seconds.
void Stage::addEvents(std::size_t events) const {
    const auto caseworker = as("caseworker");
    store::Vault& vault = caseworker->vault();
    auto transaction = required(store::Transaction::begin(vault.auditLog().database()));
    for (std::size_t i = 0; i < events; ++i)
        required(vault.note("open-family",
                            access::Subject::of(records::FamilyId{1 + std::int64_t(i % 5000)}),
                            access::AuditOutcome::allowed,
                            ""));
    required(transaction.commit());
}

records::FamilyId Stage::largeFamily() const {
    casework::WorkQuery query;
    query.filter = casework::WorkFilter::all;
    query.order = casework::WorkOrder::reference;
    query.descending = true;
    return required(casework::listFamilies(*as("supervisor"), query, 0, 1)).front().family;
}

}  // namespace benchmarks

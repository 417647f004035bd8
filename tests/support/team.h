// SPDX-License-Identifier: GPL-3.0-or-later
// A team at work in a temporary vault: a session of every role, the agreements that come with the
// program, and partner files written out in the test.
#pragma once

#include "base/file.h"
#include "base/resources.h"
#include "casework/assessing.h"
#include "casework/deliveries.h"
#include "casework/linking.h"
#include "support/must.h"
#include "support/temporary_vault.h"

#include <map>

namespace support {

class Team {
public:
    Team() {
        must(casework::addAgreements(
            governanceOfficer(), *base::resource(shippedAgreements), shippedAgreements));
    }

    // Signed in once and kept.
    casework::Session& as(const std::string& user) {
        auto& session = m_sessions[user];
        if (!session)
            session =
                must(casework::Session::unlock(m_vault.path(), user, TemporaryVault::password()));
        return *session;
    }

    casework::Session& caseworker() { return as("caseworker"); }

    casework::Session& supervisor() { return as("supervisor"); }

    casework::Session& dataOfficer() { return as("data-officer"); }

    casework::Session& exportingOfficer() { return as("exporting-officer"); }

    casework::Session& governanceOfficer() { return as("governance-officer"); }

    casework::Session& administrator() { return as("administrator"); }

    casework::Session& auditor() { return as("auditor"); }

    // Writes the file as a partner would send it.
    std::filesystem::path write(const std::string& name, const std::string& text) {
        const std::filesystem::path path = folder() / name;
        must(base::writeFileWhole(path, text, true));
        return path;
    }

    [[nodiscard]] base::Result<casework::ImportReport> tryImport(const std::string& agreement,
                                                                 const std::string& name,
                                                                 const std::string& text,
                                                                 base::Progress& progress) {
        casework::ImportRequest request;
        request.file = write(name, text);
        request.agreement = agreement;
        return casework::importDelivery(dataOfficer(), request, progress);
    }

    [[nodiscard]] base::Result<casework::ImportReport> tryImport(const std::string& agreement,
                                                                 const std::string& name,
                                                                 const std::string& text) {
        base::NoProgress quiet;
        return tryImport(agreement, name, text, quiet);
    }

    casework::LinkReport link() {
        base::NoProgress quiet;
        return must(casework::linkRecords(dataOfficer(), quiet));
    }

    casework::AssessReport assess() {
        base::NoProgress quiet;
        return must(casework::assessFamilies(dataOfficer(), {}, quiet));
    }

    [[nodiscard]] const std::filesystem::path& path() const { return m_vault.path(); }

    [[nodiscard]] std::filesystem::path folder() const { return m_vault.path().parent_path(); }

private:
    static constexpr std::string_view shippedAgreements = "partners/agreements/standard.toml";

    TemporaryVault m_vault;
    std::map<std::string, std::unique_ptr<casework::Session>> m_sessions;
};

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
// The register of submissions: what was prepared and released, by whom, to whom, with which fields,
// and who was in it. The identifiers sent are not kept, only their fingerprint.
#pragma once

#include "access/grant.h"
#include "records/submission.h"
#include "store/vault.h"

#include <optional>
#include <vector>

namespace store {

class SubmissionTable {
public:
    explicit SubmissionTable(Vault& vault) : m_vault(&vault) {}

    // Grant: prepareSubmission. Gives it its number, instant and preparer; state prepared.
    [[nodiscard]] base::Result<records::SubmissionId> insert(const access::Grant& grant,
                                                             const records::Submission& submission);
    // Grant: releaseSubmission on it. Fails with refused when it is not prepared, or when the
    // releaser prepared it. `sha256` is of the file as written out.
    [[nodiscard]] base::Result<void> release(const access::Grant& grant,
                                             records::SubmissionId id,
                                             std::string_view sha256);
    // Prepared, and will not go out.
    [[nodiscard]] base::Result<void> withdraw(const access::Grant& grant, records::SubmissionId id);

    // Newest first, without people. Grant: readRegister, prepareSubmission or releaseSubmission.
    [[nodiscard]] base::Result<std::vector<records::Submission>> list(
        const access::Grant& grant) const;
    // With people.
    [[nodiscard]] base::Result<records::Submission> find(const access::Grant& grant,
                                                         records::SubmissionId id) const;
    // Those a person was in, newest first; `people` holds their own line. Grant: readRegister.
    [[nodiscard]] base::Result<std::vector<records::Submission>> ofPerson(
        const access::Grant& grant, records::PersonId person) const;

private:
    Vault* m_vault;
};

}  // namespace store

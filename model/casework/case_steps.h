// SPDX-License-Identifier: GPL-3.0-or-later
// What a step of a case asks of the person who takes it.
#pragma once

#include "access/action.h"
#include "casework/session.h"
#include "records/case_file.h"

#include <optional>
#include <vector>

namespace casework {

// The permission a step needs; none for steps the program takes.
[[nodiscard]] std::optional<access::Action> stepAction(records::CaseStep step);

// Whether this reader opened the family's evidence since it was last triaged. Grant: one that may
// read the family's case and who has looked.
[[nodiscard]] base::Result<bool> openedSinceTriage(Session& session,
                                                   const access::Grant& grant,
                                                   records::FamilyId family);

// The steps this reader may take now, by role, by the family's state and by who triaged it.
[[nodiscard]] base::Result<std::vector<records::CaseStep>> stepsOpenTo(Session& session,
                                                                       records::FamilyId family,
                                                                       records::CaseState state);

}  // namespace casework

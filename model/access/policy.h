// SPDX-License-Identifier: GPL-3.0-or-later
// Which role may do which action, as one table; what is not in it is denied. Relationship says what
// more is needed.
#pragma once

#include "access/action.h"
#include "access/role.h"

namespace ff::access {

enum class Needs {
    nothing,       // the role is enough
    relationship,  // the family is theirs, or waits in the team's pool
    otherPerson,   // must not be the one who proposed or prepared it
};

struct Permission {
    bool allowed = false;
    Needs needs = Needs::nothing;
};

[[nodiscard]] Permission permission(Role role, Action action);

// A caseworker reads evidence under every criterion but these, where they see the finding only.
[[nodiscard]] bool mayReadEvidence(Role role, int criterion);

}  // namespace ff::access

// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a team's first weeks on a training vault, through the same calls the window makes and with
// the same checks: a caseworker triages, a supervisor opens the evidence and decides, support
// begins, consent is asked. Some families of every kind are left for the learner.
#pragma once

#include "base/result.h"
#include "casework/session.h"

namespace app {

struct Team {
    casework::Session& caseworker;
    casework::Session& supervisor;
    casework::Session& governanceOfficer;
};

[[nodiscard]] base::Result<void> rehearse(Team team);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the tour, as resources/help/tour.toml tells them.
#pragma once

#include "access/role.h"

#include <QString>

#include <vector>

namespace ui::models {

struct TourStep {
    QString title;
    QString words;
    QString screen;    // to be opened; empty: stay
    QString pointsAt;  // object name; empty: nothing
};

// Those of this role, in order.
[[nodiscard]] std::vector<TourStep> tourSteps(access::Role role);

}  // namespace ui::models

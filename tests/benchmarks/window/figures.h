// SPDX-License-Identifier: GPL-3.0-or-later
// One printed line a measure: median and worst of the time until painted, the longest the window's
// thread was busy at one go, and beside it something simple timed in the same run.
#pragma once

#include "watched_application.h"

#include <string>
#include <vector>

namespace benchmarks {

struct Beside {
    std::string what;
    double seconds = 0;
};

void printFigureHeading();
void printFigure(const std::string& name, const std::vector<Seen>& runs, const Beside& beside);

}  // namespace benchmarks

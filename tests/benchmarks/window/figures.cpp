// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include "yardstick.h"

#include <algorithm>
#include <cstdio>

namespace benchmarks {

namespace {

constexpr double milli = 1000;

}  // namespace

void printFigureHeading() {
    std::printf("%-52s %4s %9s %9s %9s  %s\n",
                "milliseconds until painted",
                "runs",
                "median",
                "worst",
                "busiest",
                "beside");
}

void printFigure(const std::string& name, const std::vector<Seen>& runs, const Beside& beside) {
    std::vector<double> painted;
    double worst = 0;
    double busiest = 0;
    for (const Seen& run : runs) {
        painted.push_back(run.painted);
        worst = std::max(worst, run.painted);
        busiest = std::max(busiest, run.busiest);
    }
    std::printf("%-52s %4zu %9.1f %9.1f %9.1f  %s %.1f\n",
                name.c_str(),
                runs.size(),
                median(painted) * milli,
                worst * milli,
                busiest * milli,
                beside.what.c_str(),
                beside.seconds * milli);
    std::fflush(stdout);
}

}  // namespace benchmarks

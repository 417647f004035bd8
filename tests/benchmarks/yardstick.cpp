// SPDX-License-Identifier: GPL-3.0-or-later
#include "yardstick.h"

#include "base/text.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace benchmarks {

namespace {

// Our own paths: nothing in them needs more than quotes.
std::string shellCommand(const std::string& command, const Files& files) {
    std::string line = command;
    for (const std::filesystem::path& file : files)
        line += " '" + file.string() + "'";
    return line + " > /dev/null";
}

double ratio(double value, double to) {
    return to > 0 ? value / to : 0;
}

}  // namespace

double secondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double commandSeconds(const std::string& command, const Files& files) {
    const std::string line = shellCommand(command, files);
    return secondsOf([&line, &command] {
        if (std::system(line.c_str()) != 0)
            std::fprintf(stderr, "%s failed; its column means nothing\n", command.c_str());
    });
}

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

Measure measure(
    std::string name, std::size_t rows, const Files& files, std::size_t runs, const Timed& work) {
    std::vector<double> ours;
    std::vector<double> counts;
    std::vector<double> sorts;
    for (std::size_t run = 0; run < runs; ++run) {
        std::fprintf(stderr, "%s, run %zu of %zu\n", name.c_str(), run + 1, runs);
        counts.push_back(commandSeconds("wc -l", files));
        sorts.push_back(commandSeconds("LC_ALL=C sort", files));
        ours.push_back(work());
    }
    return {std::move(name), rows, median(ours), median(counts), median(sorts)};
}

void printHeading() {
    std::printf("%-34s %10s %9s %10s %9s %8s %9s %8s\n",
                "measure",
                "rows",
                "seconds",
                "rows/s",
                "wc -l",
                "x wc",
                "sort",
                "x sort");
}

void print(const Measure& measure) {
    const double perSecond = ratio(static_cast<double>(measure.rows), measure.seconds);
    std::printf("%-34s %10s %9.3f %10s %9.3f %8.1f %9.3f %8.2f\n",
                measure.name.c_str(),
                base::grouped(measure.rows).c_str(),
                measure.seconds,
                base::grouped(static_cast<std::size_t>(perSecond)).c_str(),
                measure.count,
                ratio(measure.seconds, measure.count),
                measure.sort,
                ratio(measure.seconds, measure.sort));
    std::fflush(stdout);
}

}  // namespace benchmarks

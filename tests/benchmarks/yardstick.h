// SPDX-License-Identifier: GPL-3.0-or-later
// Timing beside a yardstick everybody has: what `wc -l` and `LC_ALL=C sort` need for the same
// files. Medians of several runs, the three of one run taken one after another, so that a busy
// moment of the machine meets all of them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace benchmarks {

using Files = std::vector<std::filesystem::path>;
// Seconds of one run; what it prepares first is not in them.
using Timed = std::function<double()>;

struct Measure {
    std::string name;
    std::size_t rows = 0;
    double seconds = 0;  // medians
    double count = 0;    // wc -l
    double sort = 0;     // LC_ALL=C sort
};

[[nodiscard]] double secondsOf(const std::function<void()>& work);
// Of a command over these files, its output thrown away.
[[nodiscard]] double commandSeconds(const std::string& command, const Files& files);
[[nodiscard]] double median(std::vector<double> values);

// Times `work` and both yardsticks over `files`, `runs` times.
[[nodiscard]] Measure measure(
    std::string name, std::size_t rows, const Files& files, std::size_t runs, const Timed& work);

void printHeading();
void print(const Measure& measure);

}  // namespace benchmarks

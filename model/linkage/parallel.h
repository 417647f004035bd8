// SPDX-License-Identifier: GPL-3.0-or-later
// Work on several cores. The parts a range is cut into never decide what comes out.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace linkage {

// work(task) for each of `tasks`, the next one to whoever is free.
template <class Work>
void eachTask(unsigned threads, std::size_t tasks, Work work) {
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t task = next++; task < tasks; task = next++)
            work(task);
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::min<std::size_t>(threads, tasks); ++i)
        others.emplace_back(run);
    run();
}

// work(from, to) over pieces of 0 to `count`.
template <class Work>
void eachPiece(unsigned threads, std::size_t count, Work work) {
    constexpr std::size_t least = 20'000;
    const std::size_t pieces = std::clamp<std::size_t>(count / least, 1, std::size_t{threads} * 8);
    eachTask(threads, pieces, [&](std::size_t piece) {
        work(count * piece / pieces, count * (piece + 1) / pieces);
    });
}

}  // namespace linkage

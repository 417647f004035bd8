// SPDX-License-Identifier: GPL-3.0-or-later
// What a family of 500 records costs: its page, its evidence, its chronology and each frame of
// that.
#pragma once

#include "opened_window.h"

namespace benchmarks {

void timeFamilyPage(WatchedApplication& application, const Stage& stage, std::size_t runs);

}  // namespace benchmarks

// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's lists cost: the first one after unlock, then filtering, sorting and scrolling
// the long ones.
#pragma once

#include "opened_window.h"

namespace benchmarks {

void timeUnlock(WatchedApplication& application, const Stage& stage, std::size_t runs);
void timeWorkList(WatchedApplication& application, const Stage& stage, std::size_t runs);
void timeAuditLog(WatchedApplication& application, const Stage& stage);
void timeRowIssues(WatchedApplication& application, const Stage& stage);

}  // namespace benchmarks

// SPDX-License-Identifier: GPL-3.0-or-later
// Copies that don't stay: what was copied here leaves the clipboard after a minute, at a lock and
// at the end, unless something else took its place. Marked so that clipboard histories that heed
// the mark don't keep it.
#pragma once

#include <QString>

#include <chrono>

namespace ui::widgets {

inline constexpr std::chrono::seconds copiesStay{60};

void copyForAWhile(const QString& text, std::chrono::milliseconds stay = copiesStay);
// Takes it away now, if it is still there.
void clearCopied();

}  // namespace ui::widgets

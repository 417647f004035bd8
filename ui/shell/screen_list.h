// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen there is, as one table. Adding one: its pair of files and a line here.
#pragma once

#include "access/action.h"
#include "ui/shell/screen.h"

#include <optional>
#include <span>

namespace ui::shell {

enum class Group {
    work,   // families and decisions
    vault,  // what comes in, is linked and goes out
    watch,  // who did what
    none,   // opened from another screen, not from the navigation
};

struct ScreenEntry {
    const char* id;
    const char* title;  // to be translated in context "Screens"
    const char* icon;
    Group group;
    // A role that may never do this doesn't have the screen; without it everyone has.
    std::optional<access::Action> needs;
    Screen* (*make)(const Context& context, QWidget* parent);
    // How many things wait there for this person; nullptr counts nothing.
    std::int64_t (*waiting)(casework::Session& session) = nullptr;
};

[[nodiscard]] std::span<const ScreenEntry> screenList();
[[nodiscard]] bool mayOpen(const casework::Session& session, const ScreenEntry& entry);
[[nodiscard]] const ScreenEntry* findScreen(const QString& id);
[[nodiscard]] QString screenTitle(const ScreenEntry& entry);
[[nodiscard]] QString groupTitle(Group group);

}  // namespace ui::shell

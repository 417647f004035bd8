// SPDX-License-Identifier: GPL-3.0-or-later
// A window as a screen reader finds it: the tree of what is in sight, and what is wrong with it.
#pragma once

#include "screen_reader.h"

#include <functional>

namespace accessibility {

struct Seen {
    QString role;
    QString name;
    QString description;
    States states;
    bool labelled = false;  // of a combo box, whose name is what is chosen in it
    QStringList actions;
    std::optional<Grid> grid;  // of a table; its cells are no children here
    std::vector<Seen> children;
    Thing thing;
};

// What is in sight below it, and itself.
[[nodiscard]] Seen look(const Thing& thing);

// The first, depth first, that `fits`; nullptr when there is none.
[[nodiscard]] const Seen* find(const Seen& within, const std::function<bool(const Seen&)>& fits);

// By name; the name may go on after a comma or a space ("Work list, 3 waiting"). Of a button when
// one has the name, else of anything.
[[nodiscard]] const Seen* findNamed(const Seen& within, const QString& name);

// Each fault as "role 'name': what is wrong".
[[nodiscard]] QStringList faultsOf(const Seen& root);

}  // namespace accessibility

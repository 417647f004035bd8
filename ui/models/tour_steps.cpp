// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tour_steps.h"

#include "base/resources.h"
#include "base/toml.h"
#include "ui/models/words.h"

#include <algorithm>

namespace ui::models {

namespace {

constexpr std::string_view source = "help/tour.toml";

QString textOf(const base::TomlValue& entry, std::string_view key) {
    const base::TomlValue* found = entry.find(key);
    return found == nullptr ? QString() : text(found->text);
}

bool isFor(const base::TomlValue& entry, access::Role role) {
    const base::TomlValue* roles = entry.find("roles");
    return roles == nullptr ||
           std::any_of(
               roles->items.begin(), roles->items.end(), [role](const base::TomlValue& each) {
                   return each.text == access::roleCode(role);
               });
}

}  // namespace

std::vector<TourStep> tourSteps(access::Role role) {
    std::vector<TourStep> steps;
    const auto file = base::parseToml(base::resource(source).value_or(std::string_view()), source);
    if (!file)
        return steps;
    if (const base::TomlValue* list = file->find("step"))
        for (const base::TomlValue& entry : list->items)
            if (isFor(entry, role))
                steps.push_back({textOf(entry, "title"),
                                 textOf(entry, "words"),
                                 textOf(entry, "screen"),
                                 textOf(entry, "points_at")});
    return steps;
}

}  // namespace ui::models

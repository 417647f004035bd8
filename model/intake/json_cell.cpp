// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/json_cell.h"

#include "base/json.h"
#include "base/text.h"

namespace intake {

namespace {

constexpr std::size_t largestCell = 8U << 10U;

std::string textOf(const base::Json& member) {
    std::string text(base::trimmed(member.text()));
    if (text.empty() && member.integer() != 0)
        text = std::to_string(member.integer());
    return text;
}

// "12", "12a": the number of a house, which stands before its street without a comma.
bool isNumber(std::string_view part) {
    return part.size() <= 5 && part.front() >= '0' && part.front() <= '9';
}

}  // namespace

std::string jsonMembers(std::string_view cell, const std::vector<std::string>& names) {
    const std::string_view text = base::trimmed(cell);
    if (text.empty() || (text.front() != '{' && text.front() != '['))
        return names.size() > 1 ? std::string(text) : std::string();
    if (text.size() > largestCell)
        return {};
    const auto parsed = base::parseJson(text, "cell");
    if (!parsed)
        return {};
    const base::Json& object = parsed->items().empty() ? *parsed : parsed->items().front();
    std::string all;
    bool numbered = false;
    for (const std::string& name : names) {
        const std::string part = textOf(object[name]);
        if (part.empty())
            continue;
        const bool number = isNumber(part);
        if (!all.empty())
            all += numbered && !number ? " " : ", ";
        all += part;
        numbered = number;
    }
    return all;
}

}  // namespace intake

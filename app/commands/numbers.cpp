// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/numbers.h"

#include <charconv>

namespace app {

std::string decimals(double value, int places) {
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, places).ptr;
    return {text, end};
}

std::string significant(double value) {
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::general, 4).ptr;
    return {text, end};
}

std::string percent(double share) {
    return decimals(share * 100, 1) + " %";
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/value_reading.h"

#include "base/text.h"

#include <charconv>
#include <cmath>
#include <string>

namespace intake {

std::optional<double> readDecimal(std::string_view text) {
    constexpr std::string_view pound = "\xC2\xA3";
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    if (text.starts_with(pound))
        text.remove_prefix(pound.size());
    std::string digits;
    std::size_t sinceComma = 0;
    bool comma = false;
    bool point = false;
    for (const char c : text) {
        if (c == ',') {
            if (point || digits.empty() || (comma ? sinceComma != 3 : sinceComma > 3))
                return std::nullopt;
            comma = true;
            sinceComma = 0;
            continue;
        }
        if (c == '.') {
            if (point || (comma && sinceComma != 3))
                return std::nullopt;
            point = true;
        } else if (c < '0' || c > '9') {
            return std::nullopt;
        } else if (!point) {
            ++sinceComma;
        }
        digits += c;
    }
    if (comma && !point && sinceComma != 3)
        return std::nullopt;
    double value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || error != std::errc() || stop != end)
        return std::nullopt;
    return negative ? -value : value;
}

std::optional<std::int64_t> readInteger(std::string_view text) {
    std::int64_t whole = 0;
    const char* const end = text.data() + text.size();
    if (const auto [stop, error] = std::from_chars(text.data(), end, whole);
        error == std::errc() && stop == end)
        return whole;
    const auto value = readDecimal(text);
    if (!value || std::trunc(*value) != *value || std::abs(*value) > 1e15)
        return std::nullopt;
    return static_cast<std::int64_t>(*value);
}

std::optional<bool> readFlag(std::string_view text) {
    std::string word = base::lowerAscii(text);
    // "a) Yes", as inspection lists number their answers.
    if (word.size() > 2 && word[1] == ')')
        word = std::string(base::trimmed(std::string_view(word).substr(2)));
    if (word == "yes" || word == "y" || word == "true" || word == "t" || word == "1")
        return true;
    if (word == "no" || word == "n" || word == "false" || word == "f" || word == "0")
        return false;
    return std::nullopt;
}

}  // namespace intake

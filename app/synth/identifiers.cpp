// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/identifiers.h"

#include <string_view>

namespace synth {

namespace {

// `value` in decimal, padded with zeros to `width`.
std::string padded(std::uint64_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// The check digit of nine digits (NHS Data Dictionary, modulus 11); nothing for a remainder of 1.
std::optional<char> nhsCheck(std::string_view nine) {
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i)
        sum += (nine[i] - '0') * (10 - static_cast<int>(i));
    const int check = (11 - sum % 11) % 11;
    if (check == 10)
        return std::nullopt;
    return static_cast<char>('0' + check);
}

}  // namespace

std::optional<std::string> nhsNumber(std::uint64_t serial) {
    // The ninth digit's weight is 2, so of ten neighbours at most one has no check digit: nine
    // numbers are taken from every ten.
    const std::uint64_t block = serial / 9;
    std::uint64_t wanted = serial % 9;
    for (std::uint64_t offset = 0; offset < 10; ++offset) {
        const std::uint64_t middle = block * 10 + offset;
        if (middle > 999'999)
            return std::nullopt;
        const std::string nine = "999" + padded(middle, 6);
        const auto check = nhsCheck(nine);
        if (check && wanted-- == 0)
            return nine + *check;
    }
    return std::nullopt;
}

std::string upn(std::uint64_t serial, int entryYear) {
    static constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    const std::string digits = "884" + padded(9000 + serial / 1000 % 1000, 4) +
                               padded(static_cast<std::uint64_t>(entryYear % 100), 2) +
                               padded(serial % 1000, 3);
    std::size_t sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        sum += static_cast<std::size_t>(digits[i] - '0') * (i + 2);
    return letters[sum % letters.size()] + digits;
}

std::string nino(std::uint64_t serial) {
    static constexpr std::string_view second = "ABCEGHJKLMNPRSTWXYZ";
    const std::uint64_t million = 1'000'000;
    // 7919 is prime to a million, so neighbours look unlike and none repeats.
    const std::uint64_t digits = serial * 7919 % million;
    std::string out = "X";
    out += second[serial / million % second.size()];
    out += padded(digits, 6);
    out += static_cast<char>('A' + serial % 4);
    return out;
}

std::string pncId(std::uint64_t serial, int year) {
    static constexpr std::string_view ring = "ZABCDEFGHJKLMNPQRTUVWXY";
    const std::uint64_t number = 9'000'000 + serial * 7919 % 1'000'000;
    const std::uint64_t checked = static_cast<std::uint64_t>(year % 100) * 10'000'000 + number;
    return std::to_string(year) + "/" + padded(number, 7) + ring[checked % ring.size()];
}

std::string uprn(std::uint64_t serial) {
    return "9000" + padded(serial, 8);
}

}  // namespace synth

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/return_year.h"

#include <charconv>
#include <string>
#include <vector>

namespace intake {

namespace {

constexpr int firstYear = 1990;
constexpr int lastYear = 2100;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::vector<std::string_view> numbersIn(std::string_view name) {
    std::vector<std::string_view> numbers;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t begin = at;
        while (at < name.size() && isDigit(name[at]))
            ++at;
        if (at > begin)
            numbers.push_back(name.substr(begin, at - begin));
        else
            ++at;
    }
    return numbers;
}

int valueOf(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool isYear(std::string_view digits) {
    return digits.size() == 4 && valueOf(digits) >= firstYear && valueOf(digits) <= lastYear;
}

// "2023" before "24" or "2024".
bool endsNext(std::string_view year, std::string_view next) {
    const int after = valueOf(year) + 1;
    return (next.size() == 4 && valueOf(next) == after) ||
           (next.size() == 2 && valueOf(next) == after % 100);
}

}  // namespace

std::optional<base::Date> returnYearEnd(std::string_view fileName) {
    const auto numbers = numbersIn(fileName.substr(0, fileName.rfind('.')));
    std::optional<int> found;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!isYear(numbers[i]))
            continue;
        int year = valueOf(numbers[i]);
        if (i + 1 < numbers.size() && endsNext(numbers[i], numbers[i + 1])) {
            ++year;
            ++i;
        }
        if (found && *found != year)
            return std::nullopt;
        found = year;
    }
    return found ? base::makeDate(*found, 3, 31) : std::nullopt;
}

}  // namespace intake

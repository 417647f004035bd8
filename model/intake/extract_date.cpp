// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/extract_date.h"

#include "intake/term_reading.h"

#include <algorithm>
#include <vector>

namespace intake {

namespace {

constexpr int earliestYear = 1990;

struct Digits {
    int value = 0;
    std::size_t length = 0;
    char after = '\0';  // what stands between it and the next number, if one sign alone does
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::vector<Digits> numbersIn(std::string_view name) {
    constexpr std::size_t longest = 8;
    std::vector<Digits> numbers;
    for (std::size_t at = 0; at < name.size();) {
        if (!isDigit(name[at])) {
            ++at;
            continue;
        }
        Digits number;
        for (; at < name.size() && isDigit(name[at]); ++at, ++number.length)
            if (number.length < longest)
                number.value = 10 * number.value + (name[at] - '0');
        const bool next = at + 1 < name.size() && isDigit(name[at + 1]);
        constexpr std::string_view between = "-_. ";
        if (next && between.find(name[at]) != std::string_view::npos)
            number.after = name[at];
        numbers.push_back(number);
    }
    return numbers;
}

std::optional<base::Date> plausible(std::optional<base::Date> day, base::Date receivedOn) {
    return day && day->year() >= earliestYear && *day <= receivedOn ? day : std::nullopt;
}

}  // namespace

std::optional<base::Date> dayInFileName(std::string_view fileName, base::Date receivedOn) {
    std::optional<base::Date> latest;
    const auto take = [&](int year, int month, int day) {
        if (const auto read = plausible(base::makeDate(year, month, day), receivedOn))
            latest = latest ? std::max(*latest, *read) : *read;
    };
    const std::vector<Digits> numbers = numbersIn(fileName.substr(0, fileName.rfind('.')));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i].length == 8)
            take(numbers[i].value / 10000, numbers[i].value / 100 % 100, numbers[i].value % 100);
        if (i + 2 >= numbers.size() || numbers[i].after == '\0' ||
            numbers[i].after != numbers[i + 1].after)
            continue;
        if (numbers[i].length == 4 && numbers[i + 1].length <= 2 && numbers[i + 2].length <= 2)
            take(numbers[i].value, numbers[i + 1].value, numbers[i + 2].value);
        if (numbers[i].length <= 2 && numbers[i + 1].length <= 2 && numbers[i + 2].length == 4)
            take(numbers[i + 2].value, numbers[i + 1].value, numbers[i].value);
    }
    if (latest)
        return latest;
    const auto term = termFromFileName(fileName, 0);
    return term ? plausible(lastDayOf(*term), receivedOn) : std::nullopt;
}

}  // namespace intake

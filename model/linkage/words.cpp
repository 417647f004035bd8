// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/words.h"

#include "base/text.h"

#include <algorithm>

namespace linkage {

namespace {

bool hasDigit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void takeWords(Column& column, WordPool& pool, WordOrder order) {
    for (std::uint32_t value = 0; value < column.texts.size(); ++value) {
        const auto first = static_cast<std::ptrdiff_t>(column.words.size());
        column.firstWord.push_back(static_cast<std::uint32_t>(first));
        for (const std::string_view word : base::split(column.texts.text(value), ' '))
            if (!word.empty())
                column.words.push_back(pool.texts.id(word));
        const auto begin = column.words.begin() + first;
        const auto isNumber = [&](std::uint32_t word) { return hasDigit(pool.texts.text(word)); };
        column.numbers.push_back(static_cast<std::uint8_t>(
            std::min<std::ptrdiff_t>(std::count_if(begin, column.words.end(), isNumber), 255)));
        if (order == WordOrder::numbersFirst) {
            const auto middle = std::partition(begin, column.words.end(), isNumber);
            std::sort(begin, middle);
            std::sort(middle, column.words.end());
        }
    }
    column.firstWord.push_back(static_cast<std::uint32_t>(column.words.size()));
}

}  // namespace

void takeWords(std::vector<Column>& columns, WordOrder order) {
    const auto pool = std::make_shared<WordPool>();
    for (Column& column : columns) {
        takeWords(column, *pool, order);
        column.pool = pool;
    }
    for (std::uint32_t word = 0; word < pool->texts.size(); ++word)
        pool->letters.push_back(letterCountOf(pool->texts.text(word)));
}

}  // namespace linkage

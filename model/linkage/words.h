// SPDX-License-Identifier: GPL-3.0-or-later
// Splitting the texts of columns into words, each word once.
#pragma once

#include "linkage/table.h"

#include <vector>

namespace linkage {

enum class WordOrder {
    asWritten,
    numbersFirst,  // words with digits first; within both kinds by number
};

// Fills pool, firstWord, words and numbers of all the columns, which come to share one pool.
void takeWords(std::vector<Column>& columns, WordOrder order);

}  // namespace linkage

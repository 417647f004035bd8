// SPDX-License-Identifier: GPL-3.0-or-later
// Where two texts differ, letter by letter, and in a word how: the longest common subsequence of
// both (Wagner & Fischer 1974, "The string-to-string correction problem") is what they share; case
// is looked past.
#pragma once

#include <QString>

#include <vector>

namespace ui::models {

// A run of letters: where it begins and how many.
struct LetterRun {
    int from = 0;
    int length = 0;
};

struct Differences {
    std::vector<LetterRun> left;  // letters that the other text lacks
    std::vector<LetterRun> right;
    // "same", "one letter", "letter for digit", "half of a double name", "one says more",
    // "differs"; "says nothing" when one is empty.
    QString words;
};

[[nodiscard]] Differences differencesOf(const QString& left, const QString& right);

}  // namespace ui::models

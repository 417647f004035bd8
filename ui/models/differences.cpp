// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/differences.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ui::models {

namespace {

struct DifferenceWords {
    Q_DECLARE_TR_FUNCTIONS(DifferenceWords)
};

constexpr int longest = 200;  // letters compared one by one; the rest is taken as it is

// Which letters of each belong to the longest common subsequence.
void markCommon(const QString& left,
                const QString& right,
                std::vector<bool>& inLeft,
                std::vector<bool>& inRight) {
    const auto rows = static_cast<std::size_t>(left.size()) + 1;
    const auto columns = static_cast<std::size_t>(right.size()) + 1;
    std::vector<int> common(rows * columns, 0);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return common[i * columns + j]; };
    for (std::size_t i = rows - 1; i-- > 0;)
        for (std::size_t j = columns - 1; j-- > 0;)
            at(i, j) = left[static_cast<qsizetype>(i)] == right[static_cast<qsizetype>(j)]
                           ? at(i + 1, j + 1) + 1
                           : std::max(at(i + 1, j), at(i, j + 1));
    for (std::size_t i = 0, j = 0; i + 1 < rows && j + 1 < columns;) {
        if (left[static_cast<qsizetype>(i)] == right[static_cast<qsizetype>(j)]) {
            inLeft[i++] = true;
            inRight[j++] = true;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
}

std::vector<LetterRun> runs(const std::vector<bool>& common) {
    std::vector<LetterRun> all;
    for (std::size_t i = 0; i < common.size(); ++i) {
        if (common[i])
            continue;
        if (!all.empty() && all.back().from + all.back().length == static_cast<int>(i))
            ++all.back().length;
        else
            all.push_back({static_cast<int>(i), 1});
    }
    return all;
}

int letters(const std::vector<LetterRun>& runs) {
    int sum = 0;
    for (const LetterRun& run : runs)
        sum += run.length;
    return sum;
}

bool halfOfADoubleName(const QString& left, const QString& right) {
    const QString& shorter = left.size() < right.size() ? left : right;
    const QString& longer = left.size() < right.size() ? right : left;
    const QStringList halves = longer.split(QLatin1Char('-'));
    return halves.size() == 2 && halves.contains(shorter);
}

bool letterForDigit(QChar a, QChar b) {
    const QString alike = QStringLiteral("o0i1l1s5z2b8g6");
    for (qsizetype i = 0; i + 1 < alike.size(); i += 2)
        if ((a == alike[i] && b == alike[i + 1]) || (b == alike[i] && a == alike[i + 1]))
            return true;
    return false;
}

QString wordsFor(const QString& left, const QString& right, const Differences& found) {
    if (left.isEmpty() || right.isEmpty())
        return DifferenceWords::tr("says nothing");
    if (left == right)
        return DifferenceWords::tr("same");
    if (halfOfADoubleName(left, right))
        return DifferenceWords::tr("half of a double name");
    const int a = letters(found.left);
    const int b = letters(found.right);
    if (a == 1 && b == 1 &&
        letterForDigit(left[found.left.front().from], right[found.right.front().from]))
        return DifferenceWords::tr("letter for digit");
    if (std::max(a, b) == 1)
        return DifferenceWords::tr("one letter");
    if (a == 0 || b == 0)
        return DifferenceWords::tr("one says more");
    return DifferenceWords::tr("differs");
}

}  // namespace

Differences differencesOf(const QString& left, const QString& right) {
    const QString a = left.trimmed().toLower().left(longest);
    const QString b = right.trimmed().toLower().left(longest);
    Differences found;
    if (!a.isEmpty() && !b.isEmpty()) {
        std::vector<bool> inLeft(static_cast<std::size_t>(a.size()), false);
        std::vector<bool> inRight(static_cast<std::size_t>(b.size()), false);
        markCommon(a, b, inLeft, inRight);
        found.left = runs(inLeft);
        found.right = runs(inRight);
        // Texts that share little share it by chance: marking single letters would only be noise.
        if (2 * letters(found.left) > a.size() && 2 * letters(found.right) > b.size()) {
            found.left = {{0, static_cast<int>(a.size())}};
            found.right = {{0, static_cast<int>(b.size())}};
        }
    }
    found.words = wordsFor(a, b, found);
    return found;
}

}  // namespace ui::models

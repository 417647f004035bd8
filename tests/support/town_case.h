// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence about who belongs together: what happens in a small made-up town, and the families
// and open questions that must come of it.
#pragma once

#include "support/town.h"

#include <QtTest>

#include <functional>
#include <vector>

namespace support {

constexpr const char* home = "14 Etnam Street, Leominster";
constexpr const char* otherHome = "3 Bridge Street, Leominster";

struct TownCase {
    const char* sentence;
    std::function<void(Town&)> happens;
    const char* families;
    const char* doubts;
};

// A data column of the cases' places, each row named by its sentence.
inline void addRows(const std::vector<TownCase>& cases) {
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(cases.size()); ++i)
        QTest::newRow(cases[static_cast<std::size_t>(i)].sentence) << i;
}

inline void compare(const TownCase& expected) {
    Town town;
    expected.happens(town);
    const families::Outcome outcome = town.build();
    QCOMPARE(QString::fromStdString(town.told(outcome)), QString::fromUtf8(expected.families));
    QCOMPARE(QString::fromStdString(Town::doubts(outcome)), QString::fromUtf8(expected.doubts));
}

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
// A result that must be there: its value, or the test stops and says why not.
#pragma once

#include "base/result.h"

#include <QtTest>

#include <type_traits>
#include <utility>

namespace support {

template <class T>
T must(base::Result<T> result) {
    if (!result)
        qFatal("%s", base::describe(result.error()).c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

}  // namespace support

// That a result was refused (or failed with another code) and says so in these words.
#define VERIFY_FAILS(result, expected, words)                                                    \
    do {                                                                                         \
        const auto& verified = (result);                                                         \
        QVERIFY2(!verified.has_value(), "it succeeded");                                         \
        QVERIFY2(verified.error().code == (expected), base::describe(verified.error()).c_str()); \
        QVERIFY2(base::describe(verified.error()).find(words) != std::string::npos,              \
                 base::describe(verified.error()).c_str());                                      \
    } while (false)

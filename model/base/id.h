// SPDX-License-Identifier: GPL-3.0-or-later
// A number that stands for one thing of one kind. The program makes them (never the database); zero
// means "none yet". Different kinds don't mix.
#pragma once

#include <cstdint>
#include <functional>  // and <compare>, which Qt's moc can't read when it comes first

namespace base {

template <class Kind>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] explicit operator bool() const { return value != 0; }

    friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace base

template <class Kind>
struct std::hash<base::Id<Kind>> {
    std::size_t operator()(base::Id<Kind> id) const noexcept {
        return std::hash<std::int64_t>()(id.value);
    }
};

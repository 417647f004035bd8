// SPDX-License-Identifier: GPL-3.0-or-later
// How long work tells a person where it is and learns that it should stop. The caller owns it; the
// worker calls it from its own thread; implementations must be safe for that.
#pragma once

#include <cstdint>
#include <string_view>

namespace base {

class Progress {
public:
    virtual ~Progress() = default;

    // `phase` is a short phrase in the field's words ("reading rows"); `done` of `total` units,
    // with total 0 when it is not known. Cheap: may be called for every row.
    virtual void step(std::string_view phase, std::uint64_t done, std::uint64_t total) = 0;

    // True once the person asked to stop. The worker then returns Code::cancelled and leaves
    // everything as it was.
    [[nodiscard]] virtual bool cancelled() const = 0;
};

// For callers that neither watch nor stop.
class NoProgress final : public Progress {
public:
    void step(std::string_view, std::uint64_t, std::uint64_t) override {}

    [[nodiscard]] bool cancelled() const override { return false; }
};

}  // namespace base

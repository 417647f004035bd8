// SPDX-License-Identifier: GPL-3.0-or-later
// A person who asks to stop once a job has told of so many steps.
#pragma once

#include "base/progress.h"

namespace support {

class StopAfter final : public base::Progress {
public:
    explicit StopAfter(int steps) : m_left(steps) {}

    void step(std::string_view, std::uint64_t, std::uint64_t) override { m_left -= 1; }

    [[nodiscard]] bool cancelled() const override { return m_left <= 0; }

private:
    int m_left;
};

}  // namespace support

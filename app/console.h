// SPDX-License-Identifier: GPL-3.0-or-later
// Where a sub-command speaks: results to stdout, progress and errors to stderr. Ctrl-C asks the
// work to stop; the vault is then as it was. One instance a process.
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <chrono>
#include <mutex>
#include <ostream>
#include <string>

namespace app {

class Console final : public base::Progress {
public:
    // `live` rewrites one line of progress in place, for a terminal; else each phase is one line.
    Console(std::ostream& out, std::ostream& err, bool live);
    ~Console() override;

    [[nodiscard]] std::ostream& out() { return m_out; }

    // A remark on stderr, on a line of its own.
    void say(const std::string& text);
    void error(const base::Error& error);

    void step(std::string_view phase, std::uint64_t done, std::uint64_t total) override;
    [[nodiscard]] bool cancelled() const override;
    void endProgress();

private:
    std::ostream& m_out;
    std::ostream& m_err;
    bool m_live;
    std::mutex m_mutex;
    std::string m_phase;
    std::chrono::steady_clock::time_point m_shown;
};

// From now on Ctrl-C asks instead of killing; a second one kills.
void stopOnInterrupt();

}  // namespace app

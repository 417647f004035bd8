// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "base/text.h"

#include <atomic>
#include <csignal>

namespace app {

namespace {

std::atomic<bool> interrupted{false};

extern "C" void onInterrupt(int signal) {
    interrupted.store(true);
    std::signal(signal, SIG_DFL);
}

constexpr std::chrono::milliseconds betweenLines{200};

}  // namespace

void stopOnInterrupt() {
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

Console::Console(std::ostream& out, std::ostream& err, bool live)
    : m_out(out), m_err(err), m_live(live) {}

Console::~Console() {
    endProgress();
}

void Console::say(const std::string& text) {
    endProgress();
    m_err << text << '\n';
}

void Console::error(const base::Error& error) {
    endProgress();
    m_err << "families-first: " << base::describe(error) << '\n';
}

void Console::step(std::string_view phase, std::uint64_t done, std::uint64_t total) {
    const auto now = std::chrono::steady_clock::now();
    const std::scoped_lock lock(m_mutex);
    const bool newPhase = m_phase != phase;
    if (!newPhase && (!m_live || now - m_shown < betweenLines))
        return;
    m_phase = phase;
    m_shown = now;
    if (!m_live) {
        m_err << phase << '\n';
        return;
    }
    m_err << "\r\x1b[K" << phase;
    if (total > 0)
        m_err << "  " << done * 100 / total << " %";
    else if (done > 0)
        m_err << "  " << base::grouped(done);
    m_err << std::flush;
}

bool Console::cancelled() const {
    return interrupted.load();
}

void Console::endProgress() {
    const std::scoped_lock lock(m_mutex);
    if (m_live && !m_phase.empty())
        m_err << "\r\x1b[K" << std::flush;
    m_phase.clear();
}

}  // namespace app

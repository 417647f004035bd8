// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader.h"

#include <QDeadlineTimer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace accessibility {

namespace {

constexpr int patience = 60000;  // milliseconds
constexpr int focusTime = 3000;
constexpr int missedTime = 5000;
constexpr unsigned returnKey = 0xff0d;

void collect(const Seen& within, const QString& role, QStringList& names) {
    for (const Seen& child : within.children) {
        if (child.role == role)
            names << child.name;
        collect(child, role, names);
    }
}

}  // namespace

bool Reader::find(const QString& program) {
    const QDeadlineTimer until(patience);
    while (!until.hasExpired()) {
        for (const Thing& each : programs())
            if (each.name() == program && !each.children().empty()) {
                m_program = each;
                return settle();
            }
        QThread::msleep(100);
    }
    return false;
}

QString Reader::title() const {
    for (const Seen& window : m_seen.children)
        if (window.role == u"frame"_s)
            return window.name;
    return {};
}

QStringList Reader::names(const QString& role, const QString& within) const {
    QStringList all;
    if (const Seen* box = findNamed(m_seen, within))
        collect(*box, role, all);
    return all;
}

bool Reader::press(const QString& name, const QString& within) {
    return act(
        [&]() -> const Seen* {
            const Seen* box = within.isEmpty() ? &m_seen : findNamed(m_seen, within);
            return box == nullptr ? nullptr : findNamed(*box, name);
        },
        [](const Thing& thing) { return thing.press(); });
}

bool Reader::write(const QString& name, const QString& text) {
    const auto field = [&name](const Seen& seen) {
        return seen.name == name && (seen.role == u"text"_s || seen.role == u"entry"_s ||
                                     seen.role == u"password text"_s);
    };
    return act([&] { return accessibility::find(m_seen, field); },
               [&text](const Thing& thing) { return thing.write(text); });
}

// What was made anew while it was read is missed: then it is read once more.
bool Reader::act(const std::function<const Seen*()>& wanted,
                 const std::function<bool(const Thing&)>& deed) {
    const QDeadlineTimer until(missedTime);
    const Seen* found = wanted();
    while (found == nullptr && !until.hasExpired() && settle())
        found = wanted();
    return found != nullptr && deed(found->thing) && settle();
}

bool Reader::openRow(const QString& table) {
    const Seen* found = accessibility::find(m_seen, [&table](const Seen& seen) {
        return seen.grid && seen.name == table && seen.states.focused;
    });
    const QString before = title();
    if (found == nullptr || !pressKey(returnKey))
        return false;
    const QDeadlineTimer until(patience);
    while (settle() && title() == before && !until.hasExpired())
        QThread::msleep(50);
    return title() != before;
}

void Reader::key(unsigned symbol) {
    static_cast<void>(pressKey(symbol));
    static_cast<void>(settle());
}

// The window may have the keyboard a moment later than it is in sight.
bool Reader::settle() {
    const QDeadlineTimer until(patience);
    QDeadlineTimer focused(focusTime);
    while (!until.hasExpired()) {
        m_activate();
        m_seen = look(m_program);
        const bool rests = accessibility::find(m_seen, [](const Seen& seen) {
                               return seen.name == u"Nothing running"_s;
                           }) != nullptr;
        const bool hasFocus = accessibility::find(m_seen, [](const Seen& seen) {
                                  return seen.states.focused;
                              }) != nullptr;
        if (rests && (hasFocus || focused.hasExpired()))
            return true;
        if (!rests)
            focused.setRemainingTime(focusTime);
        QThread::msleep(50);
    }
    return false;
}

void Reader::inspect(const QString& where) {
    ++m_inspected;
    for (const QString& fault : faultsOf(m_seen))
        if (const QString line = where + u" | "_s + fault; !m_faults.contains(line))
            m_faults << line;
}

}  // namespace accessibility

// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who uses the program through a screen reader alone: finds a control by its name, presses
// it, writes into it, waits until the work is done and reads what is there then. Keeps every fault
// that it met, with where.
#pragma once

#include "seen.h"

namespace accessibility {

class Reader {
public:
    // `activate` gives the top window the keyboard.
    explicit Reader(std::function<void()> activate) : m_activate(std::move(activate)) {}

    // Waits until the program of this name shows a window; false when it doesn't.
    [[nodiscard]] bool find(const QString& program);

    // What was last read.
    [[nodiscard]] const Seen& seen() const { return m_seen; }

    [[nodiscard]] bool sees(const QString& name) const {
        return findNamed(m_seen, name) != nullptr;
    }

    // The title of the main window.
    [[nodiscard]] QString title() const;
    // Names of the controls of a role within what has this name.
    [[nodiscard]] QStringList names(const QString& role, const QString& within) const;

    // By name. Then waits, and reads anew; false when there is no such thing or it can't be done.
    [[nodiscard]] bool press(const QString& name, const QString& within = {});
    [[nodiscard]] bool write(const QString& name, const QString& text);
    // Presses Enter on the row of a table that has the focus; false when another thing has it, or
    // no other place opens.
    [[nodiscard]] bool openRow(const QString& table);
    // A key, by its X symbol.
    void key(unsigned symbol);

    // Until nothing runs any more; false when it goes on for too long.
    [[nodiscard]] bool settle();

    // Looks for faults in what was last read.
    void inspect(const QString& where);

    [[nodiscard]] const QStringList& faults() const { return m_faults; }

    [[nodiscard]] int inspected() const { return m_inspected; }

private:
    [[nodiscard]] bool act(const std::function<const Seen*()>& wanted,
                           const std::function<bool(const Thing&)>& deed);

    std::function<void()> m_activate;
    Thing m_program;
    Seen m_seen;
    QStringList m_faults;
    int m_inspected = 0;
};

}  // namespace accessibility

// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader can know of a program and do to it, over the accessibility bus: the one
// place that speaks AT-SPI. A question that gets no answer, because the object is gone or has no
// such side, is answered with nothing.
#pragma once

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

struct _AtspiAccessible;

namespace accessibility {

struct States {
    bool visible = false;
    bool enabled = false;
    bool focusable = false;
    bool focused = false;
};

// A table as it is read out: headings, and the cells of its first row.
struct Grid {
    int rows = 0;
    int columns = 0;
    QStringList headings;
    QStringList first;
};

// One object on the bus.
class Thing {
public:
    Thing() = default;

    // Takes over the reference.
    explicit Thing(_AtspiAccessible* owned);

    explicit operator bool() const { return m_it != nullptr; }

    [[nodiscard]] QString role() const;  // "push button"
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] States states() const;
    // No size: the widget is hidden, whatever its states say.
    [[nodiscard]] bool isNowhere() const;
    [[nodiscard]] bool hasLabel() const;  // another object is its label
    [[nodiscard]] std::vector<Thing> children() const;
    [[nodiscard]] QStringList actions() const;
    [[nodiscard]] std::optional<Grid> grid() const;
    // The cell that has the focus, when the table has it.
    [[nodiscard]] Thing focusedCell() const;

    // False when it can't be done.
    [[nodiscard]] bool press() const;
    [[nodiscard]] bool write(const QString& text) const;
    [[nodiscard]] bool takeFocus() const;

private:
    std::shared_ptr<_AtspiAccessible> m_it;
};

// The programs on the bus that the environment names.
[[nodiscard]] std::vector<Thing> programs();

// A key of the keyboard, by its X symbol, to whatever has the focus.
[[nodiscard]] bool pressKey(unsigned symbol);

}  // namespace accessibility

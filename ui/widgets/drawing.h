// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing of numbers: painted in the theme's colours on any painter, so that the window, a PNG
// and an SVG show the same, and always with its numbers as a table, which a screen reader reads and
// a CSV keeps. Draws only what it was given; holds no vault.
#pragma once

#include "base/result.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace ui::widgets {

struct Numbers {
    QStringList headings;
    std::vector<QStringList> rows;
};

class Drawing : public QWidget {
    Q_OBJECT

public:
    // `name` says what is drawn, for a screen reader and for the name of an exported file.
    explicit Drawing(const QString& name, QWidget* parent = nullptr);

    // Draws within (0, 0, size). Transparent ground. What lies outside the painter's clip may be
    // left out.
    virtual void draw(QPainter& painter, const QSizeF& size) const = 0;
    [[nodiscard]] virtual Numbers numbers() const = 0;
    // The height that shows everything at this width, in pixels.
    [[nodiscard]] virtual int heightFor(int width) const = 0;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override { return heightFor(width); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void numbersChanged();

protected:
    // What is drawn has changed: paint again, and tell the table.
    void redraw();
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
};

// Writes what the drawing shows: as a picture, or as its numbers, by the ending of the path (.png,
// .svg, .csv). Fails with refused for another ending, unreadable or full when it can't be written.
[[nodiscard]] base::Result<void> exportDrawing(const Drawing& drawing, const QString& path);

}  // namespace ui::widgets

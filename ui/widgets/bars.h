// SPDX-License-Identifier: GPL-3.0-or-later
// Horizontal bars with their words at the left and their numbers at the end: how many stand where.
#pragma once

#include "ui/widgets/drawing.h"

namespace ui::widgets {

struct Bar {
    QString words;
    double value = 0;
    QString shown;       // the number as written beside the bar
    bool muted = false;  // what the others are a part of
};

class Bars : public Drawing {
    Q_OBJECT

public:
    // The headings of the two columns of its table.
    Bars(const QString& name,
         const QString& wordsHeading,
         const QString& valueHeading,
         QWidget* parent = nullptr);

    void show(std::vector<Bar> bars);

    using QWidget::show;

    void draw(QPainter& painter, const QSizeF& size) const override;
    [[nodiscard]] Numbers numbers() const override;
    [[nodiscard]] int heightFor(int width) const override;

private:
    [[nodiscard]] int rowHeight() const;

    QStringList m_headings;
    std::vector<Bar> m_bars;
};

}  // namespace ui::widgets

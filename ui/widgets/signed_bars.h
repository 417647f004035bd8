// SPDX-License-Identifier: GPL-3.0-or-later
// Bars to the right and to the left of one line, in groups: what speaks for, what speaks against,
// and how strongly. Each bar may carry more figures, which its table shows.
#pragma once

#include "ui/widgets/drawing.h"

namespace ui::widgets {

struct SignedBar {
    QString group;  // drawn above the first of its bars
    QString words;
    double value = 0;
    QString shown;        // the number as written beside the bar
    QStringList figures;  // further columns of the table
    bool muted = false;   // rests on little
};

class SignedBars : public Drawing {
    Q_OBJECT

public:
    // The headings of the table: group, words, value, then one a further figure.
    SignedBars(const QString& name, QStringList headings, QWidget* parent = nullptr);

    void show(std::vector<SignedBar> bars);

    using QWidget::show;

    void draw(QPainter& painter, const QSizeF& size) const override;
    [[nodiscard]] Numbers numbers() const override;
    [[nodiscard]] int heightFor(int width) const override;

private:
    QStringList m_headings;
    std::vector<SignedBar> m_bars;
};

}  // namespace ui::widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// How a sum came about: a line with a bar for each part, beginning where the one before ended, and
// the whole at the end; a broken line where a decision is made. Parts of no weight are named below.
#pragma once

#include "ui/widgets/drawing.h"

namespace ui::widgets {

struct WaterfallPart {
    QString words;   // before the bar
    QString detail;  // in the table
    double value = 0;
};

class Waterfall : public Drawing {
    Q_OBJECT

public:
    Waterfall(const QString& name, QWidget* parent = nullptr);

    // The first part is where the sum starts. `line` is drawn with its words; `lineWords` empty
    // draws none.
    void show(std::vector<WaterfallPart> parts, double line, const QString& lineWords);

    using QWidget::show;

    void draw(QPainter& painter, const QSizeF& size) const override;
    [[nodiscard]] Numbers numbers() const override;
    [[nodiscard]] int heightFor(int width) const override;

private:
    struct Scale;
    [[nodiscard]] double total() const;
    [[nodiscard]] std::vector<WaterfallPart> drawn() const;
    [[nodiscard]] QString silent() const;
    [[nodiscard]] static double lineHeight();
    [[nodiscard]] Scale scaleFor(const std::vector<WaterfallPart>& parts, double width) const;
    void drawLine(QPainter& painter,
                  const Scale& scale,
                  std::size_t line,
                  double from,
                  double to,
                  const QString& words,
                  const QColor& fill) const;
    void drawDecision(QPainter& painter, const Scale& scale, double width, double bottom) const;

    std::vector<WaterfallPart> m_parts;
    double m_line = 0;
    QString m_lineWords;
};

}  // namespace ui::widgets

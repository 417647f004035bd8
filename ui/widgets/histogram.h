// SPDX-License-Identifier: GPL-3.0-or-later
// How many things stand at each step of a scale: columns side by side, heights by the logarithm of
// the count, so that one thing and a million are both seen; broken lines where a decision is made.
#pragma once

#include "ui/widgets/drawing.h"

namespace ui::widgets {

struct HistogramBin {
    int from = 0;  // the column is one step wide
    qint64 count = 0;
};

struct HistogramLine {
    double at = 0;
    QString words;
};

class Histogram : public Drawing {
    Q_OBJECT

public:
    Histogram(const QString& name,
              const QString& scaleHeading,
              const QString& countHeading,
              QWidget* parent = nullptr);

    void show(std::vector<HistogramBin> bins, std::vector<HistogramLine> lines);

    using QWidget::show;

    void draw(QPainter& painter, const QSizeF& size) const override;
    [[nodiscard]] Numbers numbers() const override;
    [[nodiscard]] int heightFor(int width) const override;

private:
    QStringList m_headings;
    std::vector<HistogramBin> m_bins;
    std::vector<HistogramLine> m_lines;
};

}  // namespace ui::widgets

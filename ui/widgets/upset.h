// SPDX-License-Identifier: GPL-3.0-or-later
// Which sets come together: a column for each combination, as high as its count, over a matrix of
// dots that tells which sets it holds; at the left the size of each set. After Lex, Gehlenborg,
// Strobelt, Vuillemot & Pfister (2014), "UpSet: visualization of intersecting sets", IEEE TVCG 20.
#pragma once

#include "ui/widgets/drawing.h"
#include "ui/widgets/theme.h"

#include <cstdint>

namespace ui::widgets {

struct Combination {
    std::uint32_t sets = 0;  // bit i: set i is in it
    qint64 count = 0;
};

class UpSet : public Drawing {
    Q_OBJECT

public:
    UpSet(const QString& name, QWidget* parent = nullptr);

    // At most 32 sets. Combinations are drawn in falling order of count; those that don't fit the
    // width are drawn as one column "others". The table has them all.
    void show(QStringList sets, std::vector<qint64> sizes, std::vector<Combination> combinations);

    using QWidget::show;

    void draw(QPainter& painter, const QSizeF& size) const override;
    [[nodiscard]] Numbers numbers() const override;
    [[nodiscard]] int heightFor(int width) const override;

private:
    struct Places;
    [[nodiscard]] Places placesIn(const QSizeF& size) const;
    void drawSets(QPainter& painter, const Places& places) const;
    void drawColumn(QPainter& painter, const Places& places, std::size_t column) const;
    void drawOthers(QPainter& painter, const Places& places) const;

    struct Names {
        double width = 0;
        double row = 0;  // height
        Type type = Type::body;
    };

    [[nodiscard]] Names namesIn(double width) const;

    QStringList m_sets;
    std::vector<qint64> m_sizes;
    std::vector<Combination> m_combinations;
};

}  // namespace ui::widgets

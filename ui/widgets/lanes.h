// SPDX-License-Identifier: GPL-3.0-or-later
// Things drawn by time, a lane for each bearer: a bar from day to day, a dot on one day. Zooms and
// pans by wheel, drag and keys (+ and - zoom, left and right pan, Home shows all, up and down
// choose the next thing). Things that overlap in a lane stand below each other.
#pragma once

#include "ui/widgets/drawing.h"

#include <QDate>

QT_BEGIN_NAMESPACE
class QFontMetricsF;
QT_END_NAMESPACE

namespace ui::widgets {

struct LaneItem {
    int lane = 0;
    QDate from;
    QDate until;  // the same day or null: a dot
    QString words;
    bool strong = true;  // what a rule rests on; the rest is drawn paler
    int key = 0;         // of the caller: told when chosen
};

class Lanes : public Drawing {
    Q_OBJECT

public:
    Lanes(const QString& name, const QString& laneHeading, QWidget* parent = nullptr);

    // Items without a valid first day are in the table only.
    void show(QStringList lanes, std::vector<LaneItem> items);
    void showAllTime();

    using QWidget::show;

    void draw(QPainter& painter, const QSizeF& size) const override;
    [[nodiscard]] Numbers numbers() const override;
    [[nodiscard]] int heightFor(int width) const override;

    [[nodiscard]] QDate firstDay() const { return QDate::fromJulianDay(qRound64(m_from)); }

    [[nodiscard]] QDate lastDay() const { return QDate::fromJulianDay(qRound64(m_to)); }

Q_SIGNALS:
    void chose(int key);
    void spanChanged(QDate first, QDate last);

protected:
    bool event(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void stack();
    void zoom(double factor, double day);
    void pan(double days);
    void chooseNeighbour(int step);
    [[nodiscard]] double xOf(double day, double width) const;
    [[nodiscard]] double dayAt(double x) const;
    [[nodiscard]] double namesWidth(double width) const;
    void measure();
    [[nodiscard]] QRectF boxOf(std::size_t item, double width) const;
    [[nodiscard]] int itemAt(QPointF point) const;
    void drawGround(QPainter& painter, const QSizeF& size) const;
    void drawAxis(QPainter& painter, const QSizeF& size) const;
    void drawItem(QPainter& painter,
                  const QFontMetricsF& metrics,
                  std::size_t item,
                  const QRectF& box,
                  double left) const;

    QString m_laneHeading;
    QStringList m_lanes;
    std::vector<LaneItem> m_items;
    std::vector<int> m_rows;      // of each item, below its lane's first row
    std::vector<int> m_firstRow;  // of each lane, and the number of all rows at the end
    // In pixels, at the text size the drawing was made in.
    int m_rowHeight = 1;
    int m_step = 1;
    double m_widestName = 0;
    double m_from = 0;  // Julian days in sight
    double m_to = 1;
    double m_earliest = 0;
    double m_latest = 1;
    int m_chosen = -1;  // index of an item
    QPointF m_grip;
    bool m_dragging = false;
};

}  // namespace ui::widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered mark: a small square with a number whose state is told by filling, outline, hatching
// or faintness, never by colour alone. A row of marks stands in tables and legends.
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

#include <vector>

namespace ui::widgets {

enum class MarkState { filled, outlined, hatched, faint };

struct Mark {
    int number = 0;
    MarkState state = MarkState::outlined;
};

using Marks = std::vector<Mark>;

[[nodiscard]] int markSize();
void paintMark(QPainter& painter, const QRect& square, const Mark& mark);

// One mark as a widget.
class MarkWidget : public QWidget {
    Q_OBJECT

public:
    explicit MarkWidget(Mark mark, QWidget* parent = nullptr);
    void setMark(Mark mark);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Mark m_mark;
};

// Paints a cell whose Qt::UserRole holds Marks, followed by the cell's text.
class MarksDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

}  // namespace ui::widgets

Q_DECLARE_METATYPE(ui::widgets::Marks)

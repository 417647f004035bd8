// SPDX-License-Identifier: GPL-3.0-or-later
// Lays items out in lines like words, so that chips and cards wrap when text is large. After the
// example in Qt's own documentation ("Flow Layout"). With `equalColumns` every item gets the same
// width and each line its tallest item's height.
#pragma once

#include <QLayout>

namespace ui::widgets {

// Whether so many letters of body text have room in a width: for what stands beside each other
// then, and else under each other.
[[nodiscard]] bool hasRoomFor(int letters, int width);

class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr, bool equalColumns = false);
    ~FlowLayout() override;
    FlowLayout(const FlowLayout&) = delete;
    FlowLayout& operator=(const FlowLayout&) = delete;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

    // The narrowest an equal column may become before the line wraps.
    void setColumnWidth(int width) { m_columnWidth = width; }

private:
    int place(const QRect& rect, bool apply) const;
    int placeColumns(const QRect& rect, bool apply) const;

    QList<QLayoutItem*> m_items;
    bool m_equalColumns;
    int m_columnWidth = 0;
};

}  // namespace ui::widgets

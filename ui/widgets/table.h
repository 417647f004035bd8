// SPDX-License-Identifier: GPL-3.0-or-later
// A table as every list here uses it: whole rows, Enter opens, Tab leaves, rows as high as the text
// asks for, columns that share the width. Ctrl+C copies the current cell, Ctrl+Shift+C its column;
// copies leave the clipboard by themselves.
#pragma once

#include <QTableView>

#include <vector>

namespace ui::widgets {

class Table : public QTableView {
    Q_OBJECT

public:
    explicit Table(const QString& name, QWidget* parent = nullptr);

    // Shares of the width, one a column; a share of 0 takes what its contents need.
    void setShares(std::vector<int> shares);
    // As high as its rows, with no scroll bar of its own: for short tables inside a card.
    void setGrowing(bool growing);
    // Puts the current row on the first row, if there is one and none is chosen.
    void chooseFirst();
    // What stands in the middle when there is no row.
    void setEmptyText(const QString& words);
    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(int row);
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void copyCell() const;
    void copyColumn() const;
    void share();
    [[nodiscard]] int longestWord(int column) const;
    void squeeze(const std::vector<int>& needs);
    void refit();
    void fitHeight();

    std::vector<int> m_shares;
    QString m_emptyText;
    bool m_growing = false;
};

}  // namespace ui::widgets

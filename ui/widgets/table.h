// SPDX-License-Identifier: GPL-3.0-or-later
// A table as every list here uses it: whole rows, Enter opens, Tab leaves, rows as high as the text
// asks for, columns that share the width unless a person chose another (by hand, or with the menu
// of the Menu key). Ctrl+C copies the current cell, Ctrl+Shift+C its column; copies leave the
// clipboard by themselves.
#pragma once

#include <QMap>
#include <QSet>
#include <QTableView>
#include <QVariantMap>

#include <vector>

namespace ui::widgets {

class Table : public QTableView {
    Q_OBJECT

public:
    explicit Table(const QString& name, QWidget* parent = nullptr);

    // Shares of the width, one a column; a share of 0 takes what its contents need.
    void setShares(std::vector<int> shares);
    // Rows as high as their wrapped text: for lists of some hundreds at most.
    void setWrapping();
    // As high as its rows, with no scroll bar of its own: for short tables inside a card.
    void setGrowing(bool growing);
    // Puts the current row on the first row, if there is one and none is chosen.
    void chooseFirst();
    // What stands in the middle when there is no row.
    void setEmptyText(const QString& words);
    // For what a person may look at and not take along.
    void forbidCopies();
    // Which columns are out of sight and how wide others are; empty when nothing was chosen.
    [[nodiscard]] QVariantMap columnChoices() const;
    void chooseColumns(const QVariantMap& choices);
    void setModel(QAbstractItemModel* model) override;
    // What the style takes from the width of a cell, in pixels.
    [[nodiscard]] static int cellMargins();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(int row);
    void currentRowChanged(int row);
    void columnsChosen();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    static constexpr int rowsMeasured = 50;  // of a column whose width is asked for

    void copyCell() const;
    void copyColumn(int column) const;
    void openMenu(int column, const QPoint& where);
    void showColumn(int column, bool shown);
    void widen(int column, int letters);
    void noteWidth(int column, int before, int after);
    void applyHidden();
    [[nodiscard]] double letter() const;
    [[nodiscard]] QString heading(int column) const;
    [[nodiscard]] int need(int column) const;
    [[nodiscard]] int shareOf(int column) const;
    void share();
    [[nodiscard]] int longestWord(int column) const;
    void squeeze(const std::vector<int>& needs, const std::vector<int>& shares);
    void refit();
    void fitHeight();

    std::vector<int> m_shares;
    QSet<QString> m_hidden;       // by heading
    QMap<QString, int> m_widths;  // by heading, in letters
    QString m_emptyText;
    bool m_mayCopy = true;
    bool m_sharing = false;
    bool m_wrapping = false;
    bool m_growing = false;
};

}  // namespace ui::widgets

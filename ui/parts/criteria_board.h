// SPDX-License-Identifier: GPL-3.0-or-later
// The board of the six criteria: a tile each with its number, a word, whose it is and its date. One
// tile is chosen; arrow keys move, and the numbers 1 to 6 choose.
#pragma once

#include "casework/family_view.h"

#include <QAbstractButton>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace ui::widgets {
class MarkWidget;
}

namespace ui::parts {

class CriterionTile : public QAbstractButton {
    Q_OBJECT

public:
    CriterionTile(const casework::CriterionView& criterion, QWidget* parent);

    [[nodiscard]] int number() const { return m_number; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
};

class CriteriaBoard : public QWidget {
    Q_OBJECT

public:
    explicit CriteriaBoard(QWidget* parent);

    void show(const std::vector<casework::CriterionView>& criteria, int chosen);
    [[nodiscard]] int chosen() const;
    // The focus, to the tile that is chosen.
    void focusChosen();

Q_SIGNALS:
    void chose(int number);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int number);

    QList<CriterionTile*> m_tiles;
};

}  // namespace ui::parts

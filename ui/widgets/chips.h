// SPDX-License-Identifier: GPL-3.0-or-later
// A row of filters of which one is chosen: "Mine 12", "New evidence 3". Left and right arrows move.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {

class Chips : public QWidget {
    Q_OBJECT

public:
    explicit Chips(const QString& name, QWidget* parent = nullptr);

    void add(const QString& id, const QString& words);
    void clear();
    // The number after the words; negative shows none.
    void setCount(const QString& id, qint64 count);
    void choose(const QString& id);
    [[nodiscard]] QString chosen() const;

Q_SIGNALS:
    void chose(const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QPushButton* find(const QString& id) const;

    QButtonGroup* m_group;
};

}  // namespace ui::widgets

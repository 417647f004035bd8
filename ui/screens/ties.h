// SPDX-License-Identifier: GPL-3.0-or-later
// Ties that made no family: a hostel, a block, too many people at one address. A person says
// whether they are one; until then they are none.
#pragma once

#include "casework/linking.h"
#include "ui/models/rows_model.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Card;
class EmptyState;
class Table;
}  // namespace ui::widgets

namespace ui::screens {

class Ties : public shell::Screen {
    Q_OBJECT

public:
    Ties(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    using TieRows = models::RowsModel<casework::TieView>;

    void build();
    void refresh();
    void showPeople(int row);
    void decide(bool isFamily);

    TieRows* m_rows;
    widgets::Table* m_table;
    widgets::Card* m_card;
    QLabel* m_people;
    QPushButton* m_family;
    QPushButton* m_none;
    widgets::EmptyState* m_empty;
};

}  // namespace ui::screens

// SPDX-License-Identifier: GPL-3.0-or-later
// Ties that made no family: a hostel, a block, too many people at one address. A person says
// whether they are one; until then they are none.
#pragma once

#include "casework/tie_review.h"
#include "ui/models/rows_model.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    // One record of one of the people, as the table beside the list shows it.
    struct Line {
        QString name;
        casework::TieRecord record;
    };

    using TieRows = models::RowsModel<records::DoubtfulTie>;
    using Lines = models::RowsModel<Line>;

    void build();
    void refresh(records::DoubtId chosen = {});
    void showTie(int row);
    void decide(bool isFamily);
    void keep(records::DoubtId tie, bool isFamily);
    void leaveOpen();
    void undo();

    TieRows* m_rows;
    widgets::Table* m_table;
    widgets::Card* m_card;
    Lines* m_lines;
    widgets::Table* m_people;
    QPushButton* m_undo;
    QBoxLayout* m_beside;
    widgets::EmptyState* m_empty;
    records::DoubtId m_last;  // answered last, and not taken back
};

}  // namespace ui::screens

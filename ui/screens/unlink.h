// SPDX-License-Identifier: GPL-3.0-or-later
// Undoing a link: a colleague who saw the row in evidence says which file and row; here it is held
// against the other records of the person it was linked to, and set apart. And every answer in
// force, to be taken back.
#pragma once

#include "casework/link_undo.h"
#include "ui/models/rows_model.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace ui::parts {
class PairComparison;
}

namespace ui::widgets {
class Card;
class Table;
}  // namespace ui::widgets

namespace ui::screens {

class Unlink : public shell::Screen {
    Q_OBJECT

public:
    Unlink(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    // A record of the row beside one that it is linked with; `other` is its place among them.
    struct Line {
        std::size_t record = 0;
        std::size_t other = 0;
        QString source;
    };

    using Lines = models::RowsModel<Line>;
    using AnswerRows = models::RowsModel<casework::GivenAnswer>;

    [[nodiscard]] QWidget* question();
    [[nodiscard]] widgets::Card* rowCard();
    [[nodiscard]] widgets::Card* answersCard();
    void readDeliveries();
    void readAnswers();
    void showRow();
    void forget();
    void compare(int line);
    void askToUndo();
    void undo(records::RecordId record, qint64 others);
    void takeBack();
    void undoLast();

    std::vector<casework::LinkedRecord> m_records;
    std::vector<std::int64_t> m_last;  // answers just given
    QComboBox* m_delivery;
    QSpinBox* m_row;
    Lines* m_lines;
    AnswerRows* m_answers;
    QPushButton* m_undoLast;
    QPushButton* m_apart = nullptr;
    QPushButton* m_takeBack = nullptr;
    widgets::Card* m_found = nullptr;
    widgets::Table* m_linked = nullptr;
    widgets::Table* m_given = nullptr;
    parts::PairComparison* m_comparison = nullptr;
};

}  // namespace ui::screens

// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing inside a card, with its twin: one press shows the same numbers as a table, another
// keeps either as a file. Which of the two is in sight is the reader's choice.
#pragma once

#include "base/result.h"
#include "ui/widgets/card.h"

#include <QStandardItemModel>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {

class Drawing;
class Prompts;
class Table;

class DrawingCard : public Card {
    Q_OBJECT

public:
    // Takes the drawing. `id` begins the object names of its buttons: "upset-table",
    // "upset-export".
    DrawingCard(const QString& heading,
                const QString& id,
                Drawing* drawing,
                Prompts& prompts,
                QWidget* parent = nullptr);

    [[nodiscard]] Table* table() const { return m_table; }

    void showTable(bool asTable);
    // What a drawing of people's values must not do: leave the program as a file.
    void forbidExport();

Q_SIGNALS:
    void exported(const QString& path);
    void exportFailed(const base::Error& error);

private:
    void fillTable();
    void askWhere();

    Drawing* m_drawing;
    Prompts& m_prompts;
    Table* m_table;
    QStandardItemModel* m_numbers;
    QPushButton* m_asTable;
    QPushButton* m_export;
};

}  // namespace ui::widgets

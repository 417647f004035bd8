// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of the plan with other numbers, and what would change: how many families meet each
// criterion, who would enter and who would leave. Changes nothing but its own copy.
#pragma once

#include "casework/plan_trial.h"
#include "ui/models/rows_model.h"

#include <QSplitter>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace ui::widgets {
class Bars;
class DrawingCard;
class Prompts;
class Table;
}  // namespace ui::widgets

namespace ui::parts {

class ThresholdEditor;

class PlanTrial : public QSplitter {
    Q_OBJECT

public:
    explicit PlanTrial(widgets::Prompts& prompts, QWidget* parent = nullptr);

    [[nodiscard]] ThresholdEditor* editor() const { return m_editor; }

    // What its drawing and its numbers are kept as a file by.
    [[nodiscard]] widgets::DrawingCard* card() const { return m_metCard; }

    void showTrial(const casework::PlanTrial& trial);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Mover {
        records::FamilyId family;
        bool enters = false;
    };

    using MoverRows = models::RowsModel<Mover>;

    [[nodiscard]] QWidget* outcome(widgets::Prompts& prompts);

    ThresholdEditor* m_editor;
    QLabel* m_result;
    widgets::Bars* m_met;
    widgets::DrawingCard* m_metCard;
    MoverRows* m_moverRows;
    widgets::Table* m_movers;
};

}  // namespace ui::parts

// SPDX-License-Identifier: GPL-3.0-or-later
// The Outcomes Plan in force, in words, with its sources; and for those who may assess, a copy with
// other numbers tried beside it: which families would enter or leave, before anything is adopted.
#pragma once

#include "casework/plan_trial.h"
#include "ui/models/rows_model.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedWidget;
class QTextBrowser;
QT_END_NAMESPACE

namespace ui::parts {
class ThresholdEditor;
}

namespace ui::widgets {
class Bars;
class Chips;
class DrawingCard;
class Table;
}  // namespace ui::widgets

namespace ui::screens {

class Plan : public shell::Screen {
    Q_OBJECT

public:
    Plan(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    struct Mover {
        records::FamilyId family;
        bool enters = false;
    };

    using MoverRows = models::RowsModel<Mover>;

    [[nodiscard]] QWidget* wordsPage();
    [[nodiscard]] QWidget* trialPage();
    void choosePage(const QString& id);
    void tryChanges();
    void showTrial(const casework::PlanTrial& trial);

    std::string m_text;  // of the plan in force
    widgets::Chips* m_chips;
    QStackedWidget* m_pages;
    QTextBrowser* m_words;
    parts::ThresholdEditor* m_editor;
    QLabel* m_result;
    widgets::Bars* m_met;
    widgets::DrawingCard* m_metCard;
    MoverRows* m_moverRows;
    widgets::Table* m_movers;
};

}  // namespace ui::screens

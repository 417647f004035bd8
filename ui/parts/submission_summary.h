// SPDX-License-Identifier: GPL-3.0-or-later
// One submission before and after it goes: how many would go, who is left out and why, and how
// complete each field is. Counts only.
#pragma once

#include "records/submission.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace ui::widgets {
class Bars;
class Card;
class DrawingCard;
class Prompts;
}  // namespace ui::widgets

namespace ui::parts {

class SubmissionSummary : public QWidget {
    Q_OBJECT

public:
    SubmissionSummary(widgets::Prompts& prompts, QWidget* parent);

    void show(const records::Submission& submission);
    // Beside the heading, and a line under it.
    void addAction(QWidget* action);
    void setSubtitle(const QString& words);

    [[nodiscard]] widgets::DrawingCard* leftOutCard() const { return m_leftOutCard; }

    [[nodiscard]] widgets::DrawingCard* completenessCard() const { return m_completenessCard; }

    using QWidget::show;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    widgets::Card* m_card;
    QLabel* m_words;
    QLineEdit* m_hash;
    QWidget* m_hashUnit;
    QBoxLayout* m_drawings;
    widgets::Bars* m_leftOut;
    widgets::Bars* m_completeness;
    widgets::DrawingCard* m_leftOutCard;
    widgets::DrawingCard* m_completenessCard;
};

}  // namespace ui::parts

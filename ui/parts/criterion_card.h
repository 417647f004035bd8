// SPDX-License-Identifier: GPL-3.0-or-later
// Why one criterion is as it is: each indicator's wording and rule, whose finding it is with its
// arithmetic, and on request the partners' rows behind it. Asking for the rows is an act of its own
// and goes into the audit log; this card only says that it was asked.
#pragma once

#include "casework/family_view.h"
#include "ui/models/columns.h"
#include "ui/widgets/card.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Table;
}

namespace ui::parts {

class CriterionCard : public widgets::Card {
    Q_OBJECT

public:
    explicit CriterionCard(QWidget* parent);

    void show(const casework::CriterionView& criterion, const QString& plan);
    void showEvidence(std::vector<casework::EvidenceRow> rows);

    [[nodiscard]] int criterion() const { return m_criterion; }

Q_SIGNALS:
    void evidenceAsked(int criterion);

private:
    void addIndicator(const casework::IndicatorView& indicator);
    void showFields(int row);

    int m_criterion = 0;
    QPushButton* m_open;
    QVBoxLayout* m_indicators;
    QLabel* m_evidenceTitle;
    widgets::Table* m_evidence;
    models::EvidenceRows* m_rows;
    QLabel* m_fields;
};

}  // namespace ui::parts

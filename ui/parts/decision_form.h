// SPDX-License-Identifier: GPL-3.0-or-later
// The form of one step of a family's case: what it does, its reason and words, and the date, person
// or intensity that step needs.
#pragma once

#include "casework/decisions.h"
#include "ui/widgets/reason_form.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateEdit;
QT_END_NAMESPACE

namespace ui::parts {

class DecisionForm : public widgets::ReasonForm {
    Q_OBJECT

public:
    explicit DecisionForm(QWidget* parent);

    // `workers` are those a family may be allocated to; `note` is to be known before deciding.
    void askStep(records::CaseStep step,
                 const std::vector<access::User>& workers,
                 const QString& note);
    [[nodiscard]] casework::Decision decision(records::FamilyId family) const;

    [[nodiscard]] records::CaseStep step() const { return m_step; }

    // The button that opens the form: "Put forward…", "Agree…".
    [[nodiscard]] static QString stepButton(records::CaseStep step);
    // Was done, for the banner.
    [[nodiscard]] static QString stepDone(records::CaseStep step);

private:
    records::CaseStep m_step = records::CaseStep::triage;
    QComboBox* m_to = nullptr;
    QDateEdit* m_date = nullptr;
    QComboBox* m_intensity = nullptr;
};

}  // namespace ui::parts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/plan_proposal_form.h"

#include "ui/models/words.h"
#include "ui/parts/field.h"

#include <QDateEdit>
#include <QVBoxLayout>

namespace ui::parts {

namespace {

const QString nameKey = QStringLiteral("name");
const QString textKey = QStringLiteral("text");
const QString fromKey = QStringLiteral("from");

}  // namespace

PlanProposalForm::PlanProposalForm(QWidget* parent) : ReasonForm(parent) {
    setObjectName(QStringLiteral("planProposal"));
}

void PlanProposalForm::propose(const QString& name, std::string text) {
    m_name = name;
    m_text = std::move(text);
    ask(tr("Put %1 forward as the plan?").arg(name),
        tr("Nothing changes until another person adopts it. The plan in force is kept."),
        {},
        tr("Put forward"),
        true);
    m_from = dateField(base::today(), this);
    m_from->setMinimumDate(m_from->date());
    // In sight at once, so that it can have the focus.
    addField(fields(), tr("It counts f&rom"), m_from, QStringLiteral("planFrom"))->show();
    m_from->setFocus();
}

base::Date PlanProposalForm::from() const {
    return m_from == nullptr ? base::today() : dateIn(m_from);
}

QVariantMap PlanProposalForm::draft() const {
    QVariantMap draft = ReasonForm::draft();
    if (draft.isEmpty())
        return draft;
    draft.insert(nameKey, m_name);
    draft.insert(textKey, models::text(m_text));
    draft.insert(fromKey, m_from->date());
    return draft;
}

void PlanProposalForm::restore(const QVariantMap& draft) {
    if (!draft.contains(textKey))
        return;
    propose(draft.value(nameKey).toString(), models::utf8(draft.value(textKey).toString()));
    m_from->setDate(draft.value(fromKey).toDate());
    ReasonForm::restore(draft);
}

}  // namespace ui::parts

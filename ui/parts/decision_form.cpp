// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/decision_form.h"

#include "ui/models/words.h"
#include "ui/parts/field.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QVBoxLayout>

namespace ui::parts {

using records::CaseStep;

namespace {

struct StepWords {
    QString button;
    QString question;
    QString consequence;
    QString action;
    QString done;
};

StepWords openingWords(CaseStep step) {
    switch (step) {
        case CaseStep::propose:
            return {DecisionForm::tr("Propose\u2026"),
                    DecisionForm::tr("Propose this family?"),
                    DecisionForm::tr("It joins the families that wait for triage."),
                    DecisionForm::tr("Propose"),
                    DecisionForm::tr("The family is proposed.")};
        case CaseStep::nominate:
            return {DecisionForm::tr("Nominate\u2026"),
                    DecisionForm::tr("Nominate this family?"),
                    {},
                    DecisionForm::tr("Nominate"),
                    DecisionForm::tr("The family is nominated.")};
        case CaseStep::triage:
            return {
                DecisionForm::tr("Put &forward\u2026"),
                DecisionForm::tr("Put this family before a supervisor?"),
                DecisionForm::tr("Another person decides; you can\u2019t decide on it yourself."),
                DecisionForm::tr("Put forward"),
                DecisionForm::tr("The family is with a supervisor.")};
        case CaseStep::sendBack:
            return {DecisionForm::tr("Send &back\u2026"),
                    DecisionForm::tr("What is missing?"),
                    DecisionForm::tr("The family returns to the caseworker with your words."),
                    DecisionForm::tr("Send back"),
                    DecisionForm::tr("The family is sent back.")};
        case CaseStep::agree:
            return {DecisionForm::tr("&Agree\u2026"),
                    DecisionForm::tr("Agree to support this family?"),
                    DecisionForm::tr("It can then be allocated to a caseworker."),
                    DecisionForm::tr("Agree"),
                    DecisionForm::tr("The family is agreed.")};
        case CaseStep::notSuitable:
            return {DecisionForm::tr("&Not suitable\u2026"),
                    DecisionForm::tr("Why is this family not suitable now?"),
                    DecisionForm::tr("It leaves the lists; new evidence can bring it back."),
                    DecisionForm::tr("Record as not suitable"),
                    DecisionForm::tr("The family is recorded as not suitable.")};
        default:
            return {};
    }
}

StepWords wordsOf(CaseStep step) {
    switch (step) {
        case CaseStep::allocate:
            return {DecisionForm::tr("A&llocate\u2026"),
                    DecisionForm::tr("Who will work with this family?"),
                    DecisionForm::tr("They can open the family from now on."),
                    DecisionForm::tr("Allocate"),
                    DecisionForm::tr("The family is allocated.")};
        case CaseStep::startSupport:
            return {DecisionForm::tr("Start &support\u2026"),
                    DecisionForm::tr("When did support begin?"),
                    {},
                    DecisionForm::tr("Start support"),
                    DecisionForm::tr("Support has begun.")};
        case CaseStep::endSupport:
            return {DecisionForm::tr("End s&upport\u2026"),
                    DecisionForm::tr("When did support end, and why?"),
                    {},
                    DecisionForm::tr("End support"),
                    DecisionForm::tr("Support has ended.")};
        case CaseStep::close:
            return {DecisionForm::tr("&Close\u2026"),
                    DecisionForm::tr("Close this family\u2019s case?"),
                    DecisionForm::tr("Nothing is deleted; new evidence can bring it back."),
                    DecisionForm::tr("Close the case"),
                    DecisionForm::tr("The case is closed.")};
        case CaseStep::reopen:
            return {DecisionForm::tr("Reo&pen\u2026"),
                    DecisionForm::tr("Why does this family come back?"),
                    DecisionForm::tr("It joins the families that wait for triage."),
                    DecisionForm::tr("Reopen"),
                    DecisionForm::tr("The family is proposed again.")};
        default:
            return openingWords(step);
    }
}

bool needsWords(CaseStep step) {
    return step == CaseStep::triage || step == CaseStep::sendBack || step == CaseStep::agree ||
           step == CaseStep::notSuitable;
}

}  // namespace

DecisionForm::DecisionForm(QWidget* parent) : ReasonForm(parent) {}

QString DecisionForm::stepButton(CaseStep step) {
    return wordsOf(step).button;
}

QString DecisionForm::stepDone(CaseStep step) {
    return wordsOf(step).done;
}

void DecisionForm::askStep(CaseStep step,
                           const std::vector<access::User>& workers,
                           const QString& note) {
    m_step = step;
    const StepWords words = wordsOf(step);
    Reasons reasons;
    for (const records::ReasonCode& reason : records::reasonsFor(step))
        reasons.emplace_back(models::text(reason.code), models::text(reason.words));
    const QString consequence = QStringLiteral("%1 %2").arg(words.consequence, note).trimmed();
    ask(words.question, consequence, reasons, words.action, needsWords(step));
    m_to = nullptr;
    m_date = nullptr;
    m_intensity = nullptr;
    if (step == CaseStep::allocate) {
        m_to = new QComboBox(this);
        for (const access::User& worker : workers)
            m_to->addItem(models::text(worker.displayName),
                          static_cast<qlonglong>(worker.id.value));
        addField(fields(), tr("Caseworker"), m_to, QStringLiteral("allocateTo"));
    }
    if (step == CaseStep::startSupport) {
        m_intensity = new QComboBox(this);
        m_intensity->addItem(tr("Universal plus"), QStringLiteral("universal-plus"));
        m_intensity->addItem(tr("Targeted"), QStringLiteral("targeted"));
        m_intensity->addItem(tr("Intensive"), QStringLiteral("intensive"));
        addField(fields(), tr("Intensity"), m_intensity, QStringLiteral("intensity"));
    }
    if (step == CaseStep::allocate || step == CaseStep::startSupport ||
        step == CaseStep::endSupport) {
        m_date = dateField(base::today(), this);
        addField(fields(), tr("Date"), m_date, QStringLiteral("stepDate"));
    }
}

casework::Decision DecisionForm::decision(records::FamilyId family) const {
    casework::Decision made;
    made.family = family;
    made.step = m_step;
    made.reason = models::utf8(reason());
    made.words = models::utf8(words());
    if (m_to != nullptr)
        made.to = {m_to->currentData().toLongLong()};
    if (m_date != nullptr)
        made.date = dateIn(m_date);
    if (m_intensity != nullptr)
        made.intensity = models::utf8(m_intensity->currentData().toString());
    return made;
}

}  // namespace ui::parts

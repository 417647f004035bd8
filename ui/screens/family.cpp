// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/family.h"

#include "access/action.h"
#include "casework/consents.h"
#include "casework/decisions.h"
#include "ui/models/family_summary.h"
#include "ui/models/outcome.h"
#include "ui/parts/chronology_card.h"
#include "ui/parts/consent_card.h"
#include "ui/parts/criteria_board.h"
#include "ui/parts/criterion_card.h"
#include "ui/parts/decision_form.h"
#include "ui/parts/family_map.h"
#include "ui/parts/nomination_form.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paper.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace ui::screens {

using records::CaseStep;

namespace {

bool isReview(CaseStep step) {
    return step == CaseStep::agree || step == CaseStep::sendBack || step == CaseStep::notSuitable;
}

// The usual way onward: stands last, in the colour of action.
bool isNext(CaseStep step) {
    return step == CaseStep::triage || step == CaseStep::agree || step == CaseStep::allocate ||
           step == CaseStep::startSupport;
}

constexpr std::size_t looksShown = 10;

}  // namespace

Family::Family(const shell::Context& context, QWidget* parent)
    : Screen(tr("Family"), context, parent) {
    build();
    connectParts();
}

void Family::enter(qint64 subject) {
    const bool same = m_view.family.value == subject;
    m_view.family = {subject};
    if (!same) {
        m_form->close();
        m_nomination->close();
        m_consent->closeForm();
        banner()->dismiss();
        m_alsoOpen.clear();
    }
    if (!reload())
        return;
    if (!same) {
        int first = 1;
        for (const casework::CriterionView& criterion : m_view.criteria)
            if (criterion.outcome == records::Outcome::met) {
                first = criterion.number;
                break;
            }
        m_board->show(m_view.criteria, first);
        showCriterion(first);
        m_scroll->ensureVisible(0, 0);
        tellWhySentBack();
    }
    m_board->focusChosen();
}

bool Family::reload() {
    auto view = casework::openFamily(session(), m_view.family, purpose());
    if (!succeeded(view, tr("The family could not be opened"))) {
        setTitle(tr("Family"));
        m_scroll->hide();
        return false;
    }
    m_scroll->show();
    m_view = std::move(*view);
    showIdentity();
    showActions();
    const int chosen = m_board->chosen();
    if (chosen != 0)
        m_board->show(m_view.criteria, chosen);
    m_memberRows->show(m_view.members);
    m_map->show(m_view.members);
    m_chronology->close(m_view);
    m_consent->show(m_view.members, m_view.mayRecordConsent);
    m_decisionRows->show(m_view.decisions);
    std::vector<casework::DecisionLine> looks = m_view.looks;
    looks.resize(std::min(looks.size(), looksShown));
    m_lookRows->show(std::move(looks));
    return true;
}

void Family::showActions() {
    clearActions();
    addBack();
    const bool waits = m_view.state == records::CaseState::proposed ||
                       m_view.state == records::CaseState::sentBack;
    if (waits && session().roleMay(access::Action::triage)) {
        const bool free = m_view.holder.empty();
        if (free || m_view.holder == session().user().displayName) {
            auto* button =
                free ? widgets::button(tr("&Take it"), nullptr, QStringLiteral("take"), this)
                     : widgets::button(tr("P&ut back"), nullptr, QStringLiteral("putBack"), this);
            connect(button, &QPushButton::clicked, this, free ? &Family::take : &Family::putBack);
            addAction(button);
        }
    }
    addPaper();
    if (std::find(m_view.steps.begin(), m_view.steps.end(), CaseStep::nominate) !=
        m_view.steps.end()) {
        auto* button =
            widgets::button(tr("&Nominate…"), nullptr, QStringLiteral("step-nominate"), this);
        connect(button, &QPushButton::clicked, this, [this] {
            if (m_form->words().isEmpty())
                m_form->close();
            m_nomination->ask(m_view);
        });
        addAction(button);
    }
    for (const CaseStep step : m_view.steps)
        if (!isNext(step) && step != CaseStep::propose && step != CaseStep::nominate)
            addStep(step, false);
    for (const CaseStep step : m_view.steps)
        if (isNext(step))
            addStep(step, true);
    const bool reviewing = session().roleMay(access::Action::decide) &&
                           std::any_of(m_view.steps.begin(), m_view.steps.end(), isReview);
    if (reviewing && !m_view.evidenceOpened && !banner()->isVisible())
        banner()->showNote(tr("Open the evidence of a criterion before you decide."));
    else if (m_view.evidenceOpened && banner()->text().startsWith(tr("Open the evidence")))
        banner()->dismiss();
}

// What is printed is a look like any other: the family is opened again, saying so.
void Family::addPaper() {
    auto* button = widgets::button(tr("&Print…"), nullptr, QStringLiteral("print-family"), this);
    auto* menu = new QMenu(button);
    menu->addAction(tr("Print…"), this, [this] {
        if (const auto page = summary())
            widgets::printPage(this, *page);
    });
    menu->addAction(tr("Keep as PDF…"), this, [this] {
        context().prompts.chooseSaveFile(
            this,
            tr("Keep the summary as PDF"),
            models::text(records::familyReference(m_view.family)) + QStringLiteral(".pdf"),
            [this](const QString& path) {
                const auto page = summary();
                if (!page)
                    return;
                if (succeeded(widgets::writePdf(*page, path), tr("The PDF was not written")))
                    banner()->showDone(tr("Written to %1").arg(path));
            });
    });
    button->setMenu(menu);
    addAction(button);
}

std::optional<widgets::Page> Family::summary() {
    const auto view =
        casework::openFamily(session(), m_view.family, purpose() + ", printed summary");
    if (!succeeded(view, tr("The family could not be opened")))
        return std::nullopt;
    return widgets::Page{tr("Family %1").arg(models::text(records::familyReference(view->family))),
                         models::familySummary(*view, models::text(session().user().displayName))};
}

void Family::nominate() {
    if (!succeeded(casework::nominate(session(), m_nomination->nomination()),
                   tr("The nomination was not recorded")))
        return;
    m_nomination->close();
    banner()->showDone(
        tr("The nomination is recorded. It counts once records are linked and "
           "families are assessed."));
    reload();
    context().places.changed();
    m_board->focusChosen();
}

void Family::addStep(CaseStep step, bool primary) {
    auto* button = widgets::button(parts::DecisionForm::stepButton(step),
                                   primary ? "primary" : nullptr,
                                   QStringLiteral("step-") + models::text(records::stepCode(step)),
                                   this);
    const bool needsEvidence = isReview(step) && session().roleMay(access::Action::decide);
    button->setEnabled(!needsEvidence || m_view.evidenceOpened);
    if (!button->isEnabled())
        button->setToolTip(tr("Open the evidence first"));
    connect(button, &QPushButton::clicked, this, [this, step] { ask(step); });
    addAction(button);
}

void Family::showCriterion(int number) {
    for (const casework::CriterionView& criterion : m_view.criteria)
        if (criterion.number == number)
            m_criterion->show(criterion, models::text(m_view.plan));
}

void Family::openEvidence(int criterion) {
    auto rows = casework::openEvidence(session(), m_view.family, criterion, purpose());
    if (!succeeded(rows, tr("The evidence could not be opened")))
        return;
    m_criterion->showEvidence(std::move(*rows));
    QTimer::singleShot(0, this, [this] {  // once it has its height
        const int top = m_criterion->mapTo(m_scroll->widget(), QPoint(0, 0)).y();
        if (m_scroll->verticalScrollBar()->value() > top)
            m_scroll->verticalScrollBar()->setValue(top);
    });
    if (!m_view.evidenceOpened)
        reload();
}

bool Family::openChronology(const std::vector<casework::OpenedFor>& also) {
    auto rows = casework::chronology(session(), m_view.family, purpose(), also);
    if (!succeeded(rows, tr("The chronology could not be opened")))
        return false;
    m_chronology->showRecords(std::move(*rows));
    QTimer::singleShot(0, this, [this] {  // once it has its height
        m_scroll->verticalScrollBar()->setValue(
            m_chronology->mapTo(m_scroll->widget(), QPoint(0, 0)).y());
    });
    if (!m_view.evidenceOpened)
        reload();
    return true;
}

void Family::ask(CaseStep step) {
    if (m_form->open() && m_form->step() == step)
        return m_form->focusFirst();
    std::vector<access::User> workers;
    if (step == CaseStep::allocate) {
        auto found = casework::caseworkers(session());
        if (!succeeded(found, tr("The caseworkers could not be read")))
            return;
        workers = std::move(*found);
    }
    if (!m_nomination->isHidden() && !m_nomination->hasWords())
        m_nomination->close();
    m_form->askStep(step, workers, step == CaseStep::startSupport ? consentNote() : QString());
}

void Family::decide() {
    const auto state = casework::decide(session(), m_form->decision(m_view.family));
    if (!succeeded(state, tr("The decision was not recorded")))
        return;
    const QString done = parts::DecisionForm::stepDone(m_form->step());
    m_form->close();
    banner()->showDone(done);
    reload();
    context().places.changed();
    m_board->focusChosen();
}

void Family::take() {
    if (!succeeded(casework::takeFamily(session(), m_view.family),
                   tr("The family could not be taken")))
        return;
    reload();
    context().places.changed();
    m_board->focusChosen();
}

void Family::putBack() {
    if (!succeeded(casework::putBackFamily(session(), m_view.family),
                   tr("The family could not be put back")))
        return;
    context().places.changed();
    context().places.back();
}

void Family::record(const records::ConsentRecord& record) {
    if (!succeeded(casework::recordConsent(session(), m_view.family, record),
                   tr("The answer was not recorded")))
        return;
    m_consent->closeForm();
    banner()->showDone(tr("The answer is recorded."));
    reload();
}

void Family::withdraw(records::PersonId person, const QString& name, bool child) {
    const std::string decidedBy = child ? models::utf8(tr("the child")) : std::string();
    context().prompts.confirm(
        this,
        {tr("Withdraw everything for %1?").arg(name),
         tr("Consent to support ends today and the study leaves out this 1 person. What was sent "
            "before "
            "stays in the register."),
         tr("Withdraw")},
        [this, person, decidedBy] {
            const auto done = casework::withdrawAll(
                session(), m_view.family, person, models::utf8(tr("in person")), decidedBy);
            if (!succeeded(done, tr("The withdrawal was not recorded")))
                return;
            banner()->showDone(tr("Withdrawn from today."));
            reload();
        });
}

QVariantMap Family::draft() const {
    QVariantMap all;
    if (m_form->open()) {
        all[QStringLiteral("step")] = static_cast<int>(m_form->step());
        all[QStringLiteral("decision")] = m_form->draft();
    }
    if (const QVariantMap nomination = m_nomination->draft(); !nomination.isEmpty())
        all[QStringLiteral("nomination")] = nomination;
    const QVariantMap consent = m_consent->draft();
    if (!consent.isEmpty())
        all[QStringLiteral("consent")] = consent;
    return all;
}

void Family::restore(const QVariantMap& draft) {
    if (draft.contains(QStringLiteral("step"))) {
        const auto step = static_cast<CaseStep>(draft.value(QStringLiteral("step")).toInt());
        if (std::find(m_view.steps.begin(), m_view.steps.end(), step) != m_view.steps.end()) {
            ask(step);
            m_form->restore(draft.value(QStringLiteral("decision")).toMap());
        }
    }
    const QVariantMap nomination = draft.value(QStringLiteral("nomination")).toMap();
    if (!nomination.isEmpty()) {
        m_nomination->ask(m_view);
        m_nomination->restore(nomination);
    }
    m_consent->restore(draft.value(QStringLiteral("consent")).toMap());
}

std::string Family::purpose() const {
    if (session().roleMay(access::Action::decide))
        return "review";
    return session().roleMay(access::Action::triage) ? "triage" : "casework";
}

}  // namespace ui::screens

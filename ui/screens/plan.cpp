// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/plan.h"

#include "access/action.h"
#include "base/file.h"
#include "casework/assessing.h"
#include "ui/parts/plan_proposal_form.h"
#include "ui/parts/plan_trial.h"
#include "ui/parts/plan_versions.h"
#include "ui/parts/threshold_editor.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pages.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui::screens {

using access::Action;
using models::counted;
using models::text;
using records::PlanVersionId;
using widgets::space;

namespace {

const QString wordsId = QStringLiteral("words");
const QString trialId = QStringLiteral("trial");
const QString versionsId = QStringLiteral("versions");
const QString pageKey = QStringLiteral("page");
const QString proposalKey = QStringLiteral("proposal");
const QString decisionKey = QStringLiteral("decision");

// What the families' findings have to do with a plan that comes into force on a day.
QString consequenceOf(const casework::PlanInUse& use,
                      const records::PlanVersion& version,
                      base::Date from) {
    QStringList words{Plan::tr("Families are assessed by it from %1 on.").arg(models::day(from))};
    if (use.findingsFrom.empty())
        words << Plan::tr("No family has been assessed yet.");
    else
        words << Plan::tr(
                     "%1 carry findings of %2, which stay as they are until families are "
                     "assessed again.")
                     .arg(counted(use.families, Plan::tr("family"), Plan::tr("families")),
                          text(use.findingsFrom));
    if (version.tried)
        words << Plan::tr("When it was tried, %1 would have entered and %2 left.")
                     .arg(counted(version.tried->enter, Plan::tr("family"), Plan::tr("families")))
                     .arg(static_cast<qint64>(version.tried->leave));
    return words.join(QLatin1Char(' '));
}

}  // namespace

Plan::Plan(const shell::Context& context, QWidget* parent) : Screen(tr("Plan"), context, parent) {
    m_chips = new widgets::Chips(tr("What to show of the plan"), this);
    m_pages = new widgets::Pages(this);
    if (session().roleMay(Action::proposePlan)) {
        m_proposal = new parts::PlanProposalForm(this);
        connect(m_proposal, &widgets::ReasonForm::confirmed, this, &Plan::putForward);
        connect(m_proposal, &widgets::ReasonForm::closed, this, [this] {
            m_pages->currentWidget()->setFocus();
        });
        auto* file = widgets::button(
            tr("Put forward a fi&le\u2026"), nullptr, QStringLiteral("putFileForward"), this);
        connect(file, &QPushButton::clicked, this, &Plan::chooseFile);
        addAction(file);
        body()->addWidget(m_proposal);
    }
    addPage(wordsId, tr("In words"), wordsPage());
    if (session().roleMay(Action::assess))
        addPage(trialId, tr("Try a change"), trialPage());
    addPage(versionsId, tr("Versions"), versionsPage());
    body()->addWidget(m_chips);
    body()->addWidget(m_pages, 1);
    connect(m_chips, &widgets::Chips::chose, this, &Plan::choosePage);
}

void Plan::addPage(const QString& id, const QString& words, QWidget* page) {
    m_chips->add(id, words);
    page->setProperty("id", id);
    m_pages->addWidget(page);
}

QWidget* Plan::wordsPage() {
    m_words = new QTextBrowser(this);
    m_words->setObjectName(QStringLiteral("planWords"));
    m_words->setAccessibleName(tr("The plan in words"));
    m_words->setOpenLinks(false);
    widgets::setRole(m_words, "card");
    return m_words;
}

QWidget* Plan::trialPage() {
    m_trial = new parts::PlanTrial(context().prompts, this);
    tellOfExport(m_trial->card());
    connect(m_trial->editor(), &parts::ThresholdEditor::tryAsked, this, &Plan::tryChanges);
    if (session().roleMay(Action::proposePlan)) {
        m_trial->editor()->offerToPutForward();
        connect(m_trial->editor(),
                &parts::ThresholdEditor::putForwardAsked,
                this,
                &Plan::askCopyForward);
    }
    return m_trial;
}

QWidget* Plan::versionsPage() {
    m_versions = new parts::PlanVersions({session().user().id,
                                          session().roleMay(Action::adoptPlan),
                                          session().roleMay(Action::proposePlan)},
                                         this);
    connect(m_versions, &parts::PlanVersions::chose, this, [this](qint64 version) {
        const auto view = casework::openPlanVersion(session(), PlanVersionId{version});
        if (succeeded(view, tr("The version could not be read")))
            m_versions->showView(*view);
    });
    connect(m_versions,
            &parts::PlanVersions::decided,
            this,
            [this](qint64 version, bool adopt, const QString& words) {
                decide(PlanVersionId{version}, adopt, words);
            });
    connect(m_versions, &parts::PlanVersions::withdrawAsked, this, [this](qint64 version) {
        withdraw(PlanVersionId{version});
    });
    return m_versions;
}

void Plan::enter(qint64 /*subject*/) {
    showInForce();
    choosePage(m_chips->chosen());
}

void Plan::showInForce() {
    const auto use = casework::planInUse(session());
    if (!succeeded(use, tr("The plan could not be read")))
        return;
    setSubtitle(use->same ? tr("In force: %1").arg(text(use->inForce))
                          : tr("In force: %1. What the lists show was found by %2, until families "
                               "are assessed again.")
                                .arg(text(use->inForce), text(use->findingsFrom)));
    const std::int64_t waiting = casework::plansToAdopt(session()).value_or(0);
    m_chips->setCount(versionsId, waiting > 0 ? waiting : -1);
    auto now = casework::planInForce(session());
    if (!succeeded(now, tr("The plan could not be read")) || *now == m_text)
        return;  // numbers half changed stay as they are
    m_text = std::move(*now);
    m_tried.reset();
    const auto words = casework::planInWords(m_text, "plan in force");
    if (!succeeded(words, tr("The plan could not be read")))
        return;
    m_words->document()->setDocumentMargin(space(4));
    m_words->setMarkdown(text(*words));
    if (m_trial == nullptr)
        return;
    auto thresholds = casework::planThresholds(m_text, "plan in force");
    if (succeeded(thresholds, tr("The plan's numbers could not be read")))
        m_trial->editor()->show(std::move(*thresholds),
                                tr("Trial of %1").arg(models::day(base::today())));
}

void Plan::showVersions() {
    auto lines = casework::listPlanVersions(session());
    if (succeeded(lines, tr("The versions could not be read")))
        m_versions->show(std::move(*lines));
}

void Plan::choosePage(const QString& id) {
    showPage(id);
    m_pages->currentWidget()->setFocus();
}

void Plan::showPage(const QString& id) {
    m_chips->choose(id);
    for (int page = 0; page < m_pages->count(); ++page)
        if (m_pages->widget(page)->property("id").toString() == id)
            m_pages->setCurrentIndex(page);
    if (id == versionsId)
        showVersions();
}

void Plan::tryChanges() {
    const parts::ThresholdEditor* editor = m_trial->editor();
    const auto copy =
        casework::changedPlan(m_text, editor->changes(), models::utf8(editor->version()));
    if (!succeeded(copy, tr("The copy could not be made")))
        return;
    const auto own = ownSession();
    if (own == nullptr)
        return;
    context().tasks.run<casework::PlanTrial>(
        tr("Trying a copy of the plan"),
        [own, copy = *copy](base::Progress& progress) {
            return casework::tryPlan(*own, copy, "the copy", base::today(), progress);
        },
        this,
        [this](base::Result<casework::PlanTrial> trial) {
            if (!succeeded(trial, tr("The copy could not be tried")))
                return;
            m_trial->showTrial(*trial);
            m_tried = std::move(*trial);
        });
}

void Plan::askCopyForward() {
    const parts::ThresholdEditor* editor = m_trial->editor();
    auto copy = casework::changedPlan(m_text, editor->changes(), models::utf8(editor->version()));
    if (succeeded(copy, tr("The copy could not be made")))
        m_proposal->propose(tr("version %1").arg(editor->version()), std::move(*copy));
}

void Plan::chooseFile() {
    context().prompts.chooseFile(this,
                                 tr("Put a plan forward"),
                                 tr("Outcomes Plans (*.toml);;All files (*)"),
                                 [this](const QString& file) {
                                     const QString name = QFileInfo(file).fileName();
                                     auto read = base::readFile(models::utf8(file));
                                     if (!succeeded(read, tr("%1 could not be read").arg(name)))
                                         return;
                                     const auto sound =
                                         casework::planInWords(*read, models::utf8(name));
                                     if (!succeeded(sound, tr("%1 has faults").arg(name)))
                                         return;
                                     banner()->dismiss();
                                     m_proposal->propose(name, std::move(*read));
                                 });
}

void Plan::putForward() {
    casework::PlanProposal proposal;
    proposal.text = m_proposal->text();
    proposal.fileName = models::utf8(m_proposal->name());
    proposal.from = m_proposal->from();
    proposal.why = models::utf8(m_proposal->words());
    proposal.trial = m_tried;
    const auto version = casework::proposePlan(session(), proposal);
    if (!succeeded(version, tr("The plan was not put forward")))
        return;
    m_proposal->close();
    settled(tr("%1, version %2, is put forward. It counts from %3 on once another person has "
               "adopted it.")
                .arg(text(version->name), text(version->version), models::day(version->from)));
    m_versions->chooseVersion(version->id);
}

void Plan::decide(PlanVersionId version, bool adopting, const QString& words) {
    if (adopting)
        return adopt(version, words);
    const auto done = casework::declinePlan(session(), version, models::utf8(words));
    if (!succeeded(done, tr("The version was not declined")))
        return;
    m_versions->closeForm();
    settled(tr("Declined. The plan in force stays as it is."));
}

void Plan::adopt(PlanVersionId version, const QString& words) {
    const casework::PlanVersionLine* line = m_versions->chosen();
    const auto use = casework::planInUse(session());
    if (line == nullptr || !succeeded(use, tr("The plan could not be read")))
        return;
    const QString name = text(line->version.version);
    const widgets::Confirmation confirmation{
        tr("Adopt version %1?").arg(name),
        consequenceOf(*use, line->version, std::max(line->version.from, base::today())),
        tr("Adopt")};
    context().prompts.confirm(this, confirmation, [this, version, words, name] {
        const auto from = casework::adoptPlan(session(), version, models::utf8(words));
        if (!succeeded(from, tr("Version %1 was not adopted").arg(name)))
            return;
        m_versions->closeForm();
        settled(tr("Version %1 is adopted. Families are assessed by it from %2 on.")
                    .arg(name, models::day(*from)));
    });
}

void Plan::withdraw(PlanVersionId version) {
    const casework::PlanVersionLine* line = m_versions->chosen();
    if (line == nullptr)
        return;
    const QString name = text(line->version.version);
    const widgets::Confirmation confirmation{
        tr("Take version %1 back?").arg(name),
        tr("Nobody can adopt it then. It is kept as withdrawn, and the plan in force stays."),
        tr("Take back")};
    context().prompts.confirm(this, confirmation, [this, version, name] {
        const auto done = casework::withdrawPlan(session(), version);
        if (succeeded(done, tr("Version %1 was not taken back").arg(name)))
            settled(tr("Version %1 is taken back.").arg(name));
    });
}

void Plan::settled(const QString& said) {
    showInForce();
    choosePage(versionsId);
    banner()->showDone(said);
    context().places.changed();
}

QVariantMap Plan::draft() const {
    QVariantMap draft;
    if (m_proposal != nullptr)
        if (const QVariantMap proposal = m_proposal->draft(); !proposal.isEmpty())
            draft.insert(proposalKey, proposal);
    if (const QVariantMap decision = m_versions->draft(); !decision.isEmpty())
        draft.insert(decisionKey, decision);
    if (!draft.isEmpty())
        draft.insert(pageKey, m_chips->chosen());
    return draft;
}

void Plan::restore(const QVariantMap& draft) {
    if (draft.contains(pageKey))
        showPage(draft.value(pageKey).toString());
    m_versions->restore(draft.value(decisionKey).toMap());
    if (m_proposal != nullptr)
        m_proposal->restore(draft.value(proposalKey).toMap());
}

}  // namespace ui::screens

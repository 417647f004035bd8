// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/plan.h"

#include "access/action.h"
#include "casework/assessing.h"
#include "records/family.h"
#include "ui/models/outcome.h"
#include "ui/parts/threshold_editor.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui::screens {

using models::counted;
using widgets::space;

namespace {

const QString wordsId = QStringLiteral("words");
const QString trialId = QStringLiteral("trial");

}  // namespace

Plan::Plan(const shell::Context& context, QWidget* parent) : Screen(tr("Plan"), context, parent) {
    m_chips = new widgets::Chips(tr("What to show of the plan"), this);
    m_pages = new QStackedWidget(this);
    m_chips->add(wordsId, tr("In words"));
    m_pages->addWidget(wordsPage());
    if (session().roleMay(access::Action::assess)) {
        m_chips->add(trialId, tr("Try a change"));
        m_pages->addWidget(trialPage());
    } else {
        m_chips->hide();
    }
    body()->addWidget(m_chips);
    body()->addWidget(m_pages, 1);
    connect(m_chips, &widgets::Chips::chose, this, &Plan::choosePage);
    setSubtitle(tr("The criteria in force, in words"));
}

QWidget* Plan::wordsPage() {
    m_words = new QTextBrowser(this);
    m_words->setAccessibleName(tr("The plan in words"));
    m_words->setOpenLinks(false);
    widgets::setRole(m_words, "card");
    return m_words;
}

QWidget* Plan::trialPage() {
    auto* page = new QSplitter(Qt::Horizontal, this);
    page->setChildrenCollapsible(false);
    auto* left = new widgets::Card(tr("A copy with other numbers"), page);
    left->setSubtitle(tr("Nothing is adopted and no family is changed by trying."));
    m_editor = new parts::ThresholdEditor(left);
    left->body()->addWidget(m_editor, 1);
    auto* right = new QWidget(page);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(3));
    m_met = new widgets::Bars(
        tr("Families that meet each criterion"), tr("Criterion"), tr("Families"), right);
    m_metCard = new widgets::DrawingCard(
        tr("What would change"), QStringLiteral("trial"), m_met, context().prompts, right);
    m_result = widgets::paragraph(
        tr("Choose a number, give it a new value, and see which families would enter or leave."),
        nullptr,
        right);
    m_metCard->body()->insertWidget(0, m_result);
    tellOfExport(m_metCard);
    auto* list = new widgets::Card(tr("Families that enter or leave"), right);
    m_moverRows = new MoverRows(
        {models::textColumn<Mover>(tr("Family"),
                                   [](const Mover& mover) {
                                       return models::text(records::familyReference(mover.family));
                                   }),
         models::textColumn<Mover>(
             tr("With the copy"),
             [](const Mover& mover) { return mover.enters ? tr("enters") : tr("leaves"); })},
        this);
    m_movers = new widgets::Table(tr("Families that enter or leave"), list);
    m_movers->setObjectName(QStringLiteral("movers"));
    m_movers->setModel(m_moverRows);
    m_movers->setShares({1, 2});
    m_movers->setEmptyText(tr("None."));
    list->body()->addWidget(m_movers, 1);
    column->addWidget(m_metCard);
    column->addWidget(list, 1);
    page->addWidget(left);
    page->addWidget(right);
    page->setStretchFactor(0, 3);
    page->setStretchFactor(1, 2);
    connect(m_editor, &parts::ThresholdEditor::tryAsked, this, &Plan::tryChanges);
    return page;
}

void Plan::enter(qint64 /*subject*/) {
    auto text = casework::planInForce(session());
    if (!succeeded(text, tr("The plan could not be read")))
        return;
    m_text = std::move(*text);
    const auto words = casework::planInWords(m_text, "plan in force");
    if (!succeeded(words, tr("The plan could not be read")))
        return;
    m_words->document()->setDocumentMargin(space(4));
    m_words->setMarkdown(models::text(*words));
    if (m_pages->count() > 1) {
        auto thresholds = casework::planThresholds(m_text, "plan in force");
        if (succeeded(thresholds, tr("The plan's numbers could not be read")))
            m_editor->show(std::move(*thresholds),
                           tr("Trial of %1").arg(models::day(base::today())));
    }
    choosePage(m_chips->chosen());
}

void Plan::choosePage(const QString& id) {
    m_pages->setCurrentIndex(id == trialId ? 1 : 0);
    if (id == trialId)
        m_editor->setFocus();
    else
        m_words->setFocus();
}

void Plan::tryChanges() {
    const auto text =
        casework::changedPlan(m_text, m_editor->changes(), models::utf8(m_editor->version()));
    if (!succeeded(text, tr("The copy could not be made")))
        return;
    const auto own = ownSession();
    if (own == nullptr)
        return;
    context().tasks.run<casework::PlanTrial>(
        tr("Trying a copy of the plan"),
        [own, text = *text](base::Progress& progress) {
            return casework::tryPlan(*own, text, "the copy", base::today(), progress);
        },
        this,
        [this](base::Result<casework::PlanTrial> trial) {
            if (succeeded(trial, tr("The copy could not be tried")))
                showTrial(*trial);
        });
}

void Plan::showTrial(const casework::PlanTrial& trial) {
    const auto families = [](std::int64_t count) {
        return counted(count, tr("family"), tr("families"));
    };
    m_result->setText(
        tr("%1 of %2 are proposed now. With the copy %3 would be: %4 enter, %5 leave.")
            .arg(QLocale().toString(static_cast<qint64>(trial.proposedNow)),
                 families(trial.families),
                 QLocale().toString(static_cast<qint64>(trial.proposedThen)))
            .arg(trial.enter.size())
            .arg(trial.leave.size()));
    std::vector<widgets::Bar> bars;
    for (int number = 1; number <= 6; ++number) {
        const auto at = static_cast<std::size_t>(number - 1);
        const auto bar = [&](const QString& when, std::int64_t count, bool muted) {
            bars.push_back(
                {tr("%1 %2, %3").arg(QString::number(number), models::shortCriterion(number), when),
                 static_cast<double>(count),
                 QLocale().toString(static_cast<qint64>(count)),
                 muted});
        };
        if (trial.metNow[at] == trial.metThen[at])
            continue;
        bar(tr("now"), trial.metNow[at], true);
        bar(tr("with the copy"), trial.metThen[at], false);
    }
    m_met->show(std::move(bars));
    std::vector<Mover> movers;
    for (const records::FamilyId family : trial.enter)
        movers.push_back({family, true});
    for (const records::FamilyId family : trial.leave)
        movers.push_back({family, false});
    m_moverRows->show(std::move(movers));
}

}  // namespace ui::screens

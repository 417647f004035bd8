// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/plan_trial.h"

#include "records/family.h"
#include "ui/models/outcome.h"
#include "ui/models/words.h"
#include "ui/parts/threshold_editor.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace ui::parts {

using models::counted;
using widgets::space;

PlanTrial::PlanTrial(widgets::Prompts& prompts, QWidget* parent)
    // Upright until there is known to be room.
    : QSplitter(Qt::Vertical, parent) {
    setChildrenCollapsible(false);
    auto* left = new widgets::Card(tr("A copy with other numbers"), this);
    left->setSubtitle(tr("Nothing is adopted and no family is changed by trying."));
    m_editor = new ThresholdEditor(left);
    left->body()->addWidget(m_editor, 1);
    addWidget(left);
    addWidget(outcome(prompts));
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    setFocusProxy(m_editor);
}

QWidget* PlanTrial::outcome(widgets::Prompts& prompts) {
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(3));
    m_met = new widgets::Bars(
        tr("Families that meet each criterion"), tr("Criterion"), tr("Families"), right);
    m_metCard = new widgets::DrawingCard(
        tr("What would change"), QStringLiteral("trial"), m_met, prompts, right);
    m_result = widgets::paragraph(
        tr("Choose a number, give it a new value, and see which families would enter or leave."),
        nullptr,
        right);
    m_result->setObjectName(QStringLiteral("trialResult"));
    m_metCard->body()->insertWidget(0, m_result);
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
    m_movers->setEmptyText(tr("Not tried yet."));
    list->body()->addWidget(m_movers, 1);
    column->addWidget(m_metCard);
    column->addWidget(list, 1);
    return right;
}

void PlanTrial::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    setOrientation(widgets::hasRoomFor(110, width()) ? Qt::Horizontal : Qt::Vertical);
}

void PlanTrial::showTrial(const casework::PlanTrial& trial) {
    m_result->setText(
        tr("%1 of %2 are proposed now. With the copy %3 would be: %4 enter, %5 leave.")
            .arg(QLocale().toString(static_cast<qint64>(trial.proposedNow)),
                 counted(trial.families, tr("family"), tr("families")),
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
    m_movers->setEmptyText(tr("None."));
    std::vector<Mover> movers;
    for (const records::FamilyId family : trial.enter)
        movers.push_back({family, true});
    for (const records::FamilyId family : trial.leave)
        movers.push_back({family, false});
    m_moverRows->show(std::move(movers));
}

}  // namespace ui::parts

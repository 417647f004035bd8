// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where on the page of family.h.
#include "ui/parts/chronology_card.h"
#include "ui/parts/consent_card.h"
#include "ui/parts/criteria_board.h"
#include "ui/parts/criterion_card.h"
#include "ui/parts/decision_form.h"
#include "ui/parts/family_map.h"
#include "ui/parts/nomination_form.h"
#include "ui/screens/family.h"
#include "ui/widgets/card.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/scrolled_page.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace ui::screens {

using widgets::space;

void Family::build() {
    m_form = new parts::DecisionForm(this);
    body()->addWidget(m_form);
    m_nomination = new parts::NominationForm(this);
    body()->addWidget(m_nomination);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // widths don't jump with heights
    auto* page = new widgets::ScrolledPage(m_scroll);
    widgets::setRole(page, "screen");
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(space(3));
    m_board = new parts::CriteriaBoard(page);
    all->addWidget(m_board);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(space(3));
    auto* left = new QVBoxLayout;
    left->setSpacing(space(3));
    auto* right = new QVBoxLayout;
    right->setSpacing(space(3));
    m_criterion = new parts::CriterionCard(page);
    m_members = new widgets::Table(tr("Members"), page);
    m_memberRows = new models::MemberRows(models::memberColumns(), this);
    m_members->setModel(m_memberRows);
    m_consent = new parts::ConsentCard(page);
    m_decisions = new widgets::Table(tr("Decisions so far"), page);
    m_decisionRows = new models::DecisionRows(models::decisionColumns(), this);
    m_decisions->setModel(m_decisionRows);
    m_looks = new widgets::Table(tr("Who has looked"), page);
    m_lookRows = new models::DecisionRows(models::decisionColumns(), this);
    m_looks->setModel(m_lookRows);
    m_chronology = new parts::ChronologyCard(page);
    m_map = new parts::FamilyMap(page);
    auto* map = new widgets::DrawingCard(
        tr("Family map"), QStringLiteral("map"), m_map, context().prompts, page);
    map->forbidExport();
    left->addWidget(m_criterion);
    left->addWidget(m_chronology);
    left->addWidget(tableCard(tr("Members"), m_members));
    left->addStretch(1);
    right->addWidget(map);
    right->addWidget(m_consent);
    right->addWidget(tableCard(tr("Decisions so far"), m_decisions));
    right->addWidget(tableCard(tr("Who has looked"), m_looks));
    right->addStretch(1);
    m_columns->addLayout(left, 8);
    m_columns->addLayout(right, 6);
    all->addLayout(m_columns);
    all->addStretch(1);
    m_scroll->setWidget(page);
    body()->addWidget(m_scroll, 1);
}

widgets::Card* Family::tableCard(const QString& heading, widgets::Table* table) {
    auto* card = new widgets::Card(heading, this);
    table->setShares({1, 1, 1, 3, 2});
    table->setGrowing(true);
    card->body()->addWidget(table);
    return card;
}

void Family::connectParts() {
    connect(m_board, &parts::CriteriaBoard::chose, this, &Family::showCriterion);
    connect(m_criterion, &parts::CriterionCard::evidenceAsked, this, &Family::openEvidence);
    connect(m_chronology, &parts::ChronologyCard::opened, this, [this] {
        static_cast<void>(openChronology({}));
    });
    connect(m_chronology,
            &parts::ChronologyCard::memberAsked,
            this,
            [this](records::PersonId person, const QString& why) {
                std::vector<casework::OpenedFor> also = m_alsoOpen;
                also.push_back({person, models::utf8(why)});
                if (openChronology(also))
                    m_alsoOpen = std::move(also);
            });
    connect(m_form, &widgets::ReasonForm::confirmed, this, &Family::decide);
    connect(m_form, &widgets::ReasonForm::closed, this, [this] { m_board->focusChosen(); });
    connect(m_nomination, &parts::NominationForm::confirmed, this, &Family::nominate);
    connect(m_nomination, &parts::NominationForm::closed, this, [this] { m_board->focusChosen(); });
    connect(m_consent, &parts::ConsentCard::formOpened, this, [this](QWidget* form) {
        QTimer::singleShot(0, form, [this, form] { m_scroll->ensureWidgetVisible(form); });
    });
    connect(m_consent, &parts::ConsentCard::recorded, this, &Family::record);
    connect(m_consent, &parts::ConsentCard::withdrawAsked, this, &Family::withdraw);
}

void Family::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    arrangeColumns();
    if (!m_view.members.empty())
        setSubtitle(identityWords().join(QStringLiteral(" \u00b7 ")));
}

// Two columns where the text fits beside each other, else one.
void Family::arrangeColumns() {
    m_columns->setDirection(widgets::hasRoomFor(120, width()) ? QBoxLayout::LeftToRight
                                                              : QBoxLayout::TopToBottom);
}

}  // namespace ui::screens

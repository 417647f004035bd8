// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/ties.h"

#include "ui/models/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::screens {

using widgets::space;

namespace {

constexpr std::size_t most = 500;  // ties read at once; more wait for the next look

std::vector<models::Column<casework::TieView>> columns() {
    using casework::TieView;
    return {models::textColumn<TieView>(
                Ties::tr("Why it is doubtful"),
                [](const TieView& view) { return models::text(view.tie.reason); }),
            models::textColumn<TieView>(
                Ties::tr("People"),
                [](const TieView& view) { return QString::number(view.people.size()); },
                Qt::AlignRight | Qt::AlignVCenter)};
}

}  // namespace

Ties::Ties(const shell::Context& context, QWidget* parent)
    : Screen(tr("Ties to review"), context, parent) {
    m_rows = new TieRows(columns(), this);
    m_table = new widgets::Table(tr("Doubtful ties"), this);
    m_table->setObjectName(QStringLiteral("ties"));
    m_table->setModel(m_rows);
    m_table->setShares({4, 0});
    build();
    onKey(Qt::Key_F, [this] { decide(true); });
    onKey(Qt::Key_N, [this] { decide(false); });
    connect(m_table, &widgets::Table::currentRowChanged, this, &Ties::showPeople);
    connect(m_family, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { decide(false); });
}

void Ties::build() {
    m_card = new widgets::Card(tr("Are they one family?"), this);
    m_people = widgets::paragraph({}, nullptr, m_card);
    m_people->setAccessibleName(tr("People of the tie"));
    m_family =
        widgets::button(tr("One family  ( F )"), nullptr, QStringLiteral("tieFamily"), m_card);
    m_none = widgets::button(tr("No family  ( N )"), nullptr, QStringLiteral("tieNone"), m_card);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space(2));
    buttons->addWidget(m_family);
    buttons->addWidget(m_none);
    buttons->addStretch(1);
    m_card->body()->addWidget(m_people);
    m_card->body()->addLayout(buttons);
    m_card->body()->addWidget(widgets::paragraph(
        tr("People who share an address are not always a family. Your answer counts from the next "
           "time records are linked, and a no holds for this home."),
        "secondary",
        m_card));
    m_card->body()->addStretch(1);
    m_empty = new widgets::EmptyState(
        QStringLiteral("family"),
        tr("No tie waits for an answer"),
        tr("Hostels, blocks and crowded addresses appear here when records are linked."),
        this);
    auto* row = new QHBoxLayout;
    row->setSpacing(space(3));
    row->addWidget(m_table, 3);
    row->addWidget(m_card, 2);
    body()->addLayout(row, 1);
    body()->addWidget(m_empty, 1);
}

void Ties::enter(qint64 /*subject*/) {
    refresh();
}

void Ties::refresh() {
    auto ties = casework::doubtfulTies(session(), 0, most);
    if (!succeeded(ties, tr("The ties could not be read")))
        return;
    const bool any = !ties->empty();
    setSubtitle(models::counted(
        static_cast<qint64>(ties->size()), tr("doubtful tie waits"), tr("doubtful ties wait")));
    m_table->setVisible(any);
    m_card->setVisible(any);
    m_empty->setVisible(!any);
    m_rows->show(std::move(*ties));
    m_table->chooseFirst();
    showPeople(m_table->currentIndex().row());
    m_table->setFocus();
}

void Ties::showPeople(int row) {
    const casework::TieView* view = m_rows->row(row);
    m_family->setEnabled(view != nullptr);
    m_none->setEnabled(view != nullptr);
    QStringList people;
    if (view != nullptr)
        for (const std::string& person : view->people)
            people << models::text(person);
    m_people->setText(people.join(QLatin1Char('\n')));
}

void Ties::decide(bool isFamily) {
    const casework::TieView* view = m_rows->row(m_table->currentIndex().row());
    if (view == nullptr)
        return;
    const auto count = static_cast<qint64>(view->people.size());
    const auto act = [this, id = view->tie.id, isFamily] {
        if (!succeeded(casework::decideTie(session(), id, isFamily), tr("The answer was not kept")))
            return;
        banner()->showDone(isFamily ? tr("They become a family when records are next linked.")
                                    : tr("They stay apart."));
        refresh();
    };
    if (!isFamily)
        return act();
    context().prompts.confirm(this,
                              {tr("Make one family of them?"),
                               tr("%1 become one family: whoever opens it sees all of them.")
                                   .arg(models::counted(count, tr("person"), tr("people"))),
                               tr("One family")},
                              act);
}

}  // namespace ui::screens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/ties.h"

#include "ui/models/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace ui::screens {

using models::text;
using widgets::space;

namespace {

constexpr std::size_t most = 500;  // ties listed at once; more wait for the next look

std::vector<models::Column<records::DoubtfulTie>> tieColumns() {
    using Row = records::DoubtfulTie;
    return {models::textColumn<Row>(Ties::tr("Why it is doubtful"),
                                    [](const Row& tie) { return text(tie.reason); }),
            models::textColumn<Row>(
                Ties::tr("People"),
                [](const Row& tie) { return QString::number(tie.people.size()); },
                Qt::AlignRight | Qt::AlignVCenter)};
}

QString saidBy(const casework::TieRecord& record) {
    return record.furtherRows == 0
               ? text(record.source)
               : Ties::tr("%1, and %2")
                     .arg(text(record.source),
                          models::counted(
                              record.furtherRows, Ties::tr("more row"), Ties::tr("more rows")));
}

}  // namespace

Ties::Ties(const shell::Context& context, QWidget* parent)
    : Screen(tr("Ties to review"), context, parent) {
    m_undo = widgets::button(tr("&Undo last"), nullptr, QStringLiteral("undoTie"), this);
    m_undo->setEnabled(false);
    addAction(m_undo);
    m_rows = new TieRows(tieColumns(), this);
    m_lines = new Lines(
        {models::textColumn<Line>(tr("Who"), [](const Line& line) { return line.name; }),
         models::textColumn<Line>(tr("Address, as sent"),
                                  [](const Line& line) { return text(line.record.address); }),
         models::textColumn<Line>(tr("Said by"),
                                  [](const Line& line) { return saidBy(line.record); }),
         models::textColumn<Line>(
             tr("Received"),
             [](const Line& line) { return models::instant(line.record.received.substr(0, 10)); })},
        this);
    build();
    onKey(Qt::Key_F, [this] { decide(true); });
    onKey(Qt::Key_N, [this] { decide(false); });
    onKey(Qt::Key_L, [this] { leaveOpen(); });
    onKey(Qt::Key_U, [this] { undo(); });
    connect(m_table, &widgets::Table::currentRowChanged, this, &Ties::showTie);
    connect(m_undo, &QPushButton::clicked, this, &Ties::undo);
}

void Ties::build() {
    m_table = new widgets::Table(tr("Doubtful ties"), this);
    m_table->setObjectName(QStringLiteral("ties"));
    m_table->setModel(m_rows);
    m_table->setShares({1, 0});
    m_table->setWrapping();
    m_card = new widgets::Card(tr("Are they one family?"), this);
    m_people = new widgets::Table(tr("What puts them together"), m_card);
    m_people->setObjectName(QStringLiteral("tieRecords"));
    m_people->setModel(m_lines);
    m_people->setShares({2, 3, 3, 0});
    m_people->setWrapping();
    m_people->forbidCopies();
    auto* buttons = new widgets::FlowLayout;
    const auto add = [this, buttons](const QString& words, const QString& name, auto act) {
        auto* button = widgets::button(words, nullptr, name, m_card);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
    };
    add(tr("One family  ( F )"), QStringLiteral("tieFamily"), [this] { decide(true); });
    add(tr("No family  ( N )"), QStringLiteral("tieNone"), [this] { decide(false); });
    add(tr("Leave it open  ( L )"), QStringLiteral("tieOpen"), [this] { leaveOpen(); });
    m_card->body()->addWidget(m_people, 1);
    m_card->body()->addLayout(buttons);
    m_card->body()->addWidget(widgets::paragraph(
        tr("People who share an address are not always a family. Your answer counts from the next "
           "time records are linked; a no holds for this home. Left open, the tie stays here and "
           "makes no family."),
        "secondary",
        m_card));
    m_empty = new widgets::EmptyState(
        QStringLiteral("family"),
        tr("No tie waits for an answer"),
        tr("Hostels, blocks and crowded addresses appear here when records are linked."),
        this);
    m_beside = new QBoxLayout(QBoxLayout::LeftToRight);
    m_beside->setSpacing(space(3));
    m_beside->addWidget(m_table, 2);
    m_beside->addWidget(m_card, 3);
    body()->addLayout(m_beside, 1);
    body()->addWidget(m_empty, 1);
}

void Ties::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    m_beside->setDirection(widgets::hasRoomFor(100, width()) ? QBoxLayout::LeftToRight
                                                             : QBoxLayout::TopToBottom);
}

void Ties::enter(qint64 /*subject*/) {
    refresh();
}

// Goes to the tie chosen, else to the one that took the place of the one before.
void Ties::refresh(records::DoubtId chosen) {
    auto queue = casework::tieQueue(session(), most);
    if (!succeeded(queue, tr("The ties could not be read")))
        return;
    const bool any = queue->waiting > 0;
    setSubtitle(
        models::counted(queue->waiting, tr("doubtful tie waits"), tr("doubtful ties wait")));
    m_table->setVisible(any);
    m_card->setVisible(any);
    m_empty->setVisible(!any);
    m_undo->setEnabled(static_cast<bool>(m_last));
    int row = m_table->currentIndex().row();
    m_rows->show(std::move(queue->next));
    for (int i = 0; i < m_rows->rowCount(); ++i)
        row = m_rows->row(i)->id == chosen ? i : row;
    if (m_rows->rowCount() > 0)
        m_table->setCurrentIndex(m_rows->index(std::clamp(row, 0, m_rows->rowCount() - 1), 0));
    else
        showTie(-1);
    // Focus stays on the screen, so that U works after the last answer too.
    if (any)
        m_table->setFocus();
    else if (m_undo->isEnabled())
        m_undo->setFocus();
}

// Who they are is read for the one tie that is looked at.
void Ties::showTie(int row) {
    const records::DoubtfulTie* tie = m_rows->row(row);
    std::vector<Line> lines;
    if (tie != nullptr) {
        const auto opened = casework::openTie(session(), tie->id);
        if (succeeded(opened, tr("The tie could not be opened")))
            for (const casework::TiePerson& person : opened->people)
                for (const casework::TieRecord& record : person.records)
                    lines.push_back({text(person.name), record});
    }
    m_lines->show(std::move(lines));
}

void Ties::decide(bool isFamily) {
    const records::DoubtfulTie* tie = m_rows->row(m_table->currentIndex().row());
    if (tie == nullptr)
        return;
    const auto act = [this, id = tie->id, isFamily] { keep(id, isFamily); };
    if (!isFamily)
        return act();
    const auto count = static_cast<qint64>(tie->people.size());
    context().prompts.confirm(this,
                              {tr("Make one family of them?"),
                               tr("%1 become one family: whoever opens it sees all of them.")
                                   .arg(models::counted(count, tr("person"), tr("people"))),
                               tr("One family")},
                              act);
}

void Ties::keep(records::DoubtId tie, bool isFamily) {
    if (!succeeded(casework::decideTie(session(), tie, isFamily), tr("The answer was not kept")))
        return;
    m_last = tie;
    banner()->showDone(isFamily ? tr("They become a family when records are next linked.")
                                : tr("They stay apart."));
    refresh();
    context().places.changed();
}

void Ties::leaveOpen() {
    const int next = m_table->currentIndex().row() + 1;
    if (m_rows->rowCount() > 0)
        m_table->setCurrentIndex(m_rows->index(next % m_rows->rowCount(), 0));
}

void Ties::undo() {
    if (!m_last)
        return;
    if (!succeeded(casework::decideTie(session(), m_last, std::nullopt),
                   tr("The answer was not taken back")))
        return;
    const records::DoubtId back = std::exchange(m_last, {});
    banner()->showDone(tr("Taken back: the tie waits again."));
    refresh(back);
    context().places.changed();
}

}  // namespace ui::screens

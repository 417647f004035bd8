// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/checking.h"

#include "ui/parts/pair_comparison.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::screens {

using records::PairAnswer;

Checking::Checking(const shell::Context& context, QWidget* parent)
    : Screen(tr("Check a sample of links"), context, parent) {
    m_undo = widgets::button(tr("&Undo last"), nullptr, QStringLiteral("undoCheck"), this);
    onKey(Qt::Key_U, [this] { undo(); });
    m_undo->setEnabled(false);
    addAction(m_undo);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Pairs of the sample answered"));
    m_table = new parts::PairComparison(this);
    m_table->setObjectName(QStringLiteral("sampledPair"));
    m_question = questionCard();
    m_empty = new widgets::EmptyState(
        QStringLiteral("link"), tr("Every pair of the sample is answered"), {}, this);
    auto* back = m_empty->setAction(tr("See what follows"), QStringLiteral("seeAccuracy"));
    body()->addWidget(m_bar);
    body()->addWidget(m_table, 3);
    body()->addWidget(m_question, 1);
    body()->addWidget(m_empty, 1);
    connect(m_undo, &QPushButton::clicked, this, &Checking::undo);
    connect(back, &QPushButton::clicked, this, [this] {
        this->context().places.open(QStringLiteral("linkage"), 0);
    });
}

widgets::Card* Checking::questionCard() {
    auto* card = new widgets::Card(tr("Is this one person?"), this);
    auto* row = new widgets::FlowLayout;

    const struct {
        PairAnswer answer;
        QString words;
        const char* role;
        QString name;
        Qt::Key key;
    } answers[] = {
        {PairAnswer::same, tr("Same  ( S )"), nullptr, QStringLiteral("checkSame"), Qt::Key_S},
        {PairAnswer::different,
         tr("Different  ( D )"),
         nullptr,
         QStringLiteral("checkDifferent"),
         Qt::Key_D},
        {PairAnswer::notSure,
         tr("Not sure  ( N )"),
         nullptr,
         QStringLiteral("checkNotSure"),
         Qt::Key_N}};

    for (const auto& each : answers) {
        auto* button = widgets::button(each.words, each.role, each.name, card);
        onKey(each.key, [this, given = each.answer] { answer(given); });
        connect(
            button, &QPushButton::clicked, this, [this, given = each.answer] { answer(given); });
        row->addWidget(button);
    }
    card->body()->addLayout(row);
    card->body()->addWidget(widgets::paragraph(
        tr("These pairs were drawn by chance: most are linked, some are not, and it is not said "
           "which. Answer from the records alone. Your answer always wins, from the next time "
           "records are linked."),
        "secondary",
        card));
    card->body()->addStretch(1);
    return card;
}

void Checking::enter(qint64 /*subject*/) {
    next();
}

void Checking::next() {
    const auto standing = casework::standingSample(session());
    if (!succeeded(standing, tr("The sample could not be read")))
        return;
    m_pair.reset();
    if (*standing) {
        const casework::SampleStanding& now = **standing;
        setSubtitle(
            tr("%1 of %2 answered")
                .arg(now.answered)
                .arg(models::counted(static_cast<qint64>(now.pairs), tr("pair"), tr("pairs"))));
        m_bar->setRange(0, static_cast<int>(std::max<std::size_t>(1, now.pairs)));
        m_bar->setValue(static_cast<int>(now.answered));
        if (!now.waiting.empty()) {
            auto pair = casework::openSampled(session(), now.waiting.front());
            if (succeeded(pair, tr("The pair could not be opened")))
                m_pair = std::move(*pair);
        }
    }
    const bool any = m_pair.has_value();
    m_table->setVisible(any);
    m_question->setVisible(any);
    m_bar->setVisible(any);
    m_empty->setVisible(!any);
    if (!any)
        return;
    m_table->showPair(m_pair->left, m_pair->right);
    m_table->setFocus();
}

void Checking::answer(PairAnswer given) {
    if (!m_pair)
        return;
    if (!succeeded(casework::answerSampled(session(), m_pair->id, given),
                   tr("The answer was not kept")))
        return;
    m_last = m_pair->id;
    m_undo->setEnabled(true);
    next();
}

void Checking::undo() {
    if (!m_last)
        return;
    if (!succeeded(casework::answerSampled(session(), *m_last, PairAnswer::none),
                   tr("The answer could not be undone")))
        return;
    m_last.reset();
    m_undo->setEnabled(false);
    next();
}

}  // namespace ui::screens

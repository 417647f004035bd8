// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/links.h"

#include "ui/parts/pair_comparison.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waterfall.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace ui::screens {

using parts::answerWords;
using records::PairAnswer;
using widgets::space;

Links::Links(const shell::Context& context, QWidget* parent)
    : Screen(tr("Links to review"), context, parent) {
    m_undo = widgets::button(tr("&Undo last"), nullptr, QStringLiteral("undoLink"), this);
    onKey(Qt::Key_U, [this] { undo(); });
    m_undo->setEnabled(false);
    addAction(m_undo);
    auto* unlink =
        widgets::button(tr("Undo a &link\u2026"), nullptr, QStringLiteral("openUnlink"), this);
    addAction(unlink);
    connect(unlink, &QPushButton::clicked, this, [this] {
        this->context().places.open(QStringLiteral("unlink"), 0);
    });
    auto* how =
        widgets::button(tr("&How records are linked"), nullptr, QStringLiteral("seeLinkage"), this);
    addAction(how);
    connect(how, &QPushButton::clicked, this, [this] {
        this->context().places.open(QStringLiteral("linkage"), 0);
    });
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Pairs answered"));
    m_table = new parts::PairComparison(this);
    m_table->setObjectName(QStringLiteral("pair"));
    m_empty = new widgets::EmptyState(QStringLiteral("link"),
                                      tr("No pair waits for an answer"),
                                      tr("Doubtful pairs appear here when records are linked."),
                                      this);
    m_waterfall = new widgets::Waterfall(tr("Weights of the last pair"), this);
    m_weighing = new widgets::DrawingCard(tr("How the last pair was weighed"),
                                          QStringLiteral("weights"),
                                          m_waterfall,
                                          context.prompts,
                                          this);
    tellOfExport(m_weighing);
    m_weighing->body()->addStretch(1);
    m_weighing->hide();
    m_question = questionCard();
    m_low = new QBoxLayout(QBoxLayout::LeftToRight);
    m_low->setSpacing(space(3));
    m_low->addWidget(m_question, 1);
    m_low->addWidget(m_weighing, 1);
    body()->addWidget(m_bar);
    body()->addWidget(m_table, 3);
    body()->addLayout(m_low, 2);
    body()->addWidget(m_empty, 1);
    connect(m_undo, &QPushButton::clicked, this, &Links::undo);
}

QWidget* Links::questionCard() {
    auto* card = new widgets::Card(tr("Is this one person?"), this);
    auto* row = new widgets::FlowLayout;

    const struct {
        PairAnswer answer;
        QString words;
        const char* role;
        QString name;
        Qt::Key key;
    } answers[] = {
        {PairAnswer::same, tr("Same  ( S )"), nullptr, QStringLiteral("same"), Qt::Key_S},
        {PairAnswer::different,
         tr("Different  ( D )"),
         nullptr,
         QStringLiteral("different"),
         Qt::Key_D},
        {PairAnswer::notSure,
         tr("Not sure  ( N )"),
         nullptr,
         QStringLiteral("notSure"),
         Qt::Key_N}};

    for (const auto& each : answers) {
        auto* button = widgets::button(each.words, each.role, each.name, card);
        button->setAccessibleName(answerWords(each.answer));
        onKey(each.key, [this, given = each.answer] { answer(given); });
        connect(
            button, &QPushButton::clicked, this, [this, given = each.answer] { answer(given); });
        row->addWidget(button);
    }
    card->body()->addLayout(row);
    m_words = widgets::paragraph({}, nullptr, card);
    card->body()->addWidget(m_words);
    card->body()->addWidget(
        widgets::paragraph(tr("Decide from the records first. The program\u2019s own weighing "
                              "opens after your answer, and your "
                              "answer always wins. Nothing is overwritten: both records stay as "
                              "they came, and the link can be "
                              "undone. It takes effect when records are next linked."),
                           "secondary",
                           card));
    card->body()->addStretch(1);
    return card;
}

void Links::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    m_low->setDirection(widgets::hasRoomFor(110, width()) ? QBoxLayout::LeftToRight
                                                          : QBoxLayout::TopToBottom);
}

void Links::enter(qint64 /*subject*/) {
    m_order.clear();
    m_asked.clear();
    next();
    readOrder();
}

// Pairs whose answer changes a family come first, as soon as it is known which they are.
void Links::readOrder() {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    context().tasks.run<std::vector<casework::OrderedPair>>(
        tr("Putting doubtful pairs in order"),
        [own](base::Progress& /*progress*/) { return casework::reviewOrder(*own); },
        this,
        [this](base::Result<std::vector<casework::OrderedPair>> ordered) {
            if (!succeeded(ordered, tr("The pairs could not be put in order")))
                return;
            m_order.assign(ordered->rbegin(), ordered->rend());
        });
}

// The next pair of the order that wasn't asked yet; without an order the strongest.
records::DoubtId Links::chosen(records::DoubtId otherwise) {
    m_effect.clear();
    while (!m_order.empty()) {
        const casework::OrderedPair pair = m_order.back();
        m_order.pop_back();
        if (m_asked.contains(pair.id))
            continue;
        m_effect = models::text(casework::effectWords(pair.effect));
        return pair.id;
    }
    return otherwise;
}

void Links::next(records::DoubtId again) {
    const auto queue = casework::pairQueue(session(), 1);
    if (!succeeded(queue, tr("The pairs could not be read")))
        return;
    QStringList counts{
        models::counted(queue->waiting, tr("doubtful pair waits"), tr("doubtful pairs wait"))};
    if (queue->notSure > 0)
        counts << tr("%1 of them not sure").arg(QLocale().toString(qlonglong(queue->notSure)));
    counts << tr("%1 answered").arg(QLocale().toString(qlonglong(queue->answered)));
    setSubtitle(counts.join(QStringLiteral(" \u00b7 ")));
    m_bar->setRange(0,
                    static_cast<int>(std::max<std::int64_t>(1, queue->waiting + queue->answered)));
    m_bar->setValue(static_cast<int>(queue->answered));
    m_pair.reset();
    if (!queue->next.empty()) {
        auto pair = casework::openPair(session(), again ? again : chosen(queue->next.front()));
        if (succeeded(pair, tr("The pair could not be opened")))
            m_pair = std::move(*pair);
    }
    showPair();
}

void Links::showPair() {
    const bool any = m_pair.has_value();
    m_table->setVisible(any);
    m_question->setVisible(any);
    m_bar->setVisible(any);
    m_empty->setVisible(!any && !m_last.has_value());
    if (!any) {
        if (m_undo->isEnabled())
            m_undo->setFocus();  // on the screen still: U takes the last answer back
        return;
    }
    m_table->showPair(m_pair->left, m_pair->right);
    QString words = tr("Why it is asked: %1.").arg(models::text(m_pair->pair.why));
    if (!m_effect.isEmpty())
        words += QChar::LineFeed + tr("Why now: \"same\" %1.").arg(m_effect);
    m_words->setText(words);
    m_table->setFocus();
}

void Links::answer(PairAnswer given) {
    if (!m_pair)
        return;
    if (!succeeded(casework::answerPair(session(), m_pair->pair.id, given),
                   tr("The answer was not kept")))
        return;
    m_asked.insert(m_pair->pair.id);
    m_last = std::move(m_pair);
    m_lastEffect = m_effect;
    m_last->pair.answer = given;
    m_undo->setEnabled(true);
    // A pair that still waits is asked again: its weighing stays closed.
    if (given == PairAnswer::notSure)
        m_weighing->hide();
    else
        showWeighing();
    next();
    context().places.changed();
}

void Links::showWeighing() {
    m_weighing->show();
    m_weighing->setSubtitle(tr("You said: %1 \u00b7 match weight %2 \u00b7 probability %3")
                                .arg(answerWords(m_last->pair.answer).toLower(),
                                     QString::number(m_last->pair.weight, 'f', 1),
                                     QString::number(m_last->pair.probability, 'f', 3)));
    std::vector<widgets::WaterfallPart> parts;
    for (const records::LinkReason& reason : m_last->pair.reasons)
        parts.push_back({models::text(reason.field), models::text(reason.level), reason.weight});
    constexpr double linked = 0.95;  // the probability from which the engine links by itself
    m_waterfall->show(std::move(parts), std::log2(linked / (1 - linked)), tr("linked from here"));
}

void Links::undo() {
    if (!m_last)
        return;
    if (!succeeded(casework::answerPair(session(), m_last->pair.id, PairAnswer::none),
                   tr("The answer could not be undone")))
        return;
    const records::DoubtId again = m_last->pair.id;
    m_asked.erase(again);
    m_effect = m_lastEffect;
    m_last.reset();
    m_undo->setEnabled(false);
    m_weighing->hide();
    next(again);
    context().places.changed();
}

}  // namespace ui::screens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/unlink.h"

#include "casework/deliveries.h"
#include "ui/parts/field.h"
#include "ui/parts/pair_comparison.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui::screens {

using models::counted;
using models::text;
using widgets::space;

namespace {

constexpr std::size_t mostAnswers = 500;
constexpr int mostRows = 100'000'000;

std::vector<models::Column<casework::GivenAnswer>> answerColumns() {
    using Row = casework::GivenAnswer;
    return {models::textColumn<Row>(Unlink::tr("One record"),
                                    [](const Row& row) { return text(row.left); }),
            models::textColumn<Row>(Unlink::tr("The other"),
                                    [](const Row& row) { return text(row.right); }),
            models::textColumn<Row>(Unlink::tr("Said"),
                                    [](const Row& row) { return parts::answerWords(row.answer); }),
            models::textColumn<Row>(Unlink::tr("By"), [](const Row& row) { return text(row.by); }),
            models::textColumn<Row>(Unlink::tr("When"),
                                    [](const Row& row) { return models::instant(row.at); })};
}

}  // namespace

Unlink::Unlink(const shell::Context& context, QWidget* parent)
    : Screen(tr("Undo a link"), context, parent) {
    setSubtitle(
        tr("A row that is not the person it was linked to is set apart; an answer that was "
           "wrong is taken back. Both count from the next time records are linked."));
    addBack();
    m_undoLast = widgets::button(tr("&Undo last"), nullptr, QStringLiteral("undoUnlink"), this);
    m_undoLast->setEnabled(false);
    addAction(m_undoLast);
    m_lines = new Lines(
        {models::textColumn<Line>(tr("Linked with"), [](const Line& line) { return line.source; })},
        this);
    m_answers = new AnswerRows(answerColumns(), this);
    body()->addWidget(question());
    body()->addWidget(rowCard(), 3);
    body()->addWidget(answersCard(), 2);
    connect(m_undoLast, &QPushButton::clicked, this, &Unlink::undoLast);
}

QWidget* Unlink::question() {
    auto* form = new QFrame(this);
    form->setAccessibleName(tr("Which row is somebody else?"));
    widgets::setRole(form, "form");
    auto* all = new QVBoxLayout(form);
    all->setContentsMargins(space(4), space(3), space(4), space(3));
    all->setSpacing(space(2));
    all->addWidget(widgets::paragraph(tr("Which row is somebody else?"), "heading", form));
    m_delivery = new QComboBox(form);
    m_row = new QSpinBox(form);
    m_row->setRange(1, mostRows);
    m_row->setValue(2);
    QLayout* fields = parts::fieldRow();
    parts::addField(fields, tr("&Delivery"), m_delivery, QStringLiteral("unlinkDelivery"));
    parts::addField(fields, tr("&Row of the file"), m_row, QStringLiteral("unlinkRow"));
    all->addLayout(fields);
    auto* row = new QHBoxLayout;
    auto* go = widgets::button(tr("&Show it"), "primary", QStringLiteral("unlinkShow"), form);
    row->addWidget(go);
    row->addStretch(1);
    all->addLayout(row);
    connect(go, &QPushButton::clicked, this, &Unlink::showRow);
    connect(m_delivery, &QComboBox::currentIndexChanged, this, &Unlink::forget);
    connect(m_row, &QSpinBox::valueChanged, this, &Unlink::forget);
    return form;
}

widgets::Card* Unlink::rowCard() {
    m_found = new widgets::Card(tr("The row, and what it is linked with"), this);
    m_apart = widgets::button(
        tr("It is &somebody else\u2026"), nullptr, QStringLiteral("setApart"), m_found);
    m_found->addAction(m_apart);
    m_linked = new widgets::Table(tr("Records of the same person"), m_found);
    m_linked->setObjectName(QStringLiteral("linkedWith"));
    m_linked->setModel(m_lines);
    m_linked->setShares({1});
    m_linked->setWrapping();
    m_linked->setEmptyText(tr("It is linked with no other record."));
    m_linked->forbidCopies();
    m_comparison = new parts::PairComparison(m_found);
    m_comparison->setObjectName(QStringLiteral("linkedPair"));
    auto* row = new QHBoxLayout;
    row->setSpacing(space(3));
    row->addWidget(m_linked, 1);
    row->addWidget(m_comparison, 2);
    m_found->body()->addLayout(row, 1);
    m_found->hide();
    connect(m_linked, &widgets::Table::currentRowChanged, this, &Unlink::compare);
    connect(m_apart, &QPushButton::clicked, this, &Unlink::askToUndo);
    return m_found;
}

widgets::Card* Unlink::answersCard() {
    auto* card = new widgets::Card(tr("Answers in force"), this);
    m_takeBack = widgets::button(tr("&Take it back"), nullptr, QStringLiteral("takeBack"), card);
    card->addAction(m_takeBack);
    m_given = new widgets::Table(tr("Answers in force"), card);
    m_given->setObjectName(QStringLiteral("givenAnswers"));
    m_given->setModel(m_answers);
    m_given->setShares({3, 3, 0, 1, 0});
    m_given->setWrapping();
    m_given->setEmptyText(tr("Nobody has answered about a pair yet."));
    card->body()->addWidget(m_given);
    connect(m_takeBack, &QPushButton::clicked, this, &Unlink::takeBack);
    return card;
}

void Unlink::enter(qint64 /*subject*/) {
    m_last.clear();
    m_undoLast->setEnabled(false);
    forget();
    readDeliveries();
    readAnswers();
    m_delivery->setFocus();
}

void Unlink::readDeliveries() {
    const auto deliveries = casework::listDeliveries(session());
    if (!succeeded(deliveries, tr("The deliveries could not be read")))
        return;
    const QVariant before = m_delivery->currentData();
    m_delivery->clear();
    for (const records::Delivery& delivery : *deliveries)
        m_delivery->addItem(tr("%1, received %2")
                                .arg(text(delivery.fileName), models::instant(delivery.receivedAt)),
                            qlonglong(delivery.id.value));
    if (const int at = m_delivery->findData(before); at >= 0)
        m_delivery->setCurrentIndex(at);
}

void Unlink::readAnswers() {
    auto answers = casework::givenAnswers(session(), mostAnswers);
    if (!succeeded(answers, tr("The answers could not be read")))
        return;
    m_takeBack->setEnabled(!answers->empty());
    m_answers->show(std::move(*answers));
    m_given->chooseFirst();
}

// What is shown belongs to the row that was asked for.
void Unlink::forget() {
    m_records.clear();
    if (m_found != nullptr)
        m_found->hide();
}

void Unlink::showRow() {
    forget();
    auto records =
        casework::recordsOfRow(session(), {m_delivery->currentData().toLongLong()}, m_row->value());
    if (!succeeded(records, tr("The row could not be shown")))
        return;
    banner()->dismiss();
    m_records = std::move(*records);
    std::vector<Line> lines;
    for (std::size_t record = 0; record < m_records.size(); ++record)
        for (std::size_t other = 0; other < m_records[record].others.size(); ++other)
            lines.push_back({record, other, text(m_records[record].others[other].source)});
    const auto others = static_cast<qint64>(lines.size());
    QStringList words{tr("%1 is linked with %2.")
                          .arg(text(m_records.front().side.source),
                               counted(others, tr("other record"), tr("other records")))};
    for (const casework::LinkedRecord& record : m_records)
        if (!record.joined.empty())
            words << tr("It was joined %1.").arg(text(record.joined));
    m_found->setSubtitle(words.join(QLatin1Char(' ')));
    m_lines->show(std::move(lines));
    m_comparison->setVisible(others > 0);
    m_apart->setEnabled(others > 0);
    m_found->show();
    m_linked->chooseFirst();
    compare(m_linked->currentIndex().row());
    m_linked->setFocus();
}

void Unlink::compare(int line) {
    const Line* found = m_lines->row(line);
    if (found == nullptr)
        return;
    const casework::LinkedRecord& record = m_records[found->record];
    m_comparison->showPair(record.side, record.others[found->other]);
}

void Unlink::askToUndo() {
    const Line* line = m_lines->row(m_linked->currentIndex().row());
    if (line == nullptr)
        return;
    const casework::LinkedRecord& record = m_records[line->record];
    const auto others = static_cast<qint64>(record.others.size());
    context().prompts.confirm(
        this,
        {tr("Is this row somebody else?"),
         tr("%1 is set apart from %2 when records are next linked. Families and findings follow "
            "when families are next assessed.")
             .arg(text(record.side.source),
                  counted(others, tr("other record"), tr("other records"))),
         tr("Set it apart")},
        [this, id = record.record, others] { undo(id, others); });
}

void Unlink::undo(records::RecordId record, qint64 others) {
    auto answers = casework::undoLink(session(), record);
    if (!succeeded(answers, tr("The link was not undone")))
        return;
    m_last = std::move(*answers);
    m_undoLast->setEnabled(true);
    banner()->showDone(tr("Set apart from %1, from the next time records are linked.")
                           .arg(counted(others, tr("other record"), tr("other records"))));
    readAnswers();
    context().places.changed();
}

void Unlink::takeBack() {
    const casework::GivenAnswer* answer = m_answers->row(m_given->currentIndex().row());
    if (answer == nullptr || !succeeded(casework::takeBackAnswers(session(), {answer->id}),
                                        tr("The answer was not taken back")))
        return;
    m_last.clear();
    m_undoLast->setEnabled(false);
    banner()->showDone(tr("Taken back. The engine decides about the two again."));
    readAnswers();
    context().places.changed();
}

void Unlink::undoLast() {
    if (!succeeded(casework::takeBackAnswers(session(), m_last), tr("It could not be undone")))
        return;
    m_last.clear();
    m_undoLast->setEnabled(false);
    banner()->showDone(tr("Undone: the row stays linked as it was."));
    readAnswers();
    context().places.changed();
}

}  // namespace ui::screens

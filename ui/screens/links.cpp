// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/links.h"

#include "ui/widgets/card.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/marked_text.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waterfall.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace ui::screens {

using records::Identity;
using records::PairAnswer;
using widgets::space;

namespace {

widgets::MarkedLetters marked(const std::vector<models::LetterRun>& runs) {
    widgets::MarkedLetters letters;
    for (const models::LetterRun& run : runs)
        letters.emplace_back(run.from, run.length);
    return letters;
}

std::vector<models::Column<ComparedField>> comparedColumns() {
    using Row = ComparedField;
    const auto side = [](QString Row::*cell,
                         std::vector<models::LetterRun> models::Differences::*runs) {
        return [cell, runs](const Row& row, int role) -> QVariant {
            if (role == Qt::DisplayRole)
                return row.*cell;
            if (role == Qt::UserRole)
                return QVariant::fromValue(marked(row.differences.*runs));
            return {};
        };
    };
    const auto compared = [](const Row& row, int role) -> QVariant {
        if (role == Qt::DisplayRole)
            return row.compared;
        if (role == Qt::FontRole && !row.differences.left.empty()) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    };
    return {models::textColumn<Row>(Links::tr("Field"), [](const Row& row) { return row.label; }),
            {Links::tr("One record"), side(&Row::left, &models::Differences::left)},
            {Links::tr("The other"), side(&Row::right, &models::Differences::right)},
            {Links::tr("Compared"), compared}};
}

QString birthWords(const Identity& identity) {
    if (const auto whole = identity.birthDate.complete())
        return models::day(*whole);
    return models::text(records::isoPartial(identity.birthDate));
}

ComparedField compared(const QString& label, const QString& left, const QString& right) {
    const QString none = Links::tr("not sent");
    models::Differences found = models::differencesOf(left, right);
    return {label,
            left.isEmpty() ? none : left,
            right.isEmpty() ? none : right,
            found.words,
            std::move(found)};
}

std::vector<ComparedField> comparison(const Identity& left, const Identity& right) {
    const auto field = [&](const QString& label, std::string Identity::*member) {
        return compared(label, models::text(left.*member), models::text(right.*member));
    };
    std::vector<ComparedField> rows{
        field(Links::tr("Forename"), &Identity::forename),
        field(Links::tr("Middle names"), &Identity::middleNames),
        field(Links::tr("Surname"), &Identity::surname),
        field(Links::tr("Former surname"), &Identity::formerSurname),
        compared(Links::tr("Born"), birthWords(left), birthWords(right)),
        compared(Links::tr("Sex"),
                 left.sex == records::Sex::unknown ? QString()
                                                   : models::text(records::sexName(left.sex)),
                 right.sex == records::Sex::unknown ? QString()
                                                    : models::text(records::sexName(right.sex))),
        field(Links::tr("Address"), &Identity::address),
        field(Links::tr("Postcode"), &Identity::postcode),
        field(Links::tr("Phone"), &Identity::phone),
        field(Links::tr("E-mail"), &Identity::email),
        field(Links::tr("NI number"), &Identity::nino),
        field(Links::tr("UPN"), &Identity::upn),
        field(Links::tr("NHS number"), &Identity::nhsNumber)};
    std::erase_if(rows, [](const ComparedField& row) {
        return row.left == Links::tr("not sent") && row.right == Links::tr("not sent");
    });
    return rows;
}

QString answerWords(PairAnswer answer) {
    switch (answer) {
        case PairAnswer::same:
            return Links::tr("Same");
        case PairAnswer::different:
            return Links::tr("Different");
        case PairAnswer::notSure:
            return Links::tr("Not sure");
        case PairAnswer::none:
            break;
    }
    return Links::tr("no answer");
}

}  // namespace

Links::Links(const shell::Context& context, QWidget* parent)
    : Screen(tr("Links to review"), context, parent) {
    m_undo = widgets::button(tr("&Undo last"), nullptr, QStringLiteral("undoLink"), this);
    m_undo->setShortcut(QKeySequence(Qt::Key_U));
    m_undo->setEnabled(false);
    addAction(m_undo);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Pairs answered"));
    m_fields = new models::RowsModel<ComparedField>(comparedColumns(), this);
    m_table = new widgets::Table(tr("The two records side by side"), this);
    m_table->setModel(m_fields);
    m_table->setShares({1, 4, 4, 1});
    for (const int column : {1, 2})
        m_table->setItemDelegateForColumn(column, new widgets::MarkedTextDelegate(m_table));
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
    m_weighing->body()->addStretch(1);
    m_weighing->hide();
    m_question = questionCard();
    auto* low = new QHBoxLayout;
    low->setSpacing(space(3));
    low->addWidget(m_question, 1);
    low->addWidget(m_weighing, 1);
    body()->addWidget(m_bar);
    body()->addWidget(m_table, 3);
    body()->addLayout(low, 2);
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
        {PairAnswer::same, tr("Same  ( S )"), "primary", QStringLiteral("same"), Qt::Key_S},
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
        button->setShortcut(QKeySequence(each.key));
        connect(
            button, &QPushButton::clicked, this, [this, given = each.answer] { answer(given); });
        row->addWidget(button);
    }
    card->body()->addLayout(row);
    card->body()->addWidget(
        widgets::paragraph(tr("Decide from the records first. The program\u2019s own weighing "
                              "opens after your answer, and your "
                              "answer always wins. Nothing is overwritten: both records stay as "
                              "they came, and the link can be "
                              "undone. It takes effect when records are next linked."),
                           "secondary",
                           card));
    m_words = widgets::paragraph({}, "secondary", card);
    card->body()->addStretch(1);
    card->body()->addWidget(m_words);
    return card;
}

void Links::enter(qint64 /*subject*/) {
    next();
}

void Links::next() {
    const auto queue = casework::pairQueue(session(), 1);
    if (!succeeded(queue, tr("The pairs could not be read")))
        return;
    setSubtitle(tr("%1 \u00b7 %2 answered")
                    .arg(models::counted(
                             queue->waiting, tr("doubtful pair waits"), tr("doubtful pairs wait")),
                         QLocale().toString(qlonglong(queue->answered))));
    m_bar->setRange(0,
                    static_cast<int>(std::max<std::int64_t>(1, queue->waiting + queue->answered)));
    m_bar->setValue(static_cast<int>(queue->answered));
    m_pair.reset();
    if (!queue->next.empty()) {
        auto pair = casework::openPair(session(), queue->next.front());
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
    if (!any)
        return;
    std::vector<ComparedField> rows = comparison(m_pair->left.identity, m_pair->right.identity);
    rows.insert(rows.begin(),
                {tr("From"),
                 models::text(m_pair->left.source),
                 models::text(m_pair->right.source),
                 {},
                 {}});
    m_fields->show(std::move(rows));
    m_words->setText(tr("Why it is asked: %1.").arg(models::text(m_pair->pair.why)));
    m_table->setFocus();
}

void Links::answer(PairAnswer given) {
    if (!m_pair)
        return;
    if (!succeeded(casework::answerPair(session(), m_pair->pair.id, given),
                   tr("The answer was not kept")))
        return;
    m_last = std::move(m_pair);
    m_last->pair.answer = given;
    m_undo->setEnabled(true);
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
    m_last.reset();
    m_undo->setEnabled(false);
    m_weighing->hide();
    next();
    context().places.changed();
}

}  // namespace ui::screens

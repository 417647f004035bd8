// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/plan_versions.h"

#include "ui/models/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/reason_form.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui::parts {

using casework::PlanVersionLine;
using models::counted;
using models::text;
using records::PlanVersion;
using records::PlanVersionState;
using widgets::space;

namespace {

const QString versionKey = QStringLiteral("version");
const QString adoptKey = QStringLiteral("adopt");

QString titleOf(const PlanVersion& version) {
    return PlanVersions::tr("%1, version %2").arg(text(version.name), text(version.version));
}

QString triedWords(const PlanVersion& version) {
    if (!version.tried)
        return PlanVersions::tr("It was not tried before.");
    const auto figure = [](std::int64_t count) {
        return QLocale().toString(static_cast<qint64>(count));
    };
    return PlanVersions::tr(
               "When it was tried, %1 of %2 were proposed and %3 would have been: %4 enter, %5 "
               "leave.")
        .arg(figure(version.tried->proposedNow),
             counted(
                 version.tried->families, PlanVersions::tr("family"), PlanVersions::tr("families")),
             figure(version.tried->proposedThen),
             figure(version.tried->enter),
             figure(version.tried->leave));
}

QString decisionWords(const PlanVersionLine& line) {
    const QString when = models::instant(line.version.decidedAt);
    const QString by = text(line.decidedBy);
    switch (line.version.state) {
        case PlanVersionState::adopted:
            return PlanVersions::tr("Adopted by %1 on %2: %3")
                .arg(by, when, text(line.version.words));
        case PlanVersionState::declined:
            return PlanVersions::tr("Declined by %1 on %2: %3")
                .arg(by, when, text(line.version.words));
        case PlanVersionState::withdrawn:
            return PlanVersions::tr("Taken back on %1. %2").arg(when, text(line.version.words));
        case PlanVersionState::proposed:
            break;
    }
    return {};
}

// Who, when, why, and what became of it.
QString storyOf(const PlanVersionLine& line) {
    if (!line.version.id)
        return PlanVersions::tr("Came with the program.");
    QStringList story{PlanVersions::tr("Put forward by %1 on %2: %3")
                          .arg(text(line.proposedBy),
                               models::instant(line.version.proposedAt),
                               text(line.version.why)),
                      triedWords(line.version)};
    if (const QString decision = decisionWords(line); !decision.isEmpty())
        story << decision;
    return story.join(QLatin1Char('\n'));
}

QString otherwiseWords(const records::PlanDifference& difference) {
    if (difference.otherwise.empty())
        return {};
    QStringList lines{difference.numbers.empty()
                          ? PlanVersions::tr("It differs in its text:")
                          : PlanVersions::tr("It also differs in its text:")};
    for (const std::string& line : difference.otherwise)
        lines << QStringLiteral("\u2022 ") + text(line);
    lines << PlanVersions::tr("Its words stand here in full.");
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

PlanVersions::PlanVersions(const May& may, QWidget* parent) : QWidget(parent), m_may(may) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(space(3));
    m_rows = new models::PlanVersionRows(models::planVersionColumns(), this);
    m_numberRows = new models::PlanNumberRows(models::planNumberColumns(), this);
    m_form = new widgets::ReasonForm(this);
    m_form->setObjectName(QStringLiteral("planDecision"));
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(space(3));
    m_table = new widgets::Table(tr("Versions of the plan"), split);
    m_table->setObjectName(QStringLiteral("planVersions"));
    m_table->setModel(m_rows);
    m_table->setShares({1, 0, 0, 1, 1});
    m_table->setWrapping();
    split->addWidget(m_table);
    split->addWidget(detail());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 2);
    all->addWidget(m_form);
    all->addWidget(split, 1);
    setFocusProxy(m_table);
    connect(m_table, &widgets::Table::currentRowChanged, this, &PlanVersions::choose);
    connect(m_form, &widgets::ReasonForm::confirmed, this, [this] {
        Q_EMIT decided(m_deciding, m_adopting, m_form->words());
    });
    connect(m_form, &widgets::ReasonForm::closed, m_table, qOverload<>(&QWidget::setFocus));
}

QWidget* PlanVersions::detail() {
    m_card = new widgets::Card({}, this);
    m_adopt = widgets::button(tr("&Adopt\u2026"), "primary", QStringLiteral("adoptPlan"), m_card);
    m_decline =
        widgets::button(tr("&Decline\u2026"), nullptr, QStringLiteral("declinePlan"), m_card);
    m_withdraw =
        widgets::button(tr("&Take back\u2026"), nullptr, QStringLiteral("withdrawPlan"), m_card);
    for (QPushButton* action : {m_withdraw, m_decline, m_adopt})
        m_card->addAction(action);
    m_beside = new QSplitter(Qt::Vertical, m_card);
    m_beside->setChildrenCollapsible(false);
    auto* scroll = new QScrollArea(m_beside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    widgets::setRole(scroll, "plain");
    auto* page = new QWidget(scroll);
    widgets::setRole(page, "plain");
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, space(3), 0);
    column->setSpacing(space(3));
    m_story = widgets::paragraph({}, nullptr, page);
    m_story->setObjectName(QStringLiteral("planStory"));
    m_against = widgets::paragraph({}, "strong", page);
    m_against->setObjectName(QStringLiteral("planAgainst"));
    m_numbers = new widgets::Table(tr("Numbers that differ from the plan in force"), page);
    m_numbers->setObjectName(QStringLiteral("planNumbers"));
    m_numbers->setModel(m_numberRows);
    m_numbers->setShares({0, 4, 5, 0, 0});
    m_numbers->setGrowing(true);
    m_otherwise = widgets::paragraph({}, nullptr, page);
    m_otherwise->setObjectName(QStringLiteral("planOtherwise"));
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_story, m_against, m_numbers, m_otherwise})
        column->addWidget(part);
    column->addStretch(1);
    scroll->setWidget(page);
    m_words = new QTextBrowser(m_beside);
    m_words->setObjectName(QStringLiteral("planVersionWords"));
    m_words->setAccessibleName(tr("This version in words"));
    m_words->setOpenLinks(false);
    m_beside->addWidget(scroll);
    m_beside->addWidget(m_words);
    m_beside->setStretchFactor(0, 2);
    m_beside->setStretchFactor(1, 3);
    m_card->body()->addWidget(m_beside, 1);
    connect(m_adopt, &QPushButton::clicked, this, [this] { askDecision(true); });
    connect(m_decline, &QPushButton::clicked, this, [this] { askDecision(false); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] {
        if (const PlanVersionLine* line = chosen())
            Q_EMIT withdrawAsked(line->version.id.value);
    });
    return m_card;
}

void PlanVersions::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_beside->setOrientation(widgets::hasRoomFor(110, width()) ? Qt::Horizontal : Qt::Vertical);
}

void PlanVersions::show(std::vector<PlanVersionLine> lines) {
    const PlanVersionLine* before = chosen();
    const auto newest = lines.empty() ? records::PlanVersionId{} : lines.front().version.id;
    const auto kept = before == nullptr ? newest : before->version.id;
    const QSignalBlocker quiet(m_table);  // each look at a version is written down: one is enough
    m_rows->show(std::move(lines));
    chooseVersion(kept);
    choose();
}

void PlanVersions::chooseVersion(records::PlanVersionId version) {
    for (int row = 0; row < m_rows->rowCount(); ++row)
        if (m_rows->row(row)->version.id == version)
            m_table->setCurrentIndex(m_rows->index(row, 0));
}

const PlanVersionLine* PlanVersions::chosen() const {
    return m_rows->row(m_table->currentIndex().row());
}

void PlanVersions::choose() {
    const PlanVersionLine* line = chosen();
    if (line == nullptr)
        return;
    if (m_form->open() && line->version.id.value != m_deciding)
        m_form->close();
    showState(*line);
    Q_EMIT chose(line->version.id.value);
}

bool PlanVersions::mayDecide(const PlanVersionLine& line) const {
    return m_may.adopt && line.version.state == PlanVersionState::proposed &&
           line.version.proposedBy != m_may.self;
}

void PlanVersions::showState(const PlanVersionLine& line) {
    const bool ownWaits =
        line.version.state == PlanVersionState::proposed && line.version.proposedBy == m_may.self;
    m_card->setHeading(titleOf(line.version));
    m_card->setSubtitle(ownWaits ? tr("You put it forward: another person decides.") : QString());
    m_story->setText(storyOf(line));
    m_adopt->setVisible(mayDecide(line));
    m_decline->setVisible(mayDecide(line));
    m_withdraw->setVisible(ownWaits && m_may.withdraw);
}

void PlanVersions::showView(const casework::PlanVersionView& view) {
    const PlanVersionLine* line = chosen();
    const records::PlanDifference& difference = view.difference;
    QString against = tr("What differs from %1, in force today").arg(text(view.against));
    if (difference.none())
        against = line != nullptr && line->place == casework::PlanPlace::inForce
                      ? tr("This is the plan in force.")
                      : tr("It says the same as %1, in force today.").arg(text(view.against));
    m_against->setText(against);
    m_numberRows->show(difference.numbers);
    m_numbers->setVisible(!difference.numbers.empty());
    m_otherwise->setText(otherwiseWords(difference));
    m_otherwise->setVisible(!difference.otherwise.empty());
    m_words->document()->setDocumentMargin(space(3));
    m_words->setMarkdown(text(view.words));
}

void PlanVersions::askDecision(bool adopt) {
    const PlanVersionLine* line = chosen();
    if (line == nullptr)
        return;
    m_deciding = line->version.id.value;
    m_adopting = adopt;
    const QString title = titleOf(line->version);
    m_form->ask(adopt ? tr("Adopt %1?").arg(title) : tr("Decline %1?").arg(title),
                adopt ? tr("It counts from %1 on, or from today when that day has passed.")
                            .arg(models::day(line->version.from))
                      : tr("The plan in force stays as it is. This version is kept, with your "
                           "words."),
                {},
                adopt ? tr("Adopt") : tr("Decline"),
                true);
}

void PlanVersions::closeForm() {
    m_form->close();
}

QVariantMap PlanVersions::draft() const {
    QVariantMap draft = m_form->draft();
    if (draft.isEmpty())
        return draft;
    draft.insert(versionKey, m_deciding);
    draft.insert(adoptKey, m_adopting);
    return draft;
}

void PlanVersions::restore(const QVariantMap& draft) {
    if (!draft.contains(versionKey))
        return;
    const records::PlanVersionId version{draft.value(versionKey).toLongLong()};
    chooseVersion(version);
    const PlanVersionLine* line = chosen();
    if (line == nullptr || line->version.id != version || !mayDecide(*line))
        return;  // decided meanwhile
    askDecision(draft.value(adoptKey).toBool());
    m_form->restore(draft);
}

}  // namespace ui::parts

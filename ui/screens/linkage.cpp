// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/linkage.h"

#include "ui/tasks/task_runner.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/histogram.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/signed_bars.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace ui::screens {

using casework::RelearntLevel;
using widgets::space;

namespace {

QString figure(std::uint64_t count) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(static_cast<qint64>(count));
}

QString bits(double weight) {
    return (weight < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) +
           QString::number(std::abs(weight), 'f', 1);
}

QString share(double value) {
    return QString::number(value, 'g', 3);
}

QString percent(double value) {
    return QStringLiteral("%1 %").arg(QString::number(value * 100, 'f', 1));
}

QString shareWords(const casework::EstimatedShare& estimate) {
    return Linkage::tr("%1 (95 % interval %2 to %3)")
        .arg(percent(estimate.value), percent(estimate.low), percent(estimate.high));
}

std::vector<models::Column<RelearntLevel>> changeColumns() {
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    const auto column = [right](const QString& heading, auto value) {
        return models::textColumn<RelearntLevel>(heading, value, right);
    };
    return {
        models::textColumn<RelearntLevel>(
            Linkage::tr("Comparison"),
            [](const RelearntLevel& row) { return models::text(row.comparison); }),
        models::textColumn<RelearntLevel>(
            Linkage::tr("Level"), [](const RelearntLevel& row) { return models::text(row.level); }),
        column(Linkage::tr("m before"),
               [](const RelearntLevel& row) { return share(row.mBefore); }),
        column(Linkage::tr("m after"), [](const RelearntLevel& row) { return share(row.mAfter); }),
        column(Linkage::tr("Weight before"),
               [](const RelearntLevel& row) { return bits(row.weightBefore); }),
        column(Linkage::tr("Weight after"),
               [](const RelearntLevel& row) { return bits(row.weightAfter); }),
        column(Linkage::tr("Answered pairs"),
               [](const RelearntLevel& row) { return figure(row.labelled); })};
}

}  // namespace

Linkage::Linkage(const shell::Context& context, QWidget* parent)
    : Screen(tr("How records are linked"), context, parent) {
    setSubtitle(tr("Every drawing is also a table. Counts and shares; nobody is named."));
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->setWidget(page());
    body()->addWidget(m_scroll, 1);
}

QWidget* Linkage::page() {
    auto* page = new QWidget(this);
    widgets::setRole(page, "screen");
    widgets::Prompts& prompts = context().prompts;
    m_weights = new widgets::Histogram(
        tr("Compared pairs by weight"), tr("Match weight"), tr("Pairs"), page);
    m_weightsCard = new widgets::DrawingCard(
        tr("Compared pairs by weight"), QStringLiteral("pairWeights"), m_weights, prompts, page);
    m_rules = new widgets::Bars(tr("Pairs by blocking rule"), tr("Rule"), tr("Pairs"), page);
    m_rulesCard = new widgets::DrawingCard(
        tr("Pairs by blocking rule"), QStringLiteral("rules"), m_rules, prompts, page);
    m_model = new widgets::SignedBars(tr("What each agreement weighs"),
                                      {tr("Comparison"),
                                       tr("Level"),
                                       tr("Weight"),
                                       tr("m, of one person"),
                                       tr("u, of strangers"),
                                       tr("Pairs it rests on")},
                                      page);
    m_modelCard = new widgets::DrawingCard(
        tr("What each agreement weighs"), QStringLiteral("levels"), m_model, prompts, page);
    for (widgets::DrawingCard* card : {m_weightsCard, m_rulesCard, m_modelCard})
        tellOfExport(card);
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(space(3));
    all->addWidget(accuracyCard(page));
    m_relearnCard = relearnCard(page);
    all->addWidget(m_relearnCard);
    all->addWidget(m_weightsCard);
    all->addWidget(m_rulesCard);
    all->addWidget(m_modelCard);
    all->addStretch(1);
    return page;
}

widgets::Card* Linkage::accuracyCard(QWidget* page) {
    auto* card = new widgets::Card(tr("How right the links are"), page);
    m_accuracyWords = widgets::paragraph({}, nullptr, card);
    m_accuracyWords->setObjectName(QStringLiteral("accuracyWords"));
    card->body()->addWidget(m_accuracyWords);
    auto* row = new widgets::FlowLayout;
    m_check =
        widgets::button(tr("&Check the sample"), "primary", QStringLiteral("checkSample"), card);
    auto* draw =
        widgets::button(tr("D&raw a new sample"), nullptr, QStringLiteral("drawSample"), card);
    auto* learn = widgets::button(
        tr("What would the answers &teach?"), nullptr, QStringLiteral("relearnModel"), card);
    for (QPushButton* button : {m_check, draw, learn})
        row->addWidget(button);
    card->body()->addLayout(row);
    connect(m_check, &QPushButton::clicked, this, [this] {
        context().places.open(QStringLiteral("checking"), 0);
    });
    connect(draw, &QPushButton::clicked, this, &Linkage::draw);
    connect(learn, &QPushButton::clicked, this, &Linkage::relearn);
    return card;
}

widgets::Card* Linkage::relearnCard(QWidget* page) {
    auto* card = new widgets::Card(tr("What the answers would teach"), page);
    m_changes = new widgets::Table(tr("Weights before and after"), card);
    m_changes->setObjectName(QStringLiteral("relearntLevels"));
    m_changeRows = new models::RowsModel<RelearntLevel>(changeColumns(), this);
    m_changes->setModel(m_changeRows);
    m_changes->setShares({2, 4, 1, 1, 1, 1, 1});
    m_changes->setGrowing(true);
    card->body()->addWidget(m_changes);
    auto* adopt =
        widgets::button(tr("&Put in force"), "primary", QStringLiteral("adoptModel"), card);
    card->addAction(adopt);
    connect(adopt, &QPushButton::clicked, this, &Linkage::adopt);
    card->hide();
    return card;
}

void Linkage::enter(qint64 /*subject*/) {
    const auto accuracy = casework::linkAccuracy(session());
    const auto run = casework::lastWholeRun(session());
    const auto model = casework::currentModel(session());
    const QString what = tr("What is known of the links could not be read");
    if (!succeeded(accuracy, what) || !succeeded(run, what) || !succeeded(model, what))
        return;
    showAccuracy(*accuracy);
    showRun(*run);
    showModel(*model);
    m_learnt.reset();
    m_relearnCard->hide();
    if (auto* first = findChild<QWidget*>(QStringLiteral("drawSample")))
        first->setFocus();
}

void Linkage::showAccuracy(const std::optional<casework::AccuracyView>& view) {
    m_check->setEnabled(view && !view->standing.waiting.empty());
    if (!view) {
        m_accuracyWords->setText(
            tr("Not measured yet. Draw a sample of %1 pairs and answer it: about ten minutes. "
               "You won\u2019t be told what the program made of them.")
                .arg(casework::usualSample));
        return;
    }
    QStringList lines;
    if (view->standing.answered == 0)
        lines << tr("A sample of %1 pairs waits to be answered.").arg(view->standing.pairs);
    else
        lines << tr("From %1 answers of %2 pairs drawn by chance on %3:")
                     .arg(view->standing.answered)
                     .arg(view->standing.pairs)
                     .arg(models::instant(view->standing.drawnAt))
              << tr("Of the links, %1 are right.").arg(shareWords(view->precision))
              << tr("Of the pairs of one person that were linked or in doubt, %1 are linked.")
                     .arg(shareWords(view->recall));
    if (view->expectedPrecision)
        lines << tr("The model itself expects %1 of the links to be right, and some %2 pairs of "
                    "one person below the line.")
                     .arg(percent(*view->expectedPrecision),
                          figure(static_cast<std::uint64_t>(*view->expectedMissedPairs)));
    m_accuracyWords->setText(lines.join(QChar::LineFeed));
}

void Linkage::showRun(const std::optional<casework::RunView>& run) {
    m_weightsCard->setVisible(run.has_value());
    m_rulesCard->setVisible(run.has_value());
    if (!run)
        return;
    const QString when = tr("The last run over all records, %1").arg(models::instant(run->at));
    m_weightsCard->setSubtitle(when + tr(". Heights are logarithms."));
    std::vector<widgets::HistogramBin> bins;
    for (const casework::RunBin& bin : run->weights)
        bins.push_back({bin.from, static_cast<qint64>(bin.pairs)});
    m_weights->show(
        std::move(bins),
        {{run->reviewWeight, tr("in doubt from here")}, {run->linkWeight, tr("linked from here")}});
    QString largest;
    if (!run->largestBlocks.empty())
        largest = tr(". Largest block: %1 rows share one %2")
                      .arg(figure(run->largestBlocks.front().second),
                           models::text(run->largestBlocks.front().first));
    m_rulesCard->setSubtitle(when + largest);
    std::vector<widgets::Bar> rules;
    for (const casework::RunRule& rule : run->rules)
        rules.push_back({rule.used ? models::text(rule.rule)
                                   : tr("%1 (too broad, not used)").arg(models::text(rule.rule)),
                         static_cast<double>(rule.pairs),
                         figure(rule.pairs),
                         !rule.used});
    m_rules->show(std::move(rules));
}

void Linkage::showModel(const std::optional<casework::ModelView>& model) {
    m_modelCard->setVisible(model.has_value());
    if (!model)
        return;
    m_modelCard->setSubtitle(tr("Model %1, %2 \u00b7 %3 \u00b7 one in %4 pairs of records is one "
                                "person. Pale bars rest on the program\u2019s own start values.")
                                 .arg(model->id)
                                 .arg(models::text(model->origin),
                                      models::instant(model->at),
                                      figure(static_cast<std::uint64_t>(
                                          std::llround(1 / std::max(model->prior, 1e-12))))));
    std::vector<widgets::SignedBar> bars;
    for (const casework::ModelLevel& level : model->levels)
        bars.push_back({models::text(level.comparison),
                        models::text(level.level),
                        level.weight,
                        bits(level.weight),
                        {share(level.m),
                         share(level.u),
                         figure(static_cast<std::uint64_t>(std::max(level.pairs, 0.0)))},
                        level.pairs < 1});
    m_model->show(std::move(bars));
}

void Linkage::draw() {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    const quint64 seed = QRandomGenerator::global()->generate();
    context().tasks.run<casework::SampleStanding>(
        tr("Drawing a sample of links"),
        [own, seed](base::Progress& progress) {
            return casework::drawSample(*own, casework::usualSample, seed, progress);
        },
        this,
        [this](base::Result<casework::SampleStanding> drawn) {
            if (succeeded(drawn, tr("No sample was drawn")))
                context().places.open(QStringLiteral("checking"), 0);
        });
}

void Linkage::relearn() {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    context().tasks.run<casework::RelearntModel>(
        tr("Reading what was answered"),
        [own](base::Progress& progress) { return casework::relearnModel(*own, progress); },
        this,
        [this](base::Result<casework::RelearntModel> learnt) {
            if (succeeded(learnt, tr("Nothing could be learnt")))
                showRelearnt(std::move(*learnt));
        });
}

void Linkage::showRelearnt(casework::RelearntModel learnt) {
    std::vector<RelearntLevel> changed;
    for (const RelearntLevel& level : learnt.levels)
        if (std::abs(level.weightAfter - level.weightBefore) >= 0.05)
            changed.push_back(level);
    m_relearnCard->setSubtitle(
        tr("From %1. Weights that would change by 0.05 or more; nothing has changed yet.")
            .arg(models::counted(static_cast<qint64>(learnt.used),
                                 tr("answered pair of one person"),
                                 tr("answered pairs of one person"))));
    m_changes->setEmptyText(tr("No weight would change"));
    m_changeRows->show(std::move(changed));
    m_learnt = std::move(learnt);
    m_relearnCard->show();
    m_changes->setFocus();
}

void Linkage::adopt() {
    if (!m_learnt)
        return;
    context().prompts.confirm(
        this,
        {tr("Put the model learnt from answers in force?"),
         tr("Every record is linked anew with it the next time records are linked. The model "
            "before it is kept."),
         tr("Put in force")},
        [this] {
            const std::string origin =
                "learnt anew from " + std::to_string(m_learnt->used) + " answered pairs";
            if (!succeeded(casework::adoptModel(session(), m_learnt->text, "the model", origin),
                           tr("The model was not put in force")))
                return;
            enter(0);
            banner()->showDone(tr("The model is in force from the next time records are linked"));
        });
}

}  // namespace ui::screens

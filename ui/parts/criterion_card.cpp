// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/criterion_card.h"

#include "ui/models/outcome.h"
#include "ui/models/words.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::parts {

using widgets::space;

namespace {

// "Heard from: Police to 1 Nov 2026; Schools to 17 Jul 2026."
QString heardWords(const casework::CriterionView& criterion) {
    QStringList partners;
    for (const casework::HeardView& heard : criterion.heard)
        partners
            << CriterionCard::tr("%1 to %2").arg(models::text(heard.agency), models::day(heard.to));
    return CriterionCard::tr("Heard from: %1.").arg(partners.join(QStringLiteral("; ")));
}

// Those of whom nothing is known, together by what is missing.
QStringList unknownWords(const std::vector<casework::FindingView>& findings) {
    QStringList reasons;
    QHash<QString, QStringList> whose;
    for (const casework::FindingView& finding : findings) {
        if (finding.outcome != records::Outcome::unknown || finding.evidenceRows > 0)
            continue;
        const QString reason = models::text(finding.explanation);
        if (!whose.contains(reason))
            reasons << reason;
        whose[reason] << models::text(finding.whose);
    }
    QStringList words;
    for (const QString& reason : reasons)
        words << CriterionCard::tr("Unknown for %1: %2.")
                     .arg(whose.value(reason).join(QStringLiteral("; ")), reason);
    return words;
}

}  // namespace

CriterionCard::CriterionCard(QWidget* parent) : Card({}, parent) {
    m_open =
        widgets::button(tr("Open the &evidence"), nullptr, QStringLiteral("openEvidence"), this);
    addAction(m_open);
    m_indicators = new QVBoxLayout;
    m_indicators->setSpacing(space(3));
    m_evidenceTitle = widgets::label({}, "heading", this);
    m_rows = new models::EvidenceRows(models::evidenceColumns(), this);
    m_evidence = new widgets::Table(tr("Evidence"), this);
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_evidence->setModel(m_rows);
    m_evidence->setShares({1, 0, 4, 1, 2});
    m_evidence->setGrowing(true);
    m_fields = widgets::paragraph({}, nullptr, this);
    m_fields->setObjectName(QStringLiteral("evidenceFields"));
    body()->addWidget(m_evidenceTitle);
    body()->addWidget(m_evidence);
    body()->addWidget(m_fields);
    body()->addLayout(m_indicators);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT evidenceAsked(m_criterion); });
    connect(m_evidence, &widgets::Table::currentRowChanged, this, &CriterionCard::showFields);
}

void CriterionCard::show(const casework::CriterionView& criterion, const QString& plan) {
    m_criterion = criterion.number;
    const QString word = models::outcomeWord(criterion.outcome).toLower();
    setHeading(tr("%1 \u2014 why it is %2").arg(models::text(criterion.heading), word));
    setSubtitle(plan);
    widgets::clear(m_indicators);
    if (!criterion.why.empty())
        m_indicators->addWidget(widgets::paragraph(models::text(criterion.why), nullptr, this));
    if (!criterion.heard.empty())
        m_indicators->addWidget(widgets::paragraph(heardWords(criterion), "small", this));
    std::vector<const casework::IndicatorView*> order;
    for (const casework::IndicatorView& indicator : criterion.indicators)
        order.push_back(&indicator);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return static_cast<int>(a->outcome) < static_cast<int>(b->outcome);
    });
    for (const casework::IndicatorView* indicator : order)
        addIndicator(*indicator);
    std::size_t evidence = 0;
    for (const casework::IndicatorView& indicator : criterion.indicators)
        for (const casework::FindingView& finding : indicator.findings)
            evidence += finding.evidenceRows;
    m_open->setVisible(criterion.mayOpenEvidence && evidence > 0);
    m_evidence->hide();
    m_fields->hide();
    m_evidenceTitle->setVisible(!criterion.mayOpenEvidence);
    m_evidenceTitle->setText(
        tr("Your role sees this criterion\u2019s outcome, not the rows behind it."));
}

void CriterionCard::addIndicator(const casework::IndicatorView& indicator) {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(1));
    auto* top = new QHBoxLayout;
    top->setSpacing(space(2));
    top->addWidget(widgets::label(models::text(indicator.code), "strong", box), 0, Qt::AlignTop);
    top->addWidget(
        widgets::paragraph(
            QStringLiteral("\u201c%1\u201d").arg(models::text(indicator.wording)), nullptr, box),
        1);
    top->addWidget(
        widgets::tag(models::outcomeWord(indicator.outcome), models::tagOf(indicator.outcome), box),
        0,
        Qt::AlignTop);
    column->addLayout(top);
    QStringList small{models::text(indicator.rule)};
    if (!indicator.sources.empty())
        small << tr("Told by: %1").arg(models::text(indicator.sources));
    if (!indicator.reference.empty())
        small << tr("Source: %1").arg(models::text(indicator.reference));
    small.removeAll(QString());
    column->addWidget(widgets::paragraph(small.join(QStringLiteral(" \u00b7 ")), "small", box));
    std::vector<models::FindingLine> lines;
    QStringList nothing;
    for (const casework::FindingView& finding : indicator.findings)
        if (finding.outcome == records::Outcome::met || finding.evidenceRows > 0)
            lines.push_back({models::text(indicator.code), finding});
        else if (finding.outcome == records::Outcome::notMet)
            nothing << models::text(finding.whose);
    for (const QString& words : unknownWords(indicator.findings))
        column->addWidget(widgets::paragraph(words, nullptr, box));
    if (!nothing.isEmpty())
        column->addWidget(widgets::paragraph(
            tr("Nothing found for %1.").arg(nothing.join(QStringLiteral("; "))), nullptr, box));
    if (!lines.empty()) {
        auto* table =
            new widgets::Table(tr("Findings of %1").arg(models::text(indicator.code)), box);
        auto* rows = new models::FindingRows(models::findingColumns(), table);
        rows->show(std::move(lines));
        table->setModel(rows);
        table->setShares({1, 0, 4, 0});
        table->setGrowing(true);
        column->addWidget(table);
    }
    m_indicators->addWidget(box);
}

void CriterionCard::showEvidence(std::vector<casework::EvidenceRow> rows) {
    const auto count = static_cast<qint64>(rows.size());
    m_evidenceTitle->setText(
        tr("The evidence: %1").arg(models::counted(count, tr("row"), tr("rows"))));
    m_evidenceTitle->show();
    m_rows->show(std::move(rows));
    m_evidence->setVisible(count > 0);
    m_open->hide();
    if (count > 0) {
        m_evidence->setCurrentIndex(m_rows->index(0, 0));
        m_evidence->setFocus();
    }
}

void CriterionCard::showFields(int row) {
    const casework::EvidenceRow* found = m_rows->row(row);
    m_fields->setVisible(found != nullptr);
    if (found == nullptr)
        return;
    QStringList parts{tr("%1, row %2, received %3")
                          .arg(models::text(found->delivery),
                               QLocale().toString(qlonglong(found->row)),
                               models::instant(found->received))};
    for (const auto& [name, value] : found->fields)
        if (!value.empty())
            parts << QStringLiteral("%1: %2").arg(models::text(name), models::text(value));
    for (const std::string& version : found->versions)
        parts << models::text(version);
    m_fields->setText(parts.join(QStringLiteral(" \u00b7 ")));
}

}  // namespace ui::parts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/overview.h"

#include "ui/models/words.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/upset.h"

#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <bit>
#include <cmath>

namespace ui::screens {

using widgets::space;

namespace {

constexpr int enough = 2;  // criteria that make a combination worth drawing

QString figure(std::int64_t count) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(static_cast<qint64>(count));
}

QString identifierWords(const casework::PartnerStanding& partner) {
    QStringList all;
    for (const auto& [name, share] : partner.identifiers)
        all << QStringLiteral("%1 %2 %").arg(models::text(name)).arg(std::lround(share * 100));
    return all.join(QStringLiteral(", "));
}

std::vector<models::Column<casework::PartnerStanding>> partnerColumns() {
    using casework::PartnerStanding;
    return {models::textColumn<PartnerStanding>(Overview::tr("Partner"),
                                                [](const PartnerStanding& p) {
                                                    return models::text(
                                                        records::agencyName(p.heard.agency));
                                                }),
            models::textColumn<PartnerStanding>(
                Overview::tr("Last heard"),
                [](const PartnerStanding& p) {
                    return p.heard.lastReceived.empty() ? Overview::tr("never")
                                                        : models::instant(p.heard.lastReceived);
                }),
            models::textColumn<PartnerStanding>(Overview::tr("Speaks up to"),
                                                [](const PartnerStanding& p) {
                                                    return p.heard.speaksUpTo
                                                               ? models::day(p.heard.speaksUpTo)
                                                               : Overview::tr("unknown");
                                                }),
            models::textColumn<PartnerStanding>(
                Overview::tr("Records"),
                [](const PartnerStanding& p) { return figure(p.records); },
                Qt::AlignRight | Qt::AlignVCenter),
            models::textColumn<PartnerStanding>(Overview::tr("Of which have"), identifierWords)};
}

}  // namespace

Overview::Overview(const shell::Context& context, QWidget* parent)
    : Screen(tr("Overview"), context, parent) {
    setSubtitle(tr("Every drawing is also a table. Counts for the council's own use."));
    build();
}

void Overview::build() {
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // widths don't jump with heights
    m_scroll->setWidget(page());
    body()->addWidget(m_scroll, 1);
}

QWidget* Overview::page() {
    auto* page = new QWidget(this);
    widgets::setRole(page, "screen");
    widgets::Prompts& prompts = context().prompts;
    m_together = new widgets::UpSet(tr("Criteria that come together"), page);
    m_togetherCard = new widgets::DrawingCard(
        tr("Which criteria come together"), QStringLiteral("together"), m_together, prompts, page);
    m_way = new widgets::Bars(tr("From screened to supported"), tr("Step"), tr("Families"), page);
    auto* way = new widgets::DrawingCard(
        tr("From screened to supported"), QStringLiteral("way"), m_way, prompts, page);
    m_consent =
        new widgets::Bars(tr("Consent of members"), tr("What they said"), tr("People"), page);
    m_consentCard = new widgets::DrawingCard(
        tr("Consent and objection"), QStringLiteral("consent"), m_consent, prompts, page);
    m_partnerCard = new widgets::Card(tr("What partners have told us"), page);
    m_partners = new widgets::Table(tr("What partners have told us"), page);
    m_partners->setObjectName(QStringLiteral("partners"));
    m_partnerRows = new PartnerRows(partnerColumns(), this);
    m_partners->setModel(m_partnerRows);
    m_partners->setShares({2, 2, 2, 1, 5});
    m_partners->setGrowing(true);
    m_partnerCard->body()->addWidget(m_partners);
    for (widgets::DrawingCard* card : {m_togetherCard, way, m_consentCard})
        tellOfExport(card);
    auto* all = new QVBoxLayout(page);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(space(3));
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(space(3));
    auto* right = new QVBoxLayout;
    right->setSpacing(space(3));
    right->addWidget(way);
    right->addWidget(m_consentCard);
    right->addStretch(1);
    m_columns->addWidget(m_togetherCard, 7, Qt::AlignTop);
    m_columns->addLayout(right, 5);
    all->addLayout(m_columns);
    all->addWidget(m_partnerCard);
    all->addStretch(1);
    return page;
}

void Overview::enter(qint64 /*subject*/) {
    const auto read = casework::overview(session());
    m_scroll->setVisible(read.has_value());
    if (!succeeded(read, tr("The overview could not be read")))
        return;
    show(*read);
    readCompleteness();
    if (auto* first = findChild<QWidget*>(QStringLiteral("together-table")))
        first->setFocus();
}

void Overview::show(const casework::Overview& overview) {
    QStringList names;
    std::vector<qint64> sizes;
    for (std::size_t i = 0; i < overview.headings.size(); ++i) {
        names << QStringLiteral("%1 %2").arg(i + 1).arg(models::text(overview.headings[i]));
        sizes.push_back(overview.met[i]);
    }
    std::vector<widgets::Combination> together;
    std::int64_t families = 0;
    for (const records::CriteriaTogether& one : overview.together)
        if (std::popcount(one.criteria) >= enough) {
            together.push_back({one.criteria, one.families});
            families += one.families;
        }
    m_together->show(names, sizes, std::move(together));
    m_togetherCard->setSubtitle(tr("%1 with two or more; the grey bars count all who were assessed")
                                    .arg(models::counted(families, tr("family"), tr("families"))));
    std::vector<widgets::Bar> bars;
    for (const auto& [words, count] : overview.way)
        bars.push_back(
            {models::text(words), static_cast<double>(count), figure(count), bars.empty()});
    m_way->show(std::move(bars));
}

void Overview::readCompleteness() {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    m_partners->setEmptyText(tr("Counting…"));
    context().tasks.run<casework::Completeness>(
        tr("Counting what partners have told us"),
        [own](base::Progress& /*progress*/) { return casework::completeness(*own); },
        this,
        [this](base::Result<casework::Completeness> all) {
            if (succeeded(all, tr("What partners have told us could not be read")))
                showCompleteness(*all);
        });
}

void Overview::showCompleteness(const casework::Completeness& all) {
    m_partnerRows->show(all.partners);
    const records::ConsentCounts& said = all.consent;
    m_consentCard->setSubtitle(tr("%1 in families agreed and not closed")
                                   .arg(models::counted(said.people, tr("person"), tr("people"))));
    const auto bar = [](const QString& words, std::int64_t count, bool muted = false) {
        return widgets::Bar{words, static_cast<double>(count), figure(count), muted};
    };
    m_consent->show({bar(tr("Consent to support given"), said.given),
                     bar(tr("Refused or withdrawn"), said.refused),
                     bar(tr("Not yet asked"), said.notAsked, true),
                     bar(tr("Objects to the study"), said.objected),
                     bar(tr("No lawful basis recorded"), said.withoutBasis, true)});
}

void Overview::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    arrangeColumns();
}

// Two columns where the text fits beside each other, else one.
void Overview::arrangeColumns() {
    const int wide = QFontMetrics(widgets::fontOf(widgets::Type::body)).averageCharWidth() * 120;
    m_columns->setDirection(width() >= wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

}  // namespace ui::screens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/quality.h"

#include "access/action.h"
#include "base/file.h"
#include "casework/deliveries.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/reason_form.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::screens {

using access::Action;
using models::counted;
using models::text;

Quality::Quality(const shell::Context& context, QWidget* parent)
    : Screen(tr("Data quality"), context, parent) {
    m_lines = new models::QualityLineRows(models::qualityLineColumns(), this);
    m_columns = new models::QualityColumnRows(models::qualityColumnColumns(), this);
    m_points = new models::QualityPointRows(models::qualityPointColumns(), this);
    addActions();
    m_form = new widgets::ReasonForm(this);
    m_standing = widgets::paragraph({}, nullptr, this);
    body()->addWidget(m_form);
    body()->addWidget(m_standing);
    body()->addWidget(cards(), 1);
    connect(m_form, &widgets::ReasonForm::confirmed, this, &Quality::withdraw);
    connect(m_form, &widgets::ReasonForm::closed, this, [this] { m_lineTable->setFocus(); });
}

void Quality::addActions() {
    auto* back = widgets::button(
        tr("&Back to deliveries"), nullptr, QStringLiteral("backToDeliveries"), this);
    connect(back, &QPushButton::clicked, this, [this] { context().places.back(); });
    addAction(back);
    if (session().roleMay(Action::importDelivery)) {
        m_withdraw = widgets::button(
            tr("&Withdraw this delivery\u2026"), nullptr, QStringLiteral("withdrawDelivery"), this);
        connect(m_withdraw, &QPushButton::clicked, this, &Quality::askToWithdraw);
        addAction(m_withdraw);
    }
    auto* saving = widgets::button(
        tr("&Save for the sender\u2026"), "primary", QStringLiteral("saveQuality"), this);
    connect(saving, &QPushButton::clicked, this, &Quality::save);
    addAction(saving);
}

QWidget* Quality::cards() {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(area);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(widgets::space(3));
    const auto add = [&](const QString& heading,
                         const char* name,
                         QAbstractItemModel* rows,
                         const QString& none,
                         std::vector<int> shares) {
        auto* card = new widgets::Card(heading, page);
        auto* table = new widgets::Table(heading, card);
        table->setObjectName(QLatin1String(name));
        table->setModel(rows);
        table->setEmptyText(none);
        table->setShares(std::move(shares));
        table->setGrowing(true);
        card->body()->addWidget(table);
        column->addWidget(card);
        return table;
    };
    m_lineTable = add(tr("What stands out"),
                      "qualityLines",
                      m_lines,
                      tr("Nothing stands out in this delivery."),
                      {0, 0, 4, 2, 3});
    add(tr("Its columns"),
        "qualityColumns",
        m_columns,
        tr("This delivery came before quality was measured."),
        {3, 1, 1, 1, 1});
    add(tr("This layout over time"), "qualityTrend", m_points, {}, {1, 3, 1, 1, 1, 1});
    column->addStretch(1);
    area->setWidget(page);
    return area;
}

void Quality::enter(qint64 delivery) {
    if (delivery != 0 && delivery != m_delivery.value) {
        m_delivery = records::DeliveryId{delivery};
        m_form->close();  // what it asked was about another
    }
    const auto report = casework::qualityReport(session(), m_delivery);
    if (!succeeded(report, tr("The delivery's quality could not be read")))
        return;
    show(*report);
    m_lineTable->chooseFirst();
    m_lineTable->setFocus();
}

void Quality::show(const casework::QualityReport& report) {
    const records::Delivery& delivery = report.delivery;
    m_file = text(delivery.fileName);
    setSubtitle(tr("%1 \u00b7 delivery %2 \u00b7 speaks of %3 \u00b7 %4 in, %5 rejected")
                    .arg(m_file,
                         QString::number(delivery.id.value),
                         models::day(report.speaksOf),
                         counted(delivery.rowsIn, tr("row"), tr("rows")),
                         QLocale().toString(qlonglong(delivery.rowsRejected))));
    QStringList standing;
    if (!report.withdrawnAt.empty())
        standing << tr("Withdrawn %1: %2.")
                        .arg(models::instant(report.withdrawnAt), text(report.withdrawnFor));
    if (report.replaced > 0)
        standing << tr("%1 of other deliveries count no more because of it.")
                        .arg(counted(report.replaced, tr("row"), tr("rows")));
    for (const auto& [why, rows] : report.superseded)
        standing << tr("%1 of its own count no more: %2.")
                        .arg(counted(rows, tr("row"), tr("rows")),
                             text(records::supersedingName(why)));
    m_standing->setText(standing.join(QLatin1Char(' ')));
    m_standing->setVisible(!standing.isEmpty());
    if (m_withdraw != nullptr)
        m_withdraw->setEnabled(report.withdrawnAt.empty());
    m_lines->show(report.lines);
    m_columns->show(report.measured.columns);
    m_points->show(report.trend);
}

void Quality::save() {
    const QString proposal =
        QStringLiteral("data-quality-%1.xlsx").arg(QFileInfo(m_file).completeBaseName());
    context().prompts.chooseSaveFile(
        this, tr("Save for the sender (.xlsx or .csv)"), proposal, [this](const QString& path) {
            if (!path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
                const auto written =
                    casework::writeQualityWorkbook(session(), m_delivery, models::utf8(path));
                if (succeeded(written, tr("The workbook could not be written")))
                    banner()->showDone(tr("Saved. It names rows and columns, and no value."));
                return;
            }
            const auto csv = casework::qualityCsv(session(), m_delivery);
            if (!succeeded(csv, tr("The row issues could not be read")))
                return;
            if (succeeded(base::writeFileWhole(path.toStdString(), *csv, true),
                          tr("The file could not be written")))
                banner()->showDone(tr("Saved. It names rows and columns, and no value."));
        });
}

void Quality::askToWithdraw() {
    m_form->ask(tr("Withdraw %1?").arg(m_file),
                tr("Its rows stop counting when records are next linked and families assessed; "
                   "rows that it had replaced count again. Nothing is deleted."),
                {},
                tr("Withdraw"),
                true);
}

void Quality::withdraw() {
    const auto done =
        casework::withdrawDelivery(session(), m_delivery, models::utf8(m_form->words()));
    if (!succeeded(done, tr("The delivery was not withdrawn")))
        return;
    m_form->close();
    banner()->showDone(tr("Withdrawn. Next: link records, then assess families."));
    enter(m_delivery.value);
    context().places.changed();
}

QVariantMap Quality::draft() const {
    return m_form->draft();
}

void Quality::restore(const QVariantMap& draft) {
    if (!draft.contains(QStringLiteral("words")))
        return;
    askToWithdraw();
    m_form->restore(draft);
}

}  // namespace ui::screens

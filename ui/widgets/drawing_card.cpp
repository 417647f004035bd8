// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawing_card.h"

#include "ui/widgets/drawing.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui::widgets {

namespace {

bool isNumber(const QString& text) {
    return !text.isEmpty() && text.front().isDigit() && text.back().isDigit();
}

}  // namespace

DrawingCard::DrawingCard(
    const QString& heading, const QString& id, Drawing* drawing, Prompts& prompts, QWidget* parent)
    : Card(heading, parent), m_drawing(drawing), m_prompts(prompts) {
    m_asTable = button(tr("As a table"), "quiet", id + QStringLiteral("-table"), this);
    m_asTable->setCheckable(true);
    m_asTable->setAccessibleName(tr("%1 as a table").arg(heading));
    addAction(m_asTable);
    m_export = button(tr("Export…"), "quiet", id + QStringLiteral("-export"), this);
    m_export->setAccessibleName(tr("Export %1").arg(heading));
    addAction(m_export);
    m_table = new Table(tr("%1, as a table").arg(heading), this);
    m_numbers = new QStandardItemModel(this);
    m_table->setModel(m_numbers);
    m_table->setGrowing(true);
    m_table->hide();
    drawing->setParent(this);
    body()->addWidget(drawing);
    body()->addWidget(m_table);
    connect(m_asTable, &QPushButton::toggled, this, &DrawingCard::showTable);
    connect(m_export, &QPushButton::clicked, this, &DrawingCard::askWhere);
    connect(drawing, &Drawing::numbersChanged, this, &DrawingCard::fillTable);
    fillTable();
}

void DrawingCard::showTable(bool asTable) {
    m_asTable->setChecked(asTable);
    m_drawing->setVisible(!asTable);
    m_table->setVisible(asTable);
}

void DrawingCard::forbidExport() {
    m_export->hide();
}

void DrawingCard::fillTable() {
    const Numbers numbers = m_drawing->numbers();
    m_numbers->clear();
    m_numbers->setHorizontalHeaderLabels(numbers.headings);
    for (const QStringList& row : numbers.rows) {
        QList<QStandardItem*> items;
        for (const QString& cell : row) {
            items << new QStandardItem(cell);
            if (isNumber(cell))
                items.back()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        m_numbers->appendRow(items);
    }
    std::vector<int> shares(static_cast<std::size_t>(numbers.headings.size()), 1);
    if (!shares.empty())
        shares.front() = 3;
    m_table->setShares(std::move(shares));
    m_table->setGrowing(true);
}

void DrawingCard::askWhere() {
    QString proposal = m_drawing->accessibleName().toLower();
    proposal.replace(QLatin1Char(' '), QLatin1Char('-'));
    m_prompts.chooseSaveFile(this,
                             tr("Export as PNG, SVG or CSV"),
                             proposal + QStringLiteral(".png"),
                             [this](const QString& path) {
                                 const auto done = exportDrawing(*m_drawing, path);
                                 if (done)
                                     Q_EMIT exported(path);
                                 else
                                     Q_EMIT exportFailed(done.error());
                             });
}

}  // namespace ui::widgets

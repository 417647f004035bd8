// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/threshold_editor.h"

#include "ui/models/words.h"
#include "ui/parts/field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui::parts {

using widgets::space;

std::vector<models::Column<ThresholdEditor::Line>> ThresholdEditor::columns() {
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    return {models::textColumn<Line>(tr("Indicator"),
                                     [](const Line& line) {
                                         return line.threshold.indicator.empty()
                                                    ? tr("plan")
                                                    : models::text(line.threshold.indicator);
                                     }),
            models::textColumn<Line>(tr("Wording"),
                                     [](const Line& line) {
                                         return line.threshold.wording.empty()
                                                    ? tr("Holds for the whole plan")
                                                    : models::text(line.threshold.wording);
                                     }),
            models::textColumn<Line>(
                tr("Number"), [](const Line& line) { return models::text(line.threshold.words); }),
            models::textColumn<Line>(
                tr("Now"),
                [](const Line& line) { return models::figure(line.threshold.value); },
                right),
            models::textColumn<Line>(
                tr("Then"),
                [](const Line& line) {
                    return line.value == line.threshold.value ? QString()
                                                              : models::figure(line.value);
                },
                right)};
}

ThresholdEditor::ThresholdEditor(QWidget* parent) : QWidget(parent) {
    m_rows = new Lines(columns(), this);
    m_table = new widgets::Table(tr("Numbers of the plan"), this);
    m_table->setObjectName(QStringLiteral("thresholds"));
    m_table->setModel(m_rows);
    m_table->setShares({0, 4, 5, 0, 0});
    m_table->setWrapping();
    setFocusProxy(m_table);
    build();
    setFocusProxy(m_table);
    connect(m_table, &widgets::Table::currentRowChanged, this, &ThresholdEditor::choose);
    connect(m_table, &widgets::Table::opened, this, [this] {
        m_value->setFocus();
        m_value->selectAll();
    });
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &ThresholdEditor::set);
    connect(m_try, &QPushButton::clicked, this, &ThresholdEditor::tryAsked);
    connect(m_putForward, &QPushButton::clicked, this, &ThresholdEditor::putForwardAsked);
}

void ThresholdEditor::offerToPutForward() {
    m_putForward->show();
}

void ThresholdEditor::build() {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(space(2));
    all->addWidget(m_table, 1);
    m_chosen = widgets::paragraph({}, "secondary", this);
    all->addWidget(m_chosen);
    m_value = new QDoubleSpinBox(this);
    m_version = new QLineEdit(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(space(3));
    addField(row, tr("&New value"), m_value, QStringLiteral("thresholdValue"));
    addField(row, tr("Call the copy &version"), m_version, QStringLiteral("planVersion"));
    m_try =
        widgets::button(tr("See what would &change"), "primary", QStringLiteral("tryPlan"), this);
    m_putForward = widgets::button(
        tr("Put this copy &forward\u2026"), nullptr, QStringLiteral("putForward"), this);
    m_putForward->hide();
    row->addStretch(1);
    all->addLayout(row);
    auto* buttons = new widgets::FlowLayout;
    buttons->addWidget(m_try);
    buttons->addWidget(m_putForward);
    all->addLayout(buttons);
}

void ThresholdEditor::show(std::vector<records::PlanThreshold> thresholds, const QString& version) {
    m_lines.clear();
    for (records::PlanThreshold& threshold : thresholds) {
        const double value = threshold.value;
        m_lines.push_back({std::move(threshold), value});
    }
    m_version->setText(version);
    refresh();
    m_table->chooseFirst();
    choose(m_table->currentIndex().row());
}

void ThresholdEditor::choose(int row) {
    const bool any = row >= 0 && row < static_cast<int>(m_lines.size());
    m_value->setEnabled(any);
    if (!any)
        return;
    const Line& line = m_lines[static_cast<std::size_t>(row)];
    const QSignalBlocker quiet(m_value);
    m_value->setDecimals(line.threshold.whole ? 0 : 1);
    m_value->setRange(line.threshold.least, line.threshold.most);
    m_value->setValue(line.value);
    m_chosen->setText(line.threshold.indicator.empty()
                          ? models::text(line.threshold.words)
                          : tr("%1 %2: %3")
                                .arg(models::text(line.threshold.indicator),
                                     models::text(line.threshold.wording),
                                     models::text(line.threshold.words)));
    m_value->setAccessibleDescription(m_chosen->text());
}

void ThresholdEditor::set(double value) {
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= static_cast<int>(m_lines.size()))
        return;
    m_lines[static_cast<std::size_t>(row)].value = value;
    refresh();
    const QSignalBlocker quiet(m_table);
    m_table->selectRow(row);
}

void ThresholdEditor::refresh() {
    m_rows->show(m_lines);
    m_try->setEnabled(!changes().empty());
    m_putForward->setEnabled(m_try->isEnabled());
}

std::vector<casework::ThresholdChange> ThresholdEditor::changes() const {
    std::vector<casework::ThresholdChange> all;
    for (const Line& line : m_lines)
        if (line.value != line.threshold.value)
            all.push_back({line.threshold, line.value});
    return all;
}

QString ThresholdEditor::version() const {
    return m_version->text().trimmed();
}

}  // namespace ui::parts

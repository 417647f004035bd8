// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a plan, each with what it is now and what a person would make it. Changes nothing
// but its own copy.
#pragma once

#include "casework/plan_trial.h"
#include "ui/models/rows_model.h"

#include <QMap>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Table;
}

namespace ui::parts {

class ThresholdEditor : public QWidget {
    Q_OBJECT

public:
    explicit ThresholdEditor(QWidget* parent = nullptr);

    void show(std::vector<records::PlanThreshold> thresholds, const QString& version);
    // With a button to put the copy forward; for those who may.
    void offerToPutForward();

    using QWidget::show;

    // Those that differ from the plan.
    [[nodiscard]] std::vector<casework::ThresholdChange> changes() const;
    // What the copy is to be called.
    [[nodiscard]] QString version() const;

Q_SIGNALS:
    void tryAsked();
    void putForwardAsked();

private:
    struct Line {
        records::PlanThreshold threshold;
        double value = 0;
    };

    void build();
    void choose(int row);
    void set(double value);
    void refresh();

    using Lines = models::RowsModel<Line>;
    [[nodiscard]] static std::vector<models::Column<Line>> columns();

    std::vector<Line> m_lines;
    Lines* m_rows;
    widgets::Table* m_table;
    QLabel* m_chosen;
    QDoubleSpinBox* m_value;
    QLineEdit* m_version;
    QPushButton* m_try;
    QPushButton* m_putForward;
};

}  // namespace ui::parts

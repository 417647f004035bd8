// SPDX-License-Identifier: GPL-3.0-or-later
// How good one delivery is: what is wrong in plain words, its columns, the layout over time, and
// what goes to the sender. A delivery sent in error is withdrawn here. Opened from Deliveries.
#pragma once

#include "ui/models/quality_columns.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Card;
class ReasonForm;
class Table;
}  // namespace ui::widgets

namespace ui::screens {

class Quality : public shell::Screen {
    Q_OBJECT

public:
    Quality(const shell::Context& context, QWidget* parent);

    void enter(qint64 delivery) override;
    [[nodiscard]] QVariantMap draft() const override;
    void restore(const QVariantMap& draft) override;

private:
    void addActions();
    [[nodiscard]] QWidget* cards();
    void show(const casework::QualityReport& report);
    void save();
    void askToWithdraw();
    void withdraw();

    records::DeliveryId m_delivery;
    QString m_file;
    QPushButton* m_withdraw = nullptr;
    widgets::ReasonForm* m_form;
    QLabel* m_standing;
    models::QualityLineRows* m_lines;
    models::QualityColumnRows* m_columns;
    models::QualityPointRows* m_points;
    widgets::Table* m_lineTable = nullptr;
};

}  // namespace ui::screens

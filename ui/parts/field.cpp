// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/field.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui::parts {

QWidget* addField(QLayout* layout, const QString& words, QWidget* control, const QString& name) {
    auto* unit = new QWidget(control->parentWidget());
    auto* column = new QVBoxLayout(unit);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(widgets::space(1));
    QLabel* label = widgets::label(words, "strong", unit);
    QString plain = words;
    label->setBuddy(control);
    control->setParent(unit);
    control->setObjectName(name);
    control->setAccessibleName(plain.remove(QLatin1Char('&')));
    column->addWidget(label);
    column->addWidget(control);
    layout->addWidget(unit);
    if (auto* inner = control->findChild<QLineEdit*>())
        inner->setAccessibleName(control->accessibleName());
    return unit;
}

QLayout* fieldRow() {
    constexpr int letters = 24;
    auto* row = new widgets::FlowLayout(nullptr, true);
    row->setSpacing(widgets::space(3));
    row->setColumnWidth(QFontMetrics(widgets::fontOf(widgets::Type::body)).averageCharWidth() *
                        letters);
    return row;
}

QDateEdit* dateField(base::Date value, QWidget* parent) {
    auto* made = new QDateEdit(parent);
    made->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    made->setCalendarPopup(true);
    made->setDate(QDate(value.year(), value.month().as_number(), value.day()));
    return made;
}

base::Date dateIn(const QDateEdit* field) {
    const QDate date = field->date();
    return base::makeDate(date.year(), date.month(), date.day()).value_or(base::Date());
}

}  // namespace ui::parts

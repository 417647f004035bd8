// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/mapping_columns.h"

#include "ui/models/words.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace ui::parts {

using models::counted;
using models::text;
using widgets::space;

namespace {

// "date, 412 of 420; 38 different values"
QString looks(const records::ColumnLook& column) {
    if (column.filled == 0)
        return MappingColumns::tr("empty");
    const auto filled = static_cast<qlonglong>(column.filled);
    QString words = text(valueLookName(column.look));
    if (column.fitting < column.filled)
        words = MappingColumns::tr("%1, %2 of %3")
                    .arg(words,
                         QLocale().toString(static_cast<qlonglong>(column.fitting)),
                         QLocale().toString(filled));
    const QString different = counted(static_cast<qint64>(column.distinct),
                                      MappingColumns::tr("value"),
                                      MappingColumns::tr("different values"));
    const QString most = column.distinct >= records::mostDistinct
                             ? MappingColumns::tr("%1 or more").arg(different)
                             : different;
    return MappingColumns::tr("%1; %2 filled, %3").arg(words, QLocale().toString(filled), most);
}

QString joined(const std::vector<std::string>& forms) {
    QStringList words;
    for (const std::string& form : forms)
        words << text(form);
    return words.join(MappingColumns::tr(" or "));
}

}  // namespace

MappingColumns::MappingColumns(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);  // its fields take it
    setAccessibleName(tr("Columns of the file"));
}

void MappingColumns::show(casework::MappingDesk& desk) {
    m_desk = &desk;
    m_lines.clear();
    m_inside = new QFrame(this);
    widgets::setRole(m_inside, "card");
    m_inside->setAccessibleName(accessibleName());
    m_grid = new QGridLayout(m_inside);
    m_grid->setContentsMargins(space(4), space(3), space(4), space(3));
    m_grid->setHorizontalSpacing(space(4));
    m_grid->setVerticalSpacing(space(2));
    int place = 0;
    for (const QString& words :
         {tr("Column of the file"), tr("Fills"), tr("Dates written"), tr("Why")})
        m_grid->addWidget(widgets::label(words, "strong", m_inside), 0, place++);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 2);
    m_grid->setColumnStretch(3, 3);
    for (std::size_t i = 0; i < desk.draft().columns.size(); ++i)
        addLine(static_cast<int>(i));
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    setWidget(m_inside);
}

void MappingColumns::addLine(int column) {
    const auto at = static_cast<std::size_t>(column);
    const records::ColumnLook& look = m_desk->look().columns[at];
    const QString heading = look.heading.empty() ? tr("(no heading)") : text(look.heading);
    // A field's label has to stand beside it, in the same box, to be read as its label.
    QLabel* name = widgets::paragraph(heading, "strong", m_inside);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(name);
    names->addWidget(widgets::paragraph(looks(look), "secondary", m_inside));
    Line line;
    line.target = new QComboBox(m_inside);
    line.target->setObjectName(QStringLiteral("target-%1").arg(column));
    line.target->setAccessibleName(tr("What %1 fills").arg(heading));
    line.target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.target->setMinimumContentsLength(16);
    line.target->addItem(tr("Not received"), QString());
    for (const casework::Choice& choice : m_desk->targets())
        line.target->addItem(choice.required
                                 ? tr("%1 (every record has it)").arg(text(choice.label))
                                 : text(choice.label),
                             text(choice.name));
    name->setBuddy(line.target);
    line.dates = new QComboBox(m_inside);
    line.dates->setObjectName(QStringLiteral("dates-%1").arg(column));
    line.dates->setAccessibleName(tr("How the dates in %1 are written").arg(heading));
    line.datesOf = widgets::label(tr("in %1").arg(heading), "secondary", m_inside);
    line.datesOf->setBuddy(line.dates);
    auto* dates = new QVBoxLayout;
    dates->setSpacing(0);
    dates->addWidget(line.datesOf);
    dates->addWidget(line.dates);
    dates->addStretch(1);
    line.reason = widgets::paragraph({}, "secondary", m_inside);
    const int row = column + 1;
    m_grid->addLayout(names, row, 0);
    m_grid->addWidget(line.target, row, 1, Qt::AlignTop);
    m_grid->addLayout(dates, row, 2);
    m_grid->addWidget(line.reason, row, 3, Qt::AlignTop);
    m_lines.push_back(line);
    line.target->setCurrentIndex(
        std::max(0, line.target->findData(text(m_desk->draft().columns[at].target))));
    fillDates(column);
    connect(line.target, &QComboBox::activated, this, [this, column] { retarget(column); });
    connect(line.dates, &QComboBox::activated, this, [this, column] {
        const QComboBox* chosen = m_lines[static_cast<std::size_t>(column)].dates;
        std::vector<std::string> forms;
        for (const QString& form : chosen->currentData().toStringList())
            forms.push_back(models::utf8(form));
        m_desk->chooseDates(static_cast<std::size_t>(column), forms);
        Q_EMIT changed();
    });
}

// The forms proposed, then each form that reads some cell.
void MappingColumns::fillDates(int column) {
    const auto at = static_cast<std::size_t>(column);
    const records::DraftColumn& draft = m_desk->draft().columns[at];
    Line& line = m_lines[at];
    line.reason->setText(text(draft.reason));
    line.dates->clear();
    line.dates->setVisible(!draft.dates.empty());
    line.datesOf->setVisible(!draft.dates.empty());
    if (draft.dates.empty())
        return;
    QStringList proposed;
    for (const std::string& form : draft.dates)
        proposed << text(form);
    line.dates->addItem(joined(draft.dates), proposed);
    for (const records::DateFit& fit : m_desk->look().columns[at].dates)
        if (const QStringList alone{text(fit.form)}; alone != proposed)
            line.dates->addItem(
                tr("%1 (reads %2)")
                    .arg(alone.first(), QLocale().toString(static_cast<qlonglong>(fit.cells))),
                alone);
}

void MappingColumns::retarget(int column) {
    const auto at = static_cast<std::size_t>(column);
    m_desk->chooseTarget(at, models::utf8(m_lines[at].target->currentData().toString()));
    fillDates(column);
    Q_EMIT changed();
}

}  // namespace ui::parts

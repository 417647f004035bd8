// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/mapping_codes.h"

#include "ui/models/words.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace ui::parts {

using models::counted;
using models::text;
using widgets::space;

MappingCodes::MappingCodes(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);  // its fields take it
    setAccessibleName(tr("Codes and what they mean"));
}

int MappingCodes::show(casework::MappingDesk& desk) {
    m_desk = &desk;
    m_count = 0;
    m_inside = new QFrame(this);
    widgets::setRole(m_inside, "card");
    m_inside->setAccessibleName(accessibleName());
    m_form = new QFormLayout(m_inside);
    m_form->setContentsMargins(space(4), space(3), space(4), space(3));
    m_form->setHorizontalSpacing(space(4));
    m_form->setVerticalSpacing(space(2));
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const records::DraftConstant& constant : desk.draft().constants)
        addConstant(constant);
    for (std::size_t i = 0; i < desk.draft().columns.size(); ++i)
        addCodes(i);
    if (m_count == 0)
        m_form->addRow(widgets::paragraph(
            tr("No column that is received holds codes."), "secondary", m_inside));
    setWidget(m_inside);
    return m_count;
}

QComboBox* MappingCodes::choices(const std::string& target,
                                 const QString& none,
                                 const std::string& chosen) {
    auto* box = new QComboBox(m_inside);
    box->addItem(none, QString());
    for (const casework::Choice& choice : casework::MappingDesk::codesOf(target))
        box->addItem(text(choice.label), text(choice.name));
    box->setCurrentIndex(std::max(0, box->findData(text(chosen))));
    ++m_count;
    return box;
}

void MappingCodes::addCodes(std::size_t column) {
    const records::DraftColumn& draft = m_desk->draft().columns[column];
    if (draft.codes.empty())
        return;
    const QString heading = text(draft.heading);
    m_form->addRow(widgets::paragraph(heading, "heading", m_inside));
    for (std::size_t i = 0; i < draft.codes.size(); ++i) {
        const records::DraftCode& code = draft.codes[i];
        const QString name = text(code.code);
        QComboBox* box = choices(draft.target, tr("Not known: a row issue"), code.meaning);
        box->setObjectName(QStringLiteral("meaning-%1-%2").arg(column).arg(i));
        box->setAccessibleName(tr("What %1 in %2 means").arg(name, heading));
        auto* label = widgets::label(
            tr("%1, %2").arg(name, counted(static_cast<qint64>(code.cells), tr("row"), tr("rows"))),
            nullptr,
            m_inside);
        label->setWordWrap(true);
        label->setBuddy(box);
        if (!code.reason.empty())
            box->setToolTip(models::text(code.reason).toHtmlEscaped());
        m_form->addRow(label, box);
        connect(box, &QComboBox::activated, this, [this, box, column, i] {
            m_desk->chooseMeaning(column, i, models::utf8(box->currentData().toString()));
            Q_EMIT changed();
        });
    }
}

void MappingCodes::addConstant(const records::DraftConstant& constant) {
    QString label = text(constant.target);
    for (const casework::Choice& choice : m_desk->targets())
        if (choice.name == constant.target)
            label = text(choice.label);
    QLabel* heading =
        widgets::paragraph(tr("True of every row: %1").arg(label), "heading", m_inside);
    m_form->addRow(heading);
    QComboBox* box = choices(constant.target, tr("Not said yet"), constant.text);
    heading->setBuddy(box);
    box->setObjectName(QStringLiteral("constant-%1").arg(text(constant.target)));
    box->setAccessibleName(tr("%1 of every row").arg(label));
    m_form->addRow(widgets::paragraph(text(constant.reason), "secondary", m_inside), box);
    connect(box, &QComboBox::activated, this, [this, box, target = constant.target] {
        m_desk->chooseConstant(target, models::utf8(box->currentData().toString()));
        Q_EMIT changed();
    });
}

}  // namespace ui::parts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/import_form.h"

#include "ui/models/words.h"
#include "ui/parts/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::parts {

using widgets::space;

ImportForm::ImportForm(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("importForm"));
    widgets::setRole(this, "form");
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(space(4), space(3), space(4), space(3));
    all->setSpacing(space(2));
    m_question = widgets::paragraph({}, "heading", this);
    m_agreement = new QComboBox(this);
    m_mapping = new QComboBox(this);
    offer({});
    m_term = new QLineEdit(this);
    m_term->setPlaceholderText(tr("only for school files that don\u2019t say it: 2025-autumn"));
    all->addWidget(m_question);
    QLayout* fields = fieldRow();
    addField(fields, tr("&Agreement"), m_agreement, QStringLiteral("importAgreement"));
    addField(fields, tr("Ma&pping"), m_mapping, QStringLiteral("importMapping"));
    addField(fields, tr("School &term"), m_term, QStringLiteral("importTerm"));
    all->addLayout(fields);
    auto* row = new QHBoxLayout;
    row->setSpacing(space(2));
    m_go = widgets::button(tr("Import"), "primary", QStringLiteral("importGo"), this);
    m_go->setEnabled(false);  // which agreement is a question of law: nothing is guessed
    auto* cancel = widgets::button(tr("Not now"), nullptr, QStringLiteral("importCancel"), this);
    row->addWidget(m_go);
    row->addWidget(cancel);
    row->addStretch(1);
    all->addLayout(row);
    connect(m_agreement, &QComboBox::currentIndexChanged, this, [this] {
        const QString reference = m_agreement->currentData().toString();
        m_go->setEnabled(!reference.isEmpty());
        if (!reference.isEmpty())
            Q_EMIT agreementChosen(reference);
    });
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_go, &QPushButton::clicked, this, [this] {
        casework::ImportRequest request;
        request.file = models::utf8(m_file);
        request.agreement = models::utf8(m_agreement->currentData().toString());
        if (const QString mapping = m_mapping->currentData().toString(); !mapping.isEmpty())
            request.mapping = models::utf8(mapping);
        if (const QString term = m_term->text().trimmed(); !term.isEmpty())
            request.term = models::utf8(term);
        hide();
        Q_EMIT confirmed(request);
    });
    hide();
}

void ImportForm::ask(const QString& file, const std::vector<records::Agreement>& agreements) {
    m_file = file;
    m_question->setText(tr("Under which agreement did %1 come?").arg(QFileInfo(file).fileName()));
    setAccessibleName(m_question->text());
    m_agreement->clear();
    m_agreement->addItem(tr("Choose the agreement"), QString());
    for (const records::Agreement& agreement : agreements)
        m_agreement->addItem(QStringLiteral("%1 \u2014 %2")
                                 .arg(models::text(agreement.reference),
                                      models::text(records::agencyName(agreement.agency))),
                             models::text(agreement.reference));
    show();
    m_agreement->setFocus();
}

void ImportForm::offer(const std::vector<std::string>& mappings) {
    m_mapping->clear();
    m_mapping->addItem(tr("Recognise the file by its headings"), QString());
    for (const std::string& name : mappings)
        m_mapping->addItem(models::text(name), models::text(name));
}

QVariantMap ImportForm::draft() const {
    if (isHidden())
        return {};
    return {{QStringLiteral("file"), m_file},
            {QStringLiteral("agreement"), m_agreement->currentIndex()},
            {QStringLiteral("mapping"), m_mapping->currentData()},
            {QStringLiteral("term"), m_term->text()}};
}

void ImportForm::restore(const QVariantMap& draft,
                         const std::vector<records::Agreement>& agreements) {
    if (draft.isEmpty())
        return;
    ask(draft.value(QStringLiteral("file")).toString(), agreements);
    m_agreement->setCurrentIndex(draft.value(QStringLiteral("agreement")).toInt());
    m_mapping->setCurrentIndex(
        std::max(0, m_mapping->findData(draft.value(QStringLiteral("mapping")).toString())));
    m_term->setText(draft.value(QStringLiteral("term")).toString());
}

}  // namespace ui::parts

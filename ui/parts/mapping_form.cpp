// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/mapping_form.h"

#include "ui/models/words.h"
#include "ui/parts/field.h"
#include "ui/parts/mapping_codes.h"
#include "ui/parts/mapping_columns.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pages.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace ui::parts {

using models::counted;
using models::text;
using widgets::space;

namespace {

const QStringList& pageNames() {
    static const QStringList names{QStringLiteral("columns"),
                                   QStringLiteral("codes"),
                                   QStringLiteral("rows"),
                                   QStringLiteral("trial")};
    return names;
}

}  // namespace

MappingForm::MappingForm(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("mappingForm"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(space(2));
    buildHead(all);
    buildPages(all);
    buildButtons(all);
    setFocusProxy(m_type);
}

void MappingForm::buildHead(QVBoxLayout* all) {
    m_summary = widgets::paragraph({}, "heading", this);
    m_changes = widgets::paragraph({}, nullptr, this);
    m_changes->setObjectName(QStringLiteral("mappingChanges"));
    m_type = new QComboBox(this);
    m_name = new QLineEdit(this);
    m_version = new QLineEdit(this);
    m_description = new QLineEdit(this);
    all->addWidget(m_summary);
    all->addWidget(m_changes);
    QLayout* fields = fieldRow();
    addField(fields, tr("&Holds"), m_type, QStringLiteral("mappingType"));
    addField(fields, tr("&Name of the mapping"), m_name, QStringLiteral("mappingName"));
    addField(fields, tr("&Version"), m_version, QStringLiteral("mappingVersion"));
    addField(fields, tr("&Description"), m_description, QStringLiteral("mappingDescription"));
    all->addLayout(fields);
    connect(m_type, &QComboBox::activated, this, [this] {
        m_desk->chooseRecordType(models::utf8(m_type->currentData().toString()));
        show(m_desk);
    });
    for (QLineEdit* field : {m_name, m_version, m_description})
        connect(field, &QLineEdit::textEdited, this, &MappingForm::describe);
}

void MappingForm::buildPages(QVBoxLayout* all) {
    m_chips = new widgets::Chips(tr("What to show of the mapping"), this);
    const QStringList words{tr("Columns"), tr("Codes"), tr("First rows"), tr("Trial run")};
    for (int i = 0; i < words.size(); ++i)
        m_chips->add(pageNames().at(i), words.at(i));
    m_pages = new widgets::Pages(this);
    m_columns = new MappingColumns(m_pages);
    m_codes = new MappingCodes(m_pages);
    m_rows = new widgets::Table(tr("First rows of the file"), m_pages);
    m_rows->setObjectName(QStringLiteral("firstRows"));
    m_pages->addWidget(m_columns);
    m_pages->addWidget(m_codes);
    m_pages->addWidget(m_rows);
    m_pages->addWidget(trialPage());
    all->addWidget(m_chips);
    all->addWidget(m_pages, 1);
    connect(m_chips, &widgets::Chips::chose, this, [this](const QString& id) {
        m_pages->setCurrentIndex(static_cast<int>(pageNames().indexOf(id)));
    });
    connect(m_columns, &MappingColumns::changed, this, [this] {
        m_chips->setCount(QStringLiteral("codes"), m_codes->show(*m_desk));
        noteChange();
    });
    connect(m_codes, &MappingCodes::changed, this, &MappingForm::noteChange);
}

QWidget* MappingForm::trialPage() {
    auto* page = new QWidget(m_pages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(2));
    m_counts = widgets::paragraph({}, "heading", page);
    m_counts->setObjectName(QStringLiteral("trialCounts"));
    m_issues = new models::IssueRows(models::issueColumns(), this);
    auto* table = new widgets::Table(tr("Row issues of the trial run"), page);
    table->setObjectName(QStringLiteral("trialIssues"));
    table->setModel(m_issues);
    table->setEmptyText(tr("No row issue."));
    table->setShares({0, 1, 0, 5});
    column->addWidget(m_counts);
    column->addWidget(table, 1);
    return page;
}

void MappingForm::buildButtons(QVBoxLayout* all) {
    auto* row = new QHBoxLayout;
    row->setSpacing(space(2));
    auto* attempt =
        widgets::button(tr("&Try it on the file"), nullptr, QStringLiteral("mappingTry"), this);
    m_save = widgets::button(
        tr("&Put forward for sign-off"), "primary", QStringLiteral("mappingSave"), this);
    auto* close = widgets::button(tr("Not now"), nullptr, QStringLiteral("mappingClose"), this);
    row->addWidget(attempt);
    row->addWidget(m_save);
    row->addWidget(close);
    row->addStretch(1);
    all->addLayout(row);
    connect(attempt, &QPushButton::clicked, this, &MappingForm::tryWanted);
    connect(m_save, &QPushButton::clicked, this, &MappingForm::saveWanted);
    connect(close, &QPushButton::clicked, this, &MappingForm::closed);
}

void MappingForm::show(std::shared_ptr<casework::MappingDesk> desk) {
    m_desk = std::move(desk);
    m_trial.reset();
    fillHead();
    m_columns->show(*m_desk);
    m_chips->setCount(QStringLiteral("codes"), m_codes->show(*m_desk));
    m_chips->setCount(QStringLiteral("columns"),
                      static_cast<qint64>(m_desk->draft().columns.size()));
    fillRows();
    noteChange();
}

void MappingForm::fillHead() {
    const records::TableLook& look = m_desk->look();
    const records::MappingDraft& draft = m_desk->draft();
    QStringList facts{text(look.fileName)};
    if (!look.sheet.empty())
        facts << tr("sheet %1").arg(text(look.sheet));
    if (!look.encoding.empty())
        facts << tr("%1, separated by %2").arg(text(look.encoding), text(look.separator));
    facts << tr("header in line %1").arg(look.headerLine)
          << counted(static_cast<qint64>(look.rows), tr("row"), tr("rows"));
    m_summary->setText(facts.join(QStringLiteral(" \u00b7 ")));
    QStringList changes;
    if (!draft.knownAs.empty())
        changes << tr("The mapping %1 reads this file as it is: nothing needs to be mapped.")
                       .arg(text(draft.knownAs));
    else if (!draft.basis.empty())
        changes
            << tr("This is %1 with changes. Its next version is proposed.").arg(text(draft.basis));
    for (const std::string& line : draft.changes)
        changes << text(line);
    m_changes->setText(changes.join(QLatin1Char('\n')));
    m_changes->setVisible(!changes.isEmpty());
    m_type->clear();
    for (const casework::Choice& choice : m_desk->recordTypes())
        m_type->addItem(text(choice.label), text(choice.name));
    m_type->setCurrentIndex(m_type->findData(text(draft.recordType)));
    m_name->setText(text(draft.name));
    m_version->setText(text(draft.version));
    m_description->setText(text(draft.description));
    m_description->setCursorPosition(0);  // its beginning is what one reads
}

void MappingForm::fillRows() {
    const records::TableLook& look = m_desk->look();
    auto* rows = new QStandardItemModel(
        static_cast<int>(look.firstRows.size()), static_cast<int>(look.columns.size()), m_rows);
    for (int c = 0; c < rows->columnCount(); ++c) {
        rows->setHeaderData(
            c, Qt::Horizontal, text(look.columns[static_cast<std::size_t>(c)].heading));
        for (int r = 0; r < rows->rowCount(); ++r) {
            auto* item = new QStandardItem(
                text(look.firstRows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)]));
            item->setEditable(false);
            rows->setItem(r, c, item);
        }
    }
    QAbstractItemModel* before = m_rows->model();
    m_rows->setModel(rows);
    delete before;
    m_rows->resizeColumnsToContents();
}

void MappingForm::describe() {
    m_desk->describe(models::utf8(m_name->text().trimmed()),
                     models::utf8(m_version->text().trimmed()),
                     models::utf8(m_description->text().trimmed()));
    noteChange();
}

// A trial speaks of the mapping that was tried, not of one changed since.
void MappingForm::noteChange() {
    m_trial.reset();
    m_issues->show({});
    m_chips->setCount(QStringLiteral("trial"), -1);
    m_counts->setText(tr("Not tried yet. A trial run reads the file and keeps nothing."));
    m_save->setEnabled(m_desk->draft().knownAs.empty());
}

void MappingForm::showTrial(const casework::MappingTrial& trial) {
    m_trial = trial;
    m_issues->show(trial.issues);
    const QLocale locale;
    m_counts->setText(tr("%1 in = %2 accepted + %3 rejected, %4. Nothing was kept.")
                          .arg(counted(trial.rowsIn, tr("row"), tr("rows")),
                               locale.toString(static_cast<qlonglong>(trial.rowsAccepted)),
                               locale.toString(static_cast<qlonglong>(trial.rowsRejected)),
                               counted(trial.warnings, tr("warning"), tr("warnings"))));
    m_chips->setCount(QStringLiteral("trial"), static_cast<qint64>(trial.issues.size()));
    m_chips->choose(QStringLiteral("trial"));
    m_pages->setCurrentIndex(static_cast<int>(pageNames().indexOf(QStringLiteral("trial"))));
}

QVariantMap MappingForm::draft() const {
    if (m_desk == nullptr)
        return {};
    const records::MappingDraft& draft = m_desk->draft();
    QStringList targets;
    QVariantList meanings;
    QVariantList dates;
    for (const records::DraftColumn& column : draft.columns) {
        targets << text(column.target);
        QStringList codes;
        for (const records::DraftCode& code : column.codes)
            codes << text(code.meaning);
        meanings << codes;
        QStringList forms;
        for (const std::string& form : column.dates)
            forms << text(form);
        dates << forms;
    }
    QVariantMap constants;
    for (const records::DraftConstant& constant : draft.constants)
        constants.insert(text(constant.target), text(constant.text));
    return {{QStringLiteral("type"), text(draft.recordType)},
            {QStringLiteral("targets"), targets},
            {QStringLiteral("meanings"), meanings},
            {QStringLiteral("dates"), dates},
            {QStringLiteral("constants"), constants},
            {QStringLiteral("name"), m_name->text()},
            {QStringLiteral("version"), m_version->text()},
            {QStringLiteral("description"), m_description->text()}};
}

void MappingForm::restore(const QVariantMap& draft) {
    if (m_desk == nullptr || draft.isEmpty())
        return;
    const std::string type = models::utf8(draft.value(QStringLiteral("type")).toString());
    if (m_desk->draft().recordType != type)
        m_desk->chooseRecordType(type);
    const QStringList targets = draft.value(QStringLiteral("targets")).toStringList();
    const QVariantList meanings = draft.value(QStringLiteral("meanings")).toList();
    const QVariantList dates = draft.value(QStringLiteral("dates")).toList();
    for (int i = 0; i < targets.size(); ++i) {
        const auto column = static_cast<std::size_t>(i);
        if (column >= m_desk->draft().columns.size())
            break;
        const std::string target = models::utf8(targets.at(i));
        if (m_desk->draft().columns[column].target != target)
            m_desk->chooseTarget(column, target);
        std::vector<std::string> forms;
        for (const QString& form : dates.value(i).toStringList())
            forms.push_back(models::utf8(form));
        if (!forms.empty())
            m_desk->chooseDates(column, forms);
        const QStringList codes = meanings.value(i).toStringList();
        for (int c = 0; c < codes.size(); ++c)
            m_desk->chooseMeaning(column, static_cast<std::size_t>(c), models::utf8(codes.at(c)));
    }
    const QVariantMap constants = draft.value(QStringLiteral("constants")).toMap();
    for (auto it = constants.begin(); it != constants.end(); ++it)
        m_desk->chooseConstant(models::utf8(it.key()), models::utf8(it.value().toString()));
    m_desk->describe(models::utf8(draft.value(QStringLiteral("name")).toString()),
                     models::utf8(draft.value(QStringLiteral("version")).toString()),
                     models::utf8(draft.value(QStringLiteral("description")).toString()));
    show(m_desk);
}

}  // namespace ui::parts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/mappings.h"

#include "access/action.h"
#include "casework/mapping_desk.h"
#include "ui/parts/field.h"
#include "ui/parts/mapping_form.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pages.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui::screens {

using access::Action;
using models::counted;
using models::text;
using widgets::space;

Mappings::Mappings(const shell::Context& context, QWidget* parent)
    : Screen(tr("Mappings"), context, parent) {
    if (session().roleMay(Action::proposeMapping)) {
        auto* map = widgets::button(
            tr("&Map a new layout\u2026"), "primary", QStringLiteral("mapLayout"), this);
        connect(map, &QPushButton::clicked, this, &Mappings::chooseFile);
        addAction(map);
    }
    m_rows = new models::MappingRows(models::mappingColumns(), this);
    buildStart();
    m_pages = new widgets::Pages(this);
    m_pages->addWidget(listPage());
    m_form = new parts::MappingForm(m_pages);
    m_pages->addWidget(m_form);
    body()->addWidget(m_start);
    body()->addWidget(m_pages, 1);
    connect(m_form, &parts::MappingForm::tryWanted, this, &Mappings::attempt);
    connect(m_form, &parts::MappingForm::saveWanted, this, &Mappings::save);
    connect(m_form, &parts::MappingForm::closed, this, &Mappings::showList);
}

QWidget* Mappings::listPage() {
    auto* split = new QSplitter(Qt::Vertical, m_pages);
    split->setChildrenCollapsible(false);
    split->setObjectName(QStringLiteral("mappingsSplit"));
    split->setHandleWidth(space(3));
    m_table = new widgets::Table(tr("Mappings kept under agreements"), split);
    m_table->setObjectName(QStringLiteral("mappings"));
    m_table->setModel(m_rows);
    m_table->setEmptyText(
        tr("No mapping is kept yet. A data officer maps a layout that the program does not know."));
    m_table->setShares({2, 2, 0, 1, 2, 2, 1});
    m_card = new widgets::Card(tr("The mapping"), split);
    m_signOff = widgets::button(tr("&Sign off"), "primary", QStringLiteral("signOff"), m_card);
    m_card->addAction(m_signOff);
    m_toml = new QPlainTextEdit(m_card);
    m_toml->setObjectName(QStringLiteral("mappingText"));
    m_toml->setAccessibleName(tr("The mapping as it is kept"));
    m_toml->setReadOnly(true);
    m_toml->setTabChangesFocus(true);
    m_card->body()->addWidget(m_toml);
    split->addWidget(m_table);
    split->addWidget(m_card);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    connect(m_table, &widgets::Table::currentRowChanged, this, &Mappings::showMapping);
    connect(m_signOff, &QPushButton::clicked, this, &Mappings::signOff);
    return split;
}

void Mappings::buildStart() {
    m_start = new QFrame(this);
    m_start->setObjectName(QStringLiteral("mappingStart"));
    widgets::setRole(m_start, "form");
    auto* all = new QVBoxLayout(m_start);
    all->setContentsMargins(space(4), space(3), space(4), space(3));
    all->setSpacing(space(2));
    m_question = widgets::paragraph({}, "heading", m_start);
    m_agreement = new QComboBox(m_start);
    all->addWidget(m_question);
    parts::addField(all, tr("&Agreement"), m_agreement, QStringLiteral("mappingAgreement"));
    auto* row = new QHBoxLayout;
    row->setSpacing(space(2));
    auto* go =
        widgets::button(tr("Look at the file"), "primary", QStringLiteral("mappingLook"), m_start);
    go->setEnabled(false);
    connect(m_agreement, &QComboBox::currentIndexChanged, this, [this, go] {
        go->setEnabled(!m_agreement->currentData().toString().isEmpty());
    });
    auto* cancel =
        widgets::button(tr("Not now"), nullptr, QStringLiteral("mappingCancel"), m_start);
    row->addWidget(go);
    row->addWidget(cancel);
    row->addStretch(1);
    all->addLayout(row);
    connect(go, &QPushButton::clicked, this, [this] { look({}); });
    connect(cancel, &QPushButton::clicked, m_start, &QWidget::hide);
    m_start->hide();
}

void Mappings::enter(qint64 /*subject*/) {
    refresh();
    if (m_pages->currentIndex() == 0)
        m_table->setFocus();
}

void Mappings::refresh() {
    auto lines = casework::listMappings(session());
    if (!succeeded(lines, tr("The mappings could not be read")))
        return;
    const auto waiting = std::count_if(lines->begin(), lines->end(), [](const auto& line) {
        return line.mapping.state() == records::MappingState::proposed;
    });
    setSubtitle(tr("%1 kept, %2 for sign-off")
                    .arg(counted(static_cast<qint64>(lines->size()), tr("mapping"), tr("mappings")),
                         waiting == 1 ? tr("1 waits") : tr("%1 wait").arg(waiting)));
    m_card->setVisible(!lines->empty());
    m_rows->show(std::move(*lines));
    m_table->chooseFirst();
    showMapping(m_table->currentIndex().row());
}

void Mappings::showMapping(int row) {
    const casework::MappingLine* line = m_rows->row(row);
    if (line == nullptr)
        return;
    const records::SavedMapping& mapping = line->mapping;
    const QString tried =
        mapping.triedRows < 0
            ? tr("Not tried on a file.")
            : tr("Tried on %1, of which %2 would be accepted.")
                  .arg(counted(mapping.triedRows, tr("row"), tr("rows")),
                       QLocale().toString(static_cast<qlonglong>(mapping.triedAccepted)));
    m_card->setHeading(tr("%1, version %2").arg(text(mapping.name), text(mapping.version)));
    m_card->setSubtitle(tried);
    m_toml->setPlainText(text(mapping.toml));
    m_signOff->setVisible(session().roleMay(Action::signOffMapping) &&
                          mapping.state() == records::MappingState::proposed);
}

void Mappings::signOff() {
    const casework::MappingLine* line = m_rows->row(m_table->currentIndex().row());
    if (line == nullptr)
        return;
    const records::MappingId id = line->mapping.id;
    const QString name = text(line->mapping.name);
    context().prompts.confirm(this,
                              {tr("Sign off %1?").arg(name),
                               tr("Deliveries under %1 that look so are read by it from now on.")
                                   .arg(text(line->agreement)),
                               tr("Sign off")},
                              [this, id, name] {
                                  const auto done = casework::signOffMapping(session(), id);
                                  if (!succeeded(done, tr("%1 was not signed off").arg(name)))
                                      return;
                                  banner()->showDone(tr("%1 is in use.").arg(name));
                                  refresh();
                                  context().places.changed();
                              });
}

void Mappings::chooseFile() {
    context().prompts.chooseFile(this,
                                 tr("Map a new layout"),
                                 tr("Partner files (*.csv *.txt *.tsv *.xlsx);;All files (*)"),
                                 [this](const QString& file) {
                                     m_pending.clear();
                                     static_cast<void>(askAgreement(file));
                                 });
}

bool Mappings::askAgreement(const QString& file) {
    const auto agreements = casework::listAgreements(session());
    if (!succeeded(agreements, tr("The agreements could not be read")))
        return false;
    if (agreements->empty()) {
        banner()->showNote(tr(
            "No agreement is recorded yet. The information governance officer adds them first."));
        return false;
    }
    m_file = file;
    m_question->setText(tr("Under which agreement did %1 come?").arg(QFileInfo(file).fileName()));
    m_start->setAccessibleName(m_question->text());
    m_agreement->clear();
    m_agreement->addItem(tr("Choose the agreement"), QString());
    for (const records::Agreement& agreement : *agreements)
        m_agreement->addItem(
            QStringLiteral("%1 \u2014 %2")
                .arg(text(agreement.reference), text(records::agencyName(agreement.agency))),
            text(agreement.reference));
    m_start->show();
    m_agreement->setFocus();
    return true;
}

void Mappings::look(const QVariantMap& draft) {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    m_start->hide();
    using Desk = std::shared_ptr<casework::MappingDesk>;
    const std::string agreement = models::utf8(m_agreement->currentData().toString());
    const std::string file = models::utf8(m_file);
    const QString name = QFileInfo(m_file).fileName();
    context().tasks.run<Desk>(
        tr("Looking at %1").arg(name),
        [own, agreement, file](base::Progress& progress) -> base::Result<Desk> {
            auto desk = casework::MappingDesk::open(*own, agreement, file, {}, progress);
            if (!desk)
                return base::fail(desk.error());
            return Desk(std::move(*desk));
        },
        this,
        [this, name, draft](base::Result<Desk> desk) {
            if (!succeeded(desk, tr("%1 could not be looked at").arg(name)))
                return;
            banner()->dismiss();
            m_pending.clear();
            m_form->show(std::move(*desk));
            m_form->restore(draft);
            m_pages->setCurrentWidget(m_form);
            m_form->setFocus();
        });
}

void Mappings::attempt() {
    const auto toml = m_form->desk()->toml();
    if (!succeeded(toml, tr("The mapping is not whole yet")))
        return;
    const auto own = ownSession();
    if (own == nullptr)
        return;
    const records::MappingDraft& draft = m_form->desk()->draft();
    context().tasks.run<casework::MappingTrial>(
        tr("Trying the mapping"),
        [own,
         toml = *toml,
         agreement = draft.agreement,
         name = draft.name + ".toml",
         file = m_form->desk()->file()](base::Progress& progress) {
            return casework::tryMapping(*own, agreement, toml, name, file, progress);
        },
        this,
        [this, tried = *toml](base::Result<casework::MappingTrial> trial) {
            if (!succeeded(trial, tr("The mapping does not read the file")))
                return;
            const auto now = m_form->desk()->toml();
            if (!now || *now != tried)
                return;  // changed meanwhile: what was tried is not what stands there
            banner()->dismiss();
            m_form->showTrial(*trial);
        });
}

void Mappings::save() {
    const auto toml = m_form->desk()->toml();
    if (!succeeded(toml, tr("The mapping is not whole yet")))
        return;
    const records::MappingDraft& draft = m_form->desk()->draft();
    const auto saved = casework::saveMapping(
        session(), draft.agreement, *toml, draft.name + ".toml", m_form->trial());
    if (!succeeded(saved, tr("The mapping was not put forward")))
        return;
    banner()->showDone(
        tr("%1 is put forward. It reads deliveries once another person has signed it off.")
            .arg(text(saved->name)));
    showList();
    context().places.changed();
}

void Mappings::showList() {
    m_pages->setCurrentIndex(0);
    refresh();
    m_table->setFocus();
}

QVariantMap Mappings::draft() const {
    if (m_pages->currentWidget() != m_form || m_form->desk() == nullptr)
        return m_pending;
    QVariantMap draft = m_form->draft();
    draft.insert(QStringLiteral("file"), m_file);
    draft.insert(QStringLiteral("agreement"), text(m_form->desk()->draft().agreement));
    return draft;
}

void Mappings::restore(const QVariantMap& draft) {
    const QString file = draft.value(QStringLiteral("file")).toString();
    if (file.isEmpty())
        return;
    m_pending = draft;  // until the file has been looked at again
    if (!askAgreement(file))
        return;
    m_agreement->setCurrentIndex(
        m_agreement->findData(draft.value(QStringLiteral("agreement")).toString()));
    look(draft);
}

}  // namespace ui::screens

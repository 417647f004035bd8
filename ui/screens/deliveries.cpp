// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/deliveries.h"

#include "access/action.h"
#include "casework/assessing.h"
#include "casework/linking.h"
#include "ui/parts/import_form.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pages.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui::screens {

using access::Action;
using models::counted;

Deliveries::Deliveries(const shell::Context& context, QWidget* parent)
    : Screen(tr("Deliveries"), context, parent) {
    m_deliveryRows = new models::DeliveryRows(models::deliveryColumns(), this);
    m_issueRows = new models::IssueRows(models::issueColumns(), this);
    m_agreementRows = new models::AgreementRows(models::agreementColumns(), this);
    m_freshnessRows = new models::FreshnessRows(models::freshnessColumns(), this);
    addActions();
    m_chips = new widgets::Chips(tr("What to show"), this);
    m_chips->add(QStringLiteral("deliveries"), tr("Deliveries"));
    m_chips->add(QStringLiteral("partners"), tr("Partners"));
    if (session().roleMay(Action::readAgreements))
        m_chips->add(QStringLiteral("agreements"), tr("Agreements"));
    m_form = new parts::ImportForm(this);
    m_pages = new widgets::Pages(this);
    m_pages->addWidget(deliveriesPage());
    auto* partners = new widgets::Table(tr("When each partner was last heard from"), m_pages);
    partners->setModel(m_freshnessRows);
    partners->setShares({1, 1, 1, 1});
    m_pages->addWidget(tablePage(partners));
    auto* agreements = new widgets::Table(tr("Agreements"), m_pages);
    agreements->setModel(m_agreementRows);
    agreements->setEmptyText(
        tr("No agreement is recorded yet. An information governance officer adds them."));
    agreements->setShares({0, 0, 0, 1, 0, 0});
    m_pages->addWidget(tablePage(agreements));
    body()->addWidget(m_form);
    body()->addWidget(m_chips);
    body()->addWidget(m_pages, 1);
    connect(m_form, &parts::ImportForm::confirmed, this, &Deliveries::import);
    connect(m_form, &parts::ImportForm::agreementChosen, this, [this](const QString& reference) {
        const auto names = casework::mappingNames(session(), models::utf8(reference));
        if (succeeded(names, tr("The mappings could not be read")))
            m_form->offer(*names);
    });
    connect(m_chips, &widgets::Chips::chose, this, [this](const QString& id) {
        const QStringList pages{
            QStringLiteral("deliveries"), QStringLiteral("partners"), QStringLiteral("agreements")};
        m_pages->setCurrentIndex(static_cast<int>(pages.indexOf(id)));
    });
}

void Deliveries::addActions() {
    const auto action =
        [this](Action needs, const QString& words, const char* role, const char* name, auto slot) {
            if (!session().roleMay(needs))
                return;
            auto* made = widgets::button(words, role, QLatin1String(name), this);
            connect(made, &QPushButton::clicked, this, slot);
            addAction(made);
        };
    action(Action::manageAgreements,
           tr("Add &agreements\u2026"),
           nullptr,
           "addAgreements",
           &Deliveries::addAgreements);
    action(Action::proposeMapping,
           tr("&Map a new layout\u2026"),
           nullptr,
           "openMappings",
           &Deliveries::openMappings);
    action(Action::linkRecords, tr("&Link records"), nullptr, "linkRecords", &Deliveries::link);
    action(Action::assess, tr("Assess &families"), nullptr, "assessFamilies", &Deliveries::assess);
    action(Action::importDelivery,
           tr("&Import a file\u2026"),
           "primary",
           "importFile",
           &Deliveries::chooseFile);
}

QWidget* Deliveries::deliveriesPage() {
    auto* split = new QSplitter(Qt::Vertical, m_pages);
    split->setChildrenCollapsible(false);
    split->setObjectName(QStringLiteral("deliveriesSplit"));
    split->setHandleWidth(widgets::space(3));
    m_deliveries = new widgets::Table(tr("Deliveries"), split);
    m_deliveries->setObjectName(QStringLiteral("deliveries"));
    m_deliveries->setModel(m_deliveryRows);
    m_deliveries->setEmptyText(
        tr("No partner\u2019s file has been received yet. A data officer imports files under an "
           "agreement."));
    m_deliveries->setShares({0, 2, 4, 0, 0, 0, 0});
    m_issueCard = new widgets::Card(tr("Row issues"), split);
    auto* quality = widgets::button(
        tr("Data &quality\u2026"), nullptr, QStringLiteral("openQuality"), m_issueCard);
    connect(quality, &QPushButton::clicked, this, &Deliveries::openQuality);
    m_issueCard->addAction(quality);
    auto* save = widgets::button(
        tr("&Save for the sender\u2026"), nullptr, QStringLiteral("saveIssues"), m_issueCard);
    connect(save, &QPushButton::clicked, this, &Deliveries::saveIssues);
    m_issueCard->addAction(save);
    m_issues = new widgets::Table(tr("Row issues"), m_issueCard);
    m_issues->setObjectName(QStringLiteral("issues"));
    m_issues->setModel(m_issueRows);
    m_issues->setEmptyText(tr("Nothing is wrong with this delivery."));
    m_issues->setShares({0, 1, 0, 5});
    m_issueCard->body()->addWidget(m_issues);
    split->addWidget(m_deliveries);
    split->addWidget(m_issueCard);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    connect(m_deliveries, &widgets::Table::currentRowChanged, this, &Deliveries::showIssues);
    connect(m_issueRows, &models::RowsModelBase::failed, this, [this](const base::Error& error) {
        fail(tr("The row issues could not be read"), error);
    });
    return split;
}

QWidget* Deliveries::tablePage(widgets::Table* table) {
    auto* page = new QWidget(m_pages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table);
    return page;
}

void Deliveries::enter(qint64 /*subject*/) {
    refresh();
    m_deliveries->setFocus();
}

void Deliveries::refresh() {
    auto deliveries = casework::listDeliveries(session());
    if (!succeeded(deliveries, tr("The deliveries could not be read")))
        return;
    std::int64_t rowsIn = 0;
    for (const records::Delivery& delivery : *deliveries)
        rowsIn += delivery.rowsIn;
    const auto count = static_cast<qint64>(deliveries->size());
    setSubtitle(tr("%1 \u00b7 %2 read")
                    .arg(counted(count, tr("delivery"), tr("deliveries")),
                         counted(rowsIn, tr("row"), tr("rows"))));
    m_chips->setCount(QStringLiteral("deliveries"), count);
    m_deliveryRows->show(std::move(*deliveries));
    m_issueCard->setVisible(count > 0);
    m_deliveries->chooseFirst();
    if (auto fresh = casework::partnerFreshness(session());
        succeeded(fresh, tr("The partners could not be read")))
        m_freshnessRows->show(std::move(*fresh));
    if (!session().roleMay(Action::readAgreements))
        return;
    auto agreements = casework::listAgreements(session());
    if (!succeeded(agreements, tr("The agreements could not be read")))
        return;
    m_agreements = *agreements;
    m_chips->setCount(QStringLiteral("agreements"), static_cast<qint64>(agreements->size()));
    m_agreementRows->show(std::move(*agreements));
}

void Deliveries::showIssues(int row) {
    const records::Delivery* delivery = m_deliveryRows->row(row);
    if (delivery == nullptr)
        return;
    m_issueCard->setSubtitle(tr("%1: %2 in = %3 accepted + %4 rejected")
                                 .arg(models::text(delivery->fileName),
                                      counted(delivery->rowsIn, tr("row"), tr("rows")),
                                      QLocale().toString(qlonglong(delivery->rowsAccepted)),
                                      QLocale().toString(qlonglong(delivery->rowsRejected))));
    const auto issues = casework::countRowIssues(session(), delivery->id);
    if (!succeeded(issues, tr("The row issues could not be read")))
        return;
    m_issueRows->show(*issues, [this, id = delivery->id](std::size_t offset, std::size_t limit) {
        return casework::listRowIssues(session(), id, offset, limit);
    });
}

void Deliveries::openQuality() {
    if (const auto* delivery = m_deliveryRows->row(m_deliveries->currentIndex().row()))
        context().places.open(QStringLiteral("quality"), delivery->id.value);
}

void Deliveries::openMappings() {
    context().places.open(QStringLiteral("mappings"), 0);
}

void Deliveries::chooseFile() {
    if (m_agreements.empty()) {
        banner()->showNote(tr(
            "No agreement is recorded yet. The information governance officer adds them first."));
        return;
    }
    context().prompts.chooseFile(
        this,
        tr("Import a partner\u2019s file"),
        tr("Partner files (*.csv *.txt *.tsv *.xlsx *.xml);;All files (*)"),
        [this](const QString& file) { m_form->ask(file, m_agreements); });
}

void Deliveries::import(const casework::ImportRequest& request) {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    const QString file = QString::fromStdString(request.file.filename().string());
    context().tasks.run<casework::ImportReport>(
        tr("Importing %1").arg(file),
        [own, request](base::Progress& progress) {
            return casework::importDelivery(*own, request, progress);
        },
        this,
        [this, file](base::Result<casework::ImportReport> report) {
            if (!succeeded(report, tr("%1 was not imported").arg(file)))
                return;
            const records::Delivery& delivery = report->delivery;
            banner()->showDone(tr("%1: %2 in, %3 accepted, %4 rejected. Next: link records.")
                                   .arg(file,
                                        counted(delivery.rowsIn, tr("row"), tr("rows")),
                                        QLocale().toString(qlonglong(delivery.rowsAccepted)),
                                        QLocale().toString(qlonglong(delivery.rowsRejected))));
            refresh();
            context().places.changed();
        });
}

void Deliveries::addAgreements() {
    context().prompts.chooseFile(
        this, tr("Add agreements"), tr("Agreements (*.toml)"), [this](const QString& path) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                banner()->showError(tr("The file could not be read."), file.errorString());
                return;
            }
            const auto added = casework::addAgreements(
                session(), file.readAll().toStdString(), QFileInfo(path).fileName().toStdString());
            if (!succeeded(added, tr("The agreements were not added")))
                return;
            banner()->showDone(
                tr("Added %1.")
                    .arg(counted(
                        static_cast<qint64>(added->size()), tr("agreement"), tr("agreements"))));
            refresh();
        });
}

void Deliveries::saveIssues() {
    const records::Delivery* delivery = m_deliveryRows->row(m_deliveries->currentIndex().row());
    if (delivery == nullptr)
        return;
    const QString proposal =
        QStringLiteral("row-issues-%1.csv").arg(models::text(delivery->fileName));
    context().prompts.chooseSaveFile(
        this, tr("Save the row issues"), proposal, [this, id = delivery->id](const QString& path) {
            const auto csv = casework::rowIssuesCsv(session(), id);
            if (!succeeded(csv, tr("The row issues could not be read")))
                return;
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) ||
                file.write(QByteArray::fromStdString(*csv)) < 0 || !file.commit())
                banner()->showError(tr("The file could not be written."), file.errorString());
            else
                banner()->showDone(
                    tr("Saved. It names rows and columns, and carries no value from them."));
        });
}

void Deliveries::link() {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    context().tasks.run<casework::LinkReport>(
        tr("Linking records"),
        [own](base::Progress& progress) { return casework::linkRecords(*own, progress); },
        this,
        [this](base::Result<casework::LinkReport> report) {
            if (!succeeded(report, tr("The records were not linked")))
                return;
            banner()->showDone(
                tr("%1 are %2 in %3; %4 wait for an answer. Next: assess families.")
                    .arg(
                        counted(report->records, tr("record"), tr("records")),
                        counted(report->people, tr("person"), tr("people")),
                        counted(report->families, tr("family"), tr("families")),
                        counted(report->doubtfulPairs, tr("doubtful pair"), tr("doubtful pairs"))));
            context().places.changed();
        });
}

void Deliveries::assess() {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    context().tasks.run<casework::AssessReport>(
        tr("Assessing families"),
        [own](base::Progress& progress) { return casework::assessFamilies(*own, {}, progress); },
        this,
        [this](base::Result<casework::AssessReport> report) {
            if (!succeeded(report, tr("The families were not assessed")))
                return;
            banner()->showDone(tr("%1: %2 assessed, %3 flagged, %4 newly before the team.")
                                   .arg(models::text(report->plan),
                                        counted(report->families, tr("family"), tr("families")),
                                        QLocale().toString(qlonglong(report->flagged)),
                                        QLocale().toString(qlonglong(report->proposed))));
            context().places.changed();
        });
}

QVariantMap Deliveries::draft() const {
    return m_form->draft();
}

void Deliveries::restore(const QVariantMap& draft) {
    m_form->restore(draft, m_agreements);
}

}  // namespace ui::screens

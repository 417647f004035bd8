// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/audit.h"

#include "casework/audit.h"
#include "ui/models/words.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::screens {

Audit::Audit(const shell::Context& context, QWidget* parent)
    : Screen(tr("Audit"), context, parent) {
    auto* check = widgets::button(tr("&Verify the log"), nullptr, QStringLiteral("verify"), this);
    addAction(check);
    m_rows = new models::AuditRows(models::auditColumns(), this);
    m_table = new widgets::Table(tr("Audit log, newest first"), this);
    m_table->setObjectName(QStringLiteral("audit"));
    m_table->setModel(m_rows);
    m_table->setShares({0, 0, 2, 0, 0, 2, 0, 2});
    body()->addWidget(m_table, 1);
    m_told = widgets::paragraph({}, "secondary", this);
    m_told->setObjectName(QStringLiteral("auditEvent"));
    m_told->setAccessibleName(tr("The chosen event"));
    body()->addWidget(m_told);
    connect(m_table, &widgets::Table::currentRowChanged, this, &Audit::tell);
    connect(check, &QPushButton::clicked, this, &Audit::verify);
    connect(m_rows, &models::RowsModelBase::failed, this, [this](const base::Error& error) {
        fail(tr("The log could not be read"), error);
    });
}

void Audit::enter(qint64 /*subject*/) {
    const auto first = casework::readAudit(session(), 0, 1);
    if (!succeeded(first, tr("The log could not be read")))
        return;
    setSubtitle(
        tr("%1, newest first").arg(models::counted(first->total, tr("event"), tr("events"))));
    m_rows->show(
        first->total,
        [this, newest = records::EventId{first->total}](
            std::size_t offset, std::size_t limit) -> base::Result<std::vector<models::AuditLine>> {
            auto page = casework::readAudit(session(), offset, limit, newest);
            if (!page)
                return base::fail(page.error());
            std::vector<models::AuditLine> lines;
            lines.reserve(page->events.size());
            for (access::AuditEvent& event : page->events) {
                const auto name = page->names.find(event.user);
                QString who = name != page->names.end() ? models::text(name->second)
                              : event.user              ? tr("user %1").arg(event.user.value)
                                                        : QString();
                lines.push_back({std::move(event), std::move(who)});
            }
            return lines;
        });
    m_table->chooseFirst();
    m_table->setFocus();
}

void Audit::tell(int row) {
    const models::AuditLine* line = m_rows->row(row);
    m_told->setText(line == nullptr ? QString() : models::inFull(*line));
}

void Audit::verify() {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    context().tasks.run<casework::AuditVerdict>(
        tr("Verifying the audit log"),
        [own](base::Progress& /*progress*/) { return casework::verifyAudit(*own); },
        this,
        [this](base::Result<casework::AuditVerdict> verdict) {
            if (!succeeded(verdict, tr("The log could not be verified")))
                return;
            enter(0);  // verifying is in the log, too
            if (verdict->firstBroken)
                banner()->showError(
                    tr("The log is broken at event %1.").arg(verdict->firstBroken->value),
                    models::text(verdict->what));
            else
                banner()->showDone(
                    tr("The log is whole: %1 follow one another unchanged.")
                        .arg(models::counted(verdict->events, tr("event"), tr("events"))));
        });
}

}  // namespace ui::screens

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/submissions.h"

#include "access/action.h"
#include "ui/parts/field.h"
#include "ui/parts/submission_summary.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::screens {

using access::Action;
using models::counted;
using widgets::space;

namespace {

std::int64_t everyone(const records::Submission& submission) {
    return submission.supportedPeople + submission.assessedOnlyPeople;
}

// "An identifier is not valid and is sent blank: 3 people", of warnings that name each person.
QString toLookAt(const std::vector<std::string>& warnings) {
    QMap<QString, int> counts;
    for (const std::string& warning : warnings)
        ++counts[models::text(warning).section(QStringLiteral(": "), 1)];
    QStringList words;
    for (auto each = counts.begin(); each != counts.end(); ++each)
        words << QStringLiteral("%1: %2.").arg(
            each.key(),
            counted(each.value(), Submissions::tr("person"), Submissions::tr("people")));
    return words.join(QLatin1Char(' '));
}

}  // namespace

Submissions::Submissions(const shell::Context& context, QWidget* parent)
    : Screen(tr("Submissions"), context, parent) {
    m_rows = new models::SubmissionRows(models::submissionColumns(), this);
    m_form = new QFrame(this);
    m_form->setObjectName(QStringLiteral("prepareForm"));
    widgets::setRole(m_form, "form");
    m_form->setAccessibleName(tr("A new submission"));
    buildForm();
    m_form->hide();
    m_table = new widgets::Table(tr("Register of submissions"), this);
    m_table->setObjectName(QStringLiteral("submissions"));
    m_table->setModel(m_rows);
    m_table->setEmptyText(
        tr("Nothing has been prepared yet. An exporting officer prepares a submission, and "
           "another person releases it."));
    m_table->setShares({0, 1, 2, 1, 0, 0, 0});
    m_table->setWrapping();
    m_detail = new parts::SubmissionSummary(context.prompts, this);
    tellOfExport(m_detail->leftOutCard());
    tellOfExport(m_detail->completenessCard());
    m_release =
        widgets::button(tr("&Release\u2026"), "primary", QStringLiteral("release"), m_detail);
    m_detail->addAction(m_release);
    m_detail->hide();
    body()->addWidget(m_form);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_detail);
    if (session().roleMay(Action::prepareSubmission)) {
        auto* prepare =
            widgets::button(tr("&Prepare\u2026"), nullptr, QStringLiteral("prepare"), this);
        addAction(prepare);
        connect(prepare, &QPushButton::clicked, this, [this] {
            m_form->show();
            m_layout->setFocus();
        });
    }
    connect(m_table, &widgets::Table::currentRowChanged, this, &Submissions::showOne);
    connect(m_release, &QPushButton::clicked, this, &Submissions::askRelease);
}

void Submissions::buildForm() {
    auto* all = new QVBoxLayout(m_form);
    all->setContentsMargins(space(4), space(3), space(4), space(3));
    all->setSpacing(space(2));
    all->addWidget(widgets::paragraph(tr("Which families, in which layout?"), "heading", m_form));
    all->addWidget(widgets::paragraph(
        tr("This counts who may be included. Nothing leaves until another person releases it."),
        "secondary",
        m_form));
    m_layout = new QComboBox(m_form);
    for (const std::string& name : casework::layoutNames())
        m_layout->addItem(models::text(name));
    m_from = parts::dateField(base::addMonths(base::today(), -12), m_form);
    m_to = parts::dateField(base::today(), m_form);
    QLayout* fields = parts::fieldRow();
    parts::addField(fields, tr("&Layout"), m_layout, QStringLiteral("layout"));
    parts::addField(fields, tr("&From"), m_from, QStringLiteral("from"));
    parts::addField(fields, tr("&To"), m_to, QStringLiteral("to"));
    all->addLayout(fields);
    auto* row = new QHBoxLayout;
    row->setSpacing(space(2));
    auto* go = widgets::button(tr("Prepare"), "primary", QStringLiteral("prepareGo"), m_form);
    auto* cancel = widgets::button(tr("Not now"), nullptr, QStringLiteral("prepareCancel"), m_form);
    row->addWidget(go);
    row->addWidget(cancel);
    row->addStretch(1);
    all->addLayout(row);
    connect(go, &QPushButton::clicked, this, &Submissions::prepare);
    connect(cancel, &QPushButton::clicked, m_form, &QWidget::hide);
}

void Submissions::enter(qint64 /*subject*/) {
    refresh();
    m_table->setFocus();
}

void Submissions::refresh() {
    auto list = casework::listSubmissions(session());
    if (!succeeded(list, tr("The register could not be read")))
        return;
    const auto count = static_cast<qint64>(list->size());
    setSubtitle(
        count == 0
            ? tr("Nothing has been prepared yet")
            : counted(count, tr("submission in the register"), tr("submissions in the register")));
    m_rows->show(std::move(*list));
    m_detail->setVisible(count > 0);
    m_table->chooseFirst();
    showOne(m_table->currentIndex().row());
}

void Submissions::showOne(int row) {
    const records::Submission* found = m_rows->row(row);
    if (found == nullptr)
        return;
    m_detail->show(*found);
    const bool waits = found->state == records::SubmissionState::prepared;
    const bool mine = found->preparedBy == session().user().id;
    m_release->setVisible(waits && !mine && session().roleMay(Action::releaseSubmission));
    m_detail->setSubtitle(waits && mine ? tr("You prepared it: another person releases it.")
                                        : QString());
}

void Submissions::prepare() {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    casework::SubmitRequest request;
    request.layout = models::utf8(m_layout->currentText());
    request.from = parts::dateIn(m_from);
    request.to = parts::dateIn(m_to);
    m_form->hide();
    context().tasks.run<casework::PreparedSubmission>(
        tr("Preparing a submission"),
        [own, request](base::Progress& progress) {
            return casework::prepareSubmission(*own, request, progress);
        },
        this,
        [this](base::Result<casework::PreparedSubmission> prepared) {
            if (!succeeded(prepared, tr("The submission was not prepared")))
                return;
            refresh();
            QString words =
                tr("Prepared for %1. Another person releases it.")
                    .arg(counted(everyone(prepared->submission), tr("person"), tr("people")));
            if (!prepared->warnings.empty())
                words += QLatin1Char(' ') + toLookAt(prepared->warnings);
            banner()->showDone(words);
        });
}

void Submissions::askRelease() {
    const records::Submission* found = m_rows->row(m_table->currentIndex().row());
    if (found == nullptr)
        return;
    const QString people = counted(everyone(*found), tr("person"), tr("people"));
    const widgets::Confirmation confirmation{
        tr("Release identifiers of %1 to %2?").arg(people, models::text(found->recipient)),
        tr("A file with %1 for each of %2 is written to the folder you choose. The register keeps "
           "who was in it.")
            .arg(counted(static_cast<qint64>(found->fields.size()), tr("field"), tr("fields")),
                 people),
        tr("Release")};
    const records::SubmissionId id = found->id;
    context().prompts.chooseFolder(
        this, tr("Where to write the files"), [this, id, confirmation](const QString& folder) {
            context().prompts.confirm(
                this, confirmation, [this, id, folder] { release(id, folder); });
        });
}

void Submissions::release(records::SubmissionId submission, const QString& folder) {
    const auto own = ownSession();
    if (own == nullptr)
        return;
    const std::filesystem::path path(folder.toStdString());
    context().tasks.run<casework::ReleasedFiles>(
        tr("Releasing a submission"),
        [own, submission, path](base::Progress& progress) {
            return casework::releaseSubmission(*own, submission, path, progress);
        },
        this,
        [this](base::Result<casework::ReleasedFiles> files) {
            if (!succeeded(files, tr("The submission was not released")))
                return;
            refresh();
            banner()->showDone(tr("Released: %1 and its manifest.")
                                   .arg(QString::fromStdString(files->csv.filename().string())));
        });
}

}  // namespace ui::screens

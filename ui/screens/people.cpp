// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/people.h"

#include "casework/users.h"
#include "ui/parts/field.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::screens {

using widgets::space;

People::People(const shell::Context& context, QWidget* parent)
    : Screen(tr("People and access"), context, parent) {
    auto* take = widgets::button(tr("&Remove\u2026"), nullptr, QStringLiteral("removeUser"), this);
    auto* give =
        widgets::button(tr("&Add a person\u2026"), "primary", QStringLiteral("addUser"), this);
    addAction(take);
    addAction(give);
    m_form = new QFrame(this);
    m_form->setObjectName(QStringLiteral("userForm"));
    widgets::setRole(m_form, "form");
    m_form->setAccessibleName(tr("A new person"));
    buildForm();
    m_form->hide();
    m_rows = new models::UserRows(models::userColumns(), this);
    m_table = new widgets::Table(tr("People who may unlock this vault"), this);
    m_table->setObjectName(QStringLiteral("users"));
    m_table->setModel(m_rows);
    m_table->setShares({2, 2, 3});
    body()->addWidget(m_form);
    body()->addWidget(m_table, 1);
    connect(give, &QPushButton::clicked, this, [this] {
        m_form->show();
        m_name->setFocus();
    });
    connect(take, &QPushButton::clicked, this, &People::remove);
}

void People::buildForm() {
    auto* all = new QVBoxLayout(m_form);
    all->setContentsMargins(space(4), space(3), space(4), space(3));
    all->setSpacing(space(2));
    all->addWidget(widgets::paragraph(tr("Who joins, and in which job?"), "heading", m_form));
    m_name = new QLineEdit(m_form);
    m_display = new QLineEdit(m_form);
    m_role = new QComboBox(m_form);
    for (const access::Role role : access::allRoles)
        m_role->addItem(models::text(access::roleName(role)), static_cast<int>(role));
    m_password = new QLineEdit(m_form);
    m_password->setEchoMode(QLineEdit::Password);
    QLayout* fields = parts::fieldRow();
    parts::addField(fields, tr("Signs &in as"), m_name, QStringLiteral("newName"));
    parts::addField(fields, tr("&Name on screen"), m_display, QStringLiteral("newDisplay"));
    parts::addField(fields, tr("Ro&le"), m_role, QStringLiteral("newRole"));
    parts::addField(fields, tr("First &password"), m_password, QStringLiteral("newPassword"));
    all->addLayout(fields);
    m_error = widgets::paragraph({}, "error", m_form);
    m_error->hide();
    all->addWidget(m_error);
    auto* row = new QHBoxLayout;
    row->setSpacing(space(2));
    auto* go = widgets::button(tr("Add"), "primary", QStringLiteral("addGo"), m_form);
    auto* cancel = widgets::button(tr("Not now"), nullptr, QStringLiteral("addCancel"), m_form);
    row->addWidget(go);
    row->addWidget(cancel);
    row->addStretch(1);
    all->addLayout(row);
    connect(go, &QPushButton::clicked, this, &People::add);
    connect(m_password, &QLineEdit::returnPressed, this, &People::add);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_password->clear();
        m_form->hide();
    });
}

void People::enter(qint64 /*subject*/) {
    refresh();
    m_table->setFocus();
}

void People::refresh() {
    auto users = casework::listUsers(session());
    if (!succeeded(users, tr("The users could not be read")))
        return;
    setSubtitle(
        tr("%1 may unlock this vault")
            .arg(models::counted(static_cast<qint64>(users->size()), tr("person"), tr("people"))));
    m_rows->show(std::move(*users));
    m_table->chooseFirst();
}

void People::add() {
    constexpr int least = 12;
    if (m_name->text().trimmed().isEmpty() || m_password->text().size() < least) {
        m_error->setText(m_name->text().trimmed().isEmpty()
                             ? tr("Say what they sign in as.")
                             : tr("A password has at least %1 characters.").arg(least));
        m_error->show();
        return;
    }
    m_error->hide();
    const auto own = ownSession();
    if (own == nullptr)
        return;
    QByteArray bytes = m_password->text().toUtf8();
    auto secret = std::make_shared<base::Secret>(
        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    bytes.fill('\0');
    m_password->clear();
    const casework::NewUser user{models::utf8(m_name->text().trimmed()),
                                 models::utf8(m_display->text().trimmed()),
                                 static_cast<access::Role>(m_role->currentData().toInt())};
    context().tasks.run<records::UserId>(
        tr("Adding a person"),
        [own, user, secret](base::Progress& /*progress*/) {
            return casework::addUser(*own, user, *secret);
        },
        this,
        [this](base::Result<records::UserId> added) {
            if (!succeeded(added, tr("The person was not added")))
                return;
            m_form->hide();
            m_name->clear();
            m_display->clear();
            banner()->showDone(tr("The person can unlock the vault now."));
            refresh();
        });
}

void People::remove() {
    const access::User* user = m_rows->row(m_table->currentIndex().row());
    if (user == nullptr)
        return;
    context().prompts.confirm(
        this,
        {tr("Remove %1?").arg(models::text(user->displayName)),
         tr("This 1 person can no longer unlock the vault. What they did stays in the audit log."),
         tr("Remove")},
        [this, id = user->id] {
            if (!succeeded(casework::removeUser(session(), id), tr("The person was not removed")))
                return;
            banner()->showDone(tr("Removed."));
            refresh();
        });
}

}  // namespace ui::screens

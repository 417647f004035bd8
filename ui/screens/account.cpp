// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/account.h"

#include "access/role.h"
#include "casework/users.h"
#include "ui/parts/field.h"
#include "ui/tasks/task_runner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::screens {

namespace {

constexpr int least = 12;  // characters of a password

std::shared_ptr<base::Secret> secretOf(const QLineEdit* field) {
    QByteArray bytes = field->text().toUtf8();
    auto secret = std::make_shared<base::Secret>(
        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    bytes.fill('\0');
    return secret;
}

QLineEdit* passwordField(QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

}  // namespace

Account::Account(const shell::Context& context, QWidget* parent)
    : Screen(tr("Your access"), context, parent) {
    auto* card = new widgets::Card(tr("Change your password"), this);
    card->setSubtitle(
        tr("At least %1 characters. Three unrelated words are easy to keep in mind.").arg(least));
    m_old = passwordField(card);
    m_new = passwordField(card);
    m_again = passwordField(card);
    parts::addField(card->body(), tr("&Old password"), m_old, QStringLiteral("oldPassword"));
    parts::addField(card->body(), tr("&New password"), m_new, QStringLiteral("newPassword"));
    parts::addField(
        card->body(), tr("New password &again"), m_again, QStringLiteral("newPasswordAgain"));
    m_error = widgets::paragraph({}, "error", card);
    m_error->hide();
    card->body()->addWidget(m_error);
    auto* go =
        widgets::button(tr("Change password"), "primary", QStringLiteral("changePassword"), card);
    card->body()->addWidget(go, 0, Qt::AlignLeft);
    body()->addWidget(card);
    body()->addStretch(1);
    connect(go, &QPushButton::clicked, this, &Account::change);
    connect(m_again, &QLineEdit::returnPressed, this, &Account::change);
}

void Account::enter(qint64 /*subject*/) {
    const access::User& user = session().user();
    setSubtitle(tr("%1, signed in as %2, %3")
                    .arg(models::text(user.displayName),
                         models::text(user.name),
                         models::text(access::roleName(user.role)).toLower()));
    clear();
    m_old->setFocus();
}

void Account::clear() {
    for (QLineEdit* field : {m_old, m_new, m_again})
        field->clear();
    m_error->hide();
}

QString Account::fault() const {
    if (m_old->text().isEmpty())
        return tr("Say the old password.");
    if (m_new->text().size() < least)
        return tr("The new password has at least %1 characters.").arg(least);
    if (m_new->text() != m_again->text())
        return tr("The new password is not the same both times.");
    return {};
}

void Account::change() {
    const QString wrong = fault();
    m_error->setText(wrong);
    m_error->setVisible(!wrong.isEmpty());
    if (!wrong.isEmpty())
        return;
    const auto own = ownSession();
    if (own == nullptr)
        return;
    context().tasks.run<void>(
        tr("Changing the password"),
        [own, before = secretOf(m_old), after = secretOf(m_new)](base::Progress& /*progress*/) {
            return casework::changePassword(*own, *before, *after);
        },
        this,
        [this](base::Result<void> changed) {
            if (succeeded(changed, tr("The password was not changed")))
                banner()->showDone(tr("The new password counts from now on."));
        });
    clear();
    m_old->setFocus();
}

}  // namespace ui::screens

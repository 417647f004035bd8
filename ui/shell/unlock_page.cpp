// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/unlock_page.h"

#include "ui/models/words.h"
#include "ui/parts/field.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::shell {

using widgets::space;

namespace {

std::shared_ptr<base::Secret> taken(QLineEdit* field) {
    QByteArray bytes = field->text().toUtf8();
    auto secret = std::make_shared<base::Secret>(
        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    bytes.fill('\0');
    field->clear();
    return secret;
}

constexpr int leastPassword = 12;

}  // namespace

UnlockPage::UnlockPage(widgets::Prompts& prompts, QWidget* parent)
    : QWidget(parent), m_prompts(prompts) {
    widgets::setRole(this, "screen");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Unlock"));
    auto* card = new widgets::Card({}, this);
    card->setMinimumWidth(QFontMetrics(widgets::fontOf(widgets::Type::body)).averageCharWidth() *
                          58);
    m_heading = widgets::label({}, "title", card);
    m_banner = new widgets::Banner(card);
    m_vault = new QComboBox(card);
    m_vault->setEditable(true);
    m_vault->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_user = new QLineEdit(card);
    m_password = new QLineEdit(card);
    m_password->setEchoMode(QLineEdit::Password);
    m_again = new QLineEdit(card);
    m_again->setEchoMode(QLineEdit::Password);
    QVBoxLayout* column = card->body();
    column->setSpacing(space(3));
    column->addWidget(m_heading);
    column->addWidget(m_banner);
    parts::addField(column, tr("&Vault"), m_vault, QStringLiteral("vault"));
    auto* choose =
        widgets::button(tr("Choose another\u2026"), "link", QStringLiteral("chooseVault"), card);
    column->addWidget(choose, 0, Qt::AlignLeft);
    parts::addField(column, tr("Your &name"), m_user, QStringLiteral("user"));
    parts::addField(column, tr("&Password"), m_password, QStringLiteral("password"));
    m_againUnit = parts::addField(column, tr("Password &again"), m_again, QStringLiteral("again"));
    m_go = widgets::button({}, "primary", QStringLiteral("unlock"), card);
    m_go->setDefault(true);
    m_other = widgets::button({}, "link", QStringLiteral("otherWay"), card);
    auto* row = new QHBoxLayout;
    row->addWidget(m_go);
    row->addStretch(1);
    row->addWidget(m_other);
    column->addLayout(row);
    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addWidget(card, 0, Qt::AlignHCenter);
    page->addStretch(3);
    connect(choose, &QPushButton::clicked, this, [this] {
        m_prompts.chooseFolder(this, tr("Choose a vault"), [this](const QString& path) {
            m_vault->setEditText(path);
        });
    });
    connect(m_go, &QPushButton::clicked, this, &UnlockPage::submit);
    for (QLineEdit* field : {m_user, m_password, m_again})
        connect(field, &QLineEdit::returnPressed, this, &UnlockPage::submit);
    connect(m_other, &QPushButton::clicked, this, [this] { setCreating(!m_creating); });
    setCreating(false);
}

void UnlockPage::offer(const QStringList& vaults, const QString& user) {
    setCreating(false);
    m_vault->clear();
    m_vault->addItems(vaults);
    m_user->setText(user);
    (user.isEmpty() ? m_user : m_password)->setFocus();
}

void UnlockPage::setBusy(bool busy) {
    for (QWidget* each :
         std::initializer_list<QWidget*>{m_vault, m_user, m_password, m_again, m_go, m_other})
        each->setEnabled(!busy);
    if (busy)
        m_go->setText(m_creating ? tr("Making the vault\u2026") : tr("Unlocking\u2026"));
    else
        m_go->setText(m_creating ? tr("Make the vault") : tr("Unlock"));
    m_go->setAccessibleName(m_go->text());
}

void UnlockPage::showError(const base::Error& error) {
    if (error.code == base::Code::wrongKey)
        m_banner->showError(tr("The name or the password is not right."), {});
    else
        m_banner->showError(models::said(error), models::details(error));
    m_password->setFocus();
}

void UnlockPage::showNote(const QString& note) {
    m_banner->showNote(note);
}

void UnlockPage::setCreating(bool creating) {
    m_creating = creating;
    m_heading->setText(creating ? tr("Make a new vault") : tr("Unlock"));
    m_heading->parentWidget()->setAccessibleName(m_heading->text());
    m_againUnit->setVisible(creating);
    m_go->setText(creating ? tr("Make the vault") : tr("Unlock"));
    m_go->setAccessibleName(m_go->text());
    m_other->setText(creating ? tr("Unlock one instead") : tr("Make a new vault\u2026"));
    m_other->setAccessibleName(m_other->text());
    if (creating)
        m_banner->showNote(tr(
            "You become its administrator. The password can\u2019t be recovered: keep it safe."));
    else
        m_banner->dismiss();
}

void UnlockPage::complain(const QString& what, QWidget* field) {
    m_banner->showError(what, {});
    field->setFocus();
}

void UnlockPage::submit() {
    if (m_vault->currentText().trimmed().isEmpty())
        return complain(tr("Say which vault."), m_vault);
    if (m_user->text().trimmed().isEmpty())
        return complain(tr("Say who you are."), m_user);
    if (m_password->text().isEmpty())
        return complain(tr("Type your password."), m_password);
    if (m_creating && m_password->text().size() < leastPassword)
        return complain(tr("A password has at least %1 characters.").arg(leastPassword),
                        m_password);
    if (m_creating && m_password->text() != m_again->text())
        return complain(tr("The two passwords differ."), m_again);
    QString path = m_vault->currentText().trimmed();
    if (m_creating && !path.endsWith(QStringLiteral(".vault")))
        path += QStringLiteral(".vault");
    m_banner->dismiss();
    m_again->clear();
    Q_EMIT asked({path, m_user->text().trimmed(), taken(m_password), m_creating});
}

}  // namespace ui::shell

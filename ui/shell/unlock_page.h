// SPDX-License-Identifier: GPL-3.0-or-later
// Where everyone begins and where a lock returns to: which vault, who, the password; or a new
// vault. Passwords leave the fields as a Secret and the fields are emptied.
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
class Prompts;
}  // namespace ui::widgets

namespace ui::shell {

struct UnlockRequest {
    QString vault;
    QString user;
    std::shared_ptr<base::Secret> password;
    bool create = false;  // the vault is to be made, with this user as its administrator
};

class UnlockPage : public QWidget {
    Q_OBJECT

public:
    // The prompts must outlive the page.
    UnlockPage(widgets::Prompts& prompts, QWidget* parent);

    void offer(const QStringList& vaults, const QString& user);
    void setBusy(bool busy);
    void showError(const base::Error& error);
    // Why the page is here: "Locked after 15 minutes without a key".
    void showNote(const QString& note);

Q_SIGNALS:
    void asked(const UnlockRequest& request);

private:
    void setCreating(bool creating);
    void submit();
    void complain(const QString& what, QWidget* field);

    widgets::Prompts& m_prompts;
    bool m_creating = false;
    QLabel* m_heading;
    widgets::Banner* m_banner;
    QComboBox* m_vault;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLineEdit* m_again;
    QWidget* m_againUnit;
    QPushButton* m_go;
    QPushButton* m_other;
};

}  // namespace ui::shell

// SPDX-License-Identifier: GPL-3.0-or-later
// One's own access: who one is here, and a change of password.
#pragma once

#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace ui::screens {

class Account : public shell::Screen {
    Q_OBJECT

public:
    Account(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    void change();
    void clear();
    [[nodiscard]] QString fault() const;

    QLineEdit* m_old;
    QLineEdit* m_new;
    QLineEdit* m_again;
    QLabel* m_error;
};

}  // namespace ui::screens

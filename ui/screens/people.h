// SPDX-License-Identifier: GPL-3.0-or-later
// Who may unlock the vault, and in which role.
#pragma once

#include "ui/models/columns.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace ui::widgets {
class Table;
}

namespace ui::screens {

class People : public shell::Screen {
    Q_OBJECT

public:
    People(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    void buildForm();
    void refresh();
    void add();
    void remove();

    models::UserRows* m_rows;
    widgets::Table* m_table;
    QFrame* m_form;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_display = nullptr;
    QComboBox* m_role = nullptr;
    QLineEdit* m_password = nullptr;
    QLabel* m_error = nullptr;
};

}  // namespace ui::screens

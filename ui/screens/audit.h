// SPDX-License-Identifier: GPL-3.0-or-later
// Who did what, to which number, and why; and whether the log is whole.
#pragma once

#include "ui/models/columns.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace ui::widgets {
class Table;
}

namespace ui::screens {

class Audit : public shell::Screen {
    Q_OBJECT

public:
    Audit(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    void verify();
    void tell(int row);

    models::AuditRows* m_rows;
    widgets::Table* m_table;
    QLabel* m_told;
};

}  // namespace ui::screens

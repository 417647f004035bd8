// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to the national study: one person prepares, another releases, and the register
// remembers.
#pragma once

#include "casework/submissions.h"
#include "ui/models/columns.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::parts {
class SubmissionSummary;
}

namespace ui::widgets {
class Table;
}

namespace ui::screens {

class Submissions : public shell::Screen {
    Q_OBJECT

public:
    Submissions(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    void buildForm();
    void refresh();
    void showOne(int row);
    void prepare();
    void askRelease();
    void release(records::SubmissionId submission, const QString& folder);

    models::SubmissionRows* m_rows;
    widgets::Table* m_table;
    parts::SubmissionSummary* m_detail;
    QPushButton* m_release;
    QFrame* m_form;
    QComboBox* m_layout = nullptr;
    QDateEdit* m_from = nullptr;
    QDateEdit* m_to = nullptr;
};

}  // namespace ui::screens

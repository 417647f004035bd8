// SPDX-License-Identifier: GPL-3.0-or-later
// The list of families as the work list and the reviews show it: marks of the six criteria, what
// each waits for, a legend, and what to say when there is none.
#pragma once

#include "casework/work_list.h"
#include "ui/models/columns.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace ui::widgets {
class EmptyState;
class Table;
}  // namespace ui::widgets

namespace ui::parts {

class FamilyTable : public QWidget {
    Q_OBJECT

public:
    // The session must outlive the table.
    FamilyTable(const QString& name, casework::Session& session, QWidget* parent);

    // Counts, then reads windows as they come into sight. Fails when the count does.
    [[nodiscard]] base::Result<std::int64_t> show(const casework::WorkQuery& query);
    void setEmptyWords(const QString& title, const QString& words);

    [[nodiscard]] widgets::Table* table() const { return m_table; }

Q_SIGNALS:
    void opened(records::FamilyId family);
    void failed(const base::Error& error);

private:
    casework::Session& m_session;
    models::WorkRows* m_rows;
    widgets::Table* m_table;
    widgets::EmptyState* m_empty;
    QWidget* m_pages;
    QStackedLayout* m_stack;
};

// The four kinds of mark with their words.
[[nodiscard]] QWidget* legend(QWidget* parent);

}  // namespace ui::parts

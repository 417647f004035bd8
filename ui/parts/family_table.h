// SPDX-License-Identifier: GPL-3.0-or-later
// The list of families as the work list and the reviews show it: marks of the six criteria, what
// each waits for, a legend, and what to say when there is none.
#pragma once

#include "casework/work_list.h"
#include "ui/models/columns.h"

#include <QWidget>

#include <memory>

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

    // Reads which families there are, then their rows as they come into sight. Returns how many.
    [[nodiscard]] base::Result<std::int64_t> show(const casework::WorkQuery& query);
    // Of those last read, the families whose reference holds the text. Reads nothing but the rows
    // in sight. Returns how many.
    std::int64_t narrow(const std::string& text);
    // From now on pressing a heading asks for its order, and an arrow marks the one in force.
    void markOrder(casework::WorkOrder order, bool descending);
    void setEmptyWords(const QString& title, const QString& words);

    [[nodiscard]] widgets::Table* table() const { return m_table; }

Q_SIGNALS:
    void opened(records::FamilyId family);
    void orderAsked(casework::WorkOrder order);
    void failed(const base::Error& error);

private:
    using Families = std::vector<records::FamilyId>;

    void headingPressed(int column);

    casework::Session& m_session;
    Families m_families;                         // of the query, in its order
    std::shared_ptr<const Families> m_narrowed;  // what the rows are read by
    models::WorkRows* m_rows;
    widgets::Table* m_table;
    widgets::EmptyState* m_empty;
    QWidget* m_pages;
    QStackedLayout* m_stack;
    int m_orderColumn = -1;  // the heading marked; none until markOrder()
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

// The four kinds of mark with their words.
[[nodiscard]] QWidget* legend(QWidget* parent);

}  // namespace ui::parts

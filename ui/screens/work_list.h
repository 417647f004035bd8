// SPDX-License-Identifier: GPL-3.0-or-later
// My families and what each waits for: the first thing after unlock.
#pragma once

#include "casework/work_list.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QComboBox;
QT_END_NAMESPACE

namespace ui::parts {
class FamilyTable;
}

namespace ui::widgets {
class Chips;
class SearchField;
}  // namespace ui::widgets

namespace ui::screens {

class WorkList : public shell::Screen {
    Q_OBJECT

public:
    WorkList(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] casework::WorkQuery query() const;
    void refresh();
    void search();
    void orderBy(casework::WorkOrder order);
    void tell(std::int64_t families);
    void refreshCounts();

    QBoxLayout* m_top;
    widgets::Chips* m_chips;
    widgets::SearchField* m_search;
    QComboBox* m_order;
    parts::FamilyTable* m_families;
};

}  // namespace ui::screens

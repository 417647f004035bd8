// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/family_table.h"

#include "records/reference_part.h"
#include "ui/models/outcome.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace ui::parts {

using widgets::space;

namespace {

using casework::WorkOrder;

// What pressing the heading of each column of models::workColumns() sorts by.
constexpr std::array<std::optional<WorkOrder>, 7> columnOrders{WorkOrder::reference,
                                                               std::nullopt,
                                                               WorkOrder::criteriaMet,
                                                               WorkOrder::state,
                                                               WorkOrder::since,
                                                               std::nullopt,
                                                               WorkOrder::newestEvidence};

}  // namespace

FamilyTable::FamilyTable(const QString& name, casework::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session) {
    m_rows = new models::WorkRows(models::workColumns(), this);
    m_pages = new QWidget(this);
    m_stack = new QStackedLayout(m_pages);
    m_table = new widgets::Table(name, m_pages);
    m_table->setObjectName(QStringLiteral("families"));
    m_table->setModel(m_rows);
    m_table->setItemDelegateForColumn(2, new widgets::MarksDelegate(m_table));
    m_table->setShares({0, 0, 0, 4, 0, 1, 1});
    m_empty = new widgets::EmptyState(QStringLiteral("work"), {}, {}, m_pages);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(3));
    column->addWidget(m_pages, 1);
    column->addWidget(legend(this));
    connect(m_table, &widgets::Table::opened, this, [this](int row) {
        if (const casework::WorkRow* found = m_rows->row(row))
            Q_EMIT opened(found->family);
    });
    connect(m_rows, &models::RowsModelBase::failed, this, &FamilyTable::failed);
}

base::Result<std::int64_t> FamilyTable::show(const casework::WorkQuery& query) {
    casework::WorkQuery everyReference = query;
    everyReference.text.clear();
    auto families = casework::orderFamilies(m_session, everyReference);
    if (!families)
        return base::fail(families.error());
    m_families = std::move(*families);
    return narrow(query.text);
}

std::int64_t FamilyTable::narrow(const std::string& text) {
    const records::ReferencePart part(text);
    auto narrowed = std::make_shared<Families>();
    std::copy_if(m_families.begin(),
                 m_families.end(),
                 std::back_inserter(*narrowed),
                 [&part](records::FamilyId family) { return part.isIn(family); });
    m_narrowed = std::move(narrowed);
    const auto count = static_cast<std::int64_t>(m_narrowed->size());
    const int before = m_table->currentIndex().row();
    m_rows->show(count, [this, all = m_narrowed](std::size_t offset, std::size_t limit) {
        const auto window = std::span(*all).subspan(std::min(offset, all->size()));
        return casework::workRows(m_session, window.first(std::min(limit, window.size())));
    });
    m_stack->setCurrentWidget(count == 0 ? static_cast<QWidget*>(m_empty) : m_table);
    if (count > 0) {
        const int row = std::clamp(before, 0, static_cast<int>(count) - 1);
        m_table->setCurrentIndex(m_rows->index(row, 0));
    }
    return count;
}

void FamilyTable::markOrder(casework::WorkOrder order, bool descending) {
    QHeaderView* headings = m_table->horizontalHeader();
    if (m_orderColumn < 0) {
        headings->setSectionsClickable(true);
        headings->setSortIndicatorShown(true);
        connect(headings, &QHeaderView::sectionClicked, this, &FamilyTable::headingPressed);
    }
    m_orderColumn = static_cast<int>(std::find(columnOrders.begin(), columnOrders.end(), order) -
                                     columnOrders.begin());
    m_direction = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    headings->setSortIndicator(m_orderColumn, m_direction);
}

// The heading has moved its arrow already; where it may not, the arrow goes back.
void FamilyTable::headingPressed(int column) {
    m_table->horizontalHeader()->setSortIndicator(m_orderColumn, m_direction);
    if (const auto order = columnOrders.at(static_cast<std::size_t>(column)))
        Q_EMIT orderAsked(*order);
}

void FamilyTable::setEmptyWords(const QString& title, const QString& words) {
    m_empty->setText(title, words);
}

QWidget* legend(QWidget* parent) {
    auto* frame = new QFrame(parent);
    widgets::setRole(frame, "card");
    frame->setAccessibleName(FamilyTable::tr("What the marks mean"));
    auto* flow = new widgets::FlowLayout(frame);
    flow->setContentsMargins(space(3), space(2), space(3), space(2));
    flow->setSpacing(space(4));
    const std::pair<widgets::MarkState, QString> states[] = {
        {widgets::MarkState::filled, FamilyTable::tr("met")},
        {widgets::MarkState::outlined, FamilyTable::tr("not met")},
        {widgets::MarkState::hatched, FamilyTable::tr("unknown: no partner has told us")},
        {widgets::MarkState::faint, FamilyTable::tr("does not apply")}};
    for (const auto& [state, words] : states) {
        auto* pair = new QWidget(frame);
        auto* row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space(2));
        row->addWidget(new widgets::MarkWidget({2, state}, pair));
        row->addWidget(widgets::label(words, nullptr, pair));
        flow->addWidget(pair);
    }
    QStringList names;
    for (int number = 1; number <= 6; ++number)
        names << QStringLiteral("%1 %2").arg(QString::number(number),
                                             models::shortCriterion(number));
    flow->addWidget(widgets::label(names.join(QStringLiteral(" \u00b7 ")), "secondary", frame));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    frame->setSizePolicy(policy);
    return frame;
}

}  // namespace ui::parts

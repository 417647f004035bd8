// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table.h"

#include "ui/widgets/mark.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace ui::widgets {

Table::Table(const QString& name, QWidget* parent) : QTableView(parent) {
    setAccessibleName(name);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(markSize() + space(3));
    verticalHeader()->setMinimumSectionSize(markSize() + space(2));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(space(8));
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        Q_EMIT opened(index.row());
    });
}

void Table::setShares(std::vector<int> shares) {
    m_shares = std::move(shares);
    share();
}

void Table::setGrowing(bool growing) {
    m_growing = growing;
    if (growing) {
        setRole(this, "inset");
        setWordWrap(true);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    refit();
}

void Table::chooseFirst() {
    if (model() != nullptr && model()->rowCount() > 0 && !currentIndex().isValid())
        setCurrentIndex(model()->index(0, 0));
}

void Table::setModel(QAbstractItemModel* model) {
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &Table::refit);
    connect(model, &QAbstractItemModel::rowsInserted, this, &Table::refit);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &Table::refit);
    refit();
}

QSize Table::sizeHint() const {
    if (!m_growing || model() == nullptr)
        return QTableView::sizeHint();
    return {QTableView::sizeHint().width(),
            verticalHeader()->length() + horizontalHeader()->sizeHint().height() +
                2 * frameWidth() + 2 +
                (horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height()
                                                      : 0)};
}

QSize Table::minimumSizeHint() const {
    return m_growing ? QSize(space(40), sizeHint().height()) : QTableView::minimumSizeHint();
}

void Table::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void Table::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    share();
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void Table::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

void Table::share() {
    if (model() == nullptr || m_shares.empty() || viewport()->width() <= 0)
        return;
    const int columns = std::min(model()->columnCount(), static_cast<int>(m_shares.size()));
    std::vector<int> needs(m_shares.size());
    for (int i = 0; i < columns; ++i)
        needs[static_cast<std::size_t>(i)] =
            std::max(sizeHintForColumn(i), horizontalHeader()->sectionSizeHint(i)) + space(2);
    const int needed = std::accumulate(needs.begin(), needs.end(), 0);
    if (m_growing && needed > viewport()->width())
        return squeeze(needs);
    const int spare = std::max(0, viewport()->width() - needed);
    const int total = std::max(1, std::accumulate(m_shares.begin(), m_shares.end(), 0));
    for (int i = 0; i < columns; ++i) {
        const auto at = static_cast<std::size_t>(i);
        setColumnWidth(i, needs[at] + spare * m_shares[at] / total);
    }
}

// Columns with a share give way, down to a word or so; their text wraps.
void Table::squeeze(const std::vector<int>& needs) {
    int fixed = 0;
    int giving = 0;
    for (std::size_t i = 0; i < needs.size(); ++i)
        (m_shares[i] == 0 ? fixed : giving) += needs[i];
    const int room = std::max(0, viewport()->width() - fixed);
    const int least = space(18);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const int squeezed =
            giving == 0 ? needs[i] : static_cast<int>(std::int64_t(needs[i]) * room / giving);
        const int width =
            m_shares[i] == 0 ? needs[i] : std::max(std::min(least, needs[i]), squeezed);
        setColumnWidth(static_cast<int>(i), width);
    }
}

void Table::refit() {
    share();
    fitHeight();
}

void Table::fitHeight() {
    if (!m_growing || model() == nullptr)
        return;
    resizeRowsToContents();
    const int height = sizeHint().height();
    if (height == minimumHeight() && height == maximumHeight())
        return;
    setFixedHeight(height);
    updateGeometry();
}

}  // namespace ui::widgets

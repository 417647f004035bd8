// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table.h"

#include "ui/widgets/clipboard.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui::widgets {

namespace {

constexpr int verticalSlack = 6;  // the line under a cell, and the style's rounding of line heights

// Heights of wrapped text in the width that is really left for it: the style sheet's padding is not
// taken off by the default delegate when it is asked for a height.
class WrappingDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        const QSize usual = QStyledItemDelegate::sizeHint(option, index);
        if (option.rect.width() <= Table::cellMargins())
            return usual;
        const QRect text = option.fontMetrics.boundingRect(
            QRect(0, 0, option.rect.width() - Table::cellMargins(), 100000),
            Qt::TextWordWrap,
            index.data().toString());
        return {usual.width(),
                std::max(text.height() + 2 * space(1) + verticalSlack, markSize() + space(2))};
    }
};

constexpr int rowsCopied = 10000;
constexpr int rowsAtLeast = 4;

}  // namespace

int Table::cellMargins() {
    return 2 * space(2) + 8;
}

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
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setResizeContentsPrecision(rowsMeasured);  // not a thousand rows, read anew
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        Q_EMIT opened(index.row());
    });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &Table::noteWidth);
    connect(
        horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
            openMenu(horizontalHeader()->logicalIndexAt(at),
                     horizontalHeader()->viewport()->mapToGlobal(at));
        });
}

void Table::setShares(std::vector<int> shares) {
    m_shares = std::move(shares);
    share();
}

void Table::setWrapping() {
    m_wrapping = true;
    setWordWrap(true);
    setItemDelegate(new WrappingDelegate(this));
    refit();
}

void Table::setGrowing(bool growing) {
    m_growing = growing;
    if (growing) {
        setRole(this, "inset");
        setWrapping();
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
    const bool saysEmpty = model()->rowCount() == 0 && !m_emptyText.isEmpty();
    return {QTableView::sizeHint().width(),
            verticalHeader()->length() + (saysEmpty ? verticalHeader()->defaultSectionSize() : 0) +
                horizontalHeader()->sizeHint().height() + 2 * frameWidth() + 2 +
                (horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height()
                                                      : 0)};
}

QSize Table::minimumSizeHint() const {
    const int rows = rowsAtLeast * verticalHeader()->defaultSectionSize();
    return {space(40),
            m_growing ? sizeHint().height() : horizontalHeader()->sizeHint().height() + rows};
}

void Table::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().row());
        return;
    }
    if (event->matches(QKeySequence::Copy))
        return copyCell();
    if (event->key() == Qt::Key_C &&
        event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return copyColumn(currentIndex().column());
    QTableView::keyPressEvent(event);
}

void Table::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint where = byKey ? visualRect(currentIndex()).bottomLeft() : event->pos();
    openMenu(byKey ? currentIndex().column() : columnAt(event->pos().x()),
             viewport()->mapToGlobal(where));
}

void Table::forbidCopies() {
    m_mayCopy = false;
}

void Table::copyCell() const {
    if (m_mayCopy && currentIndex().isValid())
        copyForAWhile(currentIndex().data().toString());
}

void Table::copyColumn(int column) const {
    if (!m_mayCopy || column < 0)
        return;
    QStringList cells{model()->headerData(column, Qt::Horizontal).toString()};
    for (int row = 0; row < std::min(model()->rowCount(), rowsCopied); ++row)
        cells << model()->index(row, column).data().toString();
    copyForAWhile(cells.join(QLatin1Char('\n')));
}

void Table::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    share();
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void Table::setEmptyText(const QString& words) {
    m_emptyText = words;
    setAccessibleDescription(words);
    fitHeight();
    viewport()->update();
}

void Table::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || model() == nullptr || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(colours().secondary);
    painter.drawText(viewport()->rect().adjusted(space(4), space(2), -space(4), -space(2)),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     m_emptyText);
}

void Table::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

void Table::refit() {
    applyHidden();
    share();
    fitHeight();
}

void Table::fitHeight() {
    if (!m_wrapping || model() == nullptr)
        return;
    resizeRowsToContents();
    if (!m_growing)
        return;
    updateGeometries();  // at once: whether there is a scroll bar is part of the height
    const int height = sizeHint().height();
    if (height == minimumHeight() && height == maximumHeight())
        return;
    setFixedHeight(height);
    updateGeometry();
}

}  // namespace ui::widgets

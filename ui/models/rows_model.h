// SPDX-License-Identifier: GPL-3.0-or-later
// A table over a list function of the casework: only the windows of rows in sight are fetched, so a
// list of 200,000 opens at once. A column is a heading and what it shows of a row. When the number
// of rows is not known beforehand, they are fetched onward as the view scrolls.
#pragma once

#include "base/result.h"

#include <QAbstractTableModel>
#include <QTextDocument>

#include <functional>
#include <map>
#include <vector>

namespace ui::models {

// What needs no row type, so that it can have signals.
class RowsModelBase : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

Q_SIGNALS:
    // A window of rows could not be read; once for each reset.
    void failed(const base::Error& error) const;

protected:
    void tellOnce(const base::Error& error) const;

    static constexpr int window = 128;
    static constexpr std::size_t windowsKept = 64;

    int m_rows = 0;
    mutable bool m_told = false;
};

template <class Row>
struct Column {
    QString heading;
    // Asked for the roles a view asks for; Qt::DisplayRole at least.
    std::function<QVariant(const Row&, int role)> value;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

// A tip takes what looks like markup for markup; what a partner sent is only ever text.
[[nodiscard]] inline QString plainTip(const QString& text) {
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

// A column of plain text.
template <class Row>
[[nodiscard]] Column<Row> textColumn(const QString& heading,
                                     std::function<QString(const Row&)> words,
                                     Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter) {
    return {heading,
            [words = std::move(words)](const Row& row, int role) {
                if (role == Qt::ToolTipRole)
                    return QVariant(plainTip(words(row)));
                return role == Qt::DisplayRole ? QVariant(words(row)) : QVariant();
            },
            alignment};
}

template <class Row>
class RowsModel : public RowsModelBase {
public:
    using Fetch =
        std::function<base::Result<std::vector<Row>>(std::size_t offset, std::size_t limit)>;

    explicit RowsModel(std::vector<Column<Row>> columns, QObject* parent = nullptr)
        : RowsModelBase(parent), m_columns(std::move(columns)) {}

    // Rows that are all at hand.
    void show(std::vector<Row> rows) {
        begin({});
        m_rows = static_cast<int>(rows.size());
        for (int first = 0; first < m_rows; first += window)
            m_windows[first] = {rows.begin() + first,
                                rows.begin() + std::min(first + window, m_rows)};
        m_complete = true;
        endResetModel();
    }

    // `count` rows, fetched as they come into sight.
    void show(std::int64_t count, Fetch fetch) {
        begin(std::move(fetch));
        m_rows = static_cast<int>(count);
        m_complete = true;
        endResetModel();
    }

    // As many rows as `fetch` gives.
    void showAll(Fetch fetch) {
        begin(std::move(fetch));
        endResetModel();
        fetchMore({});
    }

    // Valid until the next call on the model; nullptr when the row can't be read.
    [[nodiscard]] const Row* row(int index) const {
        if (index < 0 || index >= m_rows)
            return nullptr;
        const int first = index - index % window;
        auto found = m_windows.find(first);
        if (found == m_windows.end())
            found = fetched(first);
        const auto at = static_cast<std::size_t>(index - first);
        return found != m_windows.end() && at < found->second.size() ? &found->second[at] : nullptr;
    }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Column<Row>& column = m_columns[static_cast<std::size_t>(index.column())];
        if (role == Qt::TextAlignmentRole)
            return QVariant(column.alignment);
        const Row* found = row(index.row());
        return found == nullptr ? QVariant() : column.value(*found, role);
    }

    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column<Row>& column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::TextAlignmentRole)
            return QVariant(column.alignment);
        return role == Qt::DisplayRole ? QVariant(column.heading) : QVariant();
    }

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override {
        return !parent.isValid() && !m_complete && !m_fetching;
    }

    void fetchMore(const QModelIndex& parent) override {
        if (!canFetchMore(parent))
            return;
        auto more = m_fetch(static_cast<std::size_t>(m_rows), window);
        if (!more || more->size() < window)
            m_complete = true;
        if (!more)
            return tellOnce(more.error());
        if (more->empty())
            return;
        m_fetching = true;  // who is told of new rows must not fetch more before they are in
        const int first = m_rows;
        beginInsertRows({}, first, first + static_cast<int>(more->size()) - 1);
        m_rows += static_cast<int>(more->size());
        m_windows[first] = std::move(*more);
        endInsertRows();
        m_fetching = false;
    }

private:
    using Windows = std::map<int, std::vector<Row>>;

    void begin(Fetch fetch) {
        beginResetModel();
        m_fetch = std::move(fetch);
        m_windows.clear();
        m_rows = 0;
        m_complete = false;
        m_told = false;
    }

    typename Windows::iterator fetched(int first) const {
        if (!m_fetch || m_told)
            return m_windows.end();
        auto rows = m_fetch(static_cast<std::size_t>(first), window);
        if (!rows) {
            tellOnce(rows.error());
            return m_windows.end();
        }
        if (m_windows.size() >= windowsKept)  // drop the window farthest from this one
            m_windows.erase(first - m_windows.begin()->first >
                                    std::prev(m_windows.end())->first - first
                                ? m_windows.begin()
                                : std::prev(m_windows.end()));
        return m_windows.insert_or_assign(first, std::move(*rows)).first;
    }

    std::vector<Column<Row>> m_columns;
    Fetch m_fetch;
    bool m_complete = true;
    bool m_fetching = false;
    mutable Windows m_windows;
};

}  // namespace ui::models

// SPDX-License-Identifier: GPL-3.0-or-later
// How the columns of a Table share its width, and what a person chose about them.
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace ui::widgets {

namespace {

constexpr int leastLetters = 4;  // of a column made narrower
constexpr int readable = 18;     // letters of a line, where the table scrolls sideways anyway
constexpr int stepLetters = 4;   // wider or narrower by key
constexpr int mostLetters = 200;

const QString hiddenKey = QStringLiteral("hidden");
const QString widthsKey = QStringLiteral("widths");

}  // namespace

double Table::letter() const {
    return std::max(1.0, QFontMetricsF(font()).averageCharWidth());
}

QString Table::heading(int column) const {
    return model()->headerData(column, Qt::Horizontal).toString();
}

// By heading, and widths in letters: they hold at another size of text and when columns are added.
QVariantMap Table::columnChoices() const {
    QVariantMap choices;
    if (!m_hidden.isEmpty())
        choices[hiddenKey] = QStringList(m_hidden.begin(), m_hidden.end());
    QVariantMap widths;
    for (auto each = m_widths.begin(); each != m_widths.end(); ++each)
        widths[each.key()] = each.value();
    if (!widths.isEmpty())
        choices[widthsKey] = widths;
    return choices;
}

void Table::chooseColumns(const QVariantMap& choices) {
    const QStringList hidden = choices.value(hiddenKey).toStringList();
    m_hidden = QSet<QString>(hidden.begin(), hidden.end());
    m_widths.clear();
    const QVariantMap widths = choices.value(widthsKey).toMap();
    for (auto each = widths.begin(); each != widths.end(); ++each)
        m_widths[each.key()] = std::clamp(each.value().toInt(), leastLetters, mostLetters);
    refit();
}

void Table::applyHidden() {
    if (model() == nullptr)
        return;
    int shown = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        shown += m_hidden.contains(heading(column)) ? 0 : 1;
    for (int column = 0; column < model()->columnCount(); ++column)
        setColumnHidden(column, shown > 0 && m_hidden.contains(heading(column)));
}

// Only what a hand did: the table's own sharing of the width is not a choice.
void Table::noteWidth(int column, int before, int after) {
    if (m_sharing || before == 0 || after == 0 || model() == nullptr)
        return;
    m_widths[heading(column)] = static_cast<int>(std::lround(after / letter()));
    fitHeight();
    Q_EMIT columnsChosen();
}

void Table::widen(int column, int letters) {
    const int now = static_cast<int>(std::lround(columnWidth(column) / letter()));
    m_widths[heading(column)] = std::clamp(now + letters, leastLetters, mostLetters);
    refit();
    Q_EMIT columnsChosen();
}

void Table::showColumn(int column, bool shown) {
    if (shown)
        m_hidden.remove(heading(column));
    else
        m_hidden.insert(heading(column));
    refit();
    Q_EMIT columnsChosen();
}

void Table::openMenu(int column, const QPoint& where) {
    if (model() == nullptr)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tableMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_mayCopy && currentIndex().isValid()) {
        menu->addAction(tr("&Copy cell"), QKeySequence::Copy, this, [this] { copyCell(); });
        menu->addAction(tr("C&opy column"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                        this,
                        [this, column] { copyColumn(column); });
        menu->addSeparator();
    }
    if (column >= 0) {
        menu->addAction(tr("&Wider"), this, [this, column] { widen(column, stepLetters); });
        menu->addAction(tr("&Narrower"), this, [this, column] { widen(column, -stepLetters); });
    }
    QMenu* shown = menu->addMenu(tr("&Show columns"));
    const int columns = model()->columnCount();
    int visible = 0;
    for (int each = 0; each < columns; ++each)
        visible += isColumnHidden(each) ? 0 : 1;
    for (int each = 0; each < columns; ++each) {
        QAction* action = shown->addAction(heading(each).isEmpty() ? tr("Column %1").arg(each + 1)
                                                                   : heading(each));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(each));
        action->setEnabled(isColumnHidden(each) || visible > 1);
        connect(action, &QAction::toggled, this, [this, each](bool on) { showColumn(each, on); });
    }
    menu->addAction(tr("Columns as at &first"), this, [this] {
        chooseColumns({});
        Q_EMIT columnsChosen();
    });
    menu->popup(where);
}

// What a column needs: what was chosen, or what its contents ask for; nothing out of sight.
int Table::need(int column) const {
    if (isColumnHidden(column))
        return 0;
    if (const auto chosen = m_widths.constFind(heading(column)); chosen != m_widths.constEnd())
        return static_cast<int>(std::lround(*chosen * letter()));
    return std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) +
           space(2);
}

// A column whose width was chosen takes no part in the sharing.
int Table::shareOf(int column) const {
    const bool fixed = isColumnHidden(column) || m_widths.contains(heading(column));
    return fixed ? 0 : m_shares[static_cast<std::size_t>(column)];
}

void Table::share() {
    if (model() == nullptr || m_shares.empty() || viewport()->width() <= 0)
        return;
    const QScopedValueRollback<bool> own(m_sharing, true);
    const int columns = std::min(model()->columnCount(), static_cast<int>(m_shares.size()));
    std::vector<int> needs(static_cast<std::size_t>(columns));
    std::vector<int> shares(needs.size());
    for (int i = 0; i < columns; ++i) {
        needs[static_cast<std::size_t>(i)] = need(i);
        shares[static_cast<std::size_t>(i)] = shareOf(i);
    }
    const int needed = std::accumulate(needs.begin(), needs.end(), 0);
    if (needed > viewport()->width())
        return squeeze(needs, shares);
    const int spare = std::max(0, viewport()->width() - needed);
    const int total = std::max(1, std::accumulate(shares.begin(), shares.end(), 0));
    for (int i = 0; i < columns; ++i) {
        const auto at = static_cast<std::size_t>(i);
        setColumnWidth(i, needs[at] + spare * shares[at] / total);
    }
}

// Columns with a share give way, down to a word or so; their text wraps.
void Table::squeeze(const std::vector<int>& needs, const std::vector<int>& shares) {
    int fixed = 0;
    int giving = 0;
    for (std::size_t i = 0; i < needs.size(); ++i)
        (shares[i] == 0 ? fixed : giving) += needs[i];
    const int room = std::max(0, viewport()->width() - fixed);
    std::vector<int> least(needs.size());
    int leastTogether = 0;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const int heading = horizontalHeader()->sectionSizeHint(static_cast<int>(i));
        least[i] = std::min(needs[i], std::max(longestWord(static_cast<int>(i)), heading));
        leastTogether += shares[i] == 0 ? 0 : least[i];
    }
    if (leastTogether > room)
        for (std::size_t i = 0; i < needs.size(); ++i)
            least[i] =
                std::min(needs[i], std::max(least[i], static_cast<int>(readable * letter())));
    const std::int64_t spare = std::max(0, room - leastTogether);
    const int wished = std::max(1, giving - leastTogether);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const auto more = static_cast<int>(spare * (needs[i] - least[i]) / wished);
        setColumnWidth(static_cast<int>(i), shares[i] == 0 ? needs[i] : least[i] + more);
    }
}

int Table::longestWord(int column) const {
    int longest = 0;
    for (int row = 0; row < std::min(model()->rowCount(), rowsMeasured); ++row)
        for (const QString& word :
             model()->index(row, column).data().toString().split(QLatin1Char(' ')))
            longest = std::max(longest, fontMetrics().horizontalAdvance(word));
    return std::min(longest, space(30)) + cellMargins();
}

}  // namespace ui::widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// Doubtful pairs side by side, one at a time: same, different or not sure. The engine's own
// weighing is shown only after the answer, and the answer always wins.
#pragma once

#include "casework/linking.h"
#include "casework/review_order.h"
#include "ui/shell/screen.h"

#include <optional>
#include <set>
#include <vector>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace ui::parts {
class PairComparison;
}

namespace ui::widgets {
class DrawingCard;
class EmptyState;
class Waterfall;
}  // namespace ui::widgets

namespace ui::screens {

class Links : public shell::Screen {
    Q_OBJECT

public:
    Links(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* questionCard();
    void readOrder();
    [[nodiscard]] records::DoubtId chosen(records::DoubtId otherwise);
    // The pair that comes next, or one `again`.
    void next(records::DoubtId again = {});
    void answer(records::PairAnswer answer);
    void undo();
    void showPair();
    void showWeighing();

    std::vector<casework::OrderedPair> m_order;  // still to ask, the last one first
    std::set<records::DoubtId> m_asked;          // answered since the screen was opened
    QString m_effect;                            // what the answer would do, of the pair in sight
    QString m_lastEffect;                        // the same, of the pair answered last
    std::optional<casework::PairView> m_pair;
    std::optional<casework::PairView> m_last;
    QBoxLayout* m_low;
    QProgressBar* m_bar;
    parts::PairComparison* m_table;
    widgets::Waterfall* m_waterfall;
    widgets::DrawingCard* m_weighing;
    QWidget* m_question = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_undo;
    widgets::EmptyState* m_empty;
};

}  // namespace ui::screens

// SPDX-License-Identifier: GPL-3.0-or-later
// A random sample of pairs, one at a time: same, different or not sure. Nothing of what the engine
// made of them is shown, before the answer or after it, so that one answer doesn't colour the next.
#pragma once

#include "casework/pair_sample.h"
#include "ui/shell/screen.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace ui::parts {
class PairComparison;
}

namespace ui::widgets {
class Card;
class EmptyState;
}  // namespace ui::widgets

namespace ui::screens {

class Checking : public shell::Screen {
    Q_OBJECT

public:
    Checking(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    [[nodiscard]] widgets::Card* questionCard();
    void next();
    void answer(records::PairAnswer answer);
    void undo();

    std::optional<casework::SampledPair> m_pair;
    std::optional<std::int64_t> m_last;
    QProgressBar* m_bar;
    parts::PairComparison* m_table;
    widgets::Card* m_question;
    QPushButton* m_undo;
    widgets::EmptyState* m_empty;
};

}  // namespace ui::screens

// SPDX-License-Identifier: GPL-3.0-or-later
// The tour: a card of words over the window, a step at a time, with what it speaks of outlined. The
// window stays usable beside it. Back, Next and Escape; ends by itself after the last step.
#pragma once

#include "ui/models/tour_steps.h"
#include "ui/shell/screen.h"

#include <QFrame>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::shell {

class Tour : public QFrame {
    Q_OBJECT

public:
    // Lies over `over`, which owns it; the places must outlive it.
    Tour(std::vector<models::TourStep> steps, Places& places, QWidget* over);
    ~Tour() override;
    Tour(const Tour&) = delete;
    Tour& operator=(const Tour&) = delete;

    // Shows the first step.
    void begin();

Q_SIGNALS:
    void ended();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showStep(std::size_t step);
    void place();
    void outline();
    void end();

    std::vector<models::TourStep> m_steps;
    std::size_t m_step = 0;
    Places& m_places;
    QLabel* m_count;
    QLabel* m_title;
    QLabel* m_words;
    QPushButton* m_back;
    QPushButton* m_next;
    QFrame* m_outline;
};

}  // namespace ui::shell

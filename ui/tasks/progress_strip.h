// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at the foot of the window: what runs, how far it is, and Cancel. Never in the way.
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace ui::tasks {

class TaskRunner;

class ProgressStrip : public QFrame {
    Q_OBJECT

public:
    // The runner must outlive the strip.
    explicit ProgressStrip(TaskRunner& runner, QWidget* parent = nullptr);

    // The quiet words at the right: "All changes saved 10:42".
    void setNote(const QString& note);
    // While locked, what runs is not named.
    void setDiscreet(bool discreet);

private:
    void refresh();
    void advance(const QString& phase, quint64 done, quint64 total);

    TaskRunner& m_runner;
    bool m_discreet = false;
    bool m_stopping = false;
    QLabel* m_words;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QLabel* m_note;
};

}  // namespace ui::tasks

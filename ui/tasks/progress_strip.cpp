// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/progress_strip.h"

#include "ui/tasks/task_runner.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace ui::tasks {

namespace {

constexpr int whole = 1000;  // of the bar

}  // namespace

ProgressStrip::ProgressStrip(TaskRunner& runner, QWidget* parent)
    : QFrame(parent), m_runner(runner) {
    widgets::setRole(this, "strip");
    setAccessibleName(tr("Running work"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(
        widgets::space(4), widgets::space(1), widgets::space(4), widgets::space(1));
    row->setSpacing(widgets::space(3));
    m_words = widgets::label({}, nullptr, this);
    m_words->setObjectName(QStringLiteral("runningWords"));
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, whole);
    m_bar->setFixedWidth(widgets::space(45));
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel = widgets::button(tr("Cancel"), nullptr, QStringLiteral("cancelTask"), this);
    m_cancel->setAccessibleName(tr("Cancel the running work"));
    m_note = widgets::label({}, nullptr, this);
    row->addWidget(m_words);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_note);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_stopping = true;
        m_runner.cancel();
    });
    connect(&m_runner, &TaskRunner::changed, this, &ProgressStrip::refresh);
    connect(&m_runner, &TaskRunner::progressed, this, &ProgressStrip::advance);
    refresh();
}

void ProgressStrip::setNote(const QString& note) {
    m_note->setText(note);
}

void ProgressStrip::setDiscreet(bool discreet) {
    m_discreet = discreet;
    m_note->setVisible(!discreet);
    refresh();
}

void ProgressStrip::refresh() {
    const bool busy = m_runner.busy();
    m_bar->hide();  // until it is known how far the work is: nothing here moves by itself
    m_cancel->setVisible(busy && !m_discreet);
    m_cancel->setEnabled(!m_stopping);
    if (!busy) {
        m_stopping = false;
        m_words->setText(tr("Nothing running"));
        return;
    }
    if (m_stopping)
        m_words->setText(tr("Stopping; everything stays as it was"));
    else
        m_words->setText(m_discreet ? tr("Work goes on") : m_runner.title());
    if (!m_stopping && m_runner.waiting() > 0)
        m_words->setText(tr("%1 (%2 more waiting)").arg(m_words->text()).arg(m_runner.waiting()));
}

void ProgressStrip::advance(const QString& phase, quint64 done, quint64 total) {
    if (!m_runner.busy() || m_stopping)
        return;
    m_bar->setVisible(total > 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(whole * std::min(done, total) / total));
    if (m_discreet)
        return;
    const QString part = total > 0  ? tr("%1 %").arg(100 * std::min(done, total) / total)
                         : done > 0 ? QLocale().toString(done)
                                    : QString();
    m_words->setText(
        QStringLiteral("%1 \u2014 %2 %3").arg(m_runner.title(), phase, part).trimmed());
}

}  // namespace ui::tasks

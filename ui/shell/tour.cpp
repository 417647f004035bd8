// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::shell {

using widgets::space;

Tour::Tour(std::vector<models::TourStep> steps, Places& places, QWidget* over)
    : QFrame(over), m_steps(std::move(steps)), m_places(places) {
    setObjectName(QStringLiteral("tour"));
    widgets::setRole(this, "tour");
    m_outline = new QFrame(over);
    m_outline->setObjectName(QStringLiteral("tourOutline"));
    m_outline->setAccessibleName(tr("What the tour speaks of"));
    m_outline->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_outline->setFocusPolicy(Qt::NoFocus);
    widgets::setRole(m_outline, "tour-outline");
    m_outline->hide();
    m_count = widgets::label({}, "secondary", this);
    m_title = widgets::label({}, "heading", this);
    m_words = widgets::paragraph({}, nullptr, this);
    m_back = widgets::button(tr("&Back"), nullptr, QStringLiteral("tourBack"), this);
    m_next = widgets::button({}, "primary", QStringLiteral("tourNext"), this);
    auto* stop = widgets::button(tr("&End the tour"), "link", QStringLiteral("tourEnd"), this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space(4), space(3), space(4), space(3));
    column->setSpacing(space(2));
    column->addWidget(m_count);
    column->addWidget(m_title);
    column->addWidget(m_words);
    auto* row = new QHBoxLayout;
    row->setSpacing(space(2));
    row->addWidget(m_next);
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(stop);
    column->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_step + 1 < m_steps.size())
            showStep(m_step + 1);
        else
            end();
    });
    connect(stop, &QPushButton::clicked, this, &Tour::end);
    over->installEventFilter(this);
}

Tour::~Tour() {
    delete m_outline;
}

void Tour::begin() {
    if (m_steps.empty())
        return end();
    showStep(0);
}

void Tour::showStep(std::size_t step) {
    m_step = step;
    const models::TourStep& now = m_steps[step];
    if (!now.screen.isEmpty())
        m_places.open(now.screen, 0);
    m_count->setText(tr("Tour, step %1 of %2").arg(step + 1).arg(m_steps.size()));
    m_title->setText(now.title);
    m_words->setText(now.words);
    m_back->setVisible(step > 0);
    m_next->setText(step + 1 < m_steps.size() ? tr("&Next") : tr("&Done"));
    m_next->setAccessibleName(step + 1 < m_steps.size() ? tr("Next step") : tr("Done"));
    m_next->setAccessibleDescription(now.title + QStringLiteral(". ") + now.words);
    setAccessibleName(m_count->text() + QStringLiteral(": ") + now.title);
    show();
    // Layouts of a screen just opened settle first.
    QTimer::singleShot(0, this, [this] {
        place();
        outline();
        m_next->setFocus(Qt::TabFocusReason);
    });
}

// Low in the right corner, where lists end and forms do not begin.
void Tour::place() {
    const QWidget* over = parentWidget();
    const int letters = QFontMetrics(widgets::fontOf(widgets::Type::body)).averageCharWidth() * 56;
    const int width = std::min(letters, over->width() - 2 * space(6));
    const int height = heightForWidth(width);
    setGeometry(over->width() - width - space(6),
                std::max(0, over->height() - height - space(10)),
                width,
                height);
    raise();
}

void Tour::outline() {
    m_outline->hide();
    const QString& name = m_steps[m_step].pointsAt;
    if (name.isEmpty())
        return;
    for (const QWidget* target : parentWidget()->findChildren<QWidget*>(name)) {
        if (!target->isVisible())
            continue;
        const QRect room(target->mapTo(parentWidget(), QPoint(0, 0)), target->size());
        m_outline->setGeometry(room.adjusted(-space(1), -space(1), space(1), space(1)));
        m_outline->show();
        m_outline->raise();
        raise();
        return;
    }
}

void Tour::end() {
    m_outline->hide();
    hide();
    Q_EMIT ended();
}

void Tour::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return end();
    QFrame::keyPressEvent(event);
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
        outline();
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace ui::shell

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QShortcut>
#include <QToolButton>

namespace ui::widgets {

SearchField::SearchField(const QString& what, QWidget* parent) : QLineEdit(parent) {
    setObjectName(QStringLiteral("search"));
    setPlaceholderText(tr("%1  ( / )").arg(what));
    setAccessibleName(what);
    setClearButtonEnabled(true);
    if (auto* clear = findChild<QToolButton*>())
        clear->setAccessibleName(tr("Clear what is searched for"));
    setMinimumWidth(QFontMetrics(fontOf(Type::body)).horizontalAdvance(placeholderText()) +
                    space(10));
    m_rest.setSingleShot(true);
    m_rest.setInterval(0);
    connect(this, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(&m_rest, &QTimer::timeout, this, [this] { Q_EMIT searched(text().trimmed()); });
    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), this);
    slash->setContext(Qt::WindowShortcut);
    connect(slash, &QShortcut::activated, this, [this] {
        if (isVisible())
            setFocus(Qt::ShortcutFocusReason);
    });
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return ||
        event->key() == Qt::Key_Enter) {
        m_rest.stop();
        Q_EMIT searched(text().trimmed());
        focusNextChild();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

}  // namespace ui::widgets

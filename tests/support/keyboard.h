// SPDX-License-Identifier: GPL-3.0-or-later
// A window driven as somebody without a mouse drives it: every key goes to whatever has the focus,
// and a control is reached by Tab or not at all.
#pragma once

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QWidget>
#include <QtTest>

namespace support {

class Keyboard {
public:
    explicit Keyboard(QWidget& window) : m_window(window) {}

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(target(), key, modifiers);
        settle();
    }

    void type(const QString& text) { QTest::keyClicks(target(), text); }

    // Tab by Tab to the control of this name; false when it is never reached.
    [[nodiscard]] bool reach(const QString& name) {
        for (int tabs = 0; tabs < most; ++tabs) {
            if (isAt(name))
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }

    // Presses the button of this name.
    [[nodiscard]] bool press(const QString& name) {
        if (!reach(name))
            return false;
        press(Qt::Key_Space);
        return true;
    }

    // Of buttons that belong together Tab reaches the chosen one, and arrows choose another.
    [[nodiscard]] bool chip(const QString& name) {
        for (int tabs = 0; tabs < most && !isAtOneLike(QStringLiteral("chip-")); ++tabs)
            press(Qt::Key_Tab);
        for (int steps = 0; steps < most; ++steps) {
            if (isAt(QStringLiteral("chip-") + name)) {
                press(Qt::Key_Space);
                return true;
            }
            press(Qt::Key_Right);
        }
        return false;
    }

    // Writes into the field of this name, over what stands there.
    [[nodiscard]] bool write(const QString& name, const QString& text) {
        if (!reach(name))
            return false;
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
        return true;
    }

    // Chooses by the arrow keys what begins with these words.
    [[nodiscard]] bool choose(const QString& name, const QString& beginning) {
        if (!reach(name))
            return false;
        auto* box = qobject_cast<QComboBox*>(target());
        if (box == nullptr)
            return false;
        press(Qt::Key_Home);
        for (int i = 0; i < box->count(); ++i) {
            if (box->currentText().startsWith(beginning))
                return true;
            press(Qt::Key_Down);
        }
        return false;
    }

    // Goes down the list of this name to the row with these words in any column.
    [[nodiscard]] bool chooseRow(const QString& name, const QString& words) {
        if (!reach(name))
            return false;
        auto* list = qobject_cast<QAbstractItemView*>(target());
        if (list == nullptr)
            return false;
        press(Qt::Key_Home, Qt::ControlModifier);
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            if (rowSays(*list, words))
                return true;
            press(Qt::Key_Down);
        }
        return false;
    }

private:
    static constexpr int most = 250;

    // Deferred deletions and queued layouts, as between two keys of a person.
    static void settle() {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    [[nodiscard]] QWidget* target() const {
        if (QWidget* popup = QApplication::activePopupWidget())
            return popup;
        QWidget* focused = QApplication::focusWidget();
        return focused != nullptr ? focused : &m_window;
    }

    // A field inside a spin box or an editable combo box has its owner's name.
    [[nodiscard]] bool isAt(const QString& name) const {
        const QWidget* focused = QApplication::focusWidget();
        for (int up = 0; focused != nullptr && up < 2; ++up, focused = focused->parentWidget())
            if (focused->objectName() == name)
                return focused->isVisible();
        return false;
    }

    [[nodiscard]] static bool isAtOneLike(const QString& beginning) {
        const QWidget* focused = QApplication::focusWidget();
        return focused != nullptr && focused->objectName().startsWith(beginning);
    }

    [[nodiscard]] static bool rowSays(const QAbstractItemView& list, const QString& words) {
        const QModelIndex at = list.currentIndex();
        for (int column = 0; column < list.model()->columnCount(); ++column)
            if (at.siblingAtColumn(column).data().toString().contains(words))
                return true;
        return false;
    }

    QWidget& m_window;
};

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessible_roles.h"

#include "ui/widgets/drawing.h"

#include <QAccessibleWidget>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVariant>

namespace ui::widgets {

namespace {

constexpr const char* choiceProperty = "choice";

class SpokenButton : public QAccessibleWidget {
public:
    explicit SpokenButton(QAbstractButton* button) : QAccessibleWidget(button) {}

    [[nodiscard]] QAccessible::Role role() const override {
        if (hasMenu())
            return QAccessible::ButtonMenu;
        if (!button()->isCheckable())
            return QAccessible::PushButton;
        return button()->property(choiceProperty).toBool() ? QAccessible::RadioButton
                                                           : QAccessible::CheckBox;
    }

    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = button()->isCheckable();
        state.checked = button()->isChecked();
        state.pressed = button()->isDown();
        state.hasPopup = hasMenu();
        return state;
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        const QString said = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && said.isEmpty()
                   ? button()->text().remove(QLatin1Char('&'))
                   : said;
    }

    [[nodiscard]] QStringList actionNames() const override {
        if (!button()->isEnabled())
            return {};
        return QStringList{pressAction()} + QAccessibleWidget::actionNames();
    }

    void doAction(const QString& action) override {
        if (action ==
            pressAction())  // later: a menu stays open, and who asked must not wait for it
            QMetaObject::invokeMethod(button(), &QAbstractButton::click, Qt::QueuedConnection);
        else
            QAccessibleWidget::doAction(action);
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString& action) const override {
        if (action != pressAction() || button()->shortcut().isEmpty())
            return QAccessibleWidget::keyBindingsForAction(action);
        return {button()->shortcut().toString()};
    }

private:
    [[nodiscard]] QAbstractButton* button() const {
        return static_cast<QAbstractButton*>(widget());
    }

    [[nodiscard]] bool hasMenu() const {
        const auto* push = qobject_cast<const QPushButton*>(widget());
        return push != nullptr && push->menu() != nullptr;
    }
};

class SpokenHeading : public QAccessibleWidget {
public:
    explicit SpokenHeading(QLabel* label) : QAccessibleWidget(label, QAccessible::Heading) {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name ? static_cast<QLabel*>(widget())->text()
                                         : QAccessibleWidget::text(kind);
    }
};

bool isHeading(const QObject& object) {
    const QString role = object.property("role").toString();
    return role == QStringLiteral("title") || role == QStringLiteral("heading");
}

// Asked for the class of the object first, then for each class that it inherits. A button of a
// class that Qt knows, such as one of its own dialogs' tool buttons, stays as it is.
QAccessibleInterface* spoken(const QString& className, QObject* object) {
    if (className == QLatin1String(Drawing::staticMetaObject.className()))
        return new QAccessibleWidget(qobject_cast<QWidget*>(object), QAccessible::Graphic);
    if (className == QStringLiteral("QPushButton") ||
        className == QStringLiteral("QAbstractButton"))
        return new SpokenButton(qobject_cast<QAbstractButton*>(object));
    if (className == QStringLiteral("QLabel") && isHeading(*object))
        return new SpokenHeading(qobject_cast<QLabel*>(object));
    return nullptr;
}

}  // namespace

void installAccessibleRoles() {
    QAccessible::installFactory(spoken);
}

void makeChoice(QAbstractButton* button) {
    button->setCheckable(true);
    button->setProperty(choiceProperty, true);
}

}  // namespace ui::widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// What every screen is: a heading that stays, a place for messages, a body; entered with the number
// of what it is about. A screen knows the casework, never another screen: it asks Places to go
// there.
#pragma once

#include "casework/session.h"
#include "ui/models/words.h"
#include "ui/widgets/banner.h"

#include <QVariant>
#include <QWidget>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QShortcut;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui::tasks {
class TaskRunner;
}

namespace ui::widgets {
class DrawingCard;
class Prompts;
}  // namespace ui::widgets

namespace ui::shell {

// Where a screen can ask to go. Implemented by the window.
class Places {
public:
    Places() = default;
    Places(const Places&) = delete;
    Places& operator=(const Places&) = delete;
    virtual ~Places() = default;

    virtual void open(const QString& screen, qint64 subject) = 0;
    virtual void back() = 0;
    // Something in the vault changed: counts beside the navigation are read again.
    virtual void changed() = 0;
};

// Everything a screen may use. The referred outlive the screen.
struct Context {
    casework::Session& session;
    tasks::TaskRunner& tasks;
    widgets::Prompts& prompts;
    Places& places;
};

class Screen : public QWidget {
    Q_OBJECT

public:
    Screen(const QString& title, const Context& context, QWidget* parent);

    // Called each time the screen comes into sight; reads what it shows.
    virtual void enter(qint64 subject) = 0;

    // The focus goes to the first thing of its body that takes it.
    void takeFocus();

    // What is half written, to be put back after a lock; empty when nothing is.
    [[nodiscard]] virtual QVariantMap draft() const { return {}; }

    virtual void restore(const QVariantMap& /*draft*/) {}

    [[nodiscard]] QString title() const;

    // The least it can do with, so that a screen scrolls as a whole only when it must.
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    [[nodiscard]] const Context& context() const { return m_context; }

    [[nodiscard]] casework::Session& session() const { return m_context.session; }

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

    [[nodiscard]] widgets::Banner* banner() const { return m_banner; }

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    // Beside the title, in the heading that stays.
    void addTag(QWidget* tag);
    void clearTags();
    void addAction(QWidget* action);
    void clearActions();
    // "Back" among the actions, and Alt+Left.
    void addBack();

    // A letter that acts at once anywhere on the screen but in a field; a button's own shortcut
    // would keep it pressed for a while first.
    void onKey(Qt::Key key, std::function<void()> act);

    // A connection of its own for work off this thread; nothing, and a message, when that fails.
    [[nodiscard]] std::shared_ptr<casework::Session> ownSession();
    void fail(const QString& what, const base::Error& error);
    // Says where a drawing was written to, or why it was not.
    void tellOfExport(widgets::DrawingCard* card);

    // The value, or nothing and a message.
    template <class T>
    [[nodiscard]] bool succeeded(const base::Result<T>& result, const QString& what) {
        if (!result)
            fail(what, result.error());
        return result.has_value();
    }

    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    Context m_context;
    QGridLayout* m_top;
    QShortcut* m_backKey = nullptr;
    bool m_beside = true;  // the actions stand beside the title
    QLabel* m_title;
    QLabel* m_subtitle;
    QWidget* m_tagsBox;
    QWidget* m_actionsBox;
    widgets::Banner* m_banner;
    QVBoxLayout* m_body;
};

}  // namespace ui::shell

// SPDX-License-Identifier: GPL-3.0-or-later
// The help: a task a page, found by title or by any word in it. The subject is the page's place in
// helpPages().
#pragma once

#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QListWidget;
class QTextBrowser;
class QUrl;
QT_END_NAMESPACE

namespace ui::screens {

class Help : public shell::Screen {
    Q_OBJECT

public:
    Help(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    void find(const QString& words);
    void showPage(int page);
    void follow(const QUrl& link);

    QListWidget* m_list;
    QTextBrowser* m_text;
};

}  // namespace ui::screens

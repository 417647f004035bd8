// SPDX-License-Identifier: GPL-3.0-or-later
// A message inside the page: what failed and where, what was done, or what to know. Stays until it
// is closed or replaced; the technical part opens on request.
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {

class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);  // hidden

    void showError(const QString& what, const QString& detail);
    void showDone(const QString& what);
    void showNote(const QString& what);
    void dismiss();
    [[nodiscard]] QString text() const;

private:
    void present(const char* role, const QString& mark, const QString& what, const QString& detail);

    QLabel* m_mark;
    QLabel* m_what;
    QLabel* m_detail;
    QPushButton* m_more;
    QPushButton* m_close;
};

}  // namespace ui::widgets

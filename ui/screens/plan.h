// SPDX-License-Identifier: GPL-3.0-or-later
// The Outcomes Plan in force, in words, with its sources.
#pragma once

#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QTextBrowser;
QT_END_NAMESPACE

namespace ui::screens {

class Plan : public shell::Screen {
    Q_OBJECT

public:
    Plan(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    QTextBrowser* m_text;
};

}  // namespace ui::screens

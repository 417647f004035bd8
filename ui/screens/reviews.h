// SPDX-License-Identifier: GPL-3.0-or-later
// A supervisor's queue: families a caseworker has put forward, oldest first.
#pragma once

#include "ui/shell/screen.h"

namespace ui::parts {
class FamilyTable;
}

namespace ui::screens {

class Reviews : public shell::Screen {
    Q_OBJECT

public:
    Reviews(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    parts::FamilyTable* m_families;
};

}  // namespace ui::screens

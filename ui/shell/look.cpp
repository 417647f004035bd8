// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/look.h"

#include "ui/widgets/accessible_roles.h"

#include <QLocale>

// Q_INIT_RESOURCE must stand outside any namespace.
static void initIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace ui::shell {

void prepareLook(QApplication& application, widgets::Scheme scheme, double textScale) {
    initIcons();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    widgets::installAccessibleRoles();
    widgets::applyTheme(application, scheme, textScale);
}

}  // namespace ui::shell

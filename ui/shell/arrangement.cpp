// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/arrangement.h"

#include "ui/shell/preferences.h"
#include "ui/widgets/table.h"

#include <QSplitter>

namespace ui::shell {

namespace {

const QString sizesKey = QStringLiteral("sizes");

QString nameOf(const QWidget& widget) {
    return widget.objectName().isEmpty() ? widget.accessibleName() : widget.objectName();
}

void keepTable(widgets::Table& table,
               const QString& place,
               const QString& user,
               Preferences& preferences) {
    const QString key = place + QLatin1Char('-') + nameOf(table);
    if (const QVariantMap kept = preferences.arrangement(user, key); !kept.isEmpty())
        table.chooseColumns(kept);
    QObject::connect(
        &table, &widgets::Table::columnsChosen, &table, [&table, &preferences, user, key] {
            preferences.setArrangement(user, key, table.columnChoices());
        });
}

void keepSplitter(QSplitter& splitter,
                  const QString& place,
                  const QString& user,
                  Preferences& preferences) {
    const QString key = place + QLatin1Char('-') + nameOf(splitter);
    const QByteArray kept = preferences.arrangement(user, key).value(sizesKey).toByteArray();
    if (!kept.isEmpty())
        splitter.restoreState(kept);
    QObject::connect(
        &splitter, &QSplitter::splitterMoved, &splitter, [&splitter, &preferences, user, key] {
            preferences.setArrangement(user, key, {{sizesKey, splitter.saveState()}});
        });
}

}  // namespace

void keepArrangement(QWidget& screen,
                     const QString& place,
                     const QString& user,
                     Preferences& preferences) {
    for (widgets::Table* table : screen.findChildren<widgets::Table*>())
        if (!nameOf(*table).isEmpty())
            keepTable(*table, place, user, preferences);
    for (QSplitter* splitter : screen.findChildren<QSplitter*>())
        if (!splitter->objectName().isEmpty())
            keepSplitter(*splitter, place, user, preferences);
}

}  // namespace ui::shell

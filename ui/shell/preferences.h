// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers between runs: recent vaults, the last user's name, light or dark, text
// size, the window's place. Nothing from a record.
#pragma once

#include "ui/widgets/theme.h"

#include <QSettings>
#include <QStringList>

namespace ui::shell {

class Preferences {
public:
    Preferences();                              // the person's own
    explicit Preferences(const QString& file);  // kept in a file, for tests

    [[nodiscard]] QStringList recentVaults() const;
    void addRecentVault(const QString& path);
    [[nodiscard]] QString lastUser() const;
    void setLastUser(const QString& name);
    [[nodiscard]] widgets::Scheme scheme(widgets::Scheme otherwise) const;
    void setScheme(widgets::Scheme scheme);
    [[nodiscard]] double textScale() const;  // 1 to 2
    void setTextScale(double scale);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

private:
    QSettings m_settings;
};

}  // namespace ui::shell

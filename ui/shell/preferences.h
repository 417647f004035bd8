// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers between runs: recent vaults, the last user's name, light or dark, text
// size, the window's place, how each person arranged their tables. Nothing from a record.
#pragma once

#include "ui/widgets/theme.h"

#include <QSettings>
#include <QStringList>
#include <QVariantMap>

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
    // What a user of a vault arranged about one part of a screen (see arrangement.h); empty when
    // nothing.
    [[nodiscard]] QVariantMap arrangement(const QString& whose, const QString& part) const;
    void setArrangement(const QString& whose, const QString& part, const QVariantMap& arrangement);
    // Whether the tour was offered to this user.
    [[nodiscard]] bool tourSeen(const QString& whose) const;
    void setTourSeen(const QString& whose);

private:
    QSettings m_settings;
};

}  // namespace ui::shell

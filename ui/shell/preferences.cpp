// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <algorithm>

namespace ui::shell {

namespace {

const QString recent = QStringLiteral("recentVaults");
const QString user = QStringLiteral("lastUser");
const QString look = QStringLiteral("scheme");
const QString scaleKey = QStringLiteral("textScale");
const QString place = QStringLiteral("geometry");
const QString tours = QStringLiteral("toursSeen");
constexpr qsizetype vaultsKept = 6;

// A slash would begin a group.
QString arrangementKey(const QString& whose, const QString& part) {
    return QStringLiteral("arrangement/") +
           QString::fromLatin1((whose + QLatin1Char('-') + part).toUtf8().toPercentEncoding());
}

}  // namespace

Preferences::Preferences()
    : m_settings(QStringLiteral("families-first"), QStringLiteral("families-first")) {}

Preferences::Preferences(const QString& file) : m_settings(file, QSettings::IniFormat) {}

QStringList Preferences::recentVaults() const {
    return m_settings.value(recent).toStringList();
}

void Preferences::addRecentVault(const QString& path) {
    QStringList paths = recentVaults();
    paths.removeAll(path);
    paths.prepend(path);
    m_settings.setValue(recent, QStringList(paths.mid(0, vaultsKept)));
}

QString Preferences::lastUser() const {
    return m_settings.value(user).toString();
}

void Preferences::setLastUser(const QString& name) {
    m_settings.setValue(user, name);
}

widgets::Scheme Preferences::scheme(widgets::Scheme otherwise) const {
    const QString stored = m_settings.value(look).toString();
    if (stored.isEmpty())
        return otherwise;
    return stored == QStringLiteral("dark") ? widgets::Scheme::dark : widgets::Scheme::light;
}

void Preferences::setScheme(widgets::Scheme scheme) {
    m_settings.setValue(
        look, scheme == widgets::Scheme::dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

double Preferences::textScale() const {
    return std::clamp(m_settings.value(scaleKey, 1.0).toDouble(), 1.0, 2.0);
}

void Preferences::setTextScale(double scale) {
    m_settings.setValue(scaleKey, std::clamp(scale, 1.0, 2.0));
}

QByteArray Preferences::geometry() const {
    return m_settings.value(place).toByteArray();
}

void Preferences::setGeometry(const QByteArray& geometry) {
    m_settings.setValue(place, geometry);
}

QVariantMap Preferences::arrangement(const QString& whose, const QString& part) const {
    return m_settings.value(arrangementKey(whose, part)).toMap();
}

void Preferences::setArrangement(const QString& whose,
                                 const QString& part,
                                 const QVariantMap& arrangement) {
    if (arrangement.isEmpty())
        m_settings.remove(arrangementKey(whose, part));
    else
        m_settings.setValue(arrangementKey(whose, part), arrangement);
}

bool Preferences::tourSeen(const QString& whose) const {
    return m_settings.value(tours).toStringList().contains(whose);
}

void Preferences::setTourSeen(const QString& whose) {
    QStringList seen = m_settings.value(tours).toStringList();
    if (seen.contains(whose))
        return;
    seen << whose;
    m_settings.setValue(tours, seen);
}

}  // namespace ui::shell

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace ui::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string utf8(const QString& text) {
    return text.toStdString();
}

QString day(base::Date date) {
    return date.is_special() ? QString() : text(base::plainDate(date));
}

QString day(const std::optional<base::Date>& date) {
    return date ? day(*date) : QString();
}

QString instant(std::string_view utc) {
    if (const auto date = base::parseIsoDate(utc))
        return day(*date);
    const QDateTime at = QDateTime::fromString(text(utc), Qt::ISODate);
    if (!at.isValid())
        return text(utc);
    return QLocale(QLocale::English, QLocale::UnitedKingdom)
        .toString(at.toLocalTime(), QStringLiteral("d MMM yyyy, HH:mm"));
}

QString age(std::string_view iso) {
    const auto since = base::parseIsoDate(iso.substr(0, 10));
    if (!since)
        return {};
    const auto days = (base::today() - *since).days();
    return days <= 0 ? Words::tr("today") : counted(days, Words::tr("day"), Words::tr("days"));
}

QString figure(double value) {
    return QString::number(value, 'g', 6);
}

QString counted(qint64 count, const QString& one, const QString& many) {
    return QStringLiteral("%1 %2").arg(QLocale().toString(count), count == 1 ? one : many);
}

QString said(const base::Error& error) {
    QString words = text(error.detail);
    if (words.isEmpty())
        words = text(base::codeName(error.code));
    words[0] = words[0].toUpper();
    if (!words.endsWith(QLatin1Char('.')))
        words += QLatin1Char('.');
    return words;
}

QString details(const base::Error& error) {
    if (error.place.empty())
        return {};
    return Words::tr("Where: %1 (%2)").arg(text(error.place), text(base::codeName(error.code)));
}

}  // namespace ui::models

// SPDX-License-Identifier: GPL-3.0-or-later
// How the window writes what the model says: days as "5 Nov 2013", instants in local time, counts
// with their noun, UTF-8 as QString.
#pragma once

#include "base/date.h"
#include "base/result.h"

#include <QString>

#include <optional>
#include <string_view>

namespace ui::models {

[[nodiscard]] QString text(std::string_view utf8);
[[nodiscard]] std::string utf8(const QString& text);
[[nodiscard]] QString day(base::Date date);  // "" for no date
[[nodiscard]] QString day(const std::optional<base::Date>& date);
// "5 Nov 2013, 10:42" of "2013-11-05T10:42:00Z"; an ISO day alone gives its day.
[[nodiscard]] QString instant(std::string_view utc);
// "today", "1 day", "12 days": how long ago an ISO day or instant was.
[[nodiscard]] QString age(std::string_view iso);
// A number as a plan writes it: "10", "2.5".
[[nodiscard]] QString figure(double value);
// "1 family", "3,977 families".
[[nodiscard]] QString counted(qint64 count, const QString& one, const QString& many);
// What failed, for the line of a banner: the place is left to the details.
[[nodiscard]] QString said(const base::Error& error);
[[nodiscard]] QString details(const base::Error& error);

}  // namespace ui::models

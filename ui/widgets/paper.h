// SPDX-License-Identifier: GPL-3.0-or-later
// A page of text on paper or as a PDF: A4, the protective marking and the title at the head of each
// sheet, the sheet's number at its foot.
#pragma once

#include "base/result.h"

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::widgets {

struct Page {
    QString title;
    QString html;  // written by this program; what a partner sent is escaped in it
};

// Whole or not at all. Fails with unreadable or full.
[[nodiscard]] base::Result<void> writePdf(const Page& page, const QString& path);
// Asks for the printer; doesn't wait.
void printPage(QWidget* parent, const Page& page);

}  // namespace ui::widgets

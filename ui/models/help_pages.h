// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the help as resources/help/contents.toml lists them. Read-only, made once.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ui::models {

struct HelpPage {
    QString file;         // "triage.md"
    QString title;        // its first heading
    QString text;         // Markdown, the heading included
    QStringList screens;  // whose F1 opens it
};

[[nodiscard]] const std::vector<HelpPage>& helpPages();
// The place of the page for a screen, or of the first page.
[[nodiscard]] qint64 helpPageFor(const QString& screen);

}  // namespace ui::models

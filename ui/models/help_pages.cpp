// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/help_pages.h"

#include "base/resources.h"
#include "base/toml.h"
#include "ui/models/words.h"

namespace ui::models {

namespace {

QString titleOf(const QString& markdown) {
    const QString first = markdown.section(QLatin1Char('\n'), 0, 0);
    return first.startsWith(QStringLiteral("# ")) ? first.mid(2) : first;
}

HelpPage pageOf(const base::TomlValue& entry) {
    HelpPage page;
    if (const base::TomlValue* file = entry.find("file"))
        page.file = text(file->text);
    if (const base::TomlValue* screens = entry.find("screens"))
        for (const base::TomlValue& screen : screens->items)
            page.screens << text(screen.text);
    page.text = text(base::resource("help/" + utf8(page.file)).value_or(std::string_view()));
    // Comments of the source (its licence line) are for those who write it.
    if (page.text.startsWith(QStringLiteral("<!--")))
        page.text = page.text.section(QStringLiteral("-->"), 1).trimmed();
    page.title = titleOf(page.text);
    return page;
}

std::vector<HelpPage> read() {
    std::vector<HelpPage> pages;
    const auto contents = base::parseToml(
        base::resource("help/contents.toml").value_or(std::string_view()), "help/contents.toml");
    if (!contents)
        return pages;
    if (const base::TomlValue* list = contents->find("page"))
        for (const base::TomlValue& entry : list->items)
            pages.push_back(pageOf(entry));
    return pages;
}

}  // namespace

const std::vector<HelpPage>& helpPages() {
    static const std::vector<HelpPage> pages = read();
    return pages;
}

qint64 helpPageFor(const QString& screen) {
    const std::vector<HelpPage>& pages = helpPages();
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (pages[i].screens.contains(screen))
            return static_cast<qint64>(i);
    return 0;
}

}  // namespace ui::models

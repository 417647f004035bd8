// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/quality_words.h"

#include "base/resources.h"
#include "base/toml.h"

#include <algorithm>

namespace intake {

base::Result<QualityVocabulary> readQualityWords(std::string_view text, std::string_view fileName) {
    const auto document = base::parseToml(text, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    base::TomlTable table(*document, problems);
    QualityVocabulary words;
    for (const auto& [name, value] : table.entries()) {
        if (value.kind != base::TomlValue::Kind::table) {
            table.problem(name, "must be a table of words");
            continue;
        }
        base::TomlTable entry(value, problems);
        QualityWords read;
        read.problem = entry.flag("problem", false);
        read.what = entry.text("what");
        read.ask = entry.text("ask");
        entry.finish();
        words.emplace(name, std::move(read));
    }
    if (!problems.none())
        return base::fail(problems.asError());
    return words;
}

base::Result<QualityVocabulary> shippedQualityWords() {
    constexpr std::string_view name = "quality/words.toml";
    return readQualityWords(base::resource(name).value_or(""), name);
}

std::string issueInWords(std::string_view code) {
    std::string words(code);
    std::ranges::replace(words, '-', ' ');
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

}  // namespace intake

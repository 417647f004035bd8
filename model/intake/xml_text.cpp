// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xml_text.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace intake {

namespace {

constexpr std::size_t longestDeclaration = 1024;

struct Declaration {
    std::size_t end = 0;   // past its "?>"
    std::string encoding;  // lower case; "" when not said
};

std::string quotedAfter(std::string_view text, std::string_view word) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos)
        return {};
    const std::size_t open = text.find_first_of("\"'", at);
    if (open == std::string_view::npos)
        return {};
    const std::size_t close = text.find(text[open], open + 1);
    return close == std::string_view::npos
               ? std::string()
               : base::lowerAscii(text.substr(open + 1, close - open - 1));
}

// Some senders leave blank lines before it.
std::optional<Declaration> declarationIn(std::string_view text) {
    const std::string_view sample = text.substr(0, longestDeclaration);
    const std::size_t begin = sample.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || !sample.substr(begin).starts_with("<?xml"))
        return std::nullopt;
    const std::size_t close = sample.find("?>", begin);
    if (close == std::string_view::npos)
        return std::nullopt;
    return Declaration{close + 2, quotedAfter(sample.substr(begin, close - begin), "encoding")};
}

std::optional<Encoding> encodingFor(std::string_view declared, Encoding surveyed) {
    constexpr std::array<std::string_view, 6> western{
        "windows-1252", "cp1252", "iso-8859-1", "iso_8859-1", "latin1", "latin-1"};
    if (std::find(western.begin(), western.end(), declared) != western.end())
        return Encoding::windows1252;
    // A message of two bytes a character shows that itself, and one that was turned into UTF-8
    // since may still declare UTF-16.
    constexpr std::array<std::string_view, 8> unicode{
        "", "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"};
    if (std::find(unicode.begin(), unicode.end(), declared) != unicode.end())
        return surveyed;
    return std::nullopt;
}

}  // namespace

base::Result<std::unique_ptr<XmlText>> XmlText::open(const std::filesystem::path& path,
                                                     const FileSurvey& survey) {
    FileSurvey chosen = survey;
    std::string declared;
    if (survey.encoding == Encoding::utf8 || survey.encoding == Encoding::windows1252) {
        auto look = InputFile::open(path);
        if (!look)
            return base::fail(look.error());
        std::string sample;
        if (const auto more = look->read(sample); !more)
            return base::fail(more.error());
        sample.erase(0, std::min<std::size_t>(survey.bomLength, sample.size()));
        if (const auto declaration = declarationIn(sample))
            declared = declaration->encoding;
        const auto encoding = encodingFor(declared, survey.encoding);
        if (!encoding)
            return base::fail(base::Code::unsupported,
                              path.filename().string(),
                              "declares an encoding that is not read; send it as UTF-8");
        chosen.encoding = *encoding;
    }
    auto file = InputFile::open(path);
    if (!file)
        return base::fail(file.error());
    std::unique_ptr<XmlText> text(new XmlText(std::move(*file), chosen));
    text->m_declaredWrongly =
        declared.starts_with("utf") && chosen.encoding == Encoding::windows1252;
    return text;
}

base::Result<bool> XmlText::append(std::string& text) {
    const std::size_t before = text.size();
    auto more = m_decoded.append(text);
    if (!more || !*more || m_begun)
        return more;
    m_begun = true;
    const auto declaration = declarationIn(std::string_view(text).substr(before));
    for (std::size_t i = 0; declaration && i < declaration->end; ++i)
        if (char& c = text[before + i]; c != '\n' && c != '\r')
            c = ' ';
    return more;
}

base::Error atLine(base::Error error, std::int64_t line) {
    if (error.code == base::Code::malformed)
        error.detail += " (line " + std::to_string(line) + ")";
    return error;
}

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/workbook_styles.h"

#include <charconv>
#include <map>

namespace intake {

namespace {

constexpr std::size_t mostStyles = 65'536;  // a workbook may have 65,490
constexpr std::size_t longestCode = 1024;   // and 255 characters in a format

// <numFmts> come before <cellXfs>, whose <xf> are the styles in the order of their indexes.
class StylesSink final : public XmlSink {
public:
    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "cellXfs")
            m_inStyles = true;
        else if (name == "numFmt")
            addCode(attributes);
        else if (name == "xf" && m_inStyles && m_styles.size() < mostStyles)
            m_styles.push_back(formatOf(number(attributes["numFmtId"])));
    }

    void end(std::string_view name) override {
        if (name == "cellXfs")
            m_inStyles = false;
    }

    [[nodiscard]] std::vector<CellFormat>& styles() { return m_styles; }

private:
    static int number(std::string_view text) {
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    void addCode(const XmlAttributes& attributes) {
        const std::string_view code = attributes["formatCode"];
        if (code.size() <= longestCode && m_codes.size() < mostStyles)
            m_codes.insert_or_assign(number(attributes["numFmtId"]), formatFromCode(code));
    }

    [[nodiscard]] CellFormat formatOf(int id) const {
        const auto own = m_codes.find(id);
        return own == m_codes.end() ? builtInFormat(id) : own->second;
    }

    std::map<int, CellFormat> m_codes;
    std::vector<CellFormat> m_styles;
    bool m_inStyles = false;
};

}  // namespace

base::Result<std::vector<CellFormat>> readStyles(const std::string& place, TextSource source) {
    StylesSink sink;
    if (auto read = readXml(place, std::move(source), sink); !read)
        return base::fail(read.error());
    return std::move(sink.styles());
}

}  // namespace intake

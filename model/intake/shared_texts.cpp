// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/shared_texts.h"

#include <algorithm>
#include <charconv>

namespace intake {

namespace {

constexpr std::size_t mostTexts = 32'000'000;
constexpr std::size_t mostText = 1U << 30U;
constexpr std::size_t cellLimit = 32767;

// "_x000D_" at the front: the code it stands for.
std::optional<unsigned> escapedCode(std::string_view text) {
    constexpr std::size_t length = 7;
    if (text.size() < length || text[1] != 'x' || text[length - 1] != '_')
        return std::nullopt;
    unsigned code = 0;
    const char* const begin = text.data() + 2;
    const auto [end, error] = std::from_chars(begin, begin + 4, code, 16);
    return error == std::errc() && end == begin + 4 ? std::optional(code) : std::nullopt;
}

}  // namespace

void tidyCellText(std::string& text, std::size_t from) {
    using namespace std::string_view_literals;
    if (text.find_first_of("\xC2_"sv, from) == std::string::npos)
        return;
    std::size_t to = from;
    for (std::size_t at = from; at < text.size(); ++at) {
        char c = text[at];
        if (c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0') {
            ++at;
            c = ' ';
        } else if (c == '_') {
            // Only what XML can't say, and the underscore itself, is escaped.
            const auto code = escapedCode(std::string_view(text).substr(at));
            if (code && (*code < 0x20 || *code == '_')) {
                at += 6;
                c = *code == '_'                     ? '_'
                    : *code == '\n' || *code == '\t' ? static_cast<char>(*code)
                                                     : ' ';
            }
        }
        text[to++] = c;
    }
    text.resize(to);
}

bool fillsCell(std::string_view text) {
    if (text.size() < cellLimit)
        return false;
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += byte >= 0xF0 ? 2U : (byte & 0xC0U) != 0x80 ? 1U : 0U;
    }
    return units >= cellLimit;
}

// <si> holds <t>, or runs <r><t>; <rPh> tells how a text is spoken and is no part of it.
class SharedTexts::Sink final : public XmlSink {
public:
    Sink(const std::string& place, SharedTexts& texts) : m_place(place), m_texts(texts) {}

    void setEvents(XmlEvents& events) { m_events = &events; }

    void begin(std::string_view name, const XmlAttributes&) override {
        if (name == "t")
            m_inText = !m_spoken;
        else if (name == "rPh")
            m_spoken = true;
    }

    void end(std::string_view name) override {
        if (name == "t")
            m_inText = false;
        else if (name == "rPh")
            m_spoken = false;
        else if (name == "si")
            endText();
    }

    void text(std::string_view piece) override {
        if (!m_inText)
            return;
        m_texts.m_text += piece;
        if (m_texts.m_text.size() > mostText)
            refuse();
    }

private:
    void endText() {
        const std::size_t from = m_texts.m_ends.empty() ? 0 : m_texts.m_ends.back();
        tidyCellText(m_texts.m_text, from);
        m_texts.m_ends.push_back(static_cast<std::uint32_t>(m_texts.m_text.size()));
        if (m_texts.m_ends.size() > mostTexts)
            refuse();
    }

    void refuse() {
        m_events->fail(
            {base::Code::refused, m_place, "is refused: it has more text than any real workbook"});
    }

    const std::string& m_place;
    SharedTexts& m_texts;
    XmlEvents* m_events = nullptr;
    bool m_inText = false;
    bool m_spoken = false;
};

base::Result<SharedTexts> SharedTexts::read(const std::string& place, TextSource source) {
    SharedTexts texts;
    Sink sink(place, texts);
    XmlEvents events(place, std::move(source), sink);
    sink.setEvents(events);
    if (const auto ended = events.run(); !ended)
        return base::fail(ended.error());
    texts.m_text.shrink_to_fit();
    texts.m_ends.shrink_to_fit();
    return texts;
}

std::optional<std::string_view> SharedTexts::at(std::size_t index) const {
    if (index >= m_ends.size())
        return std::nullopt;
    const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_text).substr(begin, m_ends[index] - begin);
}

}  // namespace intake

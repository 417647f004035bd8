// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/output_file.h"

#include "base/file.h"

#include <cerrno>
#include <cstdint>

namespace synth {

namespace {

constexpr std::size_t flushAt = 1U << 16U;

// The next character of valid UTF-8; moves `at` behind it.
std::uint32_t nextCharacter(std::string_view text, std::size_t& at) {
    const auto byte = [&text](std::size_t i) {
        return i < text.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]))
                               : 0U;
    };
    const std::uint32_t first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t value = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i)
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    at += length;
    return value;
}

void appendUnit(std::string& out, std::uint32_t unit, bool bigEndian) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U & 0xFFU);
    out += bigEndian ? high : low;
    out += bigEndian ? low : high;
}

void appendUtf16(std::string& out, std::uint32_t character, bool bigEndian) {
    if (character < 0x10000) {
        appendUnit(out, character, bigEndian);
        return;
    }
    const std::uint32_t rest = character - 0x10000;
    appendUnit(out, 0xD800U | rest >> 10U, bigEndian);
    appendUnit(out, 0xDC00U | (rest & 0x3FFU), bigEndian);
}

}  // namespace

std::string encoded(std::string_view utf8, intake::Encoding encoding) {
    if (encoding == intake::Encoding::utf8)
        return std::string(utf8);
    std::string out;
    out.reserve(utf8.size() * 2);
    for (std::size_t at = 0; at < utf8.size();) {
        const std::uint32_t character = nextCharacter(utf8, at);
        if (encoding == intake::Encoding::windows1252) {
            const bool same = character < 0x80 || (character >= 0xA0 && character < 0x100);
            out += same ? static_cast<char>(character) : '?';
        } else {
            appendUtf16(out, character, encoding == intake::Encoding::utf16be);
        }
    }
    return out;
}

base::Result<OutputFile> OutputFile::create(const std::filesystem::path& path,
                                            intake::Encoding encoding,
                                            bool byteOrderMark) {
    OutputFile file;
    file.m_path = path;
    file.m_encoding = encoding;
    file.m_file.reset(std::fopen(path.c_str(), "wb"));
    if (!file.m_file)
        return base::fail(base::fileError(path, errno));
    if (byteOrderMark)
        file.m_pending = "\xEF\xBB\xBF";
    return file;
}

base::Result<void> OutputFile::write(std::string_view text) {
    m_pending += text;
    if (m_pending.size() < flushAt)
        return {};
    return flush();
}

base::Result<void> OutputFile::flush() {
    const std::string bytes = encoded(m_pending, m_encoding);
    m_pending.clear();
    if (std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size())
        return base::fail(base::fileError(m_path, errno));
    return {};
}

base::Result<void> OutputFile::close() {
    if (auto flushed = flush(); !flushed)
        return flushed;
    if (std::fclose(m_file.release()) != 0)
        return base::fail(base::fileError(m_path, errno));
    return {};
}

}  // namespace synth

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/encoding.h"

#include <array>
#include <cstring>

namespace intake {

namespace {

constexpr unsigned replacement = 0xFFFD;

// Windows-1252 where it differs from Latin-1: 0x80 to 0x9F (unicode.org, CP1252.TXT).
constexpr std::array<unsigned short, 32> windowsC1{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append(unsigned point, std::string& out) {
    const auto put = [&](unsigned byte) {
        out += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0U | (point >> 6U));
        put(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        put(0xE0U | (point >> 12U));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    } else {
        put(0xF0U | (point >> 18U));
        put(0x80U | ((point >> 12U) & 0x3FU));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    }
}

void decodeWindows(std::string_view bytes, std::string& out) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out += c;
        else
            append(byte < 0xA0 ? windowsC1[byte - 0x80U] : byte, out);
    }
}

std::size_t asciiRun(std::string_view bytes, std::size_t from) {
    std::size_t at = from;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, 8);
        if ((eight & 0x8080808080808080U) != 0)
            break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at - from;
}

}  // namespace

Utf8Step utf8Step(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned first = byte(0);
    if (first < 0x80)
        return {1, true, false};
    if (first < 0xC2 || first > 0xF4)
        return {1, false, false};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    for (std::size_t i = 1; i < length; ++i) {
        if (i == bytes.size())
            return {i, false, true};
        const unsigned low = i > 1 ? 0x80U : first == 0xE0 ? 0xA0U : first == 0xF0 ? 0x90U : 0x80U;
        const unsigned high = i > 1 ? 0xBFU : first == 0xED ? 0x9FU : first == 0xF4 ? 0x8FU : 0xBFU;
        if (byte(i) < low || byte(i) > high)
            return {i, false, false};
    }
    return {length, true, false};
}

std::string_view encodingName(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::utf16le:
            return "UTF-16 LE";
        case Encoding::utf16be:
            return "UTF-16 BE";
        case Encoding::windows1252:
            return "Windows-1252";
    }
    return "";
}

void Decoder::decode(std::string_view bytes, std::string& out) {
    switch (m_encoding) {
        case Encoding::utf8:
            decodeUtf8(bytes, out);
            break;
        case Encoding::utf16le:
        case Encoding::utf16be:
            decodeUtf16(bytes, out);
            break;
        case Encoding::windows1252:
            decodeWindows(bytes, out);
            break;
    }
}

void Decoder::decodeUtf8(std::string_view bytes, std::string& out) {
    std::string joined;
    if (!m_left.empty()) {
        joined = std::move(m_left);
        m_left.clear();
        joined += bytes;
        bytes = joined;
    }
    for (std::size_t at = 0; at < bytes.size();) {
        if (const std::size_t run = asciiRun(bytes, at)) {
            out.append(bytes.substr(at, run));
            at += run;
            continue;
        }
        const Utf8Step step = utf8Step(bytes.substr(at));
        if (step.cut) {
            m_left = bytes.substr(at);
            return;
        }
        if (step.valid)
            out.append(bytes.substr(at, step.length));
        else
            append(replacement, out);
        at += step.length;
    }
}

void Decoder::decodeUtf16(std::string_view bytes, std::string& out) {
    const auto value = [&](char first, char second) {
        const unsigned a = static_cast<unsigned char>(first);
        const unsigned b = static_cast<unsigned char>(second);
        return m_encoding == Encoding::utf16le ? (b << 8U) | a : (a << 8U) | b;
    };
    std::size_t at = 0;
    if (!m_left.empty() && !bytes.empty()) {
        unit(value(m_left.front(), bytes.front()), out);
        m_left.clear();
        at = 1;
    }
    for (; at + 1 < bytes.size(); at += 2)
        unit(value(bytes[at], bytes[at + 1]), out);
    if (at < bytes.size())
        m_left = bytes.substr(at);
}

void Decoder::unit(unsigned value, std::string& out) {
    const bool high = value >= 0xD800 && value < 0xDC00;
    const bool low = value >= 0xDC00 && value < 0xE000;
    if (m_surrogate != 0) {
        if (low) {
            append(0x10000 + ((m_surrogate - 0xD800) << 10U) + (value - 0xDC00), out);
            m_surrogate = 0;
            return;
        }
        append(replacement, out);
        m_surrogate = 0;
    }
    if (high)
        m_surrogate = value;
    else
        append(low ? replacement : value, out);
}

void Decoder::finish(std::string& out) {
    if (!m_left.empty() || m_surrogate != 0)
        append(replacement, out);
    m_left.clear();
    m_surrogate = 0;
}

}  // namespace intake

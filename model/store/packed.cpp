// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packed.h"

#include <bit>

namespace store {

namespace {

constexpr unsigned sevenBits = 0x7f;
constexpr unsigned moreFollow = 0x80;

}  // namespace

void Packer::unsignedNumber(std::uint64_t value) {
    while (value > sevenBits) {
        m_bytes.push_back(static_cast<char>((value & sevenBits) | moreFollow));
        value >>= 7U;
    }
    m_bytes.push_back(static_cast<char>(value));
}

Packer& Packer::operator<<(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    unsignedNumber((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0));
    return *this;
}

Packer& Packer::operator<<(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (unsigned shift = 0; shift < 64; shift += 8)
        m_bytes.push_back(static_cast<char>((bits >> shift) & 0xffU));
    return *this;
}

// 0 and the text the first time; its number, from 1, from then on.
Packer& Packer::operator<<(std::string_view text) {
    if (const auto known = m_texts.find(text); known != m_texts.end()) {
        unsignedNumber(known->second);
        return *this;
    }
    m_texts.emplace(text, m_texts.size() + 1);
    unsignedNumber(0);
    unsignedNumber(text.size());
    m_bytes.append(text);
    return *this;
}

std::uint64_t Unpacker::unsignedNumber() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !m_bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(m_bytes.front());
        m_bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & sevenBits) << shift;
        if ((byte & moreFollow) == 0)
            return value;
    }
    m_good = false;
    m_bytes = {};
    return 0;
}

std::int64_t Unpacker::integer() {
    const std::uint64_t bits = unsignedNumber();
    return static_cast<std::int64_t>((bits >> 1U) ^ ((bits & 1U) != 0 ? ~std::uint64_t{0} : 0));
}

double Unpacker::number() {
    if (m_bytes.size() < sizeof(double)) {
        m_good = false;
        m_bytes = {};
        return 0;
    }
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 8; ++i)
        bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_bytes[i])) << (8 * i);
    m_bytes.remove_prefix(sizeof(double));
    return std::bit_cast<double>(bits);
}

std::string Unpacker::text() {
    const std::uint64_t which = unsignedNumber();
    if (which > m_texts.size()) {
        m_good = false;
        m_bytes = {};
        return {};
    }
    if (which > 0)
        return std::string(m_texts[which - 1]);
    const std::uint64_t length = unsignedNumber();
    if (!m_good || length > m_bytes.size()) {
        m_good = false;
        m_bytes = {};
        return {};
    }
    m_texts.push_back(m_bytes.substr(0, length));
    m_bytes.remove_prefix(length);
    return std::string(m_texts.back());
}

std::size_t Unpacker::count() {
    const std::int64_t value = integer();
    if (value < 0 || static_cast<std::uint64_t>(value) > m_bytes.size()) {
        m_good = false;
        m_bytes = {};
        return 0;
    }
    return static_cast<std::size_t>(value);
}

std::string packTexts(const std::vector<std::string>& texts) {
    Packer packer;
    packer << texts.size();
    for (const std::string& text : texts)
        packer << std::string_view(text);
    return packer.bytes();
}

std::vector<std::string> unpackTexts(std::string_view bytes) {
    Unpacker unpacker(bytes);
    std::vector<std::string> texts(unpacker.count());
    for (std::string& text : texts)
        text = unpacker.text();
    return texts;
}

}  // namespace store

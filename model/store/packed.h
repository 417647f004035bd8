// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of numbers and texts as compact bytes, for columns that are only ever read whole: variable
// length integers (LEB128, zigzag), doubles as 8 bytes, and texts that are written out once and
// then named by number. Reading is total: bytes that don't fit give empty values and good() false.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace store {

class Packer {
public:
    Packer& operator<<(std::int64_t value);

    Packer& operator<<(int value) { return *this << std::int64_t{value}; }

    Packer& operator<<(std::size_t value) { return *this << static_cast<std::int64_t>(value); }

    Packer& operator<<(double value);
    Packer& operator<<(std::string_view text);

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    void unsignedNumber(std::uint64_t value);

    std::string m_bytes;
    std::map<std::string, std::uint64_t, std::less<>> m_texts;
};

class Unpacker {
public:
    // The bytes must outlive it.
    explicit Unpacker(std::string_view bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::int64_t integer();
    [[nodiscard]] double number();
    [[nodiscard]] std::string text();
    // A count of things to follow, never more than the bytes left.
    [[nodiscard]] std::size_t count();

    // Everything was there and nothing is left over.
    [[nodiscard]] bool good() const { return m_good && m_bytes.empty(); }

private:
    std::uint64_t unsignedNumber();

    std::string_view m_bytes;
    std::vector<std::string_view> m_texts;
    bool m_good = true;
};

[[nodiscard]] std::string packTexts(const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> unpackTexts(std::string_view bytes);

// Numbers of things; rising ones cost a byte or two each.
template <class AnyId>
[[nodiscard]] std::string packIds(const std::vector<AnyId>& ids) {
    Packer packer;
    packer << ids.size();
    std::int64_t before = 0;
    for (const AnyId id : ids) {
        packer << id.value - before;
        before = id.value;
    }
    return packer.bytes();
}

template <class AnyId>
[[nodiscard]] std::vector<AnyId> unpackIds(std::string_view bytes) {
    Unpacker unpacker(bytes);
    std::vector<AnyId> ids(unpacker.count());
    std::int64_t before = 0;
    for (AnyId& id : ids) {
        before += unpacker.integer();
        id.value = before;
    }
    return ids;
}

}  // namespace store

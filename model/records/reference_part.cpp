// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/reference_part.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace records {

namespace {

constexpr std::size_t longestNumber = 20;

}  // namespace

ReferencePart::ReferencePart(std::string_view typed)
    : m_digits(base::upperAscii(base::trimmed(typed))) {
    for (const std::string_view prefix : {"FF-", "FF", "F"})
        if (m_digits.starts_with(prefix)) {
            m_digits.erase(0, prefix.size());
            break;
        }
    m_possible = std::ranges::all_of(m_digits, [](char c) { return c >= '0' && c <= '9'; });
}

bool ReferencePart::isIn(FamilyId family) const {
    if (!m_possible)
        return false;
    std::array<char, longestNumber> number{};
    const auto end = std::to_chars(number.data(), number.data() + number.size(), family.value).ptr;
    const std::string_view digits(number.data(), static_cast<std::size_t>(end - number.data()));
    return digits.find(m_digits) != std::string_view::npos;
}

}  // namespace records

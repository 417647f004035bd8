// SPDX-License-Identifier: GPL-3.0-or-later
// The texts a workbook stores once and its cells point at. Kept in one piece of memory of about
// their own size; the views given live as long as this.
#pragma once

#include "base/result.h"
#include "intake/xml_events.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

// Makes a cell's text, from `from` on, what the sender sees: no-break spaces become spaces and
// escapes such as "_x000D_" the character they stand for, control characters a space.
void tidyCellText(std::string& text, std::size_t from);

// As many UTF-16 units as a cell may hold (32,767), or more: its end was probably cut off.
[[nodiscard]] bool fillsCell(std::string_view text);

class SharedTexts {
public:
    // Reads the part "sharedStrings.xml". Fails as the XML does, or with refused when there are
    // more texts than any workbook has.
    [[nodiscard]] static base::Result<SharedTexts> read(const std::string& place,
                                                        TextSource source);

    SharedTexts() = default;  // none

    [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const;

    [[nodiscard]] std::size_t size() const { return m_ends.size(); }

private:
    class Sink;

    std::string m_text;
    std::vector<std::uint32_t> m_ends;  // where each text ends in m_text
};

}  // namespace intake

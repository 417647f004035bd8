// SPDX-License-Identifier: GPL-3.0-or-later
// One record of a message (one child, one pupil) held whole: the elements that a plan asks for,
// with their texts and lines. Filled while it is read, emptied for the next; its memory is used
// again.
#pragma once

#include "intake/xml_plan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

class XmlRecord {
public:
    using Index = std::uint32_t;
    static constexpr Index none = std::numeric_limits<Index>::max();

    struct Element {
        XmlPlan::Place step = XmlPlan::none;
        Index parent = none;
        Index firstChild = none;
        Index lastChild = none;
        Index nextSibling = none;
        std::size_t textAt = 0;
        std::size_t textLength = 0;
        std::int64_t line = 0;
    };

    void clear();
    [[nodiscard]] Index add(Index parent, XmlPlan::Place step, std::int64_t line);
    void addText(Index element, std::string_view piece);

    [[nodiscard]] const std::vector<Element>& elements() const { return m_elements; }

    [[nodiscard]] std::size_t bytes() const { return m_text.size(); }

    [[nodiscard]] std::string_view text(Index element) const;

    // The elements of a cell that is not in the head, in the message's order.
    void find(const XmlPlan::Cell& cell, Index row, std::vector<Index>& found) const;

private:
    void descend(const XmlPlan::Cell& cell,
                 std::size_t depth,
                 Index element,
                 std::vector<Index>& found) const;

    std::vector<Element> m_elements;
    std::string m_text;
};

}  // namespace intake

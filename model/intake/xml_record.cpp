// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xml_record.h"

namespace intake {

void XmlRecord::clear() {
    m_elements.clear();
    m_text.clear();
}

XmlRecord::Index XmlRecord::add(Index parent, XmlPlan::Place step, std::int64_t line) {
    const auto index = static_cast<Index>(m_elements.size());
    Element element;
    element.step = step;
    element.parent = parent;
    element.line = line;
    m_elements.push_back(element);
    if (parent == none)
        return index;
    Element& above = m_elements[parent];
    if (above.lastChild == none)
        above.firstChild = index;
    else
        m_elements[above.lastChild].nextSibling = index;
    above.lastChild = index;
    return index;
}

void XmlRecord::addText(Index index, std::string_view piece) {
    Element& element = m_elements[index];
    // Texts of the elements inside may have come in between.
    if (element.textAt + element.textLength != m_text.size()) {
        const std::string before = m_text.substr(element.textAt, element.textLength);
        element.textAt = m_text.size();
        m_text += before;
    }
    m_text += piece;
    element.textLength += piece.size();
}

std::string_view XmlRecord::text(Index index) const {
    const Element& element = m_elements[index];
    return std::string_view(m_text).substr(element.textAt, element.textLength);
}

void XmlRecord::find(const XmlPlan::Cell& cell, Index row, std::vector<Index>& found) const {
    found.clear();
    for (std::size_t i = 0; i < cell.up; ++i)
        row = m_elements[row].parent;
    descend(cell, 0, row, found);
}

void XmlRecord::descend(const XmlPlan::Cell& cell,
                        std::size_t depth,
                        Index index,
                        std::vector<Index>& found) const {
    if (depth == cell.down.size()) {
        found.push_back(index);
        return;
    }
    for (Index child = m_elements[index].firstChild; child != none;
         child = m_elements[child].nextSibling)
        if (m_elements[child].step == cell.down[depth])
            descend(cell, depth + 1, child, found);
}

}  // namespace intake

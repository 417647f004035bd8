// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xml_plan.h"

#include "intake/xml_rows.h"

#include <algorithm>

namespace intake {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameName(std::string_view left, std::string_view right) {
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) {
               return a == b || lower(a) == lower(b);
           });
}

XmlPlan::Several severalOf(const Mapping& mapping, std::string_view heading) {
    using Several = XmlPlan::Several;
    Several several = Several::tell;
    const auto names = [&](const std::vector<std::string>& headings) {
        return std::find(headings.begin(), headings.end(), heading) != headings.end();
    };
    for (const ColumnRule& rule : mapping.columns) {
        if (names(rule.instead) || (rule.combine == Combine::join && names(rule.headings)))
            return Several::join;
        if (rule.combine == Combine::first && names(rule.headings))
            several = Several::first;
    }
    return several;
}

}  // namespace

XmlPlan::XmlPlan(const std::vector<const Mapping*>& mappings) {
    m_rows.resize(mappings.size());
    for (std::size_t i = 0; i < mappings.size(); ++i)
        addRows(*mappings[i], i);
    for (const Mapping* mapping : mappings)
        for (const std::string& path : mapping->notReceived) {
            const Place place =
                grow(path, path.starts_with('/') ? none : grow(mapping->xml->record));
            m_steps[place].leftUnread = true;
        }
    for (Step& step : m_steps)
        step.holdsNothing = step.leftUnread && !isRead(step);
}

bool XmlPlan::isRead(const Step& step) const {
    return step.hasText || step.isRecord || !step.rowsOf.empty() ||
           std::any_of(step.children.begin(), step.children.end(), [&](Place child) {
               return isRead(m_steps[child]);
           });
}

bool XmlPlan::leavesUnread(Place place) const {
    for (; place != none; place = m_steps[place].parent)
        if (m_steps[place].leftUnread)
            return true;
    return false;
}

void XmlPlan::addRows(const Mapping& mapping, std::size_t table) {
    const Place record = grow(mapping.xml->record);
    m_steps[record].isRecord = true;
    const Place row = grow(mapping.xml->rows, record);
    m_steps[row].rowsOf.push_back(table);
    for (const std::string& condition : mapping.recognisedBy)
        static_cast<void>(grow(headCondition(condition).path));
    for (const HeadCheck& check : mapping.xml->checks)
        static_cast<void>(grow(check.path));
    for (const ColumnRule& rule : mapping.columns)
        for (const auto* headings : {&rule.headings, &rule.instead, &rule.insteadWhen})
            for (const std::string& heading : *headings)
                addCell(mapping, heading, record, row);
    if (mapping.attendance)
        for (const std::string& heading : mapping.attendance->headings())
            addCell(mapping, heading, record, row);
    for (const std::string& heading : {mapping.typeHeading, mapping.corrections.withdrawnHeading})
        if (!heading.empty())
            addCell(mapping, heading, record, row);
}

void XmlPlan::addCell(const Mapping& mapping, const std::string& heading, Place record, Place row) {
    const auto index = m_steps[row].rowsOf.back();
    Rows& rows = m_rows[index];
    if (std::find(rows.headings.begin(), rows.headings.end(), heading) != rows.headings.end())
        return;
    const Place step = grow(heading, heading.starts_with('/') ? none : record);
    m_steps[step].hasText = true;
    Cell cell = cellAt(step, record, row);
    cell.several = severalOf(mapping, heading);
    rows.headings.push_back(heading);
    rows.cells.push_back(std::move(cell));
}

XmlPlan::Cell XmlPlan::cellAt(Place step, Place record, Place row) const {
    Cell cell;
    cell.step = step;
    const std::vector<Place> to = chain(step);
    const std::vector<Place> from = chain(row);
    cell.inHead = std::find(to.begin(), to.end(), record) == to.end();
    std::size_t shared = 0;
    while (shared < to.size() && shared < from.size() && to[shared] == from[shared])
        ++shared;
    cell.up = from.size() - shared;
    cell.down.assign(to.begin() + static_cast<std::ptrdiff_t>(shared), to.end());
    return cell;
}

// The steps from the root to there.
std::vector<XmlPlan::Place> XmlPlan::chain(Place place) const {
    std::vector<Place> places;
    for (; place != none; place = m_steps[place].parent)
        places.push_back(place);
    std::reverse(places.begin(), places.end());
    return places;
}

XmlPlan::Place XmlPlan::child(Place parent, std::string_view name) const {
    for (const Place place : parent == none ? m_roots : m_steps[parent].children)
        if (sameName(m_steps[place].name, name))
            return place;
    return none;
}

XmlPlan::Place XmlPlan::grow(std::string_view path, Place below) {
    for (const std::string_view name : pathNames(path)) {
        Place next = child(below, name);
        if (next == none) {
            next = static_cast<Place>(m_steps.size());
            Step step;
            step.name = name;
            step.parent = below;
            m_steps.push_back(std::move(step));
            (below == none ? m_roots : m_steps[below].children).push_back(next);
            if (name.starts_with('@') && below != none)
                m_steps[below].hasAttributes = true;
        }
        below = next;
    }
    return below;
}

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xml_message.h"

#include "base/text.h"

#include <algorithm>

namespace intake {

namespace {

constexpr std::size_t largestRecord = 16U << 20U;
constexpr std::size_t mostElements = 1'000'000;
constexpr std::size_t mostUnknown = 20;
constexpr std::size_t longestName = 80;
constexpr std::size_t longestHeadText = 1U << 16U;

Table tableFor(const Mapping& mapping, const XmlPlan::Rows& rows) {
    Table table;
    const std::string& record = mapping.xml->record;
    table.name =
        mapping.xml->rows.empty() ? record.substr(record.rfind('/') + 1) : mapping.xml->rows;
    table.leading.push_back({0, rows.headings});
    return table;
}

}  // namespace

XmlMessage::XmlMessage(const std::filesystem::path& path,
                       std::unique_ptr<XmlText> text,
                       std::uint64_t bytes,
                       const std::vector<const Mapping*>& mappings)
    : m_plan(mappings),
      m_place(path.filename().string()),
      m_text(std::move(text)),
      m_bytes(bytes),
      m_events(
          m_place, [this](std::string& piece) { return m_text->append(piece); }, *this),
      m_lastLine(mappings.size(), 0) {
    for (std::size_t i = 0; i < mappings.size(); ++i)
        m_tables.push_back(tableFor(*mappings[i], m_plan.rows()[i]));
}

base::Result<std::unique_ptr<XmlMessage>> XmlMessage::open(
    const std::filesystem::path& path,
    const FileSurvey& survey,
    const std::vector<const Mapping*>& mappings) {
    auto text = XmlText::open(path, survey);
    if (!text)
        return base::fail(text.error());
    return std::unique_ptr<XmlMessage>(
        new XmlMessage(path, std::move(*text), survey.bytes, mappings));
}

base::Result<bool> XmlMessage::next(TableRow& row) {
    while (m_given == m_pending.size()) {
        m_pending.clear();
        m_given = 0;
        const auto paused = m_events.run();
        if (!paused)
            return base::fail(atLine(paused.error(), m_events.line()));
        if (!*paused)
            return false;
    }
    fill(m_pending[m_given++], row);
    return true;
}

void XmlMessage::begin(std::string_view name, const XmlAttributes& attributes) {
    if (m_skipping > 0) {
        ++m_skipping;
        return;
    }
    const XmlPlan::Place above = m_places.empty() ? XmlPlan::none : m_places.back();
    const XmlPlan::Place place = m_plan.child(above, name);
    if (place == XmlPlan::none || m_plan.step(place).holdsNothing) {
        m_skipping = 1;
        if (place == XmlPlan::none && !m_plan.leavesUnread(above))
            noteUnknown(name);
        return;
    }
    open(place);
    if (m_plan.step(place).hasAttributes)
        readAttributes(place, attributes);
}

void XmlMessage::open(XmlPlan::Place place) {
    m_places.push_back(place);
    const XmlPlan::Step& step = m_plan.step(place);
    if (inRecord() || step.isRecord) {
        if (!inRecord())
            m_record.clear();
        const auto above = inRecord() ? m_elements.back() : XmlRecord::none;
        m_elements.push_back(m_record.add(above, place, m_events.line()));
    } else if (step.hasText) {
        m_head[place].clear();
    }
}

void XmlMessage::readAttributes(XmlPlan::Place place, const XmlAttributes& attributes) {
    for (const XmlPlan::Place child : m_plan.step(place).children) {
        const std::string& name = m_plan.step(child).name;
        if (!name.starts_with('@'))
            continue;
        const std::string_view value = attributes[std::string_view(name).substr(1)];
        if (!inRecord())
            m_head[child] = value;
        else if (!value.empty())
            m_record.addText(m_record.add(m_elements.back(), child, m_events.line()), value);
    }
}

void XmlMessage::end(std::string_view) {
    if (m_skipping > 0) {
        --m_skipping;
        return;
    }
    m_places.pop_back();
    if (!inRecord())
        return;
    m_elements.pop_back();
    if (!inRecord())
        finishRecord();
}

void XmlMessage::text(std::string_view piece) {
    if (m_skipping > 0 || m_places.empty() || !m_plan.step(m_places.back()).hasText)
        return;
    if (inRecord()) {
        m_record.addText(m_elements.back(), piece);
    } else if (std::string& text = m_head[m_places.back()]; text.size() < longestHeadText) {
        text += piece;
    }
    if (m_record.bytes() > largestRecord || m_record.elements().size() > mostElements)
        m_events.fail({base::Code::malformed, m_place, "has a record far too large"});
}

void XmlMessage::finishRecord() {
    const auto& elements = m_record.elements();
    for (std::size_t i = 0; i < elements.size(); ++i)
        for (const std::size_t table : m_plan.step(elements[i].step).rowsOf)
            m_pending.push_back({table, static_cast<XmlRecord::Index>(i)});
    if (m_pending.empty())
        ++m_withoutRows;
    else
        m_events.pause();
}

void XmlMessage::noteUnknown(std::string_view name) {
    std::string path;
    for (const XmlPlan::Place place : m_places)
        path += "/" + m_plan.step(place).name;
    path += "/" + std::string(name.substr(0, longestName));
    if (m_unknown.size() < mostUnknown || m_unknown.contains(path))
        m_unknown.insert(std::move(path));
}

void XmlMessage::fill(const Pending& pending, TableRow& row) {
    const std::vector<XmlPlan::Cell>& cells = m_plan.rows()[pending.table].cells;
    std::int64_t& last = m_lastLine[pending.table];
    last = std::max(m_record.elements()[pending.element].line, last + 1);
    row.table = pending.table;
    row.line = last;
    row.fault = Fault::none;
    row.fields.clear();
    row.notes.clear();
    m_joined.clear();
    for (const XmlPlan::Cell& cell : cells)
        fillCell(cell, pending, row);
}

void XmlMessage::fillCell(const XmlPlan::Cell& cell, const Pending& pending, TableRow& row) {
    if (cell.inHead) {
        const auto found = m_head.find(cell.step);
        row.fields.push_back(found == m_head.end() ? std::string_view() : found->second);
        return;
    }
    m_record.find(cell, pending.element, m_found);
    std::erase_if(m_found,
                  [&](auto element) { return base::trimmed(m_record.text(element)).empty(); });
    if (m_found.empty()) {
        row.fields.emplace_back();
    } else if (m_found.size() > 1 && cell.several == XmlPlan::Several::join) {
        row.fields.push_back(joined());
    } else {
        if (m_found.size() > 1 && cell.several == XmlPlan::Several::tell)
            row.notes.push_back({row.fields.size(), CellFault::severalThere});
        row.fields.push_back(m_record.text(m_found.front()));
    }
}

std::string_view XmlMessage::joined() {
    std::string& text = m_joined.emplace_back();
    for (const XmlRecord::Index element : m_found) {
        if (!text.empty())
            text += ", ";
        text += base::trimmed(m_record.text(element));
    }
    return text;
}

std::vector<TableNote> XmlMessage::notes() const {
    std::vector<TableNote> notes;
    if (!m_unknown.empty()) {
        const std::vector<std::string> paths(m_unknown.begin(), m_unknown.end());
        notes.push_back({{},
                         "unknown-element",
                         "has '" + base::join(paths, "', '") +
                             "', which the mapping does not list; not read and not kept"});
    }
    if (m_withoutRows > 0)
        notes.push_back({{},
                         "no-rows",
                         "has " + base::counted(m_withoutRows, "record", "records") +
                             " in which nothing stands that is received"});
    if (m_text->declaredWrongly())
        notes.push_back({{},
                         "wrong-encoding",
                         "declares UTF-8 and is not; read as Windows-1252. Send it as UTF-8"});
    return notes;
}

}  // namespace intake

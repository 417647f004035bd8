// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/row_reader.h"

#include "base/text.h"
#include "intake/identity_checks.h"
#include "intake/json_cell.h"
#include "intake/recognition.h"
#include "intake/value_reading.h"
#include "records/catalogue.h"
#include "records/row_number.h"

#include <algorithm>
#include <utility>

namespace intake {

namespace {

constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD";

// What databases and spreadsheets write for an empty cell.
bool saysEmpty(std::string_view text) {
    if (text.empty() || (text.front() != 'N' && text.front() != '(' && text.front() != '#'))
        return false;
    return text == "NULL" || text == "(null)" || text == "#N/A" || text == "N/A";
}

bool hasLineEnd(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
}

}  // namespace

RowReader::RowReader(const Mapping& mapping,
                     const std::vector<std::string>& header,
                     RowSetting setting)
    : m_mapping(mapping),
      m_setting(std::move(setting)),
      m_cells(m_setting.receivedOn),
      m_header(header) {
    for (const ColumnRule& rule : mapping.columns)
        if (Bound bound = bind(rule); !bound.places.empty() || !bound.instead.empty())
            m_bound.push_back(std::move(bound));
    if (mapping.attendance)
        m_attendance.emplace(*mapping.attendance, header, m_setting.receivedOn);
    if (!mapping.typeHeading.empty()) {
        const auto places = placesOf(mapping.typeHeading, header);
        if (!places.empty()) {
            m_typeColumn = places.front();
            m_typeHeading = header[places.front()];
        }
    }
}

RowReader::Bound RowReader::bind(const ColumnRule& rule) const {
    Bound bound;
    bound.rule = &rule;
    bound.places = placesOfAll(rule.headings);
    bound.instead = placesOfAll(rule.instead);
    bound.insteadWhen = placesOfAll(rule.insteadWhen);
    // A message may say in each record under another name what a table says in one column.
    bound.firstFilled = rule.combine == Combine::first ||
                        (rule.combine == Combine::alias && m_mapping.xml.has_value());
    if (rule.combine == Combine::alias && !bound.firstFilled && bound.places.size() > 1)
        bound.places.resize(1);
    if (!bound.places.empty())
        bound.place.heading = m_header[bound.places.front()];
    else if (!bound.instead.empty())
        bound.place.heading = m_header[bound.instead.front()];
    if (rule.type == nullptr)
        bound.slot = identitySlot(rule.target);
    return bound;
}

std::vector<std::size_t> RowReader::placesOfAll(const std::vector<std::string>& headings) const {
    std::vector<std::size_t> all;
    for (const std::string& heading : headings)
        if (const auto places = placesOf(heading, m_header); !places.empty())
            all.push_back(places.front());
    return all;
}

std::optional<records::SourceRecord> RowReader::read(const TableRow& row,
                                                     std::vector<records::RowIssue>& issues) {
    const std::int64_t number = records::rowNumber(m_setting.table, row.line);
    Noting noting(number, issues);
    m_further.clear();
    if (!wellShaped(row, noting))
        return std::nullopt;
    const records::RecordType* type = typeOf(row, noting);
    if (type == nullptr)
        return std::nullopt;
    records::SourceRecord record;
    record.row = number;
    record.agency = m_mapping.agency;
    record.type = type;
    record.payload.resize(type->fields.size());
    noteCells(row, noting);
    readCells(row, record, noting);
    fillConstants(record);
    if (m_attendance)
        m_attendance->fill(row.fields, record, m_further, noting);
    checkWhole(record, noting);
    return noting.rejected() ? std::nullopt : std::optional(std::move(record));
}

std::vector<records::SourceRecord> RowReader::takeFurther() {
    return std::exchange(m_further, {});
}

bool RowReader::wellShaped(const TableRow& row, Noting& noting) const {
    switch (row.fault) {
        case Fault::tooLong:
            noting.reject({}, "row-too-long", "is longer than a row may be (1 MiB)");
            return false;
        case Fault::tooMany:
            noting.reject({}, "long-row", "has far more columns than the header");
            return false;
        case Fault::strayQuote:
        case Fault::none:
            break;
    }
    if (row.fields.size() < m_header.size()) {
        noting.reject({},
                      "short-row",
                      "has " + base::counted(row.fields.size(), "column", "columns") +
                          " where the header has " + base::grouped(m_header.size()) +
                          "; a line break or a quote may have cut it");
        return false;
    }
    const auto extra = row.fields.begin() + static_cast<std::ptrdiff_t>(m_header.size());
    if (std::any_of(
            extra, row.fields.end(), [](auto field) { return !base::trimmed(field).empty(); })) {
        noting.reject({},
                      "long-row",
                      "has more columns than the header's " + base::grouped(m_header.size()) +
                          "; a text with a separator in it must stand in quotes");
        return false;
    }
    if (row.fault == Fault::strayQuote)
        noting.warn(
            {}, "stray-quote", "has a quote that is not closed or not doubled; read as plain text");
    return true;
}

const records::RecordType* RowReader::typeOf(const TableRow& row, Noting& noting) const {
    if (!m_typeColumn)
        return m_mapping.types.front();
    const std::string code = base::lowerAscii(base::trimmed(row.fields[*m_typeColumn]));
    const auto found = m_mapping.typeCodes.find(code);
    if (found != m_mapping.typeCodes.end())
        return records::recordType(found->second);
    noting.reject(m_typeHeading, "unknown-code", "does not say which kind of record the row is");
    return nullptr;
}

// What the container saw in cells that are read.
void RowReader::noteCells(const TableRow& row, Noting& noting) const {
    for (const CellNote& note : row.notes) {
        const bool read = std::any_of(m_bound.begin(), m_bound.end(), [&](const Bound& bound) {
            return std::find(bound.places.begin(), bound.places.end(), note.column) !=
                   bound.places.end();
        });
        if (read)
            noting.warn(m_header[note.column],
                        std::string(cellFaultCode(note.fault)),
                        std::string(cellFaultDetail(note.fault)));
    }
}

// The cells there, with ", " between those not empty.
std::string_view RowReader::joined(const std::vector<std::size_t>& places, const TableRow& row) {
    m_text.clear();
    for (const std::size_t place : places) {
        const std::string_view part = base::trimmed(row.fields[place]);
        if (part.empty() || saysEmpty(part))
            continue;
        if (!m_text.empty())
            m_text += ", ";
        m_text += part;
    }
    return m_text;
}

// The cell of a rule, trimmed, on one line.
std::string_view RowReader::cell(const Bound& bound, const TableRow& row) {
    const bool instead =
        std::any_of(bound.insteadWhen.begin(), bound.insteadWhen.end(), [&](std::size_t place) {
            return readFlag(base::trimmed(row.fields[place])).value_or(false);
        });
    std::string_view text;
    if (instead || bound.rule->combine == Combine::join) {
        text = joined(instead ? bound.instead : bound.places, row);
    } else if (bound.firstFilled) {
        for (const std::size_t place : bound.places)
            if (text = base::trimmed(row.fields[place]); !text.empty() && !saysEmpty(text))
                break;
    } else if (!bound.places.empty()) {
        text = base::trimmed(row.fields[bound.places.front()]);
    }
    if (bound.slot.kind != IdentitySlot::Kind::name && saysEmpty(text))
        return {};
    if (!bound.rule->json.empty()) {
        m_text = jsonMembers(text, bound.rule->json);
        text = m_text;
    }
    if (!hasLineEnd(text))
        return text;
    const std::string lines(text);
    m_text.clear();
    for (const std::string_view piece : base::split(lines, '\n')) {
        const std::string_view line = base::trimmed(piece);
        if (!m_text.empty() && !line.empty())
            m_text += m_text.back() == ',' ? " " : ", ";
        m_text += line;
    }
    std::replace(m_text.begin(), m_text.end(), '\r', ' ');
    return m_text;
}

void RowReader::readCells(const TableRow& row, records::SourceRecord& record, Noting& noting) {
    for (const Bound& bound : m_bound) {
        const ColumnRule& rule = *bound.rule;
        if (rule.type != nullptr && rule.type != record.type)
            continue;
        if (rule.combine == Combine::sum) {
            std::vector<std::string_view> parts;
            for (const std::size_t place : bound.places) {
                const std::string_view part = base::trimmed(row.fields[place]);
                parts.push_back(saysEmpty(part) ? std::string_view() : part);
            }
            record.payload[rule.field] = m_cells.readSum(rule, bound.place, parts, noting);
            continue;
        }
        const std::string_view text = cell(bound, row);
        if (text.empty() && !(rule.type != nullptr && rule.codes.contains("")))
            continue;
        if (m_setting.mayBeDamaged && text.find(replacementCharacter) != std::string_view::npos)
            noting.warn(bound.place.heading,
                        "bad-encoding",
                        "has bytes that stand for no character; send the file as UTF-8");
        if (rule.type == nullptr)
            m_cells.readIdentity(bound.slot, rule, bound.place, text, record.identity, noting);
        else
            record.payload[rule.field] = m_cells.readField(rule, bound.place, text, noting);
    }
    // A row without a number of its own may still name another person's in the series.
    record.identity.localIdSeries = m_mapping.localIdSeries;
    if (!record.identity.localId.empty() && m_mapping.localIdSeries.empty())
        record.identity.localIdSeries = m_mapping.name;
}

void RowReader::fillConstants(records::SourceRecord& record) const {
    for (const ConstantRule& rule : m_mapping.constants)
        if (rule.type == record.type && rule.extractDay)
            record.payload[rule.field] = m_setting.extractedOn.value_or(m_setting.receivedOn);
        else if (rule.type == record.type && rule.returnYear && m_setting.yearEnd)
            record.payload[rule.field] = *m_setting.yearEnd;
        else if (rule.type == record.type && !rule.returnYear)
            record.payload[rule.field] = rule.text;
    if (!m_mapping.termFromFileName)
        return;
    if (const auto field = record.type->indexOf(records::FieldTime::term))
        record.payload[*field] = m_setting.term;
}

std::string RowReader::headingOf(std::string_view target, const records::RecordType* type) const {
    for (const Bound& bound : m_bound)
        if (bound.rule->target == target && bound.rule->type == type)
            return bound.place.heading;
    return {};
}

// What only the whole row can tell.
void RowReader::checkWhole(const records::SourceRecord& record, Noting& noting) const {
    const records::RecordType& type = *record.type;
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const records::Field& field = type.fields[i];
        // A required field that could not be read has said so already.
        if (field.required && !noting.rejected() && records::isEmpty(record.payload[i]))
            noting.reject(headingOf(field.name, &type),
                          "missing-required",
                          std::string(field.label) + " is empty; every row must have it");
    }
    if (namesNoOne(record.identity))
        noting.reject(
            {}, "no-identity", "names no one: no name, no identifier, no number of the agency");
    if (!record.identity.nino.empty() &&
        underSixteen(record.identity.birthDate, m_setting.receivedOn))
        noting.warn(headingOf("nino", nullptr),
                    "suspicious-nino",
                    "National Insurance number: the person is under 16; it may be a parent's");
    const auto period = records::periodOf(type, record.payload);
    if (period && period->from && period->to && *period->to < *period->from)
        noting.warn({}, "ends-before-it-begins", "the end date is before the start date");
}

}  // namespace intake

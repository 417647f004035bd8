// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/quality_measure.h"

#include "base/text.h"
#include "intake/recognition.h"
#include "records/row_number.h"

#include <algorithm>
#include <functional>

namespace intake {

namespace {

using records::SourceRecord;

std::uint64_t hashOf(std::string_view text) {
    return std::hash<std::string_view>()(text);
}

// A finalizer that spreads every bit (splitmix64, Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t hash) {
    hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9U;
    hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBU;
    return hash ^ (hash >> 31U);
}

// The number by which the partner or the country tells the person.
std::string personNumber(const records::Identity& who) {
    if (!who.localId.empty())
        return who.localIdSeries + "/" + who.localId;
    for (const std::string* number : {&who.upn, &who.nhsNumber, &who.nino, &who.pncId})
        if (!number->empty())
            return *number;
    return {};
}

const base::Date earliestDay(1900, 1, 1);

}  // namespace

// Adds warnings to one row.
class QualityMeasure::Warning {
public:
    Warning(std::int64_t row, std::vector<records::RowIssue>& issues)
        : m_row(row), m_issues(issues) {}

    void operator()(const std::string& heading, std::string code, std::string detail) const {
        m_issues.push_back({{},
                            m_row,
                            heading,
                            records::IssueSeverity::warning,
                            std::move(code),
                            std::move(detail)});
    }

    [[nodiscard]] std::int64_t row() const { return m_row; }

private:
    std::int64_t m_row;
    std::vector<records::RowIssue>& m_issues;
};

QualityMeasure::QualityMeasure(QualityRules rules, base::Date receivedOn)
    : m_rules(std::move(rules)), m_receivedOn(receivedOn) {}

void QualityMeasure::start(std::size_t table,
                           const std::string& name,
                           const Mapping& mapping,
                           const std::vector<std::string>& header) {
    auto looked = std::make_unique<Looked>();
    looked->name = name;
    looked->mapping = &mapping;
    looked->withdrawal = Withdrawal(mapping.corrections, header);
    for (const ColumnRule& rule : mapping.columns) {
        bool bound = false;
        for (const std::string& heading : rule.headings) {
            const auto places = placesOf(heading, header);
            if (places.empty() || (bound && rule.combine == Combine::alias))
                continue;
            Column column;
            column.place = places.front();
            column.quality.table = name;
            column.quality.heading = header[places.front()];
            column.quality.column = rule.column();
            if (!bound && rule.target == "birth_date")
                looked->birthHeading = column.quality.heading;
            const bool coded = rule.type == nullptr
                                   ? rule.target == "sex"
                                   : rule.type->fields[rule.field].kind == records::FieldKind::code;
            if (!bound && coded)
                looked->coded.push_back({rule.type, rule.field, column.quality.heading, {}});
            looked->columns.push_back(std::move(column));
            bound = true;
        }
    }
    m_tables[table] = std::move(looked);
}

void QualityMeasure::row(const TableRow& row,
                         const SourceRecord* record,
                         std::vector<records::RowIssue>& issues) {
    const auto found = m_tables.find(row.table);
    if (found == m_tables.end())
        return;
    Looked& table = *found->second;
    const std::uint64_t cells = measureCells(table, row);
    for (Column& column : table.columns)
        column.quality.faulty += std::ranges::any_of(issues, [&](const records::RowIssue& issue) {
            return issue.column == column.quality.heading && issue.code != "missing-required";
        });
    if (record == nullptr || table.withdrawal.saidBy(row))
        return;
    const Warning warning(records::rowNumber(static_cast<std::int64_t>(row.table), row.line),
                          issues);
    lookAtRepeats(table, cells, *record, warning);
    lookAtPerson(table, *record, warning);
    lookAtDates(table, *record, warning);
    countCodes(table, *record);
}

// The hash of all the cells that are read.
std::uint64_t QualityMeasure::measureCells(Looked& table, const TableRow& row) {
    std::uint64_t all = hashOf(table.mapping->name);
    for (Column& column : table.columns) {
        ++column.quality.rows;
        const std::string_view text = column.place < row.fields.size()
                                          ? base::trimmed(row.fields[column.place])
                                          : std::string_view();
        const std::uint64_t cell = mixed(hashOf(text));
        all = mixed(all + 0x9E3779B97F4A7C15U + cell);
        if (text.empty())
            continue;
        ++column.quality.filled;
        column.distinct.add(cell);
    }
    return all;
}

void QualityMeasure::lookAtRepeats(Looked& table,
                                   std::uint64_t cells,
                                   const SourceRecord& record,
                                   const Warning& warning) {
    const auto same = m_rows.see(cells, warning.row());
    if (same) {
        ++table.counts["same-row"];
        warning({}, "repeats-row", "says the same as row " + records::shownRow(*same));
    }
    const Corrections& corrections = table.mapping->corrections;
    if (corrections.key.empty())
        return;
    const std::string key = valuesOf(corrections.key, record);
    if (key.empty()) {
        ++table.counts["no-key"];
        return;
    }
    const auto first =
        m_keys.see(mixed(hashOf(key) ^ hashOf(record.type->name) ^ hashOf(table.mapping->name)),
                   warning.row());
    if (!first || same)
        return;
    ++table.counts["same-key"];
    warning({},
            "repeats-key",
            "has the same key as row " + records::shownRow(*first) +
                " but says something else; send one of them");
}

void QualityMeasure::lookAtPerson(Looked& table,
                                  const SourceRecord& record,
                                  const Warning& warning) {
    const records::Identity& who = record.identity;
    if (const std::string number = personNumber(who); !number.empty())
        table.people.add(mixed(hashOf(number)));
    const PostcodePlace place = placeOf(who.postcode, m_rules);
    table.counts["placeholder-postcode"] += place == PostcodePlace::placeholder;
    table.counts["near-area"] += place == PostcodePlace::near;
    table.counts["out-of-area"] += place == PostcodePlace::elsewhere;
    if (who.birthDate.empty())
        return;
    table.counts["first-of-january"] +=
        who.birthDate.firstOfJanuary() && !who.birthDate.placeholder();
    if (who.birthDate.placeholder() || m_rules.placeholderBirths.contains(who.birthDate)) {
        ++table.counts["placeholder-birth-date"];
        return;
    }
    const auto ages = m_rules.ages.find(record.type->name);
    const auto born = who.birthDate.complete();
    if (ages == m_rules.ages.end() || !born)
        return;
    const auto period = records::periodOf(*record.type, record.payload);
    const auto day = period ? (period->from ? period->from : period->to) : std::nullopt;
    const int age = base::ageOn(*born, day.value_or(m_receivedOn));
    if (age >= ages->second.first && age <= ages->second.second)
        return;
    ++table.counts["odd-age"];
    warning(table.birthHeading,
            "odd-age",
            "makes the person younger or older than such rows speak of (" +
                std::to_string(ages->second.first) + " to " + std::to_string(ages->second.second) +
                " years); check the birth date");
}

void QualityMeasure::lookAtDates(Looked& table,
                                 const SourceRecord& record,
                                 const Warning& warning) {
    const auto headingOf = [&](std::size_t field) {
        for (const Column& column : table.columns)
            if (column.quality.column ==
                std::string(record.type->name) + "." + std::string(record.type->fields[field].name))
                return column.quality.heading;
        return std::string();
    };
    for (std::size_t i = 0; i < record.payload.size(); ++i) {
        const auto day = records::dateIn(record.payload[i]);
        if (!day)
            continue;
        if (*day < earliestDay) {
            ++table.counts["ancient-date"];
            warning(headingOf(i), "ancient-date", "is before 1900; check the year");
        } else if (*day > m_receivedOn &&
                   record.type->fields[i].time == records::FieldTime::event) {
            ++table.counts["future-date"];
            warning(headingOf(i),
                    "future-date",
                    "is after the day on which the file was received; check the year");
        }
    }
}

void QualityMeasure::countCodes(Looked& table, const SourceRecord& record) {
    ++table.types[record.type];
    for (Coded& coded : table.coded) {
        if (coded.type == nullptr) {
            ++coded.rows[std::string(records::sexCode(record.identity.sex))];
            continue;
        }
        if (coded.type != record.type)
            continue;
        const std::string* code = records::textIn(record.payload[coded.field]);
        ++coded.rows[code == nullptr ? std::string() : *code];
    }
}

records::DeliveryQuality QualityMeasure::result() const {
    records::DeliveryQuality quality;
    for (const auto& [place, table] : m_tables) {
        for (const Column& column : table->columns) {
            quality.columns.push_back(column.quality);
            quality.columns.back().distinct = column.distinct.count();
            quality.columns.back().estimated = column.distinct.estimated();
        }
        const auto count =
            [&, &name = table->name](
                std::string kind, std::string heading, std::string code, std::int64_t rows) {
                if (rows > 0)
                    quality.counts.push_back(
                        {std::move(kind), name, std::move(heading), std::move(code), rows});
            };
        for (const auto& [kind, rows] : table->counts)
            count(kind, "", "", rows);
        count("people", "", "", table->people.count());
        for (const auto& [type, rows] : table->types)
            count("type", "", std::string(type->name), rows);
        for (const Coded& coded : table->coded)
            for (const auto& [code, rows] : coded.rows)
                count("code", coded.heading, code, rows);
    }
    if (m_rows.full() || m_keys.full())
        quality.counts.push_back(
            {"repeats-bounded", "", "", "", static_cast<std::int64_t>(SeenRows::most)});
    return quality;
}

}  // namespace intake

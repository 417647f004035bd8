// SPDX-License-Identifier: GPL-3.0-or-later
// Looks on while a delivery is read and measures it: each column's fill, faults and variety, and
// rows that look wrong although they can be read. Those a sender can mend are told as warnings of
// their row; the rest are counts. Memory has a bound; nothing a person could be told by is kept.
#pragma once

#include "intake/corrections.h"
#include "intake/distinct_count.h"
#include "intake/quality_rules.h"
#include "intake/row_observer.h"
#include "intake/seen_rows.h"
#include "records/quality.h"

#include <map>
#include <memory>

namespace intake {

class QualityMeasure final : public RowObserver {
public:
    QualityMeasure(QualityRules rules, base::Date receivedOn);

    void start(std::size_t table,
               const std::string& name,
               const Mapping& mapping,
               const std::vector<std::string>& header) override;
    void row(const TableRow& row,
             const records::SourceRecord* record,
             std::vector<records::RowIssue>& issues) override;

    [[nodiscard]] records::DeliveryQuality result() const;

private:
    struct Column {
        std::size_t place = 0;
        records::ColumnQuality quality;
        DistinctCount distinct;
    };

    // A field whose meanings are counted.
    struct Coded {
        const records::RecordType* type = nullptr;  // null for sex
        std::size_t field = 0;
        std::string heading;
        std::map<std::string, std::int64_t, std::less<>> rows;
    };

    struct Looked {
        std::string name;
        const Mapping* mapping = nullptr;
        std::vector<Column> columns;
        std::vector<Coded> coded;
        std::map<std::string, std::int64_t, std::less<>> counts;  // by kind
        std::map<const records::RecordType*, std::int64_t> types;
        DistinctCount people;
        std::string birthHeading;
        Withdrawal withdrawal;
    };

    class Warning;

    [[nodiscard]] std::uint64_t measureCells(Looked& table, const TableRow& row);
    void lookAtRepeats(Looked& table,
                       std::uint64_t cells,
                       const records::SourceRecord& record,
                       const Warning& warning);
    void lookAtPerson(Looked& table, const records::SourceRecord& record, const Warning& warning);
    void lookAtDates(Looked& table, const records::SourceRecord& record, const Warning& warning);
    static void countCodes(Looked& table, const records::SourceRecord& record);

    QualityRules m_rules;
    base::Date m_receivedOn;
    std::map<std::size_t, std::unique_ptr<Looked>> m_tables;
    SeenRows m_rows;
    SeenRows m_keys;
};

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/quality_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace casework {

namespace {

using records::ColumnQuality;
using records::QualityCount;

constexpr double daysAYear = 365;
constexpr std::int64_t fewest = 5;  // rows that a pattern is told from

// Rows that have something, among all that could.
struct Share {
    std::int64_t rows = 0;
    std::int64_t of = 0;

    [[nodiscard]] double value() const {
        return of == 0 ? 0 : static_cast<double>(rows) / static_cast<double>(of);
    }
};

// Both by more than the share allowed and by more than chance would do: the pooled test of two
// proportions.
bool differs(const Share& now, const Share& before, double allowed, double deviations) {
    if (now.of == 0 || before.of == 0 || std::abs(now.value() - before.value()) <= allowed)
        return false;
    const Share both{now.rows + before.rows, now.of + before.of};
    const double spread =
        std::sqrt(both.value() * (1 - both.value()) *
                  (1 / static_cast<double>(now.of) + 1 / static_cast<double>(before.of)));
    return std::abs(now.value() - before.value()) > deviations * spread;
}

class Lines {
public:
    Lines(const intake::QualityRules& rules, const intake::QualityVocabulary& words)
        : m_rules(rules), m_words(words) {}

    void ofDelivery(const records::Delivery& delivery) {
        if (delivery.rowsRejected > 0)
            add("rejected-rows", "", "", delivery.rowsRejected);
    }

    void ofColumns(const std::vector<ColumnQuality>& columns) {
        for (const ColumnQuality& column : columns) {
            const Share filled{column.filled, column.rows};
            const Share faulty{column.faulty, column.filled};
            if (column.rows >= fewest && filled.value() < m_rules.nearlyEmpty)
                add("empty-column", column.table, column.heading, column.rows - column.filled);
            if (column.faulty > 0 && faulty.value() > m_rules.faulty)
                add("faulty-column", column.table, column.heading, column.faulty);
        }
    }

    void ofCounts(const records::DeliveryQuality& quality) {
        for (const QualityCount& count : quality.counts) {
            if (count.kind == "first-of-january" && !tooManyFirsts(quality, count))
                continue;
            if (count.kind != "code")
                add(count.kind, count.table, headingOf(quality, count), count.rows);
        }
    }

    void ofChanges(const Measured& now, const Measured& before) {
        ofVolume(now.delivery, before.delivery);
        for (const ColumnQuality& column : now.quality.columns)
            for (const ColumnQuality& other : before.quality.columns)
                if (std::tie(column.table, column.column) == std::tie(other.table, other.column) &&
                    column.heading == other.heading)
                    ofFill({column.filled, column.rows}, {other.filled, other.rows}, column);
        ofCodes(now.quality, before.quality);
    }

    std::vector<QualityLine> take() {
        std::ranges::stable_sort(m_lines, [](const QualityLine& a, const QualityLine& b) {
            return std::tuple(!a.problem, -a.rows) < std::tuple(!b.problem, -b.rows);
        });
        return std::move(m_lines);
    }

private:
    void add(std::string_view kind,
             const std::string& table,
             const std::string& heading,
             std::int64_t rows,
             const std::string& more = {}) {
        const auto words = m_words.find(kind);
        if (words != m_words.end())
            m_lines.push_back({words->second.problem,
                               table,
                               heading,
                               rows,
                               words->second.what + more,
                               words->second.ask});
    }

    // The column that a count speaks of, where it is one.
    static std::string headingOf(const records::DeliveryQuality& quality,
                                 const QualityCount& count) {
        static const std::map<std::string, std::string, std::less<>> columns{
            {"placeholder-birth-date", "birth_date"},
            {"first-of-january", "birth_date"},
            {"odd-age", "birth_date"},
            {"placeholder-postcode", "postcode"},
            {"out-of-area", "postcode"}};
        const auto wanted = columns.find(count.kind);
        if (wanted == columns.end())
            return count.heading;
        const auto found = std::ranges::find_if(quality.columns, [&](const ColumnQuality& column) {
            return column.table == count.table && column.column == wanted->second;
        });
        return found == quality.columns.end() ? count.heading : found->heading;
    }

    [[nodiscard]] bool tooManyFirsts(const records::DeliveryQuality& quality,
                                     const QualityCount& count) const {
        const std::string heading = headingOf(quality, count);
        for (const ColumnQuality& column : quality.columns)
            if (column.table == count.table && column.heading == heading)
                return count.rows >= fewest &&
                       static_cast<double>(count.rows) >
                           m_rules.firstOfJanuary * static_cast<double>(column.filled) / daysAYear;
        return false;
    }

    void ofVolume(const records::Delivery& now, const records::Delivery& before) {
        const auto rows = static_cast<double>(now.rowsIn);
        const auto rowsBefore = static_cast<double>(before.rowsIn);
        const double change = std::abs(rows - rowsBefore);
        if (change <= m_rules.volumeChange * rowsBefore ||
            change <= m_rules.deviations * std::sqrt(rows + rowsBefore))
            return;
        add(rows < rowsBefore ? "fewer-rows" : "more-rows",
            "",
            "",
            now.rowsIn,
            ": " + std::to_string(before.rowsIn) + " then");
    }

    void ofFill(const Share& now, const Share& before, const ColumnQuality& column) {
        if (differs(now, before, m_rules.filledShareChange, m_rules.deviations))
            add(now.value() < before.value() ? "filled-less" : "filled-more",
                column.table,
                column.heading,
                now.rows,
                inPercent(now, before));
    }

    void ofCodes(const records::DeliveryQuality& now, const records::DeliveryQuality& before) {
        using Key = std::tuple<std::string, std::string, std::string>;
        const auto shares = [](const records::DeliveryQuality& quality) {
            std::map<Key, std::int64_t> rows;
            std::map<std::pair<std::string, std::string>, std::int64_t> all;
            for (const QualityCount& count : quality.counts)
                if (count.kind == "code") {
                    rows[{count.table, count.heading, count.code}] += count.rows;
                    all[{count.table, count.heading}] += count.rows;
                }
            return std::pair(rows, all);
        };
        auto [rows, all] = shares(now);
        auto [rowsBefore, allBefore] = shares(before);
        for (const auto& [key, count] : rowsBefore)
            rows.try_emplace(key, 0);  // a code that is no longer sent
        for (const auto& [key, count] : rows) {
            const auto& [table, heading, code] = key;
            const Share shareNow{count, all[{table, heading}]};
            const Share shareBefore{rowsBefore[key], allBefore[{table, heading}]};
            if (differs(shareNow, shareBefore, m_rules.codeShareChange, m_rules.deviations))
                add(shareNow.value() < shareBefore.value() ? "code-less" : "code-more",
                    table,
                    heading,
                    count,
                    " (" + (code.empty() ? "empty" : code) + ")" +
                        inPercent(shareNow, shareBefore));
        }
    }

    static std::string inPercent(const Share& now, const Share& before) {
        const auto whole = [](const Share& share) {
            return std::to_string(std::llround(100 * share.value())) + " %";
        };
        return ": " + whole(now) + ", " + whole(before) + " then";
    }

    const intake::QualityRules& m_rules;
    const intake::QualityVocabulary& m_words;
    std::vector<QualityLine> m_lines;
};

}  // namespace

std::vector<QualityLine> qualityLines(const Measured& now,
                                      const Measured* before,
                                      const intake::QualityRules& rules,
                                      const intake::QualityVocabulary& words) {
    Lines lines(rules, words);
    lines.ofDelivery(now.delivery);
    lines.ofColumns(now.quality.columns);
    lines.ofCounts(now.quality);
    if (before != nullptr && !before->quality.columns.empty() && !now.quality.columns.empty())
        lines.ofChanges(now, *before);
    return lines.take();
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/into_vault.h"

#include "base/crypto.h"
#include "base/text.h"
#include "store/quality_table.h"

#include <cstring>

namespace casework {

namespace {

constexpr std::size_t issueBatch = 1000;

// Never 0, which stands for none.
std::int64_t hashOf(const base::Secret& key, std::string_view text) {
    const base::Digest digest = base::keyedHash(key, text);
    std::int64_t number = 0;
    std::memcpy(&number, digest.data(), sizeof number);
    return number == 0 ? 1 : number;
}

const std::string& seriesOf(const intake::Mapping& mapping) {
    return mapping.corrections.series.empty() ? mapping.name : mapping.corrections.series;
}

}  // namespace

IntoVault::IntoVault(store::Vault& vault,
                     const records::Delivery& delivery,
                     intake::QualityRules rules,
                     base::Date receivedOn)
    : m_vault(vault),
      m_records(vault),
      m_deliveries(vault),
      m_supersessions(vault),
      m_delivery(delivery),
      m_quality(std::move(rules), receivedOn) {}

base::Result<void> IntoVault::accept(records::SourceRecord&& record) {
    record.delivery = m_delivery.id;
    const auto id = m_records.append(record);
    if (!id)
        return base::fail(id.error());
    const store::RowKey key = keyOf(record);
    if (key.row == 0 && key.part == 0 && !key.withdraws)
        return {};
    return m_supersessions.appendKey(*id, m_delivery.id, key);
}

base::Result<void> IntoVault::note(records::RowIssue&& issue) {
    issue.delivery = m_delivery.id;
    m_issues.push_back(std::move(issue));
    return m_issues.size() < issueBatch ? base::Result<void>() : flush();
}

base::Result<void> IntoVault::flush() {
    auto written = m_deliveries.appendIssues(m_delivery.id, m_issues);
    m_issues.clear();
    return written;
}

void IntoVault::start(std::size_t table,
                      const std::string& name,
                      const intake::Mapping& mapping,
                      const std::vector<std::string>& header) {
    m_quality.start(table, name, mapping, header);
    m_layouts[table] = {&mapping, intake::Withdrawal(mapping.corrections, header)};
    // A whole delivery without a row says that there is none.
    if (mapping.corrections.whole && mapping.corrections.within.empty())
        for (const records::RecordType* type : mapping.types)
            m_wholeParts.insert(partOf(mapping, *type, ""));
}

void IntoVault::row(const intake::TableRow& row,
                    const records::SourceRecord* record,
                    std::vector<records::RowIssue>& issues) {
    m_quality.row(row, record, issues);
    const auto layout = m_layouts.find(row.table);
    m_layout = layout == m_layouts.end() ? nullptr : &layout->second;
    m_withdraws = m_layout != nullptr && m_layout->withdrawal.saidBy(row);
}

// One row may hold several records (a mark for each term): each has a key of its own.
store::RowKey IntoVault::keyOf(const records::SourceRecord& record) {
    if (m_layout == nullptr)
        return {};
    const intake::Mapping& mapping = *m_layout->mapping;
    const intake::Corrections& corrections = mapping.corrections;
    store::RowKey key;
    key.withdraws = m_withdraws;
    if (!corrections.key.empty())
        if (const std::string values = intake::valuesOf(corrections.key, record); !values.empty())
            key.row = hashOf(m_vault.keys().of(record.agency),
                             "row\n" + seriesOf(mapping) + '\n' + std::string(record.type->name) +
                                 '\n' + base::join(corrections.key, " ") + '\n' + values);
    if (!corrections.whole)
        return key;
    const std::string within = intake::valuesOf(corrections.within, record);
    if (corrections.within.empty() || !within.empty()) {
        key.part = partOf(mapping, *record.type, within);
        m_wholeParts.insert(key.part);
    }
    return key;
}

std::int64_t IntoVault::partOf(const intake::Mapping& mapping,
                               const records::RecordType& type,
                               const std::string& values) {
    const std::string text = "part\n" + seriesOf(mapping) + '\n' + std::string(type.name) + '\n' +
                             base::join(mapping.corrections.within, " ") + '\n' + values;
    const auto [known, fresh] = m_parts.emplace(text, 0);
    if (fresh)
        known->second = hashOf(m_vault.keys().of(mapping.agency), text);
    return known->second;
}

base::Result<void> IntoVault::finish(base::Date speaksOf) {
    if (auto flushed = flush(); !flushed)
        return flushed;
    records::DeliveryQuality quality = m_quality.result();
    quality.delivery = m_delivery.id;
    if (auto kept = store::QualityTable(m_vault).insert(quality); !kept)
        return kept;
    return m_supersessions.settle(
        m_delivery.id, speaksOf, {m_wholeParts.begin(), m_wholeParts.end()});
}

}  // namespace casework

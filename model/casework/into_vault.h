// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the rows of one delivery into the vault as they are read: records with the key that tells
// each from all others, row issues, and what was measured of their quality. Inside the delivery's
// transaction.
#pragma once

#include "intake/corrections.h"
#include "intake/delivery_reader.h"
#include "intake/quality_measure.h"
#include "store/delivery_table.h"
#include "store/source_record_table.h"
#include "store/supersession_table.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace casework {

class IntoVault final : public intake::DeliverySink, public intake::RowObserver {
public:
    IntoVault(store::Vault& vault,
              const records::Delivery& delivery,
              intake::QualityRules rules,
              base::Date receivedOn);

    [[nodiscard]] base::Result<void> accept(records::SourceRecord&& record) override;
    [[nodiscard]] base::Result<void> note(records::RowIssue&& issue) override;
    void start(std::size_t table,
               const std::string& name,
               const intake::Mapping& mapping,
               const std::vector<std::string>& header) override;
    void row(const intake::TableRow& row,
             const records::SourceRecord* record,
             std::vector<records::RowIssue>& issues) override;

    // After the last row: settles which earlier rows these supersede, and which later ones them.
    [[nodiscard]] base::Result<void> finish(base::Date speaksOf);

private:
    struct Layout {
        const intake::Mapping* mapping = nullptr;
        intake::Withdrawal withdrawal;
    };

    [[nodiscard]] store::RowKey keyOf(const records::SourceRecord& record);
    [[nodiscard]] std::int64_t partOf(const intake::Mapping& mapping,
                                      const records::RecordType& type,
                                      const std::string& values);
    [[nodiscard]] base::Result<void> flush();

    store::Vault& m_vault;
    store::SourceRecordTable m_records;
    store::DeliveryTable m_deliveries;
    store::SupersessionTable m_supersessions;
    records::Delivery m_delivery;
    intake::QualityMeasure m_quality;
    std::map<std::size_t, Layout> m_layouts;  // by table
    std::map<std::string, std::int64_t> m_parts;
    std::set<std::int64_t> m_wholeParts;
    const Layout* m_layout = nullptr;  // of the row that is being read
    bool m_withdraws = false;
    std::vector<records::RowIssue> m_issues;
};

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/row_versions.h"

#include "base/text.h"
#include "records/row_number.h"
#include "store/supersession_table.h"

namespace casework {

namespace {

using Deliveries = std::map<records::DeliveryId, records::Delivery>;
using Records = std::map<records::RecordId, records::SourceRecord>;

std::string placeOf(records::DeliveryId id, std::int64_t row, const Deliveries& deliveries) {
    std::string place = "delivery " + std::to_string(id.value);
    if (const auto delivery = deliveries.find(id); delivery != deliveries.end())
        place += ", " + delivery->second.fileName;
    return row == 0 ? place : place + ", row " + records::shownRow(row);
}

// The fields that read otherwise than in the row as it is.
std::string differences(const records::SourceRecord& before, const records::SourceRecord& now) {
    std::vector<std::string> said;
    for (std::size_t i = 0; i < before.payload.size() && i < now.payload.size(); ++i)
        if (before.payload[i] != now.payload[i]) {
            const records::Field& field = before.type->fields[i];
            const std::string value = records::shown(field, before.payload[i]);
            said.push_back(std::string(field.label) + ": " + (value.empty() ? "nothing" : value));
        }
    return said.empty() ? "said the same" : "said " + base::join(said, "; ");
}

}  // namespace

base::Result<std::vector<std::string>> rowVersions(store::Vault& vault,
                                                   const records::SourceRecord& record,
                                                   const Records& records,
                                                   const Deliveries& deliveries) {
    const store::SupersessionTable table(vault);
    std::vector<std::string> lines;
    const auto later = table.find(record.id);
    if (!later)
        return base::fail(later.error());
    if (*later) {
        const auto by = records.find((*later)->byRecord);
        std::string line =
            "Counts no more: " + std::string(records::supersedingName((*later)->why));
        if ((*later)->byDelivery)
            line +=
                " (" +
                placeOf(
                    (*later)->byDelivery, by == records.end() ? 0 : by->second.row, deliveries) +
                ")";
        lines.push_back(std::move(line));
    }
    const auto earlier = table.historyOf(record.id);
    if (!earlier)
        return base::fail(earlier.error());
    for (const records::Supersession& each : *earlier) {
        const auto before = records.find(each.record);
        if (before == records.end())
            continue;
        lines.push_back("Corrects " +
                        placeOf(before->second.delivery, before->second.row, deliveries) +
                        ", which " + differences(before->second, record));
    }
    return lines;
}

}  // namespace casework

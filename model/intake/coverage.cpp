// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/coverage.h"

#include <algorithm>

namespace intake {

void CoverageGathering::Extent::reach(base::Date day) {
    if (!first || day < *first)
        first = day;
    if (!last || day > *last)
        last = day;
}

void CoverageGathering::add(const records::SourceRecord& record) {
    Extent& extent = m_extents[record.type];
    if (const auto term = record.type->indexOf(records::FieldTime::term)) {
        if (const std::string* code = records::textIn(record.payload[*term]);
            code != nullptr && !extent.terms.contains(*code))
            extent.terms.insert(*code);
        return;
    }
    const auto period = records::periodOf(*record.type, record.payload);
    if (!period)
        return;
    if (period->from)
        extent.reach(*period->from);
    if (period->to)
        extent.reach(*period->to);
    else
        extent.stillLasts = true;
}

std::vector<records::CoverageSpan> CoverageGathering::spans(
    const Mapping& mapping,
    const std::optional<base::DateRange>& stated,
    base::Date receivedOn) const {
    std::vector<records::CoverageSpan> spans;
    const auto& said = stated ? stated : mapping.covers;
    for (const records::RecordType* type : mapping.types) {
        const auto found = m_extents.find(type);
        if (found == m_extents.end() && !said)
            continue;
        const Extent extent = found == m_extents.end() ? Extent{} : found->second;
        records::CoverageSpan span;
        span.agency = mapping.agency;
        span.recordType = type->name;
        span.terms.assign(extent.terms.begin(), extent.terms.end());
        const bool toReceipt = extent.stillLasts || mapping.coversUntilReceipt || !extent.last;
        const base::Date last = toReceipt ? receivedOn : std::min(*extent.last, receivedOn);
        span.from = std::min(extent.first.value_or(last), last);
        span.to = last;
        if (said) {
            span.from = said->from.value_or(span.from);
            span.to = std::max(said->to.value_or(span.to), span.from);
        } else if (type->indexOf(records::FieldTime::term)) {
            // The terms say it; their days are the school calendar's business.
            span.from = base::Date();
            span.to = base::Date();
        }
        spans.push_back(std::move(span));
    }
    return spans;
}

}  // namespace intake

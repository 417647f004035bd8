// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/source_record.h"

namespace records {

std::optional<base::DateRange> periodOf(const RecordType& type, const Payload& payload) {
    const auto dateAt = [&](FieldTime time) -> std::optional<base::Date> {
        const auto index = type.indexOf(time);
        return index && *index < payload.size() ? dateIn(payload[*index]) : std::nullopt;
    };
    if (const auto day = dateAt(FieldTime::event))
        return base::DateRange{day, day};
    const auto start = dateAt(FieldTime::start);
    const auto end = dateAt(FieldTime::end);
    if (!start && !end)
        return std::nullopt;
    return base::DateRange{start, end};
}

}  // namespace records

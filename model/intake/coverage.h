// SPDX-License-Identifier: GPL-3.0-or-later
// The days or terms a delivery speaks of, gathered while its rows go by: what "nothing found" may
// be said about. What the sender states goes before what the rows show; a state that still lasts,
// or a sender who gives all it holds, reaches to the day of receipt, and no further.
#pragma once

#include "base/date.h"
#include "intake/mapping.h"
#include "records/agreement.h"
#include "records/source_record.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace intake {

class CoverageGathering {
public:
    void add(const records::SourceRecord& record);

    // One span a record type that had rows; with a stated period, one for every type of the
    // mapping.
    [[nodiscard]] std::vector<records::CoverageSpan> spans(
        const Mapping& mapping,
        const std::optional<base::DateRange>& stated,
        base::Date receivedOn) const;

private:
    struct Extent {
        std::optional<base::Date> first;
        std::optional<base::Date> last;
        bool stillLasts = false;
        std::set<std::string> terms;

        void reach(base::Date day);
    };

    std::map<const records::RecordType*, Extent> m_extents;
};

}  // namespace intake

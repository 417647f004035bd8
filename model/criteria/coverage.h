// SPDX-License-Identifier: GPL-3.0-or-later
// What partners have spoken of: record types, agencies and days for which deliveries came. It tells
// "looked for and not found" from "nobody has said". Deliveries of any source agency count
// together.
#pragma once

#include "base/date.h"
#include "criteria/calendar.h"
#include "records/agency.h"
#include "records/agreement.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace criteria {

class Coverage {
public:
    Coverage() = default;
    explicit Coverage(const std::vector<records::CoverageSpan>& spans);

    // Whether a delivery of this record type from one of the agencies (any, when none is named)
    // overlaps the days, or names one of the terms.
    [[nodiscard]] bool speaksOf(std::string_view recordType,
                                const std::vector<records::Agency>& agencies,
                                base::Date from,
                                base::Date to,
                                const std::vector<std::string>& terms = {}) const;

    // Whether one of them (any, when none is named) has ever sent records of the type.
    [[nodiscard]] bool everSpoke(std::string_view recordType,
                                 const std::vector<records::Agency>& agencies) const;

    // The latest day each of them (of all, when none is named) has told of, by the type. Of a
    // delivery by term, the term's last day; of a term the calendar doesn't have, nothing.
    [[nodiscard]] std::map<records::Agency, base::Date> heardTo(
        std::string_view recordType,
        const std::vector<records::Agency>& agencies,
        const Calendar& calendar) const;

private:
    struct Span {
        records::Agency agency;
        base::Date from;
        base::Date to;
        std::vector<std::string> terms;
    };

    std::map<std::string, std::vector<Span>, std::less<>> m_byType;
};

}  // namespace criteria

// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/coverage.h"

#include <algorithm>

namespace criteria {

namespace {

template <class Values, class Value>
bool holds(const Values& values, const Value& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

Coverage::Coverage(const std::vector<records::CoverageSpan>& spans) {
    for (const records::CoverageSpan& span : spans)
        m_byType[span.recordType].push_back({span.agency, span.from, span.to, span.terms});
}

bool Coverage::speaksOf(std::string_view recordType,
                        const std::vector<records::Agency>& agencies,
                        base::Date from,
                        base::Date to,
                        const std::vector<std::string>& terms) const {
    const auto found = m_byType.find(recordType);
    if (found == m_byType.end())
        return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Span& span) {
        if (!agencies.empty() && !holds(agencies, span.agency))
            return false;
        // A delivery of types dated by term may carry no days, only terms.
        const bool days =
            !span.from.is_special() && !span.to.is_special() && span.from <= to && from <= span.to;
        return days || std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
                   return holds(span.terms, term);
               });
    });
}

bool Coverage::everSpoke(std::string_view recordType,
                         const std::vector<records::Agency>& agencies) const {
    const auto found = m_byType.find(recordType);
    return found != m_byType.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Span& span) {
               return agencies.empty() || holds(agencies, span.agency);
           });
}

std::map<records::Agency, base::Date> Coverage::heardTo(
    std::string_view recordType,
    const std::vector<records::Agency>& agencies,
    const Calendar& calendar) const {
    std::map<records::Agency, base::Date> heard;
    const auto found = m_byType.find(recordType);
    if (found == m_byType.end())
        return heard;
    for (const Span& span : found->second) {
        if (!agencies.empty() && !holds(agencies, span.agency))
            continue;
        const auto note = [&](base::Date day) {
            const auto [place, isNew] = heard.emplace(span.agency, day);
            place->second = std::max(place->second, day);
        };
        if (!span.to.is_special())
            note(span.to);
        for (const std::string& code : span.terms)
            if (const Term* term = calendar.term(code))
                note(term->to);
    }
    return heard;
}

}  // namespace criteria

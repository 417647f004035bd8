// SPDX-License-Identifier: GPL-3.0-or-later
// Absence told by register codes beside the totals of the same pupil, as plain loops. See
// naive_measures.h.
#pragma once

#include "support/naive_records.h"

#include <optional>
#include <string>

namespace support {

// The absence of that field told by register codes for the same pupil, agency, term and school.
inline std::optional<double> absenceByCode(const records::SourceRecord& attendance,
                                           const criteria::CaseMember& member,
                                           std::size_t field) {
    const auto at = [](const records::SourceRecord& record, const char* name) {
        return record.payload[*record.type->indexOf(name)];
    };
    const std::string wantedClass = attendance.type->fields[field].name == "sessions_authorised"
                                        ? "authorised"
                                        : "unauthorised";
    double all = 0;
    double mine = 0;
    bool any = false;
    for (const records::SourceRecord* record : member.records) {
        if (record->type->name != "attendance_reason" || record->agency != attendance.agency ||
            at(*record, "term") != at(attendance, "term") ||
            at(*record, "school_urn") != at(attendance, "school_urn") || replaced(*record, member))
            continue;
        any = true;
        const std::string kind = *records::textIn(at(*record, "absence_class"));
        const double sessions = *records::numberIn(at(*record, "sessions"));
        all += kind == "authorised" || kind == "unauthorised" ? sessions : 0;
        mine += kind == wantedClass ? sessions : 0;
    }
    const auto possible = records::numberIn(at(attendance, "sessions_possible"));
    return any && possible && all <= *possible ? std::optional(mine) : std::nullopt;
}

}  // namespace support

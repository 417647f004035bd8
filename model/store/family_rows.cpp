// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/family_rows.h"

#include "store/query.h"

namespace store {

namespace {

constexpr std::string_view insertion =
    "INSERT INTO family_rows (family_id, adults, children, assessed, outcomes, criteria_met, "
    "flagged, "
    "newest, has_no_case, state, since, taken_by, allocated_to) "
    "SELECT numbers.id, COALESCE(f.adults, 0), COALESCE(f.children, 0), "
    "CASE WHEN a.family_id IS NULL THEN 0 ELSE 1 END, COALESCE(a.outcomes, ''), "
    "COALESCE(a.criteria_met, 0), COALESCE(a.flagged, 0), COALESCE(a.newest, ''), "
    "CASE WHEN c.family_id IS NULL THEN 1 ELSE 0 END, "
    "COALESCE(c.state, 0), COALESCE(c.since, ''), COALESCE(c.taken_by, 0), "
    "COALESCE(c.allocated_to, 0) FROM ";

constexpr std::string_view joins =
    " AS numbers LEFT JOIN families f ON f.id = numbers.id "
    "LEFT JOIN assessments a ON a.family_id = numbers.id "
    "LEFT JOIN case_standings c ON c.family_id = numbers.id";

}  // namespace

base::Result<void> rewriteFamilyRows(Database& database) {
    if (auto done = run(database, "DELETE FROM family_rows"); !done)
        return done;
    return run(database,
               std::string(insertion) +
                   "(SELECT id FROM families UNION SELECT family_id AS id FROM case_standings)" +
                   std::string(joins));
}

base::Result<void> rewriteFamilyRow(Database& database, std::int64_t family) {
    if (auto done = run(database, "DELETE FROM family_rows WHERE family_id = ?", family); !done)
        return done;
    return run(database,
               std::string(insertion) +
                   "(SELECT id FROM families WHERE id = ? UNION SELECT family_id AS id FROM "
                   "case_standings WHERE family_id = ?)" +
                   std::string(joins),
               family,
               family);
}

}  // namespace store

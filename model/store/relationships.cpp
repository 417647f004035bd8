// SPDX-License-Identifier: GPL-3.0-or-later
// What ties a user to a family, person, record, submission, mapping or version of the plan
// (access::Relationships).
#include "records/case_file.h"
#include "store/query.h"
#include "store/vault.h"

namespace store {

namespace {

using access::Subject;

constexpr std::string_view mineOrWaiting =
    "(taken_by = ? OR allocated_to = ? OR (state IN (?, ?) AND taken_by = 0))";

// The families a subject is about, as a condition on family_id with one parameter.
std::string_view familiesOf(Subject::Kind kind) {
    switch (kind) {
        case Subject::Kind::family:
            return "family_id = ?";
        case Subject::Kind::person:
            return "family_id IN (SELECT family_id FROM memberships WHERE person_id = ?)";
        case Subject::Kind::record:
            return "family_id IN (SELECT family_id FROM memberships WHERE person_id IN "
                   "(SELECT person_id FROM links WHERE record_id = ?))";
        default:
            return {};
    }
}

base::Result<bool> someRow(base::Result<std::int64_t> count) {
    return count.map([](std::int64_t number) { return number > 0; });
}

}  // namespace

base::Result<bool> Vault::worksWith(records::UserId user, const Subject& subject) const {
    const std::string_view families = familiesOf(subject.kind);
    if (families.empty())
        return false;
    return someRow(oneNumber(*m_database,
                             "SELECT count(*) FROM case_standings WHERE " + std::string(families) +
                                 " AND " + std::string(mineOrWaiting),
                             subject.id,
                             user,
                             user,
                             static_cast<int>(records::CaseState::proposed),
                             static_cast<int>(records::CaseState::sentBack)));
}

base::Result<bool> Vault::proposed(records::UserId user, const Subject& subject) const {
    if (subject.kind == Subject::Kind::submission)
        return someRow(
            oneNumber(*m_database,
                      "SELECT count(*) FROM submissions WHERE id = ? AND prepared_by = ?",
                      subject.id,
                      user));
    if (subject.kind == Subject::Kind::mapping)
        return someRow(oneNumber(*m_database,
                                 "SELECT count(*) FROM mappings WHERE id = ? AND proposed_by = ?",
                                 subject.id,
                                 user));
    if (subject.kind == Subject::Kind::plan)
        return someRow(
            oneNumber(*m_database,
                      "SELECT count(*) FROM plan_versions WHERE id = ? AND proposed_by = ?",
                      subject.id,
                      user));
    if (subject.kind != Subject::Kind::family)
        return true;
    // Whoever triaged it last, and whoever brought it in by hand since it was last decided.
    const auto triaged =
        oneNumber(*m_database,
                  "SELECT by_user FROM case_events WHERE family_id = ? AND step = ? "
                  "ORDER BY id DESC LIMIT 1",
                  subject.id,
                  records::stepCode(records::CaseStep::triage));
    if (!triaged || *triaged == user.value)
        return triaged.map([](std::int64_t) { return true; });
    return someRow(oneNumber(
        *m_database,
        "SELECT count(*) FROM case_events WHERE family_id = ? AND by_user = ? AND step IN (?, ?) "
        "AND id > (SELECT coalesce(max(id), 0) FROM case_events WHERE family_id = ? AND step IN "
        "(?, ?))",
        subject.id,
        user,
        records::stepCode(records::CaseStep::nominate),
        records::stepCode(records::CaseStep::reopen),
        subject.id,
        records::stepCode(records::CaseStep::agree),
        records::stepCode(records::CaseStep::notSuitable)));
}

}  // namespace store

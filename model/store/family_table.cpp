// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/family_table.h"

#include "store/family_rows.h"
#include "store/packed.h"
#include "store/query.h"
#include "store/scope.h"

#include <algorithm>

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::Family;
using records::Membership;

constexpr std::string_view memberColumns =
    "SELECT family_id, person_id, role, from_day, to_day, evidence_words, evidence FROM "
    "memberships ";

Membership readMember(Statement& row) {
    Membership member;
    member.person = row.id<records::PersonId>(1);
    member.role = static_cast<records::MemberRole>(row.integer(2));
    member.dates = {row.date(3), row.date(4)};
    member.evidenceWords = row.text(5);
    member.evidence = unpackIds<records::RecordId>(row.view(6));
    return member;
}

base::Result<void> insertMembers(Database& database, records::FamilyId id, const Family& family) {
    std::int64_t place = 0;
    for (const Membership& member : family.members)
        if (auto done = run(database,
                            "INSERT INTO memberships (family_id, place, person_id, role, from_day, "
                            "to_day, evidence_words, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            id,
                            place++,
                            member.person,
                            static_cast<int>(member.role),
                            member.dates.from,
                            member.dates.to,
                            member.evidenceWords,
                            Blob{packIds(member.evidence)});
            !done)
            return done;
    return {};
}

base::Result<void> insertFamily(Database& database, records::FamilyId id, const Family& family) {
    int adults = 0;  // of this home
    int children = 0;
    for (const Membership& member : family.members) {
        const bool adult = records::isAdultRole(member.role);
        adults += adult && member.role != records::MemberRole::nonResidentParent ? 1 : 0;
        children += adult ? 0 : 1;
    }
    if (auto done = run(database,
                        "INSERT INTO families (id, home, adults, children) VALUES (?, ?, ?, ?)",
                        id,
                        family.home,
                        adults,
                        children);
        !done)
        return done;
    return insertMembers(database, id, family);
}

}  // namespace

base::Result<records::FamilyId> FamilyTable::nextFamilyIds(std::int64_t count) {
    return m_vault->database().nextIds("family", count).map([](std::int64_t first) {
        return records::FamilyId{first};
    });
}

base::Result<void> FamilyTable::insertFamilies(const std::vector<Family>& families,
                                               std::vector<records::FamilyId>& inserted) {
    std::int64_t unnumbered = 0;
    for (const Family& family : families)
        unnumbered += family.id ? 0 : 1;
    auto next = nextFamilyIds(unnumbered);
    if (!next)
        return base::fail(next.error());
    for (const Family& family : families) {
        const records::FamilyId id = family.id ? family.id : records::FamilyId{next->value++};
        if (auto done = insertFamily(m_vault->database(), id, family); !done)
            return done;
        inserted.push_back(id);
    }
    return {};
}

base::Result<void> FamilyTable::replaceAll(const std::vector<Family>& families,
                                           const std::vector<records::DoubtfulTie>& ties) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    for (const char* sql : {"DELETE FROM memberships", "DELETE FROM families"})
        if (auto done = run(database, sql); !done)
            return done;
    std::vector<records::FamilyId> inserted;
    if (auto done = insertFamilies(families, inserted); !done)
        return done;
    if (auto done = replaceTies(nullptr, ties); !done)
        return done;
    if (auto done = rewriteFamilyRows(database); !done)
        return done;
    return transaction->commit();
}

base::Result<void> FamilyTable::replaceSome(const std::vector<records::PersonId>& people,
                                            const std::vector<Family>& families,
                                            const std::vector<records::DoubtfulTie>& ties) {
    Database& database = m_vault->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    std::vector<records::FamilyId> touched;
    for (const records::PersonId person : people) {
        const auto of = allRows(
            database,
            "SELECT family_id FROM memberships WHERE person_id = ?",
            [](Statement& row) { return row.id<records::FamilyId>(0); },
            person);
        if (!of)
            return base::fail(of.error());
        touched.insert(touched.end(), of->begin(), of->end());
    }
    std::ranges::sort(touched);
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const records::FamilyId family : touched)
        for (const char* sql :
             {"DELETE FROM memberships WHERE family_id = ?", "DELETE FROM families WHERE id = ?"})
            if (auto done = run(database, sql, family); !done)
                return done;
    if (auto done = insertFamilies(families, touched); !done)
        return done;
    if (auto done = replaceTies(&people, ties); !done)
        return done;
    std::ranges::sort(touched);
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const records::FamilyId family : touched)
        if (auto done = rewriteFamilyRow(database, family.value); !done)
            return done;
    return transaction->commit();
}

base::Result<std::vector<Family>> FamilyTable::all(const Grant& grant) const {
    if (auto may = isForAll(grant,
                            {Action::linkRecords,
                             Action::assess,
                             Action::recordConsent,
                             Action::prepareSubmission,
                             Action::releaseSubmission});
        !may)
        return base::fail(may.error());
    Database& database = m_vault->database();
    auto families =
        allRows(database, "SELECT id, home FROM families ORDER BY id", [](Statement& row) {
            return Family{row.id<records::FamilyId>(0), row.text(1), {}};
        });
    if (!families)
        return base::fail(families.error());
    std::size_t at = 0;
    const auto done = eachRow(database,
                              std::string(memberColumns) + "ORDER BY family_id, place",
                              [&](Statement& row) -> base::Result<void> {
                                  const auto id = row.id<records::FamilyId>(0);
                                  while (at < families->size() && (*families)[at].id < id)
                                      ++at;
                                  if (at < families->size() && (*families)[at].id == id)
                                      (*families)[at].members.push_back(readMember(row));
                                  return {};
                              });
    if (!done)
        return base::fail(done.error());
    return families;
}

base::Result<Family> FamilyTable::find(const Grant& grant, records::FamilyId id) const {
    Database& database = m_vault->database();
    if (auto may = isFor(grant,
                         {Action::openFamily,
                          Action::openEvidence,
                          Action::recordConsent,
                          Action::nominate,
                          Action::linkRecords,
                          Action::assess});
        !may)
        return base::fail(may.error());
    if (auto may = reaches(database, grant, id); !may)
        return base::fail(may.error());
    auto home = firstRow(
        database,
        "SELECT home FROM families WHERE id = ?",
        [](Statement& row) { return row.text(0); },
        id);
    if (!home)
        return base::fail(home.error());
    if (!*home)
        return base::fail(
            base::Code::notFound,
            records::familyReference(id),
            "there is no such family; it may have been built anew under another number");
    auto members = allRows(database,
                           std::string(memberColumns) + "WHERE family_id = ? ORDER BY place",
                           readMember,
                           id);
    if (!members)
        return base::fail(members.error());
    return Family{id, std::move(**home), std::move(*members)};
}

base::Result<std::vector<records::FamilyId>> FamilyTable::ofPerson(const Grant& grant,
                                                                   records::PersonId person) const {
    if (auto may = reaches(m_vault->database(), grant, person); !may)
        return base::fail(may.error());
    return allRows(
        m_vault->database(),
        "SELECT DISTINCT family_id FROM memberships WHERE person_id = ? ORDER BY family_id",
        [](Statement& row) { return row.id<records::FamilyId>(0); },
        person);
}

base::Result<std::int64_t> FamilyTable::count() const {
    return oneNumber(m_vault->database(), "SELECT count(*) FROM families");
}

base::Result<std::int64_t> FamilyTable::memberCount() const {
    return oneNumber(m_vault->database(), "SELECT count(*) FROM memberships");
}

base::Result<std::int64_t> FamilyTable::waitingTieCount() const {
    return oneNumber(m_vault->database(),
                     "SELECT count(*) FROM doubtful_ties WHERE is_family IS NULL");
}

}  // namespace store

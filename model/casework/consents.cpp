// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/consents.h"

#include "base/text.h"
#include "records/family.h"
#include "store/consent_table.h"
#include "store/family_table.h"

#include <algorithm>
#include <set>

namespace casework {

namespace {

using records::ConsentAnswer;
using records::ConsentKind;

bool answerFits(const records::ConsentRecord& record) {
    switch (record.kind) {
        case ConsentKind::service:
            return record.answer == ConsentAnswer::given ||
                   record.answer == ConsentAnswer::refused ||
                   record.answer == ConsentAnswer::withdrawn;
        case ConsentKind::study:
            return record.answer == ConsentAnswer::objected ||
                   record.answer == ConsentAnswer::withdrawn;
        case ConsentKind::basis:
            return record.answer == ConsentAnswer::set;
    }
    return false;
}

base::Result<void> complete(const records::ConsentRecord& record, bool isChild) {
    const auto refuse = [](std::string why) -> base::Result<void> {
        return base::fail(base::Code::refused, "consent", std::move(why));
    };
    if (!answerFits(record))
        return refuse("this answer does not belong to this kind of record");
    if (base::trimmed(record.wordingVersion).empty())
        return refuse("say which version of the notice or form was shown");
    if (record.date.is_special() || record.date > base::today())
        return refuse("the date must be a day up to today");
    const bool decision = record.kind != ConsentKind::basis;
    if (isChild && decision && base::trimmed(record.decidedBy).empty())
        return refuse("for a child, say who decided: the child, or who for them");
    return {};
}

base::Result<access::Grant> recording(Session& session, const access::Subject& subject) {
    return session.authorise(access::Action::recordConsent, subject, "record consent");
}

// The person's role in the family, which they must be a member of.
base::Result<records::MemberRole> roleIn(Session& session,
                                         const access::Grant& grant,
                                         records::FamilyId family,
                                         records::PersonId person) {
    const auto found = store::FamilyTable(session.vault()).find(grant, family);
    if (!found)
        return base::fail(found.error());
    for (const records::Membership& member : found->members)
        if (member.person == person)
            return member.role;
    return base::fail(base::Code::notFound,
                      records::familyReference(family),
                      "person " + std::to_string(person.value) + " is not a member of it");
}

}  // namespace

base::Result<void> recordConsent(Session& session,
                                 records::FamilyId family,
                                 records::ConsentRecord record) {
    const auto grant = recording(session, access::Subject::of(family));
    if (!grant)
        return base::fail(grant.error());
    const auto role = roleIn(session, *grant, family, record.person);
    if (!role)
        return base::fail(role.error());
    if (auto sound = complete(record, *role == records::MemberRole::child); !sound)
        return sound;
    const auto kept = store::ConsentTable(session.vault()).append(*grant, record);
    if (!kept)
        return base::fail(kept.error());
    return {};
}

base::Result<void> withdrawAll(Session& session,
                               records::FamilyId family,
                               records::PersonId person,
                               std::string_view channel,
                               std::string_view decidedBy) {
    const auto grant = recording(session, access::Subject::of(family));
    if (!grant)
        return base::fail(grant.error());
    const auto role = roleIn(session, *grant, family, person);
    if (!role)
        return base::fail(role.error());
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    store::ConsentTable table(session.vault());
    records::ConsentRecord record;
    record.person = person;
    record.date = base::today();
    record.wordingVersion = "withdrawal";
    record.channel = channel;
    record.decidedBy = decidedBy;
    for (const auto& [kind, answer] : {std::pair(ConsentKind::service, ConsentAnswer::withdrawn),
                                       std::pair(ConsentKind::study, ConsentAnswer::objected)}) {
        record.kind = kind;
        record.answer = answer;
        if (auto sound = complete(record, *role == records::MemberRole::child); !sound)
            return sound;
        if (const auto kept = table.append(*grant, record); !kept)
            return base::fail(kept.error());
    }
    return transaction->commit();
}

base::Result<std::size_t> setBasisForAll(Session& session,
                                         records::LawfulBasis basis,
                                         base::Date from,
                                         std::string_view wordingVersion) {
    if (session.user().role != access::Role::governanceOfficer)
        return base::fail(base::Code::refused,
                          "lawful basis",
                          "a governance officer records the basis for everyone");
    const auto grant = recording(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    const auto families = store::FamilyTable(session.vault()).all(*grant);
    if (!families)
        return base::fail(families.error());
    store::ConsentTable table(session.vault());
    const auto recorded = table.all(*grant);
    if (!recorded)
        return base::fail(recorded.error());
    std::set<records::PersonId> people;
    for (const records::Family& family : *families)
        for (const records::Membership& member : family.members) {
            const auto known = recorded->find(member.person);
            const bool has = known != recorded->end() &&
                             records::standingOn(known->second, base::today()).basis.has_value();
            if (!has)
                people.insert(member.person);
        }
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    for (const records::PersonId person : people) {
        records::ConsentRecord record;
        record.person = person;
        record.kind = ConsentKind::basis;
        record.answer = ConsentAnswer::set;
        record.basis = basis;
        record.date = from;
        record.wordingVersion = wordingVersion;
        record.channel = "privacy notice";
        if (auto sound = complete(record, false); !sound)
            return base::fail(sound.error());
        if (const auto kept = table.append(*grant, record); !kept)
            return base::fail(kept.error());
    }
    if (auto committed = transaction->commit(); !committed)
        return base::fail(committed.error());
    return people.size();
}

base::Result<std::vector<records::ConsentRecord>> consentHistory(Session& session,
                                                                 records::FamilyId family,
                                                                 records::PersonId person) {
    const auto grant = session.authorise(
        access::Action::openFamily, access::Subject::of(family), "consent history");
    if (!grant)
        return base::fail(grant.error());
    return store::ConsentTable(session.vault()).ofPerson(*grant, person);
}

}  // namespace casework

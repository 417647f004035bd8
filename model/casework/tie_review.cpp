// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/tie_review.h"

#include "base/text.h"
#include "casework/member_names.h"
#include "store/delivery_table.h"
#include "store/family_table.h"
#include "store/source_record_table.h"

#include <algorithm>
#include <map>

namespace casework {

namespace {

using Deliveries = std::map<records::DeliveryId, records::Delivery>;

base::Result<access::Grant> reviewing(Session& session, const access::Subject& subject) {
    return session.authorise(access::Action::reviewLinks, subject, "review ties");
}

base::Result<records::DoubtfulTie> waitingTie(Session& session, records::DoubtId id) {
    const auto grant = reviewing(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    const auto ties = store::FamilyTable(session.vault()).ties(*grant, false);
    if (!ties)
        return base::fail(ties.error());
    const auto found = std::ranges::find(*ties, id, &records::DoubtfulTie::id);
    if (found == ties->end())
        return base::fail(base::Code::notFound,
                          "doubtful tie " + std::to_string(id.value),
                          "waits no more; it was answered or families were built anew");
    return *found;
}

std::string addressOf(const records::Identity& identity) {
    return identity.address.empty()    ? identity.postcode
           : identity.postcode.empty() ? identity.address
                                       : identity.address + ", " + identity.postcode;
}

TieRecord recordOf(const records::SourceRecord& record,
                   const Deliveries& deliveries,
                   bool isProtected) {
    TieRecord shown;
    const auto delivery = deliveries.find(record.delivery);
    shown.source = std::string(records::agencyName(record.agency)) + ": " +
                   (delivery == deliveries.end() ? std::string("entered by hand")
                                                 : delivery->second.fileName) +
                   ", row " + base::grouped(static_cast<std::size_t>(record.row));
    if (delivery != deliveries.end())
        shown.received = delivery->second.receivedAt;
    shown.address = isProtected ? "Protected address" : addressOf(record.identity);
    return shown;
}

}  // namespace

base::Result<TieQueue> tieQueue(Session& session, std::size_t limit) {
    const auto grant = reviewing(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    auto ties = store::FamilyTable(session.vault()).ties(*grant, false);
    if (!ties)
        return base::fail(ties.error());
    TieQueue queue;
    queue.waiting = static_cast<std::int64_t>(ties->size());
    ties->resize(std::min(ties->size(), limit));
    queue.next = std::move(*ties);
    return queue;
}

base::Result<TieView> openTie(Session& session, records::DoubtId id) {
    auto tie = waitingTie(session, id);
    if (!tie)
        return base::fail(tie.error());
    const auto grant = reviewing(session, access::Subject::of(id));
    if (!grant)
        return base::fail(grant.error());
    store::Vault& vault = session.vault();
    const auto people = describePeople(vault, *grant, tie->people);
    if (!people)
        return base::fail(people.error());
    const auto names = namesOf(vault, *grant, tie->people);
    if (!names)
        return base::fail(names.error());
    const auto listed = store::DeliveryTable(vault).list();
    if (!listed)
        return base::fail(listed.error());
    Deliveries deliveries;
    for (const records::Delivery& delivery : *listed)
        deliveries.emplace(delivery.id, delivery);
    // They share a home, so one protected address is everyone's.
    const bool isProtected =
        std::ranges::any_of(*people, [](const auto& each) { return each.second.addressProtected; });
    TieView view;
    for (std::size_t i = 0; i < tie->people.size(); ++i) {
        const auto records = store::SourceRecordTable(vault).ofPeople(
            *grant, {tie->people[i]}, store::Payloads::closed);
        if (!records)
            return base::fail(records.error());
        TiePerson person{(*names)[i], {}};
        for (const records::SourceRecord& record : *records)
            if (std::ranges::find(tie->evidence, record.id) != tie->evidence.end())
                person.records.push_back(recordOf(record, deliveries, isProtected));
        view.people.push_back(std::move(person));
    }
    view.tie = std::move(*tie);
    return view;
}

base::Result<void> decideTie(Session& session, records::DoubtId tie, std::optional<bool> isFamily) {
    const auto grant = reviewing(session, access::Subject::of(tie));
    if (!grant)
        return base::fail(grant.error());
    return store::FamilyTable(session.vault()).decideTie(*grant, tie, isFamily);
}

}  // namespace casework

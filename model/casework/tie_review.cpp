// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/tie_review.h"

#include "casework/member_names.h"
#include "casework/pair_side.h"
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

std::string addressOf(const records::Identity& identity) {
    return identity.address.empty()    ? identity.postcode
           : identity.postcode.empty() ? identity.address
                                       : identity.address + ", " + identity.postcode;
}

TieRecord recordOf(const records::SourceRecord& record,
                   const Deliveries& deliveries,
                   bool isProtected) {
    TieRecord shown;
    shown.delivery = record.delivery;
    const auto delivery = deliveries.find(record.delivery);
    shown.source = sourceWords(record, delivery == deliveries.end() ? nullptr : &delivery->second);
    if (delivery != deliveries.end())
        shown.received = delivery->second.receivedAt;
    shown.address = isProtected ? "Protected address" : addressOf(record.identity);
    return shown;
}

// A pupil has a row of attendance for each term and each school; they say one thing of a home.
void add(std::vector<TieRecord>& records, TieRecord record) {
    const auto same = std::ranges::find_if(records, [&](const TieRecord& each) {
        return each.delivery == record.delivery && each.address == record.address;
    });
    if (same == records.end())
        records.push_back(std::move(record));
    else
        ++same->furtherRows;
}

}  // namespace

base::Result<TieQueue> tieQueue(Session& session, std::size_t limit) {
    const auto grant = reviewing(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    const store::FamilyTable table(session.vault());
    const auto waiting = table.waitingTieCount();
    if (!waiting)
        return base::fail(waiting.error());
    TieQueue queue;
    queue.waiting = *waiting;
    if (limit == 0)
        return queue;
    auto ties = table.ties(*grant, false);
    if (!ties)
        return base::fail(ties.error());
    ties->resize(std::min(ties->size(), limit));
    queue.next = std::move(*ties);
    return queue;
}

base::Result<TieView> openTie(Session& session, records::DoubtId id) {
    const auto grant = reviewing(session, access::Subject::of(id));
    if (!grant)
        return base::fail(grant.error());
    auto tie = store::FamilyTable(session.vault()).waitingTie(*grant, id);
    if (!tie)
        return base::fail(tie.error());
    store::Vault& vault = session.vault();
    const auto people = describePeople(vault, *grant, tie->people);
    if (!people)
        return base::fail(people.error());
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
    for (const records::PersonId member : tie->people) {
        const auto records =
            store::SourceRecordTable(vault).ofPeople(*grant, {member}, store::Payloads::closed);
        if (!records)
            return base::fail(records.error());
        TiePerson person{agedName(people->at(member).identity), {}};
        for (const records::SourceRecord& record : *records)
            if (std::ranges::find(tie->evidence, record.id) != tie->evidence.end())
                add(person.records, recordOf(record, deliveries, isProtected));
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

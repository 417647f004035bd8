// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/link_undo.h"

#include "base/text.h"
#include "casework/pair_side.h"
#include "casework/user_names.h"
#include "store/link_table.h"
#include "store/source_record_table.h"

#include <algorithm>

namespace casework {

namespace {

base::Result<access::Grant> undoing(Session& session, const access::Subject& subject) {
    return session.authorise(access::Action::reviewLinks, subject, "undo a link");
}

base::Result<PairSide> lookAt(Session& session, records::RecordId record) {
    const auto grant = undoing(session, access::Subject::of(record));
    if (!grant)
        return base::fail(grant.error());
    return pairSide(session, *grant, record);
}

std::string originWords(records::LinkOrigin origin) {
    switch (origin) {
        case records::LinkOrigin::person:
            return "by a person's answer";
        case records::LinkOrigin::ownNumber:
            return "by the partner's own number";
        case records::LinkOrigin::engine:
            break;
    }
    return "by the engine";
}

base::Result<LinkedRecord> linkedRecord(Session& session, records::RecordId record) {
    auto side = lookAt(session, record);
    if (!side)
        return base::fail(side.error());
    LinkedRecord linked{record, std::move(*side), {}, {}};
    const auto grant = undoing(session, access::Subject::of(record));
    if (!grant)
        return base::fail(grant.error());
    const store::LinkTable table(session.vault());
    const auto person = table.personOf(*grant, record);
    if (!person)
        return base::fail(person.error());
    if (!*person)
        return linked;
    const auto links = table.ofPerson(*grant, **person);
    if (!links)
        return base::fail(links.error());
    const auto own = std::ranges::find(*links, record, &records::Link::record);
    for (const records::Link& link : *links) {
        if (link.record == record)
            continue;
        auto other = lookAt(session, link.record);
        if (!other)
            return base::fail(other.error());
        if (own != links->end() && own->against == link.record)
            linked.joined = originWords(own->origin) + " to " + other->source;
        linked.others.push_back(std::move(*other));
    }
    return linked;
}

}  // namespace

base::Result<std::vector<LinkedRecord>> recordsOfRow(Session& session,
                                                     records::DeliveryId delivery,
                                                     std::int64_t row) {
    const auto grant = undoing(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    const auto found = store::SourceRecordTable(session.vault()).ofRow(*grant, delivery, row);
    if (!found)
        return base::fail(found.error());
    if (found->empty())
        return base::fail(base::Code::notFound,
                          "row " + base::grouped(static_cast<std::size_t>(row)),
                          "this row became no record of the delivery");
    std::vector<LinkedRecord> records;
    for (const records::RecordId record : *found) {
        auto linked = linkedRecord(session, record);
        if (!linked)
            return base::fail(linked.error());
        records.push_back(std::move(*linked));
    }
    return records;
}

base::Result<std::vector<std::int64_t>> undoLink(Session& session, records::RecordId record) {
    const auto grant = undoing(session, access::Subject::of(record));
    if (!grant)
        return base::fail(grant.error());
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    store::LinkTable table(session.vault());
    const auto person = table.personOf(*grant, record);
    if (!person)
        return base::fail(person.error());
    if (!*person)
        return base::fail(base::Code::notFound, "record", "is linked to no person yet");
    const auto links = table.ofPerson(*grant, **person);
    if (!links)
        return base::fail(links.error());
    for (const records::Link& link : *links)
        if (link.record != record)
            if (auto said =
                    table.decide(*grant, record, link.record, records::PairAnswer::different);
                !said)
                return base::fail(said.error());
    const auto decisions = table.decisions(*grant);
    if (!decisions)
        return base::fail(decisions.error());
    std::vector<std::int64_t> answers;
    for (const records::Link& link : *links)
        for (const store::PairDecision& decision : *decisions)
            if (std::minmax(link.record, record) == std::minmax(decision.left, decision.right))
                answers.push_back(decision.id);
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return answers;
}

base::Result<std::vector<GivenAnswer>> givenAnswers(Session& session, std::size_t limit) {
    const auto grant = undoing(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    auto decisions = store::LinkTable(session.vault()).decisions(*grant);
    if (!decisions)
        return base::fail(decisions.error());
    std::ranges::reverse(*decisions);
    decisions->resize(std::min(decisions->size(), limit));
    auto names = userNames(session.vault());
    if (!names)
        return base::fail(names.error());
    std::vector<GivenAnswer> answers;
    for (const store::PairDecision& decision : *decisions) {
        const auto left = pairSide(session, *grant, decision.left);
        const auto right = pairSide(session, *grant, decision.right);
        if (!left || !right)
            return base::fail((!left ? left : right).error());
        answers.push_back({decision.id,
                           left->source,
                           right->source,
                           decision.answer,
                           (*names)[decision.by],
                           decision.at});
    }
    return answers;
}

base::Result<void> takeBackAnswers(Session& session, const std::vector<std::int64_t>& answers) {
    const auto grant = undoing(session, access::Subject::vault());
    if (!grant)
        return base::fail(grant.error());
    auto transaction = session.vault().begin();
    if (!transaction)
        return base::fail(transaction.error());
    store::LinkTable table(session.vault());
    for (const std::int64_t answer : answers)
        if (auto done = table.undo(*grant, answer); !done)
            return done;
    return transaction->commit();
}

}  // namespace casework

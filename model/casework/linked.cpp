// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/linked.h"

#include <algorithm>

namespace casework {

namespace {

using records::PersonId;

records::LinkOrigin originOf(linkage::TieKind kind) {
    switch (kind) {
        case linkage::TieKind::decision:
            return records::LinkOrigin::person;
        case linkage::TieKind::ownNumber:
            return records::LinkOrigin::ownNumber;
        case linkage::TieKind::weight:
            break;
    }
    return records::LinkOrigin::engine;
}

std::int64_t distinct(std::vector<PersonId> people) {
    std::erase(people, PersonId());
    std::ranges::sort(people);
    return std::unique(people.begin(), people.end()) - people.begin();
}

}  // namespace

Before peopleBefore(const LinkRows& rows,
                    const std::vector<records::Link>& links,
                    const StandIns& standIns) {
    Before before;
    before.person.resize(rows.records.size());
    before.isNew.assign(rows.records.size(), true);
    std::vector<const records::Link*> others;
    std::size_t next = 0;  // both are in order of record, as a rule
    for (const records::Link& link : links) {
        while (next < rows.records.size() && rows.records[next] < link.record)
            ++next;
        if (next < rows.records.size() && rows.records[next] == link.record) {
            before.person[next] = link.person;
            before.isNew[next] = false;
        } else {
            others.push_back(&link);
        }
    }
    for (const records::Link* link : others) {
        before.losing.push_back(link->person);
        before.gone.push_back(link->record);
        const auto standIn = standIns.find(link->record);
        const auto row = standIn == standIns.end() ? std::nullopt : rows.rowOf(standIn->second);
        if (!row)
            before.left.push_back(link->person);
        else if (!before.person[*row])
            before.person[*row] = link->person;
        else if (before.person[*row] != link->person)
            before.left.push_back(link->person);
    }
    std::ranges::sort(before.left);
    return before;
}

base::Result<Linked> linkedOf(const linkage::Output& output,
                              const LinkRows& rows,
                              Before before,
                              const FreshNumbers& freshNumbers) {
    Linked linked;
    auto person = numberPeople(output.person, before.person, freshNumbers);
    if (!person)
        return base::fail(person.error());
    linked.records = rows.records;
    linked.person = std::move(*person);
    linked.changes = personChanges(linked.person, before.person, before.left);
    linked.gone = std::move(before.gone);
    linked.disturbed = std::move(before.losing);
    for (std::size_t row = 0; row < rows.records.size(); ++row)
        if (before.isNew[row] || linked.person[row] != before.person[row])
            for (const PersonId one : {linked.person[row], before.person[row]})
                if (one)
                    linked.disturbed.push_back(one);
    std::ranges::sort(linked.disturbed);
    linked.disturbed.erase(std::unique(linked.disturbed.begin(), linked.disturbed.end()),
                           linked.disturbed.end());
    linked.before = std::move(before.person);
    linked.links.resize(rows.records.size());
    linked.group.reserve(rows.records.size());
    for (std::size_t row = 0; row < rows.records.size(); ++row) {
        linked.links[row].record = rows.records[row];
        linked.links[row].person = linked.person[row];
        linked.group.push_back(rows.records[output.component[row]]);
    }
    for (const linkage::RowLink& tied : output.links) {
        records::Link& link = linked.links[tied.row];
        link.against = rows.records[tied.against];
        link.weight = tied.weight;
        link.probability = tied.probability;
        link.origin = originOf(tied.kind);
    }
    for (const linkage::RowDoubt& doubt : output.doubts) {
        records::DoubtfulPair pair;
        pair.left = rows.records[doubt.left];
        pair.right = rows.records[doubt.right];
        pair.weight = doubt.weight;
        pair.probability = doubt.probability;
        pair.why = doubt.why;
        linked.pairs.push_back(std::move(pair));
    }
    std::vector<PersonId> earlier = linked.before;
    earlier.insert(earlier.end(), before.left.begin(), before.left.end());
    linked.people = distinct(linked.person);
    linked.peopleBefore = distinct(std::move(earlier));
    return linked;
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/case_records.h"

#include <algorithm>
#include <tuple>

namespace criteria {

namespace {

using records::FieldKind;
using records::FieldTime;
using records::SourceRecord;

bool bornLater(const records::PartialDate& birth, base::Date asAt) {
    const auto whole = birth.complete();
    return whole && *whole > asAt;
}

bool presentOn(const CaseMember& member, base::Date asAt) {
    const records::Identity& identity = member.person.identity;
    const bool died = identity.deathDate && *identity.deathDate <= asAt;
    return member.dates.contains(asAt) && !died && !bornLater(identity.birthDate, asAt);
}

std::optional<base::DateRange> daysOf(const SourceRecord& record, const Calendar& calendar) {
    const records::RecordType& type = *record.type;
    if (const auto index = type.indexOf(FieldTime::term)) {
        const std::string* code = records::textIn(record.payload[*index]);
        const Term* term = code == nullptr ? nullptr : calendar.term(*code);
        return term == nullptr ? std::nullopt
                               : std::optional(base::DateRange{term->from, term->to});
    }
    const auto period = records::periodOf(type, record.payload);
    if (!period && type.indexOf(FieldTime::start))
        return base::DateRange{};  // a state sent without dates: it held when sent, so it holds
    return period;
}

// Whether the field tells one event or state of a person from another.
bool identifies(const records::Field& field, bool state) {
    if (field.time != FieldTime::none)
        return field.time != FieldTime::end;
    return field.kind == FieldKind::code || (field.kind == FieldKind::text && !state);
}

int compareKeys(const SourceRecord& left, const SourceRecord& right) {
    const auto leftHead = std::tuple(left.type->name, left.agency);
    const auto rightHead = std::tuple(right.type->name, right.agency);
    if (leftHead != rightHead)
        return leftHead < rightHead ? -1 : 1;
    const bool state = left.type->indexOf(FieldTime::start).has_value();
    for (std::size_t i = 0; i < left.type->fields.size(); ++i) {
        if (!identifies(left.type->fields[i], state))
            continue;
        if (left.payload[i] != right.payload[i])
            return left.payload[i] < right.payload[i] ? -1 : 1;
    }
    return 0;
}

// Of each key the rows of its latest delivery, each record once, in order of number.
void keepLatest(std::vector<const SourceRecord*>& rows) {
    std::sort(rows.begin(), rows.end(), [](const SourceRecord* left, const SourceRecord* right) {
        const int order = compareKeys(*left, *right);
        return order != 0
                   ? order < 0
                   : std::tuple(right->delivery, left->id) < std::tuple(left->delivery, right->id);
    });
    std::vector<const SourceRecord*> kept;
    const SourceRecord* newest = nullptr;
    for (const SourceRecord* row : rows) {
        if (newest == nullptr || compareKeys(*newest, *row) != 0)
            newest = row;
        if (row->delivery == newest->delivery)
            kept.push_back(row);
    }
    std::sort(kept.begin(), kept.end(), [](const SourceRecord* left, const SourceRecord* right) {
        return left->id < right->id;
    });
    rows = std::move(kept);
}

bool sameRecord(const SourceRecord* left, const SourceRecord* right) {
    return left->id == right->id;
}

void addRecords(PresentMember& present, const Calendar& calendar) {
    std::vector<const SourceRecord*> rows;
    for (const SourceRecord* record : present.member->records)
        if (record->type != nullptr && record->payload.size() == record->type->fields.size())
            rows.push_back(record);
    keepLatest(rows);
    rows.erase(std::unique(rows.begin(), rows.end(), sameRecord), rows.end());
    present.records.reserve(rows.size());
    for (const SourceRecord* record : rows)
        if (auto days = daysOf(*record, calendar))
            present.records.push_back({record, &present.member->person, std::move(days)});
}

}  // namespace

std::vector<PresentMember> presentMembers(const FamilyCase& family,
                                          const Calendar& calendar,
                                          base::Date asAt) {
    std::vector<PresentMember> present;
    for (const CaseMember& member : family.members)
        if (presentOn(member, asAt))
            present.push_back({&member, {}});
    // Someone with two memberships that day counts once, in the role that comes first in the list.
    const auto order = [](const PresentMember& one) {
        return std::pair(one.member->person.id, one.member->role);
    };
    std::sort(present.begin(), present.end(), [&](const auto& left, const auto& right) {
        return order(left) < order(right);
    });
    const auto twice =
        std::unique(present.begin(), present.end(), [](const auto& a, const auto& b) {
            return a.member->person.id == b.member->person.id;
        });
    present.erase(twice, present.end());
    for (PresentMember& one : present)
        addRecords(one, calendar);
    return present;
}

}  // namespace criteria

// SPDX-License-Identifier: GPL-3.0-or-later
// Synthetic families for tests of the criteria: members by number, records by type and field name.
// Owns what it builds.
#pragma once

#include "criteria/assess.h"
#include "records/catalogue.h"

#include <deque>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

class FamilyBuilder {
public:
    FamilyBuilder() { m_family.family = records::FamilyId{1}; }

    // `born` as records::parsePartial reads it; "" is not known.
    criteria::CaseMember& addMember(std::int64_t number,
                                    std::string_view born,
                                    records::MemberRole role) {
        criteria::CaseMember member;
        member.person.id = records::PersonId{number};
        if (!born.empty())
            member.person.identity.birthDate = records::parsePartial(born).value();
        member.role = role;
        m_family.members.push_back(std::move(member));
        return m_family.members.back();
    }

    // A record of the member, every field empty but those given.
    records::SourceRecord& addRecord(
        std::int64_t number,
        std::string_view type,
        records::Agency agency,
        const std::vector<std::pair<std::string_view, records::FieldValue>>& values) {
        records::SourceRecord& record = m_records.emplace_back();
        record.id = records::RecordId{static_cast<std::int64_t>(m_records.size())};
        record.delivery = records::DeliveryId{1};
        record.row = record.id.value + 1;
        record.agency = agency;
        record.type = records::recordType(type);
        record.payload.resize(record.type->fields.size());
        for (const auto& [field, value] : values)
            record.payload[record.type->indexOf(field).value()] = value;
        for (criteria::CaseMember& member : m_family.members)
            if (member.person.id.value == number)
                member.records.push_back(&record);
        return record;
    }

    [[nodiscard]] criteria::FamilyCase& family() { return m_family; }

    [[nodiscard]] const std::deque<records::SourceRecord>& records() const { return m_records; }

private:
    criteria::FamilyCase m_family;
    std::deque<records::SourceRecord> m_records;
};

// Every agency has spoken of every record type from one day to another.
inline criteria::Coverage everythingHeard(base::Date from, base::Date to) {
    std::vector<records::CoverageSpan> spans;
    for (const records::RecordType* type : records::allRecordTypes())
        for (const records::Agency agency : records::allAgencies)
            spans.push_back(
                {records::DeliveryId{1}, agency, std::string(type->name), from, to, {}});
    return criteria::Coverage(spans);
}

}  // namespace support

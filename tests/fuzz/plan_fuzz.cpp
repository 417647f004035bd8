// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an Outcomes Plan: read or refused with a place, never a crash. A plan that is read
// can be said in words and assesses a family the same way twice.
#include "criteria/assess.h"
#include "criteria/explain.h"
#include "records/catalogue.h"

#include <cstdint>
#include <cstdlib>
#include <deque>

namespace {

// One member of each role, each with an empty and a filled record of every type.
struct Household {
    criteria::FamilyCase family;
    std::deque<records::SourceRecord> records;

    Household() {
        for (int role = 0; role <= 5; ++role) {
            criteria::CaseMember& member = family.members.emplace_back();
            member.person.id.value = role + 1;
            member.person.identity.birthDate = {1980 + role * 7, role, role};
            member.role = static_cast<records::MemberRole>(role);
            for (const records::RecordType* type : records::allRecordTypes())
                for (const bool filled : {false, true})
                    addRecord(member, *type, filled);
        }
    }

    void addRecord(criteria::CaseMember& member, const records::RecordType& type, bool filled) {
        records::SourceRecord& record = records.emplace_back();
        record.id.value = static_cast<std::int64_t>(records.size());
        record.type = &type;
        record.payload.resize(type.fields.size());
        for (std::size_t i = 0; filled && i < type.fields.size(); ++i)
            record.payload[i] = value(type.fields[i]);
        member.records.push_back(&record);
    }

    static records::FieldValue value(const records::Field& field) {
        switch (field.kind) {
            case records::FieldKind::date:
                return base::Date(2026, 5, 1);
            case records::FieldKind::integer:
                return std::int64_t{3};
            case records::FieldKind::decimal:
                return 12.5;
            case records::FieldKind::flag:
                return true;
            case records::FieldKind::code:
                return std::string(field.codes.front().code);
            case records::FieldKind::text:
                break;
        }
        return std::string("2026-spring");
    }
};

bool same(const records::Assessment& left, const records::Assessment& right) {
    return left.findings == right.findings && left.criteria == right.criteria &&
           left.flagged == right.flagged && left.whyNotFlagged == right.whyNotFlagged;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const Household household;
    static const criteria::Calendar calendar = criteria::shippedCalendar("herefordshire").value();
    const std::string text(bytes, bytes + size);
    const auto plan = criteria::readPlan(text, "fuzz.toml");
    if (!plan) {
        if (plan.error().place.empty() || plan.error().detail.empty())
            std::abort();
        return 0;
    }
    if (criteria::planMarkdown(*plan).empty())
        std::abort();
    for (const base::Date asAt :
         {base::Date(2026, 11, 21), base::Date(1400, 1, 1), base::Date(9999, 12, 31)})
        if (!same(criteria::assess(*plan, calendar, household.family, {}, asAt),
                  criteria::assess(*plan, calendar, household.family, {}, asAt)))
            std::abort();
    return 0;
}

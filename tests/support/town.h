// SPDX-License-Identifier: GPL-3.0-or-later
// A small made-up town for tests of families: people and the records that speak of them. Everything
// is as at 1 September 2026.
#pragma once

#include "base/progress.h"
#include "families/build.h"
#include "records/types/arrears.h"
#include "records/types/attendance.h"
#include "records/types/domestic_callout.h"
#include "records/types/household.h"

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace support {

struct Line {
    const char* ref = "";
    const char* relationship = "other";
    const char* address = "";
    const char* postcode = "HR6 8AQ";
    const char* start = "";
    const char* end = "";
    int livesHere = -1;  // -1 not said
    const char* related = "";
    bool responsible = false;
    records::Agency agency = records::Agency::housing;
};

class Town {
public:
    base::Date asAt = base::Date(2026, 9, 1);
    std::vector<records::Family> earlier;
    std::vector<records::DoubtfulTie> decided;
    families::Settings settings;

    records::PersonId person(const std::string& forename, const std::string& surname, int bornIn) {
        const records::PersonId id{static_cast<std::int64_t>(people.size()) + 1};
        people.push_back({id, {}});
        m_names[id] = {forename, surname, bornIn};
        return id;
    }

    records::SourceRecord& record(records::PersonId of,
                                  const records::RecordType& type,
                                  records::Agency agency,
                                  const char* address,
                                  const char* postcode = "HR6 8AQ") {
        records::SourceRecord& made = m_records.emplace_back();
        made.id.value = static_cast<std::int64_t>(m_records.size());
        made.delivery.value = 1 + static_cast<std::int64_t>(agency);
        made.agency = agency;
        made.type = &type;
        made.payload.resize(type.fields.size());
        const auto& name = m_names[of];
        made.identity.forename = name.forename;
        made.identity.surname = name.surname;
        if (name.bornIn != 0)
            made.identity.birthDate = {name.bornIn, 3, 14};
        made.identity.localId = "P" + std::to_string(of.value);
        made.identity.localIdSeries = std::string(records::agencyCode(agency));
        made.identity.address = address;
        made.identity.postcode = *address == '\0' ? "" : postcode;
        people[static_cast<std::size_t>(of.value - 1)].records.push_back(&made);
        return made;
    }

    records::SourceRecord& school(records::PersonId of,
                                  const char* address,
                                  const char* postcode = "HR6 8AQ") {
        return record(of, records::attendanceType, records::Agency::schools, address, postcode);
    }

    records::SourceRecord& callout(records::PersonId of, const char* address, const char* day) {
        records::SourceRecord& made =
            record(of, records::domesticCalloutType, records::Agency::police, address);
        set(made, *made.type->indexOf(records::FieldTime::event), *base::parseIsoDate(day));
        return made;
    }

    records::SourceRecord& owes(records::PersonId of, const char* address, const char* day) {
        records::SourceRecord& made =
            record(of, records::arrearsType, records::Agency::housing, address);
        set(made, *made.type->indexOf(records::FieldTime::event), *base::parseIsoDate(day));
        return made;
    }

    records::SourceRecord& line(records::PersonId of, const Line& said) {
        const records::RecordType& type = records::householdType;
        records::SourceRecord& made = record(of, type, said.agency, said.address, said.postcode);
        setText(made, "household_ref", said.ref);
        setText(made, "relationship", said.relationship);
        setText(made, "related_local_id", said.related);
        if (*said.start != '\0')
            set(made, *type.indexOf("start_date"), *base::parseIsoDate(said.start));
        if (*said.end != '\0')
            set(made, *type.indexOf("end_date"), *base::parseIsoDate(said.end));
        if (said.livesHere >= 0)
            set(made, *type.indexOf("lives_here"), said.livesHere == 1);
        if (said.responsible)
            set(made, *type.indexOf("parental_responsibility"), true);
        return made;
    }

    [[nodiscard]] base::Result<families::Outcome> tryBuild(base::Progress& progress) const {
        return families::buildFamilies({people, asAt, earlier, decided, settings}, progress);
    }

    [[nodiscard]] families::Outcome build() const {
        base::NoProgress progress;
        return *tryBuild(progress);
    }

    // "Ann:parent Ben:child | ..." by forename, families in order of their first name.
    [[nodiscard]] std::string told(const families::Outcome& outcome) const {
        std::vector<std::string> all;
        for (const records::Family& family : outcome.families) {
            std::vector<std::string> members;
            for (const records::Membership& member : family.members)
                members.push_back(m_names.at(member.person).forename + ":" +
                                  std::string(records::roleCode(member.role)));
            std::sort(members.begin(), members.end());
            all.push_back(joined(members, " "));
        }
        std::sort(all.begin(), all.end());
        return joined(all, " | ");
    }

    [[nodiscard]] static std::string doubts(const families::Outcome& outcome) {
        std::vector<std::string> all;
        for (const records::DoubtfulTie& tie : outcome.doubtful)
            all.push_back(std::to_string(tie.people.size()) + " " + tie.reason);
        return joined(all, " | ");
    }

    static void set(records::SourceRecord& record, std::size_t field, records::FieldValue value) {
        record.payload[field] = std::move(value);
    }

    std::vector<families::PersonRecords> people;

private:
    struct Name {
        std::string forename;
        std::string surname;
        int bornIn = 0;
    };

    static void setText(records::SourceRecord& record, std::string_view field, const char* text) {
        if (*text != '\0')
            set(record, *record.type->indexOf(field), std::string(text));
    }

    static std::string joined(const std::vector<std::string>& parts, const std::string& by) {
        std::string out;
        for (const std::string& part : parts)
            out += (out.empty() ? "" : by) + part;
        return out;
    }

    std::map<records::PersonId, Name> m_names;
    std::deque<records::SourceRecord> m_records;
};

}  // namespace support

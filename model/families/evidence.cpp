// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/evidence.h"

#include "base/text.h"
#include "families/places.h"
#include "records/types/household.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace families {

using records::Identity;
using records::SourceRecord;

namespace {

// An address told on one day is taken to hold this long when nothing newer is known.
constexpr int addressHoldsMonths = 24;

struct HouseholdFields {
    std::size_t ref = *records::householdType.indexOf("household_ref");
    std::size_t relationship = *records::householdType.indexOf("relationship");
    std::size_t related = *records::householdType.indexOf("related_local_id");
    std::size_t livesHere = *records::householdType.indexOf("lives_here");
    std::size_t responsibility = *records::householdType.indexOf("parental_responsibility");
};

const HouseholdFields& householdFields() {
    static const HouseholdFields fields;
    return fields;
}

std::string_view textAt(const SourceRecord& record, std::size_t field) {
    if (field >= record.payload.size())
        return {};
    const std::string* text = records::textIn(record.payload[field]);
    return text == nullptr ? std::string_view() : base::trimmed(*text);
}

std::optional<bool> flagAt(const SourceRecord& record, std::size_t field) {
    return field < record.payload.size() ? records::flagIn(record.payload[field]) : std::nullopt;
}

bool isHousehold(const SourceRecord& record) {
    return record.type == &records::householdType;
}

// Does the record speak of the as-at day? Undated records count as current.
bool isCurrent(const SourceRecord& record, base::Date asAt) {
    const auto period = records::periodOf(*record.type, record.payload);
    if (!period)
        return true;
    if (period->from && *period->from > asAt)
        return false;
    const bool event = record.type->indexOf(records::FieldTime::event).has_value();
    if (event)
        return *period->from >= base::addMonths(asAt, -addressHoldsMonths);
    return !period->to || *period->to >= asAt;
}

std::optional<base::Date> startOf(const SourceRecord& record) {
    const auto period = records::periodOf(*record.type, record.payload);
    return period ? period->from : std::nullopt;
}

std::tuple<std::int64_t, Order> newnessOf(const SourceRecord& record, base::Date asAt) {
    const auto start = startOf(record);
    // An undated household line ranks below a dated one; an undated address is as of now.
    const std::int64_t day = start                 ? start->day_number()
                             : isHousehold(record) ? 0
                                                   : asAt.day_number();
    return {day, orderOf(record)};
}

std::optional<base::Date> birthDay(const records::PartialDate& date) {
    if (date.year == 0 || date.placeholder())
        return std::nullopt;
    return base::makeDate(
        date.year, date.month == 0 ? 7 : date.month, date.day == 0 ? 1 : date.day);
}

bool isSchoolRecord(const SourceRecord& record) {
    return record.type->name == "attendance" || record.type->name == "school_roll" ||
           record.type->name == "exclusion";
}

PersonFacts factsOf(const PersonRecords& person, const Input& input) {
    PersonFacts facts;
    facts.id = person.person;
    BestValue<records::PartialDate> births;
    std::set<std::string> surnames;
    bool school = false;
    for (const SourceRecord* record : person.records) {
        const Identity& identity = record->identity;
        if (!identity.birthDate.empty())
            births.add(records::isoPartial(identity.birthDate),
                       identity.birthDate,
                       birthDateQuality(identity.birthDate),
                       orderOf(*record));
        surnames.insert(base::foldedKey(identity.surname));
        surnames.insert(base::foldedKey(identity.formerSurname));
        school |= isSchoolRecord(*record);
        if (identity.deathDate && *identity.deathDate <= input.asAt)
            facts.death = std::max(facts.death.value_or(*identity.deathDate), *identity.deathDate);
    }
    surnames.erase("");
    facts.surnames.assign(surnames.begin(), surnames.end());
    facts.birth = birthDay(births.best());
    if (facts.birth)
        facts.age = base::ageOn(*facts.birth, input.asAt);
    facts.minor = facts.age ? *facts.age < input.settings.adultAge : school;
    facts.adult = facts.age && *facts.age >= input.settings.adultAge;
    return facts;
}

class Gatherer {
public:
    Gatherer(const Input& input, Evidence& out) : m_input(input), m_out(out) {}

    void note(std::uint32_t person, const PersonRecords& records) {
        noteLines(person, records);
        noteAddresses(person, records);
    }

    void noteRelations(std::uint32_t person, const PersonRecords& records, const auto& byLocalId);
    void finish();

    Places places;

private:
    void noteLines(std::uint32_t person, const PersonRecords& records);
    void noteAddresses(std::uint32_t person, const PersonRecords& records);

    void claim(std::uint32_t person, std::uint32_t place, const SourceRecord& record, bool line) {
        HomeClaim made;
        made.person = person;
        made.place = place;
        made.line = line;
        made.record = record.id;
        made.agency = record.agency;
        made.from = startOf(record);
        made.newness = newnessOf(record, m_input.asAt);
        if (isHousehold(record)) {
            made.relationship = textAt(record, householdFields().relationship);
            made.responsible = flagAt(record, householdFields().responsibility).value_or(false);
        }
        m_out.claims.push_back(made);
    }

    const Input& m_input;
    Evidence& m_out;

    // The newest line of each household number says where it lies.
    struct RefHome {
        std::tuple<std::int64_t, Order> newness;
        std::optional<std::uint32_t> address;
    };

    std::unordered_map<std::uint32_t, RefHome> m_refHomes;
};

// A line is a household record that gives a household number, or says the person lives there.
bool isLine(const SourceRecord& record) {
    const HouseholdFields& fields = householdFields();
    const auto livesHere = flagAt(record, fields.livesHere);
    if (livesHere == false)
        return false;
    return !textAt(record, fields.ref).empty() || livesHere == true;
}

void Gatherer::noteLines(std::uint32_t person, const PersonRecords& records) {
    for (const SourceRecord* record : records.records) {
        if (!isHousehold(*record) || !isCurrent(*record, m_input.asAt) || !isLine(*record))
            continue;
        const std::string_view number = textAt(*record, householdFields().ref);
        const auto address = places.address(record->identity);
        if (number.empty()) {
            if (address)
                claim(person, *address, *record, true);
            continue;
        }
        const std::uint32_t ref =
            places.reference(record->agency, record->identity.localIdSeries, number);
        claim(person, ref, *record, true);
        if (address && places.all()[*address].kind != records::AddressKind::home)
            claim(person, *address, *record, true);
        const auto newness = newnessOf(*record, m_input.asAt);
        RefHome& home = m_refHomes[ref];
        if (address && (!home.address || newness > home.newness))
            home = {newness, address};
    }
}

void Gatherer::noteAddresses(std::uint32_t person, const PersonRecords& records) {
    struct Newest {
        std::tuple<std::int64_t, Order> newness;
        std::uint32_t place;
    };

    std::map<records::Agency, Newest> newest;
    std::vector<std::pair<const SourceRecord*, std::uint32_t>> addresses;
    for (const SourceRecord* record : records.records) {
        if (!isCurrent(*record, m_input.asAt) ||
            (isHousehold(*record) &&
             (isLine(*record) || flagAt(*record, householdFields().livesHere) == false)))
            continue;
        const auto place = places.address(record->identity);
        if (!place)
            continue;
        addresses.emplace_back(record, *place);
        const auto newness = newnessOf(*record, m_input.asAt);
        const auto [at, first] = newest.try_emplace(record->agency, Newest{newness, *place});
        if (!first && newness > at->second.newness)
            at->second = {newness, *place};
    }
    for (const auto& [record, place] : addresses)
        if (newest.at(record->agency).place == place)
            claim(person, place, *record, false);
}

void Gatherer::noteRelations(std::uint32_t person,
                             const PersonRecords& records,
                             const auto& byLocalId) {
    const HouseholdFields& fields = householdFields();
    for (const SourceRecord* record : records.records) {
        if (!isHousehold(*record) || !isCurrent(*record, m_input.asAt))
            continue;
        const std::string_view number = textAt(*record, fields.related);
        if (number.empty())
            continue;
        const auto found =
            byLocalId.find(localKey(record->agency, record->identity.localIdSeries, number));
        if (found == byLocalId.end() || found->second == person)
            continue;
        Relation relation;
        relation.person = person;
        relation.related = found->second;
        relation.relationship = textAt(*record, fields.relationship);
        relation.livesHere = flagAt(*record, fields.livesHere);
        relation.responsible = flagAt(*record, fields.responsibility).value_or(false);
        relation.from = startOf(*record);
        relation.record = record->id;
        relation.agency = record->agency;
        m_out.relations.push_back(relation);
    }
}

void Gatherer::finish() {
    for (const auto& [ref, home] : m_refHomes) {
        if (!home.address)
            continue;
        const records::AddressKind kind = places.all()[*home.address].kind;
        if (kind == records::AddressKind::home)
            m_out.samePlaces.push_back({ref, *home.address});
        else
            places.setKind(ref, kind);
    }
    for (const auto& [text, uprn] : places.textsOfUprns())
        m_out.samePlaces.push_back({text, uprn});
    m_out.places = places.all();
    std::sort(m_out.claims.begin(), m_out.claims.end(), [](const HomeClaim& a, const HomeClaim& b) {
        return std::tuple(a.person, a.record, a.place) < std::tuple(b.person, b.record, b.place);
    });
    std::sort(m_out.relations.begin(),
              m_out.relations.end(),
              [](const Relation& a, const Relation& b) { return a.record < b.record; });
}

std::vector<PersonRecords> sortedPeople(const Input& input) {
    std::vector<PersonRecords> people = input.people;
    for (PersonRecords& person : people)
        std::sort(person.records.begin(),
                  person.records.end(),
                  [](const SourceRecord* a, const SourceRecord* b) { return a->id < b->id; });
    std::sort(people.begin(), people.end(), [](const PersonRecords& a, const PersonRecords& b) {
        return a.person < b.person;
    });
    return people;
}

}  // namespace

base::Result<Evidence> gatherEvidence(const Input& input, base::Progress& progress) {
    Evidence out;
    const auto people = sortedPeople(input);
    Gatherer gatherer(input, out);
    std::unordered_map<std::string, std::uint32_t> byLocalId;
    for (std::uint32_t i = 0; i < people.size(); ++i) {
        out.people.push_back(factsOf(people[i], input));
        for (const SourceRecord* record : people[i].records) {
            gatherer.places.learn(record->identity);
            if (!record->identity.localId.empty())
                byLocalId.try_emplace(
                    localKey(
                        record->agency, record->identity.localIdSeries, record->identity.localId),
                    i);
        }
    }
    for (std::uint32_t i = 0; i < people.size(); ++i) {
        if (i % 256 == 0) {
            progress.step("reading who lives where", i, people.size());
            if (progress.cancelled())
                return base::fail(
                    base::Code::cancelled, "families", "stopped; nothing was changed");
        }
        gatherer.note(i, people[i]);
        gatherer.noteRelations(i, people[i], byLocalId);
    }
    gatherer.finish();
    return out;
}

}  // namespace families

// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/person_profile.h"

#include "base/text.h"
#include "families/best_value.h"
#include "records/address.h"
#include "records/identifier.h"

#include <algorithm>

namespace families {

using records::IdentifierKind;
using records::Identity;
using records::SourceRecord;

namespace {

using Records = std::vector<const SourceRecord*>;

std::string bestText(const Records& all, std::string Identity::*column) {
    BestValue<std::string> values;
    for (const SourceRecord* record : all) {
        const std::string& text = record->identity.*column;
        std::string key = base::folded(text);
        if (!key.empty())
            values.add(std::move(key), text, key.size() > 1 ? 1 : 0, orderOf(*record));
    }
    return values.best();
}

std::string bestIdentifier(const Records& all, std::string Identity::*column, IdentifierKind kind) {
    BestValue<std::string> values;
    for (const SourceRecord* record : all) {
        const std::string& raw = record->identity.*column;
        const records::CheckedIdentifier checked = records::checkIdentifier(kind, raw);
        if (checked.state == records::IdentifierState::absent)
            continue;
        const int quality = checked.state == records::IdentifierState::valid        ? 2
                            : checked.state == records::IdentifierState::suspicious ? 1
                                                                                    : 0;
        values.add(quality == 0 ? raw : checked.canonical, raw, quality, orderOf(*record));
    }
    return values.best();
}

records::PartialDate bestBirthDate(const Records& all) {
    BestValue<records::PartialDate> values;
    for (const SourceRecord* record : all) {
        const records::PartialDate& date = record->identity.birthDate;
        if (!date.empty())
            values.add(records::isoPartial(date), date, birthDateQuality(date), orderOf(*record));
    }
    return values.best();
}

std::optional<base::Date> bestDeathDate(const Records& all) {
    BestValue<std::optional<base::Date>> values;
    for (const SourceRecord* record : all)
        if (const auto& date = record->identity.deathDate)
            values.add(base::isoDate(*date), date, 0, orderOf(*record));
    return values.best();
}

records::Sex bestSex(const Records& all) {
    BestValue<records::Sex> values;
    for (const SourceRecord* record : all)
        if (const records::Sex sex = record->identity.sex; sex != records::Sex::unknown)
            values.add(std::string(records::sexCode(sex)), sex, 0, orderOf(*record));
    return values.best();
}

// The newest record that passes `usable`, or null.
template <class Usable>
const SourceRecord* newest(const Records& all, Usable usable) {
    const SourceRecord* found = nullptr;
    for (const SourceRecord* record : all)
        if (usable(*record) && (found == nullptr || orderOf(*record) > orderOf(*found)))
            found = record;
    return found;
}

void takeAddress(Identity& identity, const Records& all) {
    const auto isHome = [](const SourceRecord& record) {
        return records::homeKey(record.identity).kind != records::AddressKind::none;
    };
    const auto isAnything = [](const SourceRecord& record) {
        return !record.identity.address.empty() || !record.identity.postcode.empty();
    };
    const SourceRecord* from = newest(all, isHome);
    if (from == nullptr)
        from = newest(all, isAnything);
    if (from == nullptr)
        return;
    identity.address = from->identity.address;
    identity.postcode = from->identity.postcode;
    identity.uprn = from->identity.uprn;
}

// A surname the person went by in an older record and no record names as former.
std::string olderSurname(const Records& all, const std::string& current) {
    const std::string key = base::folded(current);
    const SourceRecord* from = newest(all, [&](const SourceRecord& record) {
        const std::string other = base::folded(record.identity.surname);
        return !other.empty() && other != key;
    });
    return from == nullptr ? std::string() : from->identity.surname;
}

}  // namespace

int birthDateQuality(const records::PartialDate& date) {
    if (date.placeholder())
        return 0;
    if (!date.complete())
        return 1;
    return date.firstOfJanuary() ? 2 : 3;
}

records::Person describePerson(records::PersonId id, const Records& all) {
    records::Person person;
    person.id = id;
    Identity& identity = person.identity;
    for (const auto column : {&Identity::forename,
                              &Identity::middleNames,
                              &Identity::surname,
                              &Identity::formerSurname,
                              &Identity::preferredName,
                              &Identity::phone,
                              &Identity::email})
        identity.*column = bestText(all, column);
    if (identity.formerSurname.empty())
        identity.formerSurname = olderSurname(all, identity.surname);
    identity.birthDate = bestBirthDate(all);
    identity.deathDate = bestDeathDate(all);
    identity.sex = bestSex(all);
    takeAddress(identity, all);
    identity.nino = bestIdentifier(all, &Identity::nino, IdentifierKind::nino);
    identity.upn = bestIdentifier(all, &Identity::upn, IdentifierKind::upn);
    identity.nhsNumber = bestIdentifier(all, &Identity::nhsNumber, IdentifierKind::nhsNumber);
    identity.pncId = bestIdentifier(all, &Identity::pncId, IdentifierKind::pncId);
    const auto hasLocalId = [](const SourceRecord& record) {
        return !record.identity.localId.empty();
    };
    if (const SourceRecord* from = newest(all, hasLocalId)) {
        identity.localId = from->identity.localId;
        identity.localIdSeries = from->identity.localIdSeries;
    }
    for (const SourceRecord* record : all) {
        person.addressProtected |= record->identity.addressProtected;
        person.records.push_back(record->id);
    }
    identity.addressProtected = person.addressProtected;
    std::sort(person.records.begin(), person.records.end());
    return person;
}

}  // namespace families

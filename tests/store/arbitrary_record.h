// SPDX-License-Identifier: GPL-3.0-or-later
// Invented source records of any type: every field empty or a value of its kind.
#pragma once

#include "records/catalogue.h"
#include "records/source_record.h"

#include <rapidcheck.h>

#include <string>

namespace support {

inline base::Date arbitraryDate() {
    return *base::makeDate(
        *rc::gen::inRange(1930, 2030), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29));
}

inline records::FieldValue arbitraryValue(const records::Field& field) {
    if (*rc::gen::inRange(0, 4) == 0)
        return std::monostate();
    switch (field.kind) {
        case records::FieldKind::text:
            return "t" + *rc::gen::string<std::string>();
        case records::FieldKind::date:
            return arbitraryDate();
        case records::FieldKind::integer:
            return static_cast<std::int64_t>(*rc::gen::inRange(-5, 100000));
        case records::FieldKind::decimal:
            return *rc::gen::inRange(-1000, 1000) / 8.0;
        case records::FieldKind::flag:
            return *rc::gen::arbitrary<bool>();
        case records::FieldKind::code:
            return std::string(field.codes.empty() ? "code" : field.codes.front().code);
    }
    return std::monostate();
}

inline records::Identity arbitraryIdentity() {
    records::Identity who;
    const auto text = rc::gen::string<std::string>();
    for (std::string* part : {&who.forename,
                              &who.middleNames,
                              &who.surname,
                              &who.formerSurname,
                              &who.preferredName,
                              &who.address,
                              &who.postcode,
                              &who.uprn,
                              &who.phone,
                              &who.email,
                              &who.nino,
                              &who.upn,
                              &who.nhsNumber,
                              &who.pncId,
                              &who.localId,
                              &who.localIdSeries})
        *part = *text;
    who.birthDate = *rc::gen::element(records::PartialDate{},
                                      records::PartialDate{2012, 0, 0},
                                      records::PartialDate{2012, 5, 0},
                                      records::PartialDate{2012, 5, 4});
    if (*rc::gen::arbitrary<bool>())
        who.deathDate = arbitraryDate();
    who.sex = static_cast<records::Sex>(*rc::gen::inRange(0, 4));
    who.addressProtected = *rc::gen::arbitrary<bool>();
    return who;
}

inline records::SourceRecord arbitraryRecord(records::DeliveryId delivery) {
    const auto types = records::allRecordTypes();
    records::SourceRecord record;
    record.delivery = delivery;
    record.row = *rc::gen::inRange(1, 1000000);
    record.type = types[*rc::gen::inRange<std::size_t>(0, types.size())];
    record.agency = records::allAgencies[*rc::gen::inRange<std::size_t>(0, 9)];
    record.identity = arbitraryIdentity();
    for (const records::Field& field : record.type->fields)
        record.payload.push_back(arbitraryValue(field));
    return record;
}

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
// A family and its dated memberships, each with the evidence it rests on. A person may belong to two
// families (a child with two homes). Roles are about this family, not about the person.
#pragma once

#include "base/date.h"
#include "records/identity.h"
#include "records/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace records {

// What the product holds to be true of a person, chosen from their records.
struct Person {
    PersonId id;
    Identity identity;  // best known values; the address is the newest
    bool addressProtected = false;  // any of the records says so
    std::vector<RecordId> records;
};

enum class MemberRole {
    child,     // under 18 on the day of building, or said to be a child of the home
    parent,    // adult with parenting responsibility, said by a record or by living with a child
    partner,   // of a parent
    grandparent,
    otherAdult,
    nonResidentParent,
};

struct Membership {
    PersonId person;
    MemberRole role = MemberRole::otherAdult;
    base::DateRange dates;
    std::vector<RecordId> evidence;
    std::string evidenceWords;  // "same tenancy", "same address in 3 records", "school contact: mother"
};

struct Family {
    FamilyId id;
    std::string home;  // key of the home it is built on; "" when on relationships alone
    std::vector<Membership> members;
};

// People who share something that is not enough: a hostel, a block, a pseudo postcode. A person
// decides; until then it makes no family.
struct DoubtfulTie {
    DoubtId id;
    std::vector<PersonId> people;
    std::string reason;  // "care home", "block of flats without a flat number", "more than 12 people"
    std::string home;
    std::vector<RecordId> evidence;
    std::optional<bool> decidedFamily;
};

[[nodiscard]] std::string_view roleCode(MemberRole role);  // "non-resident-parent"
[[nodiscard]] std::string_view roleName(MemberRole role);
[[nodiscard]] std::optional<MemberRole> roleFromCode(std::string_view code);
[[nodiscard]] bool isAdultRole(MemberRole role);
// "FF-2031"
[[nodiscard]] std::string familyReference(FamilyId id);
[[nodiscard]] std::optional<FamilyId> familyFromReference(std::string_view text);

}  // namespace records

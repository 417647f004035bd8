// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of the rows to be linked is.
#pragma once

#include <string>

namespace linkage {

enum class FieldKind {
    forename,
    middleNames,
    surname,
    fullName,
    formerSurname,
    birthDate,
    birthYear,
    birthMonth,
    birthDay,
    sex,
    address,
    postcode,
    town,
    phone,
    email,
    nino,
    upn,
    nhsNumber,
    pncId,
    uprn,
    localId,     // the source's own number for the person
    text,        // compared as fuzzy text
    identifier,  // compared as an identifier
    category,    // same or different
};

struct FieldSpec {
    FieldKind kind = FieldKind::text;
    std::string name;  // of a text, identifier or category: shown in reasons
    // Of a localId: one person may hold several numbers of one source. Otherwise two different
    // numbers of one source are two people for certain.
    bool mayRepeat = false;

    friend bool operator==(const FieldSpec&, const FieldSpec&) = default;
};

}  // namespace linkage

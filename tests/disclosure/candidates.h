// SPDX-License-Identifier: GPL-3.0-or-later
// Synthetic candidates for a study's file, and generators of them.
#pragma once

#include "base/crypto.h"
#include "disclosure/eligibility.h"
#include "records/identifier.h"

#include <rapidcheck.h>

namespace disclosure::testing {

inline base::Date day(const char* iso) {
    return base::parseIsoDate(iso).value();
}

inline Period year2026() {
    return {day("2026-01-01"), day("2026-12-31")};
}

inline base::Secret studyKey(unsigned char fill = 7) {
    base::Secret key(32);
    for (unsigned char& byte : key.writable())
        byte = fill;
    return key;
}

inline records::ConsentRecord answer(records::ConsentKind kind,
                                     records::ConsentAnswer what,
                                     records::LawfulBasis basis = records::LawfulBasis::none) {
    records::ConsentRecord record;
    record.kind = kind;
    record.answer = what;
    record.basis = basis;
    record.date = day("2026-01-05");
    return record;
}

inline records::ConsentStanding onBasis(records::LawfulBasis basis) {
    records::ConsentStanding standing;
    standing.basis = answer(records::ConsentKind::basis, records::ConsentAnswer::set, basis);
    return standing;
}

inline records::ConsentStanding consenting() {
    records::ConsentStanding standing = onBasis(records::LawfulBasis::consent);
    standing.service = answer(records::ConsentKind::service, records::ConsentAnswer::given);
    return standing;
}

inline records::ConsentStanding objecting() {
    records::ConsentStanding standing = consenting();
    standing.study = answer(records::ConsentKind::study, records::ConsentAnswer::objected);
    return standing;
}

// The number with the check letter that makes it valid; "" if there is none.
inline std::string withCheckLetter(const std::string& digits, records::IdentifierKind kind) {
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        const std::string upn = letter + digits;
        if (records::checkIdentifier(kind, upn).state == records::IdentifierState::valid)
            return upn;
    }
    return {};
}

// A consenting mother of 36 whom nothing keeps out.
inline Candidate adult(std::int64_t person = 1, std::int64_t family = 1) {
    Candidate candidate;
    candidate.person.id = {person};
    candidate.family = {family};
    candidate.role = records::MemberRole::parent;
    candidate.cohort = records::Cohort::supported;
    candidate.standing = consenting();
    candidate.screened = day("2026-02-01");
    candidate.criteriaMet = {5, 2};
    candidate.supportStart = day("2026-03-01");
    candidate.intensity = "intensive";
    records::Identity& identity = candidate.person.identity;
    identity.forename = "Megan" + std::to_string(person);
    identity.surname = "Prosser";
    identity.birthDate = {1990, 5, 4};
    identity.sex = records::Sex::female;
    identity.address = std::to_string(family) + " Etnam Street, Leominster";
    identity.postcode = "HR6 8AQ";
    return candidate;
}

inline Candidate child(std::int64_t person = 2, std::int64_t family = 1) {
    Candidate candidate = adult(person, family);
    candidate.role = records::MemberRole::child;
    candidate.person.identity.forename = "Ffion" + std::to_string(person);
    candidate.person.identity.birthDate = {2014, 9, 30};
    candidate.schoolUrn = "116850";
    return candidate;
}

// Anyone, in any standing, in a town of few homes: each value carries its person's number, so that
// its presence anywhere in a file can be told.
inline rc::Gen<Candidate> anyCandidate() {
    return rc::gen::exec([] {
        using records::LawfulBasis;
        const auto person = *rc::gen::inRange<std::int64_t>(1, 40);
        const auto family = *rc::gen::inRange<std::int64_t>(1, 12);
        Candidate candidate =
            *rc::gen::arbitrary<bool>() ? adult(person, family) : child(person, family);
        records::Identity& identity = candidate.person.identity;
        identity.surname = "Surname" + std::to_string(100000 + person);
        identity.forename = "Forename" + std::to_string(100000 + person);
        identity.address = "Home" + std::to_string(100000 + family) + " Lane, Ross-on-Wye";
        identity.postcode =
            "HR" + std::to_string(family % 9 + 1) + " " + std::to_string(family / 9 + 1) + "AB";
        identity.addressProtected = *rc::gen::weightedElement<bool>({{8, false}, {1, true}});
        candidate.standing = *rc::gen::element(consenting(),
                                               objecting(),
                                               records::ConsentStanding(),
                                               onBasis(LawfulBasis::publicTask),
                                               onBasis(LawfulBasis::consent),
                                               onBasis(LawfulBasis::none));
        candidate.cohort =
            *rc::gen::element(records::Cohort::supported, records::Cohort::assessedOnly);
        candidate.screened = day("2025-06-01") + boost::gregorian::days(*rc::gen::inRange(0, 800));
        if (*rc::gen::weightedElement<bool>({{9, false}, {1, true}}))
            identity.deathDate = day("2026-05-05");
        return candidate;
    });
}

}  // namespace disclosure::testing

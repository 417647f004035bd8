// SPDX-License-Identifier: GPL-3.0-or-later
// What the records say about who lives where and who belongs to whom, before anything is concluded:
// people's facts, their claims to homes, and stated relationships. People are numbered by their
// place in `people`, which is sorted by id. Records of after the as-at date, and those whose state
// had ended by then, say nothing here.
#pragma once

#include "families/best_value.h"
#include "families/build.h"
#include "records/address.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace families {

struct PersonFacts {
    records::PersonId id;
    std::optional<base::Date> birth;  // mid-year when only the year is known
    std::optional<int> age;
    bool minor = false;  // under the adult age, or of unknown age with school records
    bool adult = false;
    std::vector<std::string> surnames;  // folded keys, current and former
    std::optional<base::Date> death;    // on or before the as-at date
};

// A place people can share: a household number of an agency, or an address.
struct Place {
    std::string key;  // "uprn:...", "addr:...", or "ref:housing/tenancy/123"
    records::AddressKind kind = records::AddressKind::home;
    bool isRef = false;
    std::string series;  // of a household number: agency and series
};

struct HomeClaim {
    std::uint32_t person = 0;
    std::uint32_t place = 0;
    bool line = false;              // an agency's household record, not only an address
    std::string_view relationship;  // of a line: "tenant", "child", ...
    bool responsible = false;       // said to have parental responsibility
    std::optional<base::Date> from;
    records::RecordId record;
    records::Agency agency = records::Agency::schools;
    // Which of a person's claims is the newest: day, then order of receipt.
    std::tuple<std::int64_t, Order> newness;
};

struct Relation {
    std::uint32_t person = 0;
    std::uint32_t related = 0;
    std::string_view relationship;  // what `person` is to `related`
    std::optional<bool> livesHere;
    bool responsible = false;
    std::optional<base::Date> from;
    records::RecordId record;
    records::Agency agency = records::Agency::schools;
};

// Two places that one record shows to be one: a household number and its address, an address text
// and its UPRN.
struct SamePlace {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
};

struct Evidence {
    std::vector<PersonFacts> people;
    std::vector<Place> places;
    std::vector<HomeClaim> claims;    // sorted by person, then record
    std::vector<Relation> relations;  // sorted by record
    std::vector<SamePlace> samePlaces;
};

// Fails only with Code::cancelled.
[[nodiscard]] base::Result<Evidence> gatherEvidence(const Input& input, base::Progress& progress);

}  // namespace families

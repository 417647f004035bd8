// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows are the same person. Plain columns in, a partition of the rows out, each link with its
// weight and reasons, each doubt with its why. Three outcomes: linked, doubtful, apart. Rules of
// what can't be (two NHS numbers, twins, father and son of one name) beat any weight, and a
// person's own decision beats everything. The same rows in any order give the same people and
// weights. Method: Fellegi & Sunter (1969), "A theory for record linkage", JASA 64; Winkler (1990)
// string comparators; a third class for relatives after Larsen & Rubin (2001), "Iterative automated
// record linkage using mixture models", JASA 96, so that a shared home never counts as evidence
// twice.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "linkage/model.h"
#include "records/link.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

// What a person said of two rows. Always wins.
struct Decision {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    bool same = false;
};

struct Input {
    std::vector<FieldSpec> fields;
    // columns[field][row], UTF-8 as sent, "" = not sent; all of one length. Dates ISO (partial
    // too), dd/mm/yyyy or yyyymmdd. Identifiers raw: they are checked here.
    std::vector<std::vector<std::string>> columns;
    // The partner or file of each row: the scope of localId and of onePerSource. Empty = all of
    // one.
    std::vector<std::uint32_t> source;
    bool onePerSource = false;  // no two rows of one source are one person
    std::vector<Decision> decisions;
};

struct Settings {
    double linkProbability = 0.95;    // at or above: linked
    double reviewProbability = 0.20;  // at or above: doubtful
    unsigned threads = 2;
    std::optional<Model> model;  // given: used as it is; otherwise estimated from the rows
    std::uint64_t seed = 1;      // of the random pairs
};

// Why a row is in its person: the row of the same person it was tied to, and how strongly. The
// reasons' weights (log2 of Bayes factors, "prior" among them) add up to the weight.
struct RowLink {
    std::uint32_t row = 0;
    std::uint32_t against = 0;
    double weight = 0;
    double probability = 0;
    std::vector<records::LinkReason> reasons;
    bool byPerson = false;  // a Decision tied them
};

struct RowDoubt {
    std::uint32_t left = 0;  // left < right
    std::uint32_t right = 0;
    double weight = 0;
    double probability = 0;
    std::vector<records::LinkReason> reasons;
    std::string why;  // "weight between the thresholds", "different NHS numbers"; never a value
};

// A pair that was compared and is at least doubtful by its weight.
struct ScoredPair {
    std::uint32_t left = 0;  // left < right
    std::uint32_t right = 0;
    double weight = 0;
    double probability = 0;
};

struct PhaseTime {
    std::string phase;
    double seconds = 0;
};

struct Output {
    std::vector<std::uint32_t> person;  // of each row: the smallest row of its person
    std::vector<RowLink> links;         // sorted by row; every row but one of each person has one
    std::vector<RowDoubt> doubts;       // strongest first
    std::vector<ScoredPair> pairs;      // sorted by left, right
    Model model;
    std::uint64_t candidatePairs = 0;
    std::vector<PhaseTime> phases;
    std::vector<std::string> warnings;  // in words, without values
};

// Fails with malformed (columns of unequal length, a decision about a row that isn't there, two
// decisions that contradict each other, a model for other fields) and cancelled.
[[nodiscard]] base::Result<Output> link(const Input& input,
                                        const Settings& settings,
                                        base::Progress& progress);

}  // namespace linkage

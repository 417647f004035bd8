// SPDX-License-Identifier: GPL-3.0-or-later
// Three separate dated records about a person, never one tick box: consent to the service, objection
// to the study, and the lawful basis in force for a purpose. The newest of each kind counts. Nothing
// is changed or removed; a withdrawal is a new record.
#pragma once

#include "base/date.h"
#include "records/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace records {

enum class ConsentKind { service, study, basis };

enum class ConsentAnswer {
    given,      // service
    refused,    // service
    withdrawn,  // service: withdrawn; study: the objection is withdrawn
    objected,   // study
    set,        // basis
};

enum class LawfulBasis { none, consent, publicTask, legalObligation };

struct ConsentRecord {
    std::int64_t id = 0;
    PersonId person;
    ConsentKind kind = ConsentKind::service;
    ConsentAnswer answer = ConsentAnswer::given;
    LawfulBasis basis = LawfulBasis::none;  // of ConsentKind::basis
    base::Date date;            // when the person said it, or the basis took effect
    UserId recordedBy;
    std::string recordedAt;     // UTC
    std::string wordingVersion; // of the notice or form shown
    std::string channel;        // "signed form", "by telephone", "in person"
    std::string decidedBy;      // for a child: "the child", "mother", ... ; "" for an adult
};

// A person's standing on a day.
struct ConsentStanding {
    std::optional<ConsentRecord> service;
    std::optional<ConsentRecord> study;
    std::optional<ConsentRecord> basis;

    [[nodiscard]] bool consentGiven() const;
    [[nodiscard]] bool objected() const;
    [[nodiscard]] LawfulBasis basisInForce() const;
};

[[nodiscard]] ConsentStanding standingOn(const std::vector<ConsentRecord>& records, base::Date day);

[[nodiscard]] std::string_view kindCode(ConsentKind kind);
[[nodiscard]] std::string_view answerCode(ConsentAnswer answer);
[[nodiscard]] std::string_view answerName(ConsentAnswer answer);
[[nodiscard]] std::string_view basisCode(LawfulBasis basis);
[[nodiscard]] std::string_view basisName(LawfulBasis basis);
[[nodiscard]] std::optional<ConsentKind> kindFromCode(std::string_view code);
[[nodiscard]] std::optional<ConsentAnswer> answerFromCode(std::string_view code);
[[nodiscard]] std::optional<LawfulBasis> basisFromCode(std::string_view code);

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
// Who may be in a study's file. The rule in force, in words: a person is included when
//   - they have not objected to the study,
//   - a lawful basis for it is recorded (public task and legal obligation stand alone; consent
//   needs
//     consent given; no basis recorded means left out),
//   - they did not die on or before the period's last day,
//   - their address is not protected, or the layout sends them with no locating column,
//   - they were screened by the period's last day, and support, if it ended, ended within or after
//   it,
//   - every mandatory column that applies to them has a value.
// A person in two families goes out once. A family with nobody left is not in the file at all.
// Marking one person's address protects everyone at that address.
#pragma once

#include "base/date.h"
#include "disclosure/layout.h"
#include "records/consent.h"
#include "records/family.h"
#include "records/submission.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace disclosure {

// One person in one family, as the vault knows them on the day of preparing.
struct Candidate {
    records::Person person;
    records::FamilyId family;
    records::MemberRole role = records::MemberRole::otherAdult;
    records::Cohort cohort = records::Cohort::assessedOnly;
    records::ConsentStanding standing;
    base::Date screened;           // the family's first assessment
    std::vector<int> criteriaMet;  // headings 1 to 6 met by the family
    std::optional<base::Date> supportStart;
    std::optional<base::Date> supportEnd;
    std::string intensity;  // coded local tier of support
    std::string schoolUrn;
};

// The closed list of reasons, in the order they are looked at: the first that holds is given.
enum class Reason {
    objected,
    noBasis,
    consentNotGiven,
    deceased,
    protectedAddress,
    notInPeriod,
    missingMandatory,
    otherFamily,  // already in the file with another family
};

inline constexpr std::array<Reason, 8> allReasons{Reason::objected,
                                                  Reason::noBasis,
                                                  Reason::consentNotGiven,
                                                  Reason::deceased,
                                                  Reason::protectedAddress,
                                                  Reason::notInPeriod,
                                                  Reason::missingMandatory,
                                                  Reason::otherFamily};

// Included, but worth a look before release.
enum class Concern {
    childOver18,  // a child of the family, 18 or older when screened
    startBeforeScreening,
    endBeforeStart,
    supportedWithoutStart,
    placeholderBirthDate,  // sent blank
    invalidIdentifier,     // sent blank
    sharedIdentifier,      // two people with one NINO, UPN, NHS number or PNC id
    noPostcode,
    looksTwice,  // two people with one name, birth date and postcode
    onePersonFamily,
};

inline constexpr std::array<Concern, 10> allConcerns{Concern::childOver18,
                                                     Concern::startBeforeScreening,
                                                     Concern::endBeforeStart,
                                                     Concern::supportedWithoutStart,
                                                     Concern::placeholderBirthDate,
                                                     Concern::invalidIdentifier,
                                                     Concern::sharedIdentifier,
                                                     Concern::noPostcode,
                                                     Concern::looksTwice,
                                                     Concern::onePersonFamily};

struct Warning {
    Concern concern = Concern::noPostcode;
    records::PersonId person;

    friend bool operator==(const Warning&, const Warning&) = default;
};

struct Period {
    base::Date from;
    base::Date to;  // last day
};

// The verdict on one candidate: why they are left out, or nothing. `atProtectedAddress` says that
// they, or someone at their address, are marked.
[[nodiscard]] std::optional<Reason> leftOut(const Layout& layout,
                                            const Candidate& candidate,
                                            const Period& period,
                                            bool atProtectedAddress);

struct Selection {
    struct Included {
        const Candidate* candidate = nullptr;
        records::Cohort cohort = records::Cohort::assessedOnly;  // as on the period's last day
        bool addressWithheld = false;
    };

    struct Excluded {
        const Candidate* candidate = nullptr;
        Reason reason = Reason::noBasis;
    };

    std::vector<Included> included;
    std::vector<Excluded> excluded;
};

// Applies the rule to all; the candidates must outlive the selection.
[[nodiscard]] Selection select(const Layout& layout,
                               const std::vector<Candidate>& candidates,
                               const Period& period);

[[nodiscard]] std::string_view reasonCode(Reason reason);  // "consent-not-given"
[[nodiscard]] std::string_view reasonWords(
    Reason reason);  // "Consent is the basis, and it was not given"
[[nodiscard]] std::string_view concernCode(Concern concern);
[[nodiscard]] std::string_view concernWords(Concern concern);

}  // namespace disclosure

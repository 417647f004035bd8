// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may ask to do, and to what. The table of which role may do which action is
// policy.h; relationships (my family, proposed by me) are asked of Relationships.
#pragma once

#include "access/namespace.h"
#include "records/ids.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ff::access {

enum class Action {
    listFamilies,  // references, counts and states: no names
    openFamily,    // names, roles, addresses, findings
    openEvidence,  // the partner's row behind a finding
    triage,
    decide,  // agree, send back, not suitable
    allocate,
    support,  // start, end, close, reopen
    nominate,
    recordConsent,
    manageAgreements,
    readAgreements,
    importDelivery,
    readDeliveries,  // deliveries, row issues, mappings, freshness: no person
    proposeMapping,  // map a layout, try it, put it forward
    signOffMapping,  // let a mapping read deliveries
    linkRecords,     // run linkage and build families over the whole vault
    reviewLinks,     // open a doubtful pair or tie, answer it, undo a link
    assess,          // run a plan over the whole vault
    readPlan,
    proposePlan,  // put a new version of the plan forward, take one's own back
    adoptPlan,    // put a version in force from a day on, or decline it
    prepareSubmission,
    releaseSubmission,
    readRegister,  // submissions and who was in them
    readOverview,  // counts only
    readAudit,
    manageUsers,
};

inline constexpr std::array<Action, 27> allActions{Action::listFamilies,
                                                   Action::openFamily,
                                                   Action::openEvidence,
                                                   Action::triage,
                                                   Action::decide,
                                                   Action::allocate,
                                                   Action::support,
                                                   Action::nominate,
                                                   Action::recordConsent,
                                                   Action::manageAgreements,
                                                   Action::readAgreements,
                                                   Action::importDelivery,
                                                   Action::readDeliveries,
                                                   Action::proposeMapping,
                                                   Action::signOffMapping,
                                                   Action::linkRecords,
                                                   Action::reviewLinks,
                                                   Action::assess,
                                                   Action::readPlan,
                                                   Action::proposePlan,
                                                   Action::adoptPlan,
                                                   Action::prepareSubmission,
                                                   Action::releaseSubmission,
                                                   Action::readRegister,
                                                   Action::readOverview,
                                                   Action::readAudit,
                                                   Action::manageUsers};

[[nodiscard]] std::string_view actionCode(Action action);  // "open-family"
[[nodiscard]] std::string_view actionName(Action action);  // "Open a family"

// The one thing an action is about.
struct Subject {
    enum class Kind {
        vault,
        family,
        person,
        record,
        delivery,
        agreement,
        doubt,
        submission,
        user,
        mapping,
        plan
    };

    Kind kind = Kind::vault;
    std::int64_t id = 0;

    [[nodiscard]] static Subject vault() { return {}; }

    [[nodiscard]] static Subject of(records::FamilyId id) { return {Kind::family, id.value}; }

    [[nodiscard]] static Subject of(records::PersonId id) { return {Kind::person, id.value}; }

    [[nodiscard]] static Subject of(records::RecordId id) { return {Kind::record, id.value}; }

    [[nodiscard]] static Subject of(records::DeliveryId id) { return {Kind::delivery, id.value}; }

    [[nodiscard]] static Subject of(records::AgreementId id) { return {Kind::agreement, id.value}; }

    [[nodiscard]] static Subject of(records::DoubtId id) { return {Kind::doubt, id.value}; }

    [[nodiscard]] static Subject of(records::SubmissionId id) {
        return {Kind::submission, id.value};
    }

    [[nodiscard]] static Subject of(records::UserId id) { return {Kind::user, id.value}; }

    [[nodiscard]] static Subject of(records::MappingId id) { return {Kind::mapping, id.value}; }

    [[nodiscard]] static Subject of(records::PlanVersionId id) { return {Kind::plan, id.value}; }

    friend bool operator==(const Subject&, const Subject&) = default;
};

[[nodiscard]] std::string_view subjectKindCode(Subject::Kind kind);
// "family 2031", "vault"
[[nodiscard]] std::string subjectText(const Subject& subject);

}  // namespace ff::access

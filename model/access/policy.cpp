// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/policy.h"

namespace ff::access {

namespace {

struct Rule {
    Role role;
    Action action;
    Needs needs = Needs::nothing;
};

constexpr Rule rules[] = {
    {Role::caseworker, Action::listFamilies},
    {Role::caseworker, Action::openFamily, Needs::relationship},
    {Role::caseworker, Action::openEvidence, Needs::relationship},
    {Role::caseworker, Action::triage, Needs::relationship},
    {Role::caseworker, Action::support, Needs::relationship},
    {Role::caseworker, Action::nominate, Needs::relationship},
    {Role::caseworker, Action::recordConsent, Needs::relationship},
    {Role::caseworker, Action::readPlan},
    {Role::caseworker, Action::readOverview},

    {Role::supervisor, Action::listFamilies},
    {Role::supervisor, Action::openFamily},
    {Role::supervisor, Action::openEvidence},
    {Role::supervisor, Action::decide, Needs::otherPerson},
    {Role::supervisor, Action::allocate},
    {Role::supervisor, Action::support},
    {Role::supervisor, Action::nominate},
    {Role::supervisor, Action::recordConsent},
    {Role::supervisor, Action::readPlan},
    {Role::supervisor, Action::readOverview},
    {Role::supervisor, Action::readDeliveries},
    {Role::supervisor, Action::signOffMapping, Needs::otherPerson},
    {Role::supervisor, Action::proposePlan},
    {Role::supervisor, Action::adoptPlan, Needs::otherPerson},

    {Role::dataOfficer, Action::listFamilies},
    {Role::dataOfficer, Action::readAgreements},
    {Role::dataOfficer, Action::importDelivery},
    {Role::dataOfficer, Action::readDeliveries},
    {Role::dataOfficer, Action::proposeMapping},
    {Role::dataOfficer, Action::linkRecords},
    {Role::dataOfficer, Action::reviewLinks},
    {Role::dataOfficer, Action::assess},
    {Role::dataOfficer, Action::readPlan},
    {Role::dataOfficer, Action::proposePlan},
    {Role::dataOfficer, Action::readOverview},

    {Role::exportingOfficer, Action::readAgreements},
    {Role::exportingOfficer, Action::prepareSubmission},
    {Role::exportingOfficer, Action::releaseSubmission, Needs::otherPerson},
    {Role::exportingOfficer, Action::readRegister},
    {Role::exportingOfficer, Action::readOverview},

    {Role::auditor, Action::listFamilies},
    {Role::auditor, Action::readAgreements},
    {Role::auditor, Action::readDeliveries},
    {Role::auditor, Action::readPlan},
    {Role::auditor, Action::readRegister},
    {Role::auditor, Action::readOverview},
    {Role::auditor, Action::readAudit},

    {Role::governanceOfficer, Action::manageAgreements},
    {Role::governanceOfficer, Action::readAgreements},
    {Role::governanceOfficer, Action::readDeliveries},
    {Role::governanceOfficer, Action::signOffMapping, Needs::otherPerson},
    {Role::governanceOfficer, Action::recordConsent},
    {Role::governanceOfficer, Action::readPlan},
    {Role::governanceOfficer, Action::adoptPlan, Needs::otherPerson},
    {Role::governanceOfficer, Action::readRegister},
    {Role::governanceOfficer, Action::releaseSubmission, Needs::otherPerson},
    {Role::governanceOfficer, Action::readOverview},
    {Role::governanceOfficer, Action::readAudit},

    {Role::reportReader, Action::readOverview},
    {Role::reportReader, Action::readPlan},

    {Role::administrator, Action::manageUsers},
};

constexpr int healthCriterion = 6;

}  // namespace

Permission permission(Role role, Action action) {
    for (const Rule& rule : rules)
        if (rule.role == role && rule.action == action)
            return {true, rule.needs};
    return {};
}

bool mayReadEvidence(Role role, int criterion) {
    if (!permission(role, Action::openEvidence).allowed)
        return false;
    return role != Role::caseworker || criterion != healthCriterion;
}

}  // namespace ff::access

// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/case_steps.h"

#include "access/policy.h"
#include "store/audit_table.h"
#include "store/case_table.h"
#include "store/vault.h"

#include <array>

namespace casework {

namespace {

using records::CaseStep;

constexpr std::array handSteps{CaseStep::triage,
                               CaseStep::sendBack,
                               CaseStep::agree,
                               CaseStep::notSuitable,
                               CaseStep::allocate,
                               CaseStep::startSupport,
                               CaseStep::endSupport,
                               CaseStep::close,
                               CaseStep::reopen,
                               CaseStep::nominate};

}  // namespace

std::optional<access::Action> stepAction(CaseStep step) {
    switch (step) {
        case CaseStep::propose:
            return std::nullopt;
        case CaseStep::nominate:
            return access::Action::nominate;
        case CaseStep::triage:
            return access::Action::triage;
        case CaseStep::sendBack:
        case CaseStep::agree:
        case CaseStep::notSuitable:
            return access::Action::decide;
        case CaseStep::allocate:
            return access::Action::allocate;
        case CaseStep::startSupport:
        case CaseStep::endSupport:
        case CaseStep::close:
        case CaseStep::reopen:
            return access::Action::support;
    }
    return std::nullopt;
}

base::Result<bool> openedSinceTriage(Session& session,
                                     const access::Grant& grant,
                                     records::FamilyId family) {
    constexpr std::int64_t enough = 1000;
    const auto events = store::CaseTable(session.vault()).events(grant, family);
    if (!events)
        return base::fail(events.error());
    std::string triagedAt;
    for (const records::CaseEvent& event : *events)
        if (event.step == CaseStep::triage)
            triagedAt = event.at;
    const auto looks =
        store::AuditTable(session.vault()).about(grant, access::Subject::of(family), enough);
    if (!looks)
        return base::fail(looks.error());
    for (const access::AuditEvent& look : *looks)
        if (look.user == session.user().id && look.outcome == access::AuditOutcome::allowed &&
            look.action == access::actionCode(access::Action::openEvidence) && look.at >= triagedAt)
            return true;
    return false;
}

base::Result<std::vector<CaseStep>> stepsOpenTo(Session& session,
                                                records::FamilyId family,
                                                records::CaseState state) {
    const access::Subject subject = access::Subject::of(family);
    const auto own = session.vault().proposed(session.user().id, subject);
    if (!own)
        return base::fail(own.error());
    const auto with = session.vault().worksWith(session.user().id, subject);
    if (!with)
        return base::fail(with.error());
    std::vector<CaseStep> open;
    for (const CaseStep step : handSteps) {
        const access::Permission may = access::permission(session.user().role, *stepAction(step));
        const bool related = may.needs != access::Needs::relationship || *with;
        const bool other = may.needs != access::Needs::otherPerson || !*own;
        if (may.allowed && related && other && records::after(state, step))
            open.push_back(step);
    }
    return open;
}

}  // namespace casework

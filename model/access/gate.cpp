// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/gate.h"

namespace ff::access {

base::Result<bool> Gate::allowed(const User& user, Action action, const Subject& subject) const {
    const Permission permitted = permission(user.role, action);
    if (!permitted.allowed)
        return false;
    switch (permitted.needs) {
        case Needs::nothing:
            return true;
        case Needs::relationship:
            return m_relationships.worksWith(user.id, subject);
        case Needs::otherPerson:
            return m_relationships.proposed(user.id, subject).map([](bool own) { return !own; });
    }
    return false;
}

base::Result<Grant> Gate::authorise(const User& user,
                                    Action action,
                                    const Subject& subject,
                                    std::string_view purpose) {
    const base::Result<bool> may = allowed(user, action, subject);
    if (!may)
        return base::fail(may.error());
    AuditEvent event;
    event.user = user.id;
    event.role = roleCode(user.role);
    event.action = actionCode(action);
    event.subject = subject;
    event.purpose = purpose;
    event.outcome = *may ? AuditOutcome::allowed : AuditOutcome::denied;
    const base::Result<records::EventId> written = m_trail.append(std::move(event));
    if (!written)
        return base::fail(written.error());
    if (!*may)
        return base::fail(base::Code::refused,
                          subjectText(subject),
                          "'" + std::string(actionName(action)) + "' is not open to the role " +
                              std::string(roleName(user.role)) +
                              " here; the attempt is in the audit log");
    return Grant(user, action, subject, std::string(purpose), *written);
}

}  // namespace ff::access

// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that lets anyone see or do anything. It looks up the policy, asks for the
// relationship where the policy needs one, writes the audit event (allowed or denied), and only
// then makes a Grant. If the event can't be written there is no Grant.
#pragma once

#include "access/audit_event.h"
#include "access/grant.h"
#include "access/policy.h"

namespace ff::access {

// Where audit events go. Implemented by the store; a call returns once the event is durable.
class AuditTrail {
public:
    virtual ~AuditTrail() = default;

    // Fills in id, instant and hashes. Returns the event's number.
    [[nodiscard]] virtual base::Result<records::EventId> append(AuditEvent event) = 0;
};

// What ties a user to a subject. Implemented by the store.
class Relationships {
public:
    virtual ~Relationships() = default;

    // The family is allocated to, or being triaged by, this user; or it waits in the team's pool
    // (proposed or sent back, taken by nobody).
    [[nodiscard]] virtual base::Result<bool> worksWith(records::UserId user,
                                                       const Subject& subject) const = 0;
    // This user triaged the family, brought it in by hand (nominated or proposed it again) since it
    // was last decided, or prepared the submission.
    [[nodiscard]] virtual base::Result<bool> proposed(records::UserId user,
                                                      const Subject& subject) const = 0;
};

class Gate {
public:
    // Keeps references; both must outlive the Gate.
    Gate(AuditTrail& trail, const Relationships& relationships)
        : m_trail(trail), m_relationships(relationships) {}

    // Fails with Code::refused (the denial is in the log), or with the trail's error.
    [[nodiscard]] base::Result<Grant> authorise(const User& user,
                                                Action action,
                                                const Subject& subject,
                                                std::string_view purpose);

private:
    [[nodiscard]] base::Result<bool> allowed(const User& user,
                                             Action action,
                                             const Subject& subject) const;

    AuditTrail& m_trail;
    const Relationships& m_relationships;
};

}  // namespace ff::access

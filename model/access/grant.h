// SPDX-License-Identifier: GPL-3.0-or-later
// Proof that a person asked, was allowed, and that the asking is in the audit log. Only the Gate
// can make one; every read of person-level values takes one and is scoped by it. A value: copy
// freely, but not across users.
#pragma once

#include "access/action.h"
#include "access/role.h"
#include "base/result.h"

#include <string>

namespace ff::access {

class Grant {
public:
    [[nodiscard]] const User& user() const { return m_user; }

    [[nodiscard]] Action action() const { return m_action; }

    [[nodiscard]] const Subject& subject() const { return m_subject; }

    [[nodiscard]] const std::string& purpose() const { return m_purpose; }

    [[nodiscard]] records::EventId event() const { return m_event; }

    // Succeeds when this grant is for `action` on `subject`; a grant on the whole vault covers any
    // subject of its action.
    [[nodiscard]] base::Result<void> covers(Action action, const Subject& subject) const;
    [[nodiscard]] base::Result<void> covers(Action action) const;

private:
    friend class Gate;

    Grant(User user, Action action, Subject subject, std::string purpose, records::EventId event)
        : m_user(std::move(user)),
          m_action(action),
          m_subject(subject),
          m_purpose(std::move(purpose)),
          m_event(event) {}

    User m_user;
    Action m_action;
    Subject m_subject;
    std::string m_purpose;
    records::EventId m_event;
};

}  // namespace ff::access

// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/grant.h"

namespace ff::access {

base::Result<void> Grant::covers(Action action) const {
    if (action != m_action)
        return base::fail(base::Code::refused,
                          subjectText(m_subject),
                          "the permission held is to " + std::string(actionCode(m_action)) +
                              ", not to " + std::string(actionCode(action)));
    return {};
}

base::Result<void> Grant::covers(Action action, const Subject& subject) const {
    if (auto held = covers(action); !held)
        return held;
    if (m_subject.kind != Subject::Kind::vault && m_subject != subject)
        return base::fail(base::Code::refused,
                          subjectText(subject),
                          "the permission held is for " + subjectText(m_subject));
    return {};
}

}  // namespace ff::access

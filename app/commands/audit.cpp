// SPDX-License-Identifier: GPL-3.0-or-later
// audit: read the log, or verify its chain.
#include "casework/audit.h"

#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/text.h"

#include <cstdint>

namespace app {

namespace {

Exit verify(casework::Session& session, Console& console) {
    const auto verdict = casework::verifyAudit(session);
    if (!verdict)
        return failed(console, verdict.error());
    if (verdict->firstBroken)
        return failed(console,
                      {base::Code::damaged,
                       "audit event " + std::to_string(verdict->firstBroken->value),
                       verdict->what});
    console.out() << base::counted(static_cast<std::size_t>(verdict->events), "event", "events")
                  << ", the chain is whole\n";
    return Exit::done;
}

base::Result<void> print(casework::Session& session, std::ostream& out) {
    constexpr std::size_t pageSize = 1000;
    std::string text;
    base::appendDelimited(
        text,
        {"event", "at", "user", "role", "action", "subject", "purpose", "outcome", "detail"},
        base::Formulas::neutral);
    // Reading is itself an event: what has been printed moves down by one a page.
    std::int64_t printed = INT64_MAX;
    for (std::size_t offset = 0;; offset += pageSize) {
        const auto page = casework::readAudit(session, offset, pageSize);
        if (!page)
            return base::fail(page.error());
        for (const access::AuditEvent& event : page->events) {
            if (event.id.value >= printed)
                continue;
            printed = event.id.value;
            base::appendDelimited(text,
                                  {std::to_string(event.id.value),
                                   event.at,
                                   std::to_string(event.user.value),
                                   event.role,
                                   event.action,
                                   access::subjectText(event.subject),
                                   event.purpose,
                                   std::string(access::auditOutcomeCode(event.outcome)),
                                   event.detail},
                                  base::Formulas::neutral);
        }
        out << text;
        text.clear();
        if (page->events.size() < pageSize)
            return {};
    }
}

Exit audit(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (arguments.has("--verify"))
        return verify(**session, console);
    const auto printed = print(**session, console.out());
    return printed ? Exit::done : failed(console, printed.error());
}

}  // namespace

std::vector<Command> auditCommands() {
    std::vector<Command> commands;
    commands.push_back(
        {"audit",
         "the audit log, newest first, or its verification",
         "Signed in as an auditor or a governance officer.",
         onVault({flag("--verify", "check the chain and name the first broken event")}),
         audit});
    return commands;
}

}  // namespace app

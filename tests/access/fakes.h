// SPDX-License-Identifier: GPL-3.0-or-later
// An audit trail and relationships in memory, each of which can be told to fail.
#pragma once

#include "access/gate.h"

#include <vector>

namespace ff::access::testing {

class Trail : public AuditTrail {
public:
    [[nodiscard]] base::Result<records::EventId> append(AuditEvent event) override {
        if (broken)
            return base::fail(base::Code::full, "audit log", "no space left on the disk");
        event.id = {static_cast<std::int64_t>(events.size()) + 1};
        event.at = "2026-11-22T10:00:00Z";
        event.previousHash = events.empty() ? std::string() : events.back().hash;
        event.hash = chainedHash(event, event.previousHash);
        events.push_back(std::move(event));
        return events.back().id;
    }

    std::vector<AuditEvent> events;
    bool broken = false;
};

class Ties : public Relationships {
public:
    [[nodiscard]] base::Result<bool> worksWith(records::UserId, const Subject&) const override {
        return answer(works);
    }

    [[nodiscard]] base::Result<bool> proposed(records::UserId, const Subject&) const override {
        return answer(own);
    }

    bool works = false;
    bool own = false;
    bool broken = false;

private:
    [[nodiscard]] base::Result<bool> answer(bool value) const {
        if (broken)
            return base::fail(base::Code::damaged, "relationships", "can't be read");
        return value;
    }
};

inline User userAs(Role role) {
    return {{7}, "mprice", "M. Price", role};
}

}  // namespace ff::access::testing

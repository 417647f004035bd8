// SPDX-License-Identifier: GPL-3.0-or-later
// A family in the making: the people one home or one stated relationship ties, each with what was
// said of them there. A unit of one person is no family yet; relationships may add to it.
#pragma once

#include "base/date.h"
#include "records/ids.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace families {

struct UnitMember {
    std::uint32_t person = 0;
    bool nonResident = false;
    bool responsible = false;  // said to have parental responsibility
    bool line = false;         // by an agency's household record
    bool decided = false;      // by a person's answer
    std::size_t addressRecords = 0;
    std::vector<std::string_view> said;       // relationships, sorted: "tenant", "parent", ...
    std::vector<records::RecordId> evidence;  // sorted
    std::optional<base::Date> from;

    void say(std::string_view relationship) {
        if (!relationship.empty() && !isSaid(relationship))
            said.insert(std::lower_bound(said.begin(), said.end(), relationship), relationship);
    }

    [[nodiscard]] bool isSaid(std::string_view relationship) const {
        return std::binary_search(said.begin(), said.end(), relationship);
    }

    void prove(records::RecordId record, const std::optional<base::Date>& since) {
        const auto at = std::lower_bound(evidence.begin(), evidence.end(), record);
        if (at == evidence.end() || *at != record)
            evidence.insert(at, record);
        if (since && (!from || *since < *from))
            from = since;
    }
};

struct Unit {
    std::string home;
    std::vector<UnitMember> members;  // sorted by person

    [[nodiscard]] UnitMember* find(std::uint32_t person) {
        const auto at = std::lower_bound(
            members.begin(),
            members.end(),
            person,
            [](const UnitMember& member, std::uint32_t wanted) { return member.person < wanted; });
        return at != members.end() && at->person == person ? &*at : nullptr;
    }

    [[nodiscard]] bool has(std::uint32_t person) { return find(person) != nullptr; }

    UnitMember& add(UnitMember member) {
        const auto at = std::lower_bound(
            members.begin(),
            members.end(),
            member.person,
            [](const UnitMember& other, std::uint32_t wanted) { return other.person < wanted; });
        return *members.insert(at, std::move(member));
    }
};

}  // namespace families

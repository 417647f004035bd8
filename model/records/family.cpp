// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/family.h"

#include <charconv>

namespace records {

namespace {

struct Words {
    MemberRole role;
    std::string_view code;
    std::string_view name;
};

constexpr Words words[] = {
    {MemberRole::child, "child", "Child"},
    {MemberRole::parent, "parent", "Parent"},
    {MemberRole::partner, "partner", "Partner"},
    {MemberRole::grandparent, "grandparent", "Grandparent"},
    {MemberRole::otherAdult, "other-adult", "Other adult"},
    {MemberRole::nonResidentParent, "non-resident-parent", "Parent living elsewhere"},
};

}  // namespace

std::string_view roleCode(MemberRole role) {
    return words[static_cast<std::size_t>(role)].code;
}

std::string_view roleName(MemberRole role) {
    return words[static_cast<std::size_t>(role)].name;
}

std::optional<MemberRole> roleFromCode(std::string_view code) {
    for (const Words& entry : words)
        if (entry.code == code)
            return entry.role;
    return std::nullopt;
}

bool isAdultRole(MemberRole role) {
    return role != MemberRole::child;
}

std::string familyReference(FamilyId id) {
    return "FF-" + std::to_string(id.value);
}

std::optional<FamilyId> familyFromReference(std::string_view text) {
    if (text.starts_with("FF-") || text.starts_with("ff-"))
        text.remove_prefix(3);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number <= 0)
        return std::nullopt;
    return FamilyId{number};
}

}  // namespace records

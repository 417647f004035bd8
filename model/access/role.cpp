// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/role.h"

namespace ff::access {

namespace {

struct Words {
    std::string_view code;
    std::string_view name;
};

constexpr std::array<Words, 8> words{{{"caseworker", "Caseworker"},
                                      {"supervisor", "Supervisor"},
                                      {"data-officer", "Data officer"},
                                      {"exporting-officer", "Exporting officer"},
                                      {"auditor", "Auditor"},
                                      {"governance-officer", "Information governance officer"},
                                      {"report-reader", "Report reader"},
                                      {"administrator", "Administrator"}}};

}  // namespace

std::string_view roleCode(Role role) {
    return words[static_cast<std::size_t>(role)].code;
}

std::string_view roleName(Role role) {
    return words[static_cast<std::size_t>(role)].name;
}

std::optional<Role> roleFromCode(std::string_view code) {
    for (const Role role : allRoles)
        if (roleCode(role) == code)
            return role;
    return std::nullopt;
}

}  // namespace ff::access

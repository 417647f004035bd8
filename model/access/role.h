// SPDX-License-Identifier: GPL-3.0-or-later
// Who uses the program, and in which job. A user has one role; deny is the default.
#pragma once

#include "access/namespace.h"
#include "records/ids.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ff::access {

enum class Role {
    caseworker,
    supervisor,
    dataOfficer,
    exportingOfficer,
    auditor,
    governanceOfficer,
    reportReader,
    administrator,  // users and settings, no records
};

inline constexpr std::array<Role, 8> allRoles{Role::caseworker,
                                              Role::supervisor,
                                              Role::dataOfficer,
                                              Role::exportingOfficer,
                                              Role::auditor,
                                              Role::governanceOfficer,
                                              Role::reportReader,
                                              Role::administrator};

[[nodiscard]] std::string_view roleCode(Role role);  // "data-officer"
[[nodiscard]] std::string_view roleName(Role role);  // "Data officer"
[[nodiscard]] std::optional<Role> roleFromCode(std::string_view code);

struct User {
    records::UserId id;
    std::string name;         // what they sign in with
    std::string displayName;  // "A. Price"
    Role role = Role::reportReader;
};

}  // namespace ff::access

// SPDX-License-Identifier: GPL-3.0-or-later
// The nine partner agencies of the privacy notices. A closed list: payloads are sealed by agency.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace records {

enum class Agency {
    schools,
    police,
    courts,  // courts and justice
    probation,
    youthOffending,
    dwp,
    health,
    socialCare,
    housing,
};

inline constexpr std::array<Agency, 9> allAgencies{Agency::schools,
                                                   Agency::police,
                                                   Agency::courts,
                                                   Agency::probation,
                                                   Agency::youthOffending,
                                                   Agency::dwp,
                                                   Agency::health,
                                                   Agency::socialCare,
                                                   Agency::housing};

// The word in files: "schools", "youth-offending", "social-care".
[[nodiscard]] std::string_view agencyCode(Agency agency);
// The words on screen: "Youth offending", "DWP", "NHS and health".
[[nodiscard]] std::string_view agencyName(Agency agency);
[[nodiscard]] std::optional<Agency> agencyFromCode(std::string_view code);

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
// Identifiers that are right in form and in check character, and surely nobody's. Each is a fixed
// function of a serial, so that two people never share one.
//
// NHS numbers: the range beginning 999, kept for tests. UPN: LA 884 with establishment numbers from
// 9000, which no school has. NINO: first letter X; HMRC's rule (NIM39110) allows it and no such
// prefix was ever allotted; no range is reserved for tests (QQ is not even valid). PNC id: serials
// from 9,000,000, beyond what a year brings. UPRN: twelve digits from 9000, never issued.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace synth {

// Nothing once the 900,000 numbers are used up.
[[nodiscard]] std::optional<std::string> nhsNumber(std::uint64_t serial);
// `entryYear` is the year the child first went to school.
[[nodiscard]] std::string upn(std::uint64_t serial, int entryYear);
[[nodiscard]] std::string nino(std::uint64_t serial);
[[nodiscard]] std::string pncId(std::uint64_t serial, int year);
[[nodiscard]] std::string uprn(std::uint64_t serial);

}  // namespace synth

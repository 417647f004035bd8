// SPDX-License-Identifier: GPL-3.0-or-later
// Values as partners' systems print them.
#pragma once

#include "intake/date_reading.h"
#include "records/agency.h"
#include "records/identity.h"

#include <string>

namespace synth {

// "" for an empty date. `shortYear` prints two digits where the form allows it.
[[nodiscard]] std::string dateText(const records::PartialDate& date,
                                   intake::DateForm form,
                                   bool shortYear);
[[nodiscard]] std::string sexText(records::Sex sex, records::Agency agency);
// Pounds and pence with a point, whatever the machine's language; "5" for whole numbers.
[[nodiscard]] std::string decimalText(double value);
// The piece that stands in column `part` of `parts` when a one-line address is spread over them:
// the last in the last, what is left over in the first.
[[nodiscard]] std::string addressPart(const std::string& address,
                                      std::size_t part,
                                      std::size_t parts);

}  // namespace synth

// SPDX-License-Identifier: GPL-3.0-or-later
// Slips of the keyboard and the ear, one at a time: a letter changed, lost, doubled or swapped with
// its neighbour; a digit mistaken; day and month exchanged.
#pragma once

#include "app/synth/random.h"
#include "records/identity.h"

#include <string>

namespace synth {

[[nodiscard]] std::string misspelt(const std::string& word, Random& random);
[[nodiscard]] std::string misdialled(std::string number, Random& random);  // one digit changed
// Day and month exchanged, a digit of the day or the year wrong.
[[nodiscard]] records::PartialDate misdated(records::PartialDate date, Random& random);
// "14 Alder Road" to "14 Alder Rd".
[[nodiscard]] std::string abbreviated(std::string street);

}  // namespace synth

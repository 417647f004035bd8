// SPDX-License-Identifier: GPL-3.0-or-later
// Study-only pseudonyms: keyed BLAKE2b-256 (RFC 7693) over the study's name, the kind and our
// number, cut to 100 bits and written in Crockford's base 32. The same person has the same one in
// every collection of a study and another in any other study; without the study key, which never
// leaves the vault, nobody can compute or check one.
#pragma once

#include "base/secret.h"
#include "records/ids.h"

#include <string>
#include <string_view>

namespace disclosure {

inline constexpr std::size_t studyKeySize = 32;

// "P" or "F" and 20 characters. `studyKey` must hold studyKeySize bytes.
[[nodiscard]] std::string pseudonym(const base::Secret& studyKey,
                                    std::string_view study,
                                    records::PersonId person);
[[nodiscard]] std::string pseudonym(const base::Secret& studyKey,
                                    std::string_view study,
                                    records::FamilyId family);

}  // namespace disclosure

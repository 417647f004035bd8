// SPDX-License-Identifier: GPL-3.0-or-later
// One of two records that a person compares: where it came from and who it says it is about.
#pragma once

#include "casework/linking.h"

namespace casework {

// A protected address is never shown, however a partner wrote it. Grant: reviewLinks on the record
// or on a doubt it is part of.
[[nodiscard]] base::Result<PairSide> pairSide(Session& session,
                                              const access::Grant& grant,
                                              records::RecordId record);

}  // namespace casework

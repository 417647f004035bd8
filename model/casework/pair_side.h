// SPDX-License-Identifier: GPL-3.0-or-later
// One of two records that a person compares: where it came from and who it says it is about.
#pragma once

#include "casework/linking.h"
#include "records/agreement.h"
#include "records/source_record.h"

namespace casework {

// A protected address is never shown, however a partner wrote it. Grant: reviewLinks on the record
// or on a doubt it is part of.
[[nodiscard]] base::Result<PairSide> pairSide(Session& session,
                                              const access::Grant& grant,
                                              records::RecordId record);

// "Schools: pupils.csv, row 4,112"; without a delivery "entered by hand" for the file.
[[nodiscard]] std::string sourceWords(const records::SourceRecord& record,
                                      const records::Delivery* delivery);

}  // namespace casework

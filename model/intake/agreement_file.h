// SPDX-License-Identifier: GPL-3.0-or-later
// Data sharing agreements as people write them: a TOML of [[agreement]] tables. And the question
// every delivery is asked first: does this agreement permit this mapping today?
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "intake/mapping.h"
#include "records/agreement.h"

#include <string_view>
#include <vector>

namespace intake {

// Reads reference, agency, purpose, gateway, basis, record_types, columns, retention_months,
// retention_rule, start, expiry, contact. `columns` lists identity columns plainly and fields as
// "type.field"; "type.*" names all fields of a type and is written out here, so that an agreement
// never grows when a type does. Fails with every problem of the file, each at file:line:column.
[[nodiscard]] base::Result<std::vector<records::Agreement>> readAgreements(
    std::string_view toml, std::string_view fileName);

// Fails with refused, saying which: not started, expired, another agency, a record type or a column
// (all of them named) that the agreement does not list.
[[nodiscard]] base::Result<void> permits(const records::Agreement& agreement,
                                         const Mapping& mapping,
                                         base::Date on);

}  // namespace intake

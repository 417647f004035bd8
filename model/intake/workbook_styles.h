// SPDX-License-Identifier: GPL-3.0-or-later
// The number formats of a workbook's cell styles, by the index that cells carry.
#pragma once

#include "base/result.h"
#include "intake/cell_format.h"
#include "intake/xml_events.h"

#include <string>
#include <vector>

namespace intake {

// Reads the part "styles.xml". Fails as the XML does.
[[nodiscard]] base::Result<std::vector<CellFormat>> readStyles(const std::string& place,
                                                               TextSource source);

}  // namespace intake

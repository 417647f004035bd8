// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the data quality screen's tables.
#pragma once

#include "casework/quality.h"
#include "ui/models/rows_model.h"

namespace ui::models {

using QualityLineRows = RowsModel<casework::QualityLine>;
using QualityColumnRows = RowsModel<records::ColumnQuality>;
using QualityPointRows = RowsModel<casework::QualityPoint>;

[[nodiscard]] std::vector<Column<casework::QualityLine>> qualityLineColumns();
[[nodiscard]] std::vector<Column<records::ColumnQuality>> qualityColumnColumns();
[[nodiscard]] std::vector<Column<casework::QualityPoint>> qualityPointColumns();

}  // namespace ui::models

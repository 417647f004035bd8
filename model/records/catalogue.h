// SPDX-License-Identifier: GPL-3.0-or-later
// Every record type there is. Adding one: its header in types/ and a line in catalogue.cpp.
#pragma once

#include "records/field.h"

#include <span>
#include <string_view>

namespace records {

[[nodiscard]] std::span<const RecordType* const> allRecordTypes();
[[nodiscard]] const RecordType* recordType(std::string_view name);  // nullptr when unknown

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
// A linkage model as a file: the engine's own JSON with the fields it was made for, or Splink
// settings, told apart by what is in them.
#pragma once

#include "linkage/fields.h"
#include "linkage/model.h"
#include "linkage/splink.h"

#include <string>
#include <string_view>
#include <vector>

namespace casework {

struct ModelFile {
    linkage::Model model;
    std::vector<linkage::FieldSpec> fields;
    std::vector<linkage::SplinkNote> notes;  // of Splink settings: what was not taken as it is
};

// What leaves: without the hashes of identifiers and homes (linkage::withoutTraces). Those of
// names, dates and postcodes still stand.
[[nodiscard]] std::string writeModel(const linkage::Model& model,
                                     const std::vector<linkage::FieldSpec>& fields);

// `headings` says which column of Splink settings is which field; the engine's own file knows its
// fields. Fails with malformed, naming the file.
[[nodiscard]] base::Result<ModelFile> readModel(
    std::string_view text,
    std::string_view fileName,
    const std::vector<std::pair<linkage::FieldSpec, std::string>>& headings);

// "forename, a slip apart: not quite the same pairs: ..." a line each.
[[nodiscard]] std::string noteLines(const std::vector<linkage::SplinkNote>& notes);

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// Which mapping a table was written for, told by its header, and by its sheet's name where the
// mapping names one. Headings are compared without regard to case, spaces and punctuation. Layouts
// of XML messages are told by their head instead (intake/xml_head.h) and passed over here.
#pragma once

#include "base/result.h"
#include "intake/mapping.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

// How a header stands to one mapping.
struct Recognition {
    std::size_t mapping = 0;                   // index into the mappings given
    std::vector<std::string> missingTelling;   // headings that tell the layout and are not there
    std::vector<std::string> unknownHeadings;  // of the file, that the mapping doesn't know
    std::vector<std::string> missingHeadings;  // of the mapping's columns, that the file lacks
    std::vector<std::string> twice;            // mapped headings that stand there more than once
    std::size_t known = 0;                     // headings of the file that the mapping knows
    bool bySheet = false;                      // the sheet's name is one that the mapping names
};

// The mapping whose telling headings are all there and that knows most of the header. Fails with
// notFound (naming the nearest mapping and what it misses; never a text of the file, whose first
// line may be a person's row), or refused when two fit equally well.
[[nodiscard]] base::Result<Recognition> recognise(const std::vector<std::string>& header,
                                                  const std::vector<Mapping>& mappings);
[[nodiscard]] base::Result<Recognition> recognise(const std::vector<std::string>& header,
                                                  std::string_view sheet,
                                                  const std::vector<const Mapping*>& mappings);

[[nodiscard]] Recognition compare(const std::vector<std::string>& header, const Mapping& mapping);

// Where a heading of the mapping stands in the header.
[[nodiscard]] std::vector<std::size_t> placesOf(std::string_view heading,
                                                const std::vector<std::string>& header);

}  // namespace intake

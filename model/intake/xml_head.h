// SPDX-License-Identifier: GPL-3.0-or-later
// What an XML message says before its first record: enough to tell the layout, and to see whether
// the head itself is as it should be. Names are compared without regard to case.
#pragma once

#include "base/result.h"
#include "intake/encoding.h"
#include "intake/mapping.h"
#include "intake/tables.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

class XmlHead {
public:
    // Reads up to the first element at one of `records` (paths from the root), 10,000 elements at
    // most. Fails as XmlText and XmlEvents do.
    [[nodiscard]] static base::Result<XmlHead> read(const std::filesystem::path& path,
                                                    const FileSurvey& survey,
                                                    const std::vector<std::string>& records);

    // The text of the first element there; nullptr when there is none.
    [[nodiscard]] const std::string* text(std::string_view path) const;

    // The conditions of a mapping's recognisedBy that it does not meet.
    [[nodiscard]] std::vector<std::string> unmet(const Mapping& mapping) const;

    // One note a check that fails; the text itself is never said.
    [[nodiscard]] std::vector<TableNote> faults(const std::vector<HeadCheck>& checks) const;

private:
    class Reading;

    std::map<std::string, std::string, std::less<>> m_texts;  // by path, lower case
};

}  // namespace intake

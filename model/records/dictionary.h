// SPDX-License-Identifier: GPL-3.0-or-later
// The data dictionary: every record type and field a partner may send, as Markdown for people who
// agree what is shared. Written from the catalogue, so that the page can't disagree with the
// program.
#pragma once

#include <string>

namespace records {

[[nodiscard]] std::string dataDictionaryMarkdown();

}  // namespace records

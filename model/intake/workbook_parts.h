// SPDX-License-Identifier: GPL-3.0-or-later
// What a workbook is made of (ECMA-376 part 2): its sheets and where their parts lie in the zip. A
// file with anything that runs, or fetches from elsewhere, or hides another file, is refused here,
// and so is a zip that is something else; what lies beside the sheets and is not read is noted.
#pragma once

#include "base/result.h"
#include "intake/tables.h"
#include "intake/zip_archive.h"

#include <string>
#include <vector>

namespace intake {

struct SheetPart {
    std::string name;  // as on its tab
    const ZipEntry* entry = nullptr;
};

struct WorkbookParts {
    std::vector<SheetPart> sheets;  // the visible ones with cells, in the order of their tabs
    const ZipEntry* texts = nullptr;
    const ZipEntry* styles = nullptr;
    bool from1904 = false;
    std::vector<TableNote> notes;  // hidden sheets, comments, copies kept by pivot tables
};

// `place` names the file. The archive must outlive what is given. Fails with refused (macros, links
// to other files, embedded files), unsupported (another kind of Office file), or malformed.
[[nodiscard]] base::Result<WorkbookParts> readParts(const ZipArchive& archive,
                                                    const std::string& place);

}  // namespace intake

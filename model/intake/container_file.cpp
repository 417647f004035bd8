// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/container_file.h"

#include "intake/delimited_table.h"
#include "intake/workbook.h"

namespace intake {

namespace {

template <class Kind>
base::Result<std::unique_ptr<Container>> asContainer(base::Result<std::unique_ptr<Kind>> opened) {
    if (!opened)
        return base::fail(opened.error());
    return std::unique_ptr<Container>(std::move(*opened));
}

}  // namespace

base::Result<std::unique_ptr<Container>> openContainer(const std::filesystem::path& path,
                                                       const FileSurvey& survey) {
    switch (survey.form) {
        case FileForm::delimited:
            return asContainer(DelimitedTable::open(path, survey));
        case FileForm::workbook:
            return asContainer(Workbook::open(path));
        case FileForm::xml:
            break;
    }
    return base::fail(base::Code::unsupported,
                      path.filename().string(),
                      "is an XML message, whose tables only a mapping knows");
}

}  // namespace intake

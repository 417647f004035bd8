// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/table_file.h"

#include "intake/container_file.h"

namespace intake {

base::Result<std::unique_ptr<TableFile>> TableFile::open(const std::filesystem::path& path,
                                                         base::Progress& progress) {
    const auto survey = surveyFile(path, progress);
    if (!survey)
        return base::fail(survey.error());
    auto container = openContainer(path, *survey);
    if (!container)
        return base::fail(container.error());
    if ((*container)->tables().size() > 1)
        return base::fail(base::Code::malformed,
                          path.filename().string(),
                          "has several sheets; leave the one that is meant, or save it as CSV");
    return std::unique_ptr<TableFile>(new TableFile(std::move(*container)));
}

}  // namespace intake

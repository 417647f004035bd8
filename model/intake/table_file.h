// SPDX-License-Identifier: GPL-3.0-or-later
// Any file of one table with a header, delimited or a workbook of one sheet: header, then rows. No
// mapping and no agreement: for files that never enter a vault.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "intake/tables.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace intake {

class TableFile {
public:
    // Fails with notFound, unreadable, cancelled, malformed (empty, binary, no header, several
    // sheets), or as the kind of file does.
    [[nodiscard]] static base::Result<std::unique_ptr<TableFile>> open(
        const std::filesystem::path& path, base::Progress& progress);

    [[nodiscard]] const std::vector<std::string>& header() const {
        return m_container->tables().front().heading();
    }

    // False at the end. The row lives until the next call.
    [[nodiscard]] base::Result<bool> next(TableRow& row) { return m_container->next(row); }

private:
    explicit TableFile(std::unique_ptr<Container> container) : m_container(std::move(container)) {}

    std::unique_ptr<Container> m_container;
};

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
// Any delimited file with a header, whatever its encoding and separator: header, then rows. No
// mapping and no agreement: for files that never enter a vault.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "intake/decoded_file.h"
#include "intake/delimited_reader.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace intake {

class TableFile {
public:
    // Fails with notFound, unreadable, cancelled, or malformed (empty, binary, no header).
    [[nodiscard]] static base::Result<std::unique_ptr<TableFile>> open(
        const std::filesystem::path& path, base::Progress& progress);

    [[nodiscard]] const std::vector<std::string>& header() const { return m_header; }

    // False at the end. The row lives until the next call.
    [[nodiscard]] base::Result<bool> next(DelimitedRow& row) { return m_reader.next(row); }

private:
    TableFile(InputFile file, const FileSurvey& survey);

    [[nodiscard]] base::Result<void> readHeader(const std::string& name, char lineEnd);

    DecodedFile m_decoded;
    DelimitedReader m_reader;
    std::vector<std::string> m_header;
};

}  // namespace intake

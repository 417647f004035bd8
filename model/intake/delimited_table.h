// SPDX-License-Identifier: GPL-3.0-or-later
// A delimited file as a container of one table: decoded, its separator found, title lines above the
// header passed over. The first line may say its separator itself, as spreadsheets do ("sep=;").
#pragma once

#include "base/result.h"
#include "intake/decoded_file.h"
#include "intake/delimited_reader.h"
#include "intake/encoding.h"
#include "intake/tables.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace intake {

class DelimitedTable final : public Container {
public:
    // Fails with notFound, unreadable, or malformed: no line at all, or a first one that is far too
    // long.
    [[nodiscard]] static base::Result<std::unique_ptr<DelimitedTable>> open(
        const std::filesystem::path& path, const FileSurvey& survey);

    [[nodiscard]] const std::vector<Table>& tables() const override { return m_tables; }

    void chooseHeader(std::size_t table, std::size_t place) override;
    [[nodiscard]] base::Result<bool> next(TableRow& row) override;

    [[nodiscard]] std::vector<TableNote> notes() const override { return {}; }

    [[nodiscard]] std::uint64_t done() const override { return m_decoded.read(); }

    [[nodiscard]] std::uint64_t amount() const override { return m_bytes; }

    [[nodiscard]] char separator() const { return m_separator; }

private:
    DelimitedTable(InputFile file, const FileSurvey& survey);

    [[nodiscard]] base::Result<void> look(const std::string& place);
    [[nodiscard]] base::Result<void> readLeading(std::string_view text,
                                                 const std::string& place,
                                                 Table& table);

    DecodedFile m_decoded;
    DelimitedReader m_reader;
    char m_lineEnd = '\n';
    char m_separator = ',';
    std::uint64_t m_bytes = 0;
    std::vector<Table> m_tables;
    std::int64_t m_headerLine = 0;  // rows up to this one are not data
};

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
// An XLSX workbook as a container: one table a visible sheet, in the order of the tabs. Values are
// as the sender sees them: dates by their format as year-month-day, whole numbers without ".0",
// formulas by the value they last had, errors such as #N/A as empty with a note on the row.
//
// Hidden sheets are not read, and said so. Hidden rows and columns are read, since a filter hides
// rows that are meant, and said so too. Blank rows are passed over. A row has at least the header's
// number of cells; its number is the sheet's.
#pragma once

#include "base/result.h"
#include "intake/sheet_reader.h"
#include "intake/tables.h"
#include "intake/workbook_parts.h"
#include "intake/zip_archive.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace intake {

class Workbook final : public Container {
public:
    // Fails with notFound, unreadable, malformed (damaged, no visible sheet with anything on it),
    // refused (macros, links to other files, embedded files, a password, made to swell), or
    // unsupported (another kind of Office file).
    [[nodiscard]] static base::Result<std::unique_ptr<Workbook>> open(
        const std::filesystem::path& path);

    [[nodiscard]] const std::vector<Table>& tables() const override { return m_tables; }

    void chooseHeader(std::size_t table, std::size_t place) override {
        m_tables[table].header = place;
    }

    [[nodiscard]] base::Result<bool> next(TableRow& row) override;

    [[nodiscard]] std::vector<TableNote> notes() const override { return m_parts.notes; }

    // Bytes of sheets unpacked.
    [[nodiscard]] std::uint64_t done() const override;

    [[nodiscard]] std::uint64_t amount() const override { return m_amount; }

private:
    Workbook(ZipArchive archive, std::string place);

    [[nodiscard]] base::Result<void> readBook();
    [[nodiscard]] base::Result<void> look(const SheetPart& sheet);
    [[nodiscard]] base::Result<void> openSheet(const SheetPart& sheet, std::int64_t headerRow);
    void closeSheet();

    ZipArchive m_archive;
    std::string m_place;
    WorkbookParts m_parts;
    SheetReader::Book m_book;
    std::vector<Table> m_tables;
    std::vector<SheetPart> m_sheets;  // of the tables
    std::uint64_t m_amount = 0;
    std::uint64_t m_doneBefore = 0;  // of the sheets that are through
    std::size_t m_at = 0;            // the table being read
    std::unique_ptr<ZipStream> m_stream;
    std::unique_ptr<SheetReader> m_reader;
};

}  // namespace intake

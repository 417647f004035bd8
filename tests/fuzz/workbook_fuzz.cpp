// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a workbook: as the whole zip when they begin like one, otherwise as the text of its
// parts, which damage to packed bytes would hardly ever reach. Reading ends; rows are numbered
// upwards within the sheet's edges; what fails names the file.
#include "intake/workbook.h"
#include "tests/support/zip_writer.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

// One file that every input is written to, in memory where there is such a folder.
class InputPath {
public:
    InputPath() {
        const std::filesystem::path memory = "/dev/shm";
        const auto folder =
            std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
        m_path = folder / ("workbook-fuzz-" + std::to_string(getpid()) + ".xlsx");
    }

    ~InputPath() { std::filesystem::remove(m_path); }

    InputPath(const InputPath&) = delete;
    InputPath& operator=(const InputPath&) = delete;

    const std::filesystem::path& write(const std::string& bytes) const {
        std::ofstream(m_path, std::ios::binary | std::ios::trunc) << bytes;
        return m_path;
    }

private:
    std::filesystem::path m_path;
};

// The sheet, the shared texts, the styles and the workbook, divided by lines of "----".
std::string zipOfParts(std::string_view text) {
    constexpr std::string_view divider = "\n----\n";
    constexpr std::string_view names[] = {
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"};
    support::ZipWriter zip;
    zip.add("xl/_rels/workbook.xml.rels",
            "<R><Relationship Id=\"r1\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            "<Relationship Id=\"r2\" Type=\"t/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            "<Relationship Id=\"r3\" Type=\"t/styles\" Target=\"styles.xml\"/></R>");
    bool last = false;
    for (const std::string_view name : names) {
        const std::size_t end = last ? 0 : text.find(divider);
        std::string_view part = last ? std::string_view() : text.substr(0, end);
        last = last || end == std::string_view::npos;
        if (part.empty() && name == "xl/workbook.xml")
            part = "<workbook><sheets><sheet name=\"S\" id=\"r1\"/></sheets></workbook>";
        else if (part.empty())
            part = "<none/>";
        zip.add(name, part);
        if (!last)
            text.remove_prefix(end + divider.size());
    }
    return zip.bytes();
}

void readWhole(const std::filesystem::path& path) {
    const auto fails = [&](const base::Error& error) {
        require(error.place.starts_with(path.filename().string()) && !error.detail.empty());
    };
    const auto book = intake::Workbook::open(path);
    if (!book)
        return fails(book.error());
    for (const intake::Table& table : (*book)->tables())
        require(table.header < table.leading.size() &&
                table.leading.size() <= intake::mostLeadingLines);
    intake::TableRow row;
    std::size_t table = 0;
    std::int64_t line = 0;
    for (;;) {
        const auto more = (*book)->next(row);
        if (!more)
            return fails(more.error());
        if (!*more)
            return;
        require(row.table < (*book)->tables().size() && row.table >= table);
        require(row.line > (row.table == table ? line : 0) && row.line <= intake::sheetRowLimit);
        require(row.fields.size() <= intake::sheetColumnLimit);
        table = row.table;
        line = row.line;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const InputPath input;
    const std::string text(data, data + size);
    readWhole(input.write(text.starts_with("PK") ? text : zipOfParts(text)));
    return 0;
}

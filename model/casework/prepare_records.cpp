// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/prepare_records.h"

#include "base/delimited_writer.h"
#include "base/text.h"
#include "intake/table_file.h"
#include "linkage/fields.h"
#include "linkage/prepared_records.h"

#include <algorithm>

namespace casework {

namespace {

class Preparing {
public:
    explicit Preparing(const linkage::MatchColumns& columns)
        : m_columns(columns), m_prepared(fieldsOf(columns)) {
        std::vector<std::string> header{"unique_id", "source_dataset"};
        header.insert(header.end(), m_prepared.columns().begin(), m_prepared.columns().end());
        base::appendDelimited(m_out, header, base::Formulas::asTheyAre);
    }

    base::Result<void> add(const std::filesystem::path& path, base::Progress& progress) {
        auto table = intake::TableFile::open(path, progress);
        if (!table)
            return base::fail(table.error());
        const std::string name = path.filename().string();
        std::vector<std::string> headings{m_columns.id, m_columns.source};
        for (const auto& [field, heading] : m_columns.fields)
            headings.push_back(heading);
        std::vector<std::size_t> places;
        for (const std::string& heading : headings) {
            const auto& header = (*table)->header();
            const auto found = std::find(header.begin(), header.end(), heading);
            if (found == header.end() && !heading.empty())
                return base::fail(base::Code::malformed, name, "has no column '" + heading + "'");
            places.push_back(static_cast<std::size_t>(found - header.begin()));
        }
        intake::TableRow row;
        for (;;) {
            const auto more = (*table)->next(row);
            if (!more)
                return base::fail(more.error());
            if (!*more)
                return {};
            if (row.blank())
                continue;
            if (++m_rows % 65536 == 0) {
                progress.step("preparing", m_rows, 0);
                if (progress.cancelled())
                    return base::fail(base::Code::cancelled, name, "stopped; nothing was written");
            }
            write(row, places, name);
        }
    }

    std::string take() { return std::move(m_out); }

private:
    static std::vector<linkage::FieldSpec> fieldsOf(const linkage::MatchColumns& columns) {
        std::vector<linkage::FieldSpec> fields;
        for (const auto& [field, heading] : columns.fields)
            fields.push_back(field);
        return fields;
    }

    void write(const intake::TableRow& row,
               const std::vector<std::size_t>& places,
               const std::string& name) {
        std::vector<std::string_view> cells;
        for (const std::size_t place : places)
            cells.push_back(place < row.fields.size() ? base::trimmed(row.fields[place])
                                                      : std::string_view());
        const std::string source = m_columns.source.empty() ? name : std::string(cells[1]);
        std::vector<std::string> out{std::string(cells[0]), source};
        for (std::string& value : m_prepared.prepare(std::span(cells).subspan(2)))
            out.push_back(std::move(value));
        base::appendDelimited(m_out, out, base::Formulas::asTheyAre);
    }

    const linkage::MatchColumns& m_columns;
    linkage::PreparedRecords m_prepared;
    std::string m_out;
    std::uint64_t m_rows = 0;
};

}  // namespace

base::Result<std::string> prepareRecords(const PrepareRequest& request, base::Progress& progress) {
    const auto columns = linkage::parseFieldSpec(request.fields);
    if (!columns)
        return base::fail(columns.error());
    Preparing preparing(*columns);
    for (const std::filesystem::path& file : request.files)
        if (auto added = preparing.add(file, progress); !added)
            return base::fail(added.error());
    return preparing.take();
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// A partner's file, written backwards through the mapping that reads it: the mapping's headings,
// its date form, its codes, its separator and encoding. So a changed mapping changes the
// file with it.
#pragma once

#include "app/synth/output_file.h"
#include "app/synth/random.h"
#include "intake/mapping.h"
#include "records/identity.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace synth {

// What is wrong with a row on purpose.
enum class RowFault { none, impossibleDate, unknownCode, missingRequired, notANumber };

class PartnerFile {
public:
    // `prefix` begins the file's name (a census names its term there). Fails with malformed when
    // the mapping fills what cannot be written from an identity.
    [[nodiscard]] static base::Result<PartnerFile> create(const std::filesystem::path& folder,
                                                          const intake::Mapping& mapping,
                                                          const std::string& prefix);

    [[nodiscard]] base::Result<void> write(const records::Identity& identity,
                                           const records::Payload& payload,
                                           RowFault fault,
                                           Random& random);

    [[nodiscard]] base::Result<void> close() { return m_out.close(); }

    [[nodiscard]] const intake::Mapping& mapping() const { return m_mapping; }

    [[nodiscard]] std::string name() const { return m_out.path().filename().string(); }

    [[nodiscard]] std::size_t rows() const { return m_rows; }

    [[nodiscard]] const std::filesystem::path& path() const { return m_out.path(); }

private:
    struct Column {
        std::string heading;
        const intake::ColumnRule* rule = nullptr;  // of the mapping; none: the row's own number
        std::size_t part = 0;                      // of an address
        std::size_t parts = 1;
        // Partner's words for each of our codes.
        std::map<std::string, std::vector<std::string>, std::less<>> words;
    };

    PartnerFile(OutputFile out, const intake::Mapping& mapping);
    void addColumn(Column column);

    [[nodiscard]] base::Result<void> header();
    [[nodiscard]] std::string cell(const Column& column,
                                   const records::Identity& identity,
                                   const records::Payload& payload,
                                   Random& random) const;
    [[nodiscard]] std::string identityCell(const Column& column,
                                           const records::Identity& identity,
                                           Random& random) const;
    [[nodiscard]] std::string codeCell(const Column& column,
                                       const std::string& code,
                                       records::Sex sex,
                                       Random& random) const;
    [[nodiscard]] std::string flagCell(bool value) const;
    [[nodiscard]] std::string dateCell(const Column& column,
                                       const records::PartialDate& date,
                                       Random& random) const;
    void spoil(std::vector<std::string>& cells, RowFault fault) const;

    OutputFile m_out;
    const intake::Mapping& m_mapping;
    std::vector<Column> m_columns;
    std::size_t m_rows = 0;
    std::string m_line;
    std::vector<std::string> m_cells;
};

}  // namespace synth

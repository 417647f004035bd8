// SPDX-License-Identifier: GPL-3.0-or-later
// Mappings of partners' layouts that the program does not know: tried on a file without keeping
// anything, put forward by a data officer, signed off by another person, and from then on used for
// every delivery under the agreement that looks so.
#pragma once

#include "base/progress.h"
#include "casework/session.h"
#include "records/row_issue.h"
#include "records/saved_mapping.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casework {

// How often one thing is wrong with one column.
struct IssueCount {
    std::string column;
    records::IssueSeverity severity = records::IssueSeverity::warning;
    std::string code;
    std::string detail;  // of the first
    std::size_t rows = 0;
};

// What a file would have become; nothing of it is kept.
struct MappingTrial {
    std::int64_t rowsIn = 0;
    std::int64_t rowsAccepted = 0;
    std::int64_t rowsRejected = 0;
    std::int64_t warnings = 0;
    std::vector<IssueCount> counts;         // most rows first
    std::vector<records::RowIssue> issues;  // the first mostTrialIssues
};

inline constexpr std::size_t mostTrialIssues = 1000;

// Reads the file through a mapping's TOML that may not be signed off, row by row as an import does;
// what an import says of rows beside each other (repeats, odd ages) is not a part of it. `term` as
// in ImportRequest. Fails as an import does, and with malformed for a faulty TOML (`tomlName` is
// its file, for the messages).
[[nodiscard]] base::Result<MappingTrial> tryMapping(Session& session,
                                                    const std::string& agreement,
                                                    std::string_view toml,
                                                    std::string_view tomlName,
                                                    const std::filesystem::path& file,
                                                    base::Progress& progress,
                                                    const std::optional<std::string>& term = {});

// Puts it forward. Fails with malformed, refused (no such agreement, one that is not in force or
// does not list what the mapping fills) or exists (that version is there already).
[[nodiscard]] base::Result<records::SavedMapping> saveMapping(
    Session& session,
    const std::string& agreement,
    std::string_view toml,
    std::string_view tomlName,
    const std::optional<MappingTrial>& trial = std::nullopt);

// By another person than the one who put it forward. The version before it is superseded.
[[nodiscard]] base::Result<void> signOffMapping(Session& session, records::MappingId mapping);

struct MappingLine {
    records::SavedMapping mapping;
    std::string agreement;   // its reference
    std::string proposedBy;  // names
    std::string signedOffBy;
};

[[nodiscard]] base::Result<std::vector<MappingLine>> listMappings(Session& session);
// How many wait for this person: none unless they may sign off.
[[nodiscard]] base::Result<std::int64_t> mappingsToSignOff(Session& session);
[[nodiscard]] base::Result<MappingLine> openMapping(Session& session, records::MappingId mapping);

}  // namespace casework

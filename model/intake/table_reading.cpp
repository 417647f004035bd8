// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/table_reading.h"

#include "base/text.h"
#include "intake/recognition.h"

#include <algorithm>

namespace intake {

namespace {

std::string inQuotes(const std::vector<std::string>& words) {
    return "'" + base::join(words, "', '") + "'";
}

}  // namespace

records::RowIssue tableNote(std::string table, std::string code, std::string detail) {
    return {{},
            0,
            {},
            records::IssueSeverity::warning,
            std::move(code),
            std::move(detail),
            std::move(table)};
}

bool TableReading::unknown() const {
    return !choice && choice.error().code == base::Code::notFound;
}

std::vector<records::RowIssue> TableReading::headerNotes() const {
    std::vector<records::RowIssue> notes;
    // A message has no header: its cells are looked for where the mapping says.
    if (!choice || choice->mapping->xml)
        return notes;
    if (!choice->recognition.missingHeadings.empty())
        notes.push_back(tableNote(name,
                                  "missing-columns",
                                  "lacks " + inQuotes(choice->recognition.missingHeadings) +
                                      "; what they say stays unknown"));
    std::vector<std::string> unread;
    for (const std::string& heading : choice->mapping->notReceived)
        if (!placesOf(heading, header).empty())
            unread.push_back(heading);
    if (!unread.empty())
        notes.push_back(
            tableNote(name, "not-received", "not needed, so not kept: " + inQuotes(unread)));
    if (std::find(header.begin(), header.end(), "") != header.end())
        notes.push_back(
            tableNote(name, "unnamed-column", "has a column without a heading; it was not read"));
    return notes;
}

std::vector<records::RowIssue> TableReading::lastNotes() const {
    std::vector<records::RowIssue> notes;
    const std::string count = base::counted(static_cast<std::size_t>(rowsIn), "row", "rows");
    if (rows) {
        if (separatorsOnly > 0)
            notes.push_back(
                tableNote(name,
                          "blank-rows",
                          "has " + base::counted(separatorsOnly, "line", "lines") +
                              " with separators and nothing else; not counted as rows"));
    } else if (unknown()) {
        notes.push_back(tableNote(
            name,
            "unknown-table",
            "is not received: " + choice.error().detail + "; its " + count + " were not read"));
    } else if (rowsIn > 0) {
        const std::string& why = choice.error().detail;
        notes.push_back(tableNote(name,
                                  "refused-table",
                                  why + (why.ends_with('.') ? " " : "; ") + "its " + count +
                                      (rowsIn == 1 ? " is" : " are") + " rejected"));
        notes.back().severity = records::IssueSeverity::rejected;
    }
    return notes;
}

base::Error whyNothing(const std::vector<TableReading>& tables) {
    if (tables.empty())
        return {base::Code::malformed, "", "is empty: it has no tables"};
    // A known table's reason says more than that of a sheet that no mapping knows.
    const auto known = std::find_if(
        tables.begin(), tables.end(), [](const TableReading& table) { return !table.unknown(); });
    const TableReading& first = known == tables.end() ? tables.front() : *known;
    base::Error error = first.choice.error();
    if (tables.size() > 1)
        error.detail = "has nothing that is received; '" + first.name + "': " + error.detail;
    return error;
}

}  // namespace intake

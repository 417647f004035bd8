// SPDX-License-Identifier: GPL-3.0-or-later
// A mapping says how one partner's layout becomes our columns: which heading fills what, how its
// dates are written, what its codes mean, and which of its columns are deliberately not received.
// Each is a TOML in resources/partners; a new layout of a partner costs one such file. Plain
// values.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "base/toml.h"
#include "intake/date_reading.h"
#include "intake/encoding.h"
#include "records/agency.h"
#include "records/field.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

// How the partner's cells of one rule become one value.
enum class Combine {
    alias,  // the first of the headings that the file has
    join,   // all of them, with ", " between those not empty (address lines)
    sum,    // numbers added; empty only if all are (two half-terms of one term)
};

struct ColumnRule {
    std::string target;  // our name: an identity column, or a field of the record type
    const records::RecordType* type = nullptr;  // null for an identity column
    std::size_t field = 0;                      // of `type`
    std::vector<std::string> headings;          // as the partner writes them
    Combine combine = Combine::alias;
    DateFormats dates;
    // From the partner's code (base::lowerAscii of it, trimmed) to ours. Without codes the partner
    // sends ours.
    std::map<std::string, std::string, std::less<>> codes;
    std::optional<std::string> otherwise;  // for a code that is not listed
    bool wholeNumber = false;              // the sender's tool writes whole numbers as "134.0"

    // "forename", "attendance.term": as agreements list it.
    [[nodiscard]] std::string column() const;
};

// A value that every row has and no column carries ("status" of a table of leavers).
struct ConstantRule {
    const records::RecordType* type = nullptr;
    std::size_t field = 0;
    std::string text;

    [[nodiscard]] std::string column() const;
};

struct Mapping {
    std::string name;
    std::string version;
    records::Agency agency = records::Agency::schools;
    std::string description;
    // Why a file of this layout is never received; such a mapping only recognises and refuses.
    std::string refusal;
    std::vector<const records::RecordType*> types;  // one, or several chosen by a column
    // When the file holds several types: the column that tells, and which code means which type.
    std::string typeHeading;
    std::map<std::string, std::string, std::less<>> typeCodes;
    std::vector<std::string> recognisedBy;  // headings that must be there
    std::vector<ColumnRule> columns;
    std::vector<ConstantRule> constants;
    std::vector<std::string> notReceived;  // headings left unread on purpose
    std::string localIdSeries;
    // The file speaks of one school term, named in its file name ("2024_autumn_..."), or this many
    // terms before the named one (the school census collects attendance one term in arrears).
    bool termFromFileName = false;
    int termsInArrears = 0;
    // What the sender says a delivery covers, where that is more than its rows show.
    std::optional<base::DateRange> covers;
    bool coversUntilReceipt = false;  // all that is held up to the day of sending
    // What the partner usually sends; a file is read by what it is.
    char usualSeparator = ',';
    Encoding usualEncoding = Encoding::utf8;
    std::string fileName;
};

// Fails with every problem of the file, each at file:line:column.
[[nodiscard]] base::Result<Mapping> readMapping(std::string_view text, std::string_view fileName);

// The mappings that come with the program, sorted by name.
[[nodiscard]] base::Result<std::vector<Mapping>> shippedMappings();

// Our columns that the mapping fills: identity columns plainly, fields as "type.field".
[[nodiscard]] std::vector<std::string> columnsOf(const Mapping& mapping);

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
// A mapping says how one partner's table becomes our columns: which heading fills what, how its
// dates are written, what its codes mean, and which of its columns are deliberately not received.
// Plain values.
//
// A layout is one TOML in resources/partners; a new layout of a partner costs one such file. A file
// that is one table has one mapping. A workbook or a message that holds several has a [[table]] for
// each; what stands above them holds for all of them ([columns], [constants] and not_received are
// put together, any other key of a table goes before the layout's). resources/help/partner-files.md
// says every key.
//
// In XML a heading is the path of an element below the record ("CINdetails/CINclosureDate"; an
// attribute is "CINdetails/@type"), or, with a slash in front, from the root ("/Message/Header/
// Source/LEA", which must stand before the records). Names are compared without their namespace.
// One row is one element at `rows`; the elements above it and beside it are those it stands in.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "base/toml.h"
#include "intake/attendance_rule.h"
#include "intake/corrections.h"
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
    first,  // the first that is filled in this row (one of several telephone numbers)
};

struct ColumnRule {
    std::string target;  // our name: an identity column, or a field of the record type
    const records::RecordType* type = nullptr;  // null for an identity column
    std::size_t field = 0;                      // of `type`
    std::vector<std::string> headings;          // as the partner writes them
    Combine combine = Combine::alias;
    DateFormats dates;
    // From the partner's code (base::lowerAscii of it, trimmed) to ours. Without codes the partner
    // sends ours. The code "" is an empty cell's.
    std::map<std::string, std::string, std::less<>> codes;
    std::optional<std::string> otherwise;  // for a code that is not listed
    bool wholeNumber = false;              // the sender's tool writes whole numbers as "134.0"
    bool partOfName = false;  // the heading holds a whole name; this column takes its own part
    // The cell is a JSON object: these members of it, joined.
    std::vector<std::string> json;
    // When a row says yes under one of `insteadWhen`, these headings are joined in place of those
    // above ("address as pupil": the pupil's).
    std::vector<std::string> instead;
    std::vector<std::string> insteadWhen;

    // "forename", "attendance.term": as agreements list it.
    [[nodiscard]] std::string column() const;
};

// A value that every row has and no column carries ("status" of a table of leavers).
struct ConstantRule {
    const records::RecordType* type = nullptr;
    std::size_t field = 0;
    std::string text;
    // Of a date field, written "return-year": the last day of the year that the file's name tells.
    bool returnYear = false;
    // Of a date field, written "extract-day": the day the delivery speaks of, else that of receipt.
    bool extractDay = false;

    [[nodiscard]] std::string column() const;
};

// What the head of an XML message must say; otherwise a warning, once.
struct HeadCheck {
    std::string path;        // from the root: "/Message/Header/CollectionDetails/ReferenceDate"
    std::string like;        // "####-03-31": '#' is any digit; "" allows any text
    std::string beginsWith;  // the path of another element with whose text it must begin
    std::string otherwise;   // what to tell the sender
};

// Where the rows of a table stand in an XML message.
struct XmlRows {
    std::string record;  // from the root: "/Message/Children/Child"; held whole while it is read
    std::string rows;  // below it, one row each: "CINdetails/Assessments"; "" is the record itself
    std::vector<HeadCheck> checks;
};

struct Mapping {
    std::string name;    // "schools-roll"; a table of a layout: "annex-a/list-3"
    std::string layout;  // the part before the slash: what a person chooses
    std::string version;
    records::Agency agency = records::Agency::schools;
    std::string description;
    // Why a file of this layout is never received; such a mapping only recognises and refuses.
    std::string refusal;
    std::vector<const records::RecordType*> types;  // one, or several chosen by a column
    // When the file holds several types: the column that tells, and which code means which type.
    std::string typeHeading;
    std::map<std::string, std::string, std::less<>> typeCodes;
    // Headings that must be there. In XML: paths from the root that must stand before the first
    // record, or "path = text".
    std::vector<std::string> recognisedBy;
    // Names of a workbook's sheet that holds this table; they decide between headers that look
    // alike. Empty: any sheet.
    std::vector<std::string> sheets;
    std::optional<XmlRows> xml;
    std::vector<ColumnRule> columns;
    std::vector<ConstantRule> constants;
    std::optional<AttendanceRule> attendance;  // sessions told by register codes
    std::vector<std::string> notReceived;      // headings left unread on purpose
    std::string localIdSeries;
    Corrections corrections;  // how a later delivery of this layout corrects an earlier one
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

// The mappings of one layout, one a table. Fails with every problem of the file, each at
// file:line:column.
[[nodiscard]] base::Result<std::vector<Mapping>> readMappings(std::string_view text,
                                                              std::string_view fileName);

// The same for a layout of one table; one of several is a problem.
[[nodiscard]] base::Result<Mapping> readMapping(std::string_view text, std::string_view fileName);

// The mappings that come with the program, sorted by name.
[[nodiscard]] base::Result<std::vector<Mapping>> shippedMappings();

// The mapping for a workbook: it takes every date as year, month and day too, whatever form the
// sender's delimited files have, since a workbook stores dates as dates and not as their text.
[[nodiscard]] Mapping forWorkbook(Mapping mapping);

// Our columns that the mapping fills: identity columns plainly, fields as "type.field".
[[nodiscard]] std::vector<std::string> columnsOf(const Mapping& mapping);

}  // namespace intake

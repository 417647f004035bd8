// SPDX-License-Identifier: GPL-3.0-or-later
// A mapping as a person shapes it for one file: which of the file's columns fills which of ours,
// and what its codes mean, each with the reason it was proposed for. It becomes a TOML mapping once
// it is whole. A plain value.
#pragma once

#include "records/agency.h"

#include <string>
#include <vector>

namespace records {

struct DraftCode {
    std::string code;  // as the partner writes it
    std::size_t cells = 0;
    std::string meaning;  // our code; "" when nobody knows: such a cell is a row issue
    std::string reason;
};

struct DraftColumn {
    std::string heading;             // as the partner writes it
    std::string target;              // "forename", "offence.outcome"; "" is not received
    std::string reason;              // why this was proposed, in words
    std::vector<std::string> dates;  // "dd/mm/yyyy", for a target that is a date
    std::vector<DraftCode> codes;    // for a target that is a code, or sex
};

// A value that every row has and no column carries.
struct DraftConstant {
    std::string target;  // "arrears.kind"
    std::string text;    // our code
    std::string reason;
};

struct MappingDraft {
    std::string agreement;  // its reference
    Agency agency = Agency::schools;
    std::string name;     // "housing-arrears-list"
    std::string version;  // "1"
    std::string description;
    std::string recordType;
    std::string sheet;  // of a workbook
    std::string encoding;
    std::string separator;
    std::vector<DraftColumn> columns;  // one a column of the file, in its order
    std::vector<DraftConstant> constants;
    bool coversUntilReceipt = true;    // the sender gives all it holds up to the day of sending
    std::vector<std::string> targets;  // that the agreement permits, in the catalogue's order
    // The mapping that reads this header as it stands: nothing needs to be mapped. "" when none.
    std::string knownAs;
    // The mapping this is the next version of, and what has changed since it, in words.
    std::string basis;
    std::vector<std::string> changes;
};

}  // namespace records

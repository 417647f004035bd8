// SPDX-License-Identifier: GPL-3.0-or-later
// mapping look, mapping propose.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/file.h"
#include "base/text.h"
#include "casework/mapping_desk.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::uint64_t mostShown = 10;

void addRow(std::string& out, const std::vector<std::string>& cells) {
    base::appendDelimited(out, cells, base::Formulas::neutral);
}

// "420x dd/mm/yyyy", "17x NFA"
std::string times(std::size_t cells, const std::string& what) {
    return std::to_string(cells) + "x " + what;
}

std::string valuesOf(const records::ColumnLook& column) {
    // Only of columns of codes: other values are about people.
    if (column.look != records::ValueLook::codes && column.look != records::ValueLook::flag)
        return {};
    std::vector<std::string> all;
    for (const records::ValueCount& value : column.values)
        all.push_back(times(value.cells, value.value));
    return base::join(all, "; ");
}

Exit look(const Arguments& arguments, Console& console) {
    const auto rows = numberOf(arguments, "--rows", 0, mostShown);
    if (!rows)
        return failed(console, rows.error());
    const auto look =
        casework::lookAtFile(arguments.text("FILE"), arguments.text("--sheet"), console);
    console.endProgress();
    if (!look)
        return failed(console, look.error());
    console.say(look->fileName + (look->sheet.empty() ? "" : ", sheet " + look->sheet) +
                (look->encoding.empty() ? "" : ": " + look->encoding + ", " + look->separator) +
                "; the header is line " + std::to_string(look->headerLine) + ", " +
                base::counted(look->rows, "row", "rows") + " below it.");
    std::string out;
    if (*rows > 0) {
        std::vector<std::string> header;
        for (const records::ColumnLook& column : look->columns)
            header.push_back(column.heading);
        addRow(out, header);
        for (std::size_t i = 0; i < std::min<std::size_t>(*rows, look->firstRows.size()); ++i)
            addRow(out, look->firstRows[i]);
        console.out() << out;
        return Exit::done;
    }
    addRow(out, {"column", "filled", "distinct", "looks_like", "fitting", "dates", "values"});
    for (const records::ColumnLook& column : look->columns) {
        std::vector<std::string> dates;
        for (const records::DateFit& fit : column.dates)
            dates.push_back(times(fit.cells, fit.form));
        addRow(out,
               {column.heading,
                std::to_string(column.filled),
                std::to_string(column.distinct) +
                    (column.distinct == records::mostDistinct ? " or more" : ""),
                std::string(valueLookName(column.look)),
                std::to_string(column.fitting),
                base::join(dates, "; "),
                valuesOf(column)});
    }
    console.out() << out;
    return Exit::done;
}

struct Said {
    std::string left;
    std::string right;
};

// "Offence Date=offence.outcome_date", split at the last '='.
base::Result<std::vector<Said>> saidIn(const Arguments& arguments, const std::string& option) {
    std::vector<Said> all;
    for (const std::string& text : arguments.all(option)) {
        const std::size_t at = text.rfind('=');
        if (at == std::string::npos || at == 0)
            return base::fail(base::Code::malformed, option, "needs two parts with '=' between");
        all.push_back({text.substr(0, at), text.substr(at + 1)});
    }
    return all;
}

base::Result<std::size_t> columnNamed(const casework::MappingDesk& desk, const std::string& name) {
    const auto& columns = desk.draft().columns;
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (base::foldedKey(columns[i].heading) == base::foldedKey(name))
            return i;
        headings.push_back(columns[i].heading);
    }
    const std::string close = base::nearest(name, headings);
    return base::fail(base::Code::notFound,
                      "--set",
                      "the file has no column '" + name + "'" +
                          (close.empty() ? "" : "; did you mean '" + close + "'?"));
}

base::Result<void> setColumns(const Arguments& arguments, casework::MappingDesk& desk) {
    const auto columns = saidIn(arguments, "--set");
    if (!columns)
        return base::fail(columns.error());
    for (const Said& said : *columns) {
        const auto column = columnNamed(desk, said.left);
        if (!column)
            return base::fail(column.error());
        const std::string target = said.right == "-" ? "" : said.right;
        const auto& allowed = desk.draft().targets;
        if (!target.empty() && std::find(allowed.begin(), allowed.end(), target) == allowed.end())
            return base::fail(base::Code::refused,
                              "--set",
                              "'" + target + "' is no column that the agreement permits for " +
                                  desk.draft().recordType);
        desk.chooseTarget(*column, target);
    }
    return {};
}

base::Result<void> setMeanings(const Arguments& arguments, casework::MappingDesk& desk) {
    const auto meanings = saidIn(arguments, "--meaning");
    if (!meanings)
        return base::fail(meanings.error());
    for (const Said& said : *meanings) {
        const std::size_t at = said.left.find(':');
        const auto column = columnNamed(desk, said.left.substr(0, at));
        if (!column)
            return base::fail(column.error());
        const auto& codes = desk.draft().columns[*column].codes;
        const auto found = std::find_if(codes.begin(), codes.end(), [&](const auto& code) {
            return at != std::string::npos && code.code == said.left.substr(at + 1);
        });
        if (found == codes.end())
            return base::fail(base::Code::notFound,
                              "--meaning",
                              "no such code in the column: write HEADING:CODE=MEANING");
        desk.chooseMeaning(*column, static_cast<std::size_t>(found - codes.begin()), said.right);
    }
    const auto constants = saidIn(arguments, "--constant");
    if (!constants)
        return base::fail(constants.error());
    for (const Said& said : *constants)
        desk.chooseConstant(said.left, said.right);
    return {};
}

base::Result<void> change(const Arguments& arguments, casework::MappingDesk& desk) {
    if (const auto type = arguments.optional("--type"))
        desk.chooseRecordType(*type);
    if (auto done = setColumns(arguments, desk); !done)
        return done;
    if (auto done = setMeanings(arguments, desk); !done)
        return done;
    const records::MappingDraft& draft = desk.draft();
    desk.describe(arguments.optional("--name").value_or(draft.name),
                  arguments.optional("--version").value_or(draft.version),
                  draft.description);
    return {};
}

std::string proposalTable(const records::MappingDraft& draft) {
    std::string out;
    addRow(out, {"column", "fills", "dates", "codes", "why"});
    for (const records::DraftColumn& column : draft.columns) {
        std::vector<std::string> codes;
        for (const records::DraftCode& code : column.codes)
            codes.push_back(times(code.cells, code.code) + " = " +
                            (code.meaning.empty() ? "?" : code.meaning));
        addRow(out,
               {column.heading,
                column.target.empty() ? "(not received)" : column.target,
                base::join(column.dates, "; "),
                base::join(codes, "; "),
                column.reason});
    }
    for (const records::DraftConstant& constant : draft.constants)
        addRow(out,
               {"(every row)",
                constant.target,
                "",
                constant.text.empty() ? "?" : constant.text,
                constant.reason});
    return out;
}

Exit propose(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    auto desk = casework::MappingDesk::open(**session,
                                            arguments.text("--agreement"),
                                            arguments.text("FILE"),
                                            arguments.text("--sheet"),
                                            console);
    console.endProgress();
    if (!desk)
        return failed(console, desk.error());
    if (auto changed = change(arguments, **desk); !changed)
        return failed(console, changed.error());
    const records::MappingDraft& draft = (*desk)->draft();
    if (!draft.knownAs.empty())
        console.say("The mapping '" + draft.knownAs +
                    "' reads this file as it is: import it, nothing needs to be mapped.");
    else if (!draft.basis.empty())
        console.say("This is '" + draft.basis + "' with changes; version " + draft.version +
                    " is proposed.");
    for (const std::string& line : draft.changes)
        console.say(line);
    console.out() << proposalTable(draft);
    const auto toml = (*desk)->toml();
    if (!toml)
        return failed(console, toml.error());
    const auto out = arguments.optional("--out");
    if (!out)
        return Exit::done;
    if (auto written = base::writeFileWhole(*out, *toml, false); !written)
        return failed(console, written.error());
    console.say("Written to " + *out + ". Next: mapping try, then mapping save.");
    return Exit::done;
}

Argument many(std::string name, std::string value, std::string help) {
    Argument made = option(std::move(name), std::move(value), std::move(help));
    made.many = true;
    return made;
}

Command proposing() {
    return {"mapping propose",
            "propose a mapping for a file that none reads",
            "Says for each column what it would fill and why. What is wrong is put right with\n"
            "--set, --meaning and --constant, or in the TOML that --out writes.\n"
            "Example: families-first mapping propose v.vault --agreement police-2026 --user\n"
            "         data-officer --password-file p.txt extract.csv --set \"Crime Date=offence."
            "offence_date\"\n         --meaning \"Result:GTY=convicted\" --out extract.toml",
            onVault({positional("FILE", "the partner's file"),
                     required("--agreement", "ID", "the agreement's reference"),
                     option("--sheet", "NAME", "of a workbook; else the first with rows"),
                     option("--type", "TYPE", "the record type, if another than proposed"),
                     many("--set", "HEADING=COLUMN", "what a column fills; '-' is not received"),
                     many("--meaning", "HEADING:CODE=OURS", "what a code means"),
                     many("--constant", "COLUMN=OURS", "what is true of every row"),
                     option("--name", "NAME", "the mapping's name"),
                     option("--version", "VERSION", "the mapping's version"),
                     option("--out", "DRAFT.toml", "where the mapping is written")}),
            propose};
}

}  // namespace

std::vector<Command> mappingCommands() {
    std::vector<Command> commands;
    commands.push_back({"mapping look",
                        "what an unknown file looks like, column by column",
                        "Needs no vault. Values are listed for columns of codes only.",
                        {positional("FILE", "the partner's file"),
                         option("--sheet", "NAME", "of a workbook; else the first with rows"),
                         option("--rows", "N", "show the first rows instead, 10 at most")},
                        look});
    commands.push_back(proposing());
    return commands;
}

}  // namespace app

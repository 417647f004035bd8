// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crypto.h"
#include "base/text.h"
#include "base/toml.h"
#include "disclosure/layout.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace disclosure {

namespace {

using base::TomlTable;

// The position of `word` among `count` codes; otherwise a fault that lists or guesses.
template <class Value, std::size_t count, class CodeOf>
std::optional<Value> oneOf(TomlTable& table,
                           std::string_view key,
                           std::string_view word,
                           CodeOf codeOf) {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = static_cast<Value>(i);
        if (codeOf(value) == word)
            return value;
        codes.emplace_back(codeOf(value));
    }
    const std::string close = base::nearest(word, codes);
    table.problem(key,
                  "'" + std::string(key) + "' can't be '" + std::string(word) + "'" +
                      (close.empty() ? "; it must be one of: " + base::join(codes, ", ")
                                     : "; did you mean '" + close + "'?"));
    return std::nullopt;
}

bool isDate(Field field) {
    return field == Field::birthDate || field == Field::dateScreened ||
           field == Field::supportStart || field == Field::supportEnd;
}

Format usualFormat(Field field) {
    if (isDate(field))
        return Format::isoDate;
    if (field == Field::sex)
        return Format::sexLetter;
    return field == Field::criteriaMet ? Format::numberList : Format::asHeld;
}

bool suits(Field field, Format format) {
    if (isDate(field))
        return format == Format::isoDate || format == Format::ukDate;
    if (field == Field::sex)
        return format == Format::sexLetter || format == Format::sexNumber;
    return format == usualFormat(field);
}

bool hasControls(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
    });
}

bool isFileNameByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

// Plain ASCII, so that it is one file in one folder on every system; closed list of tokens.
std::string faultInFileName(std::string_view pattern) {
    constexpr std::array<std::string_view, 5> tokens{
        "{name}", "{version}", "{council}", "{from}", "{to}"};
    if (!pattern.ends_with(".csv"))
        return "must end in .csv";
    if (pattern.front() == '.' || pattern.front() == '-')
        return "must begin with a letter, a digit or a token";
    while (!pattern.empty()) {
        const auto token = std::find_if(tokens.begin(), tokens.end(), [pattern](auto candidate) {
            return pattern.starts_with(candidate);
        });
        if (token != tokens.end())
            pattern.remove_prefix(token->size());
        else if (isFileNameByte(pattern.front()))
            pattern.remove_prefix(1);
        else
            return "may hold letters, digits, - _ . and the tokens {name} {version} {council} "
                   "{from} {to}";
    }
    return {};
}

bool isSlug(std::string_view text) {
    return !text.empty() && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

bool isVersion(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), isFileNameByte);
}

void readHead(TomlTable& table, Layout& layout) {
    layout.name = table.text("name");
    if (!layout.name.empty() && !isSlug(layout.name))
        table.problem("name", "'name' may hold small letters, digits and hyphens");
    layout.version = table.text("version");
    if (!layout.version.empty() && !isVersion(layout.version))
        table.problem("version", "'version' may hold letters, digits, - _ and .");
    layout.title = table.text("title");
    layout.study = table.text("study");
    if (!layout.study.empty() && !isSlug(layout.study))
        table.problem("study", "'study' may hold small letters, digits and hyphens");
    layout.recipient = table.text("recipient");
    layout.purpose = table.text("purpose");
    layout.agreement = table.text("agreement");
    layout.fileName = table.text("file_name");
    if (!layout.fileName.empty())
        if (const std::string fault = faultInFileName(layout.fileName); !fault.empty())
            table.problem("file_name", "'file_name' " + fault);
    layout.councilCode = table.text("council_code");
    const std::string& code = layout.councilCode;
    const bool gss = code.size() == 9 && code[0] == 'E' &&
                     code.find_first_not_of("0123456789", 1) == std::string::npos;
    if (!code.empty() && !gss)
        table.problem("council_code", "'council_code' must be an ONS code: E and eight digits");
}

void readForm(TomlTable& table, Layout& layout) {
    const std::string separator = table.text("separator", ",");
    if (separator.size() == 1 &&
        std::string_view(",;\t|").find(separator) != std::string_view::npos)
        layout.separator = separator.front();
    else
        table.problem("separator", "'separator' must be a comma, semicolon, tab (\"\\t\") or bar");
    const std::string rule = table.text("protected_address");
    if (rule == "blank-address")
        layout.protectedAddress = ProtectedAddress::blankAddress;
    else if (!rule.empty() && rule != "leave-out-person")
        table.problem("protected_address",
                      "'protected_address' must be \"leave-out-person\" or \"blank-address\"");
    if (auto gateways = table.table("gateways")) {
        for (const auto& [name, power] : gateways->entries()) {
            if (power.kind != base::TomlValue::Kind::text || power.text.empty())
                gateways->problem(name, "a gateway must state the legal power in words");
            layout.gateways.emplace(name, power.text);
        }
    }
}

Column readColumn(TomlTable& table, const Layout& layout) {
    Column column;
    column.heading = table.text("heading");
    if (hasControls(column.heading))
        table.problem("heading", "'heading' must be one line");
    const std::string field = table.text("field");
    const auto known =
        field.empty() ? std::nullopt : oneOf<Field, fieldCount>(table, "field", field, fieldCode);
    column.field = known.value_or(Field::surname);
    column.format = usualFormat(column.field);
    if (const auto format = table.optionalText("format")) {
        const auto named = oneOf<Format, 6>(table, "format", *format, formatCode);
        if (named && known && !suits(column.field, *named))
            table.problem("format", "'" + *format + "' does not suit the field '" + field + "'");
        column.format = named.value_or(column.format);
    }
    column.mandatory = table.flag("mandatory", false);
    if (const auto only = table.optionalText("only"))
        column.only = oneOf<Only, 4>(table, "only", *only, onlyCode).value_or(Only::anyone);
    column.needs = table.text("needs", "");
    if (!column.needs.empty() && !layout.gateways.contains(column.needs))
        table.problem("needs", "no gateway '" + column.needs + "' is stated under [gateways]");
    if (column.field == Field::nhsNumber && column.needs.empty())
        table.problem("field", "the NHS number needs a gateway of its own: state it with 'needs'");
    table.finish();
    return column;
}

void readColumns(TomlTable& table, Layout& layout) {
    std::set<std::string> headings;
    std::set<Field> fields;
    std::vector<TomlTable> columns = table.tables("column");
    for (TomlTable& entry : columns) {
        const std::size_t before = entry.problems().all().size();
        Column column = readColumn(entry, layout);
        const bool sound = entry.problems().all().size() == before;
        if (!column.heading.empty() && !headings.insert(base::foldedKey(column.heading)).second)
            entry.problem("heading", "another column has this heading");
        if (sound && !fields.insert(column.field).second)
            entry.problem("field", "another column has this field");
        layout.columns.push_back(std::move(column));
    }
    if (columns.empty())
        table.problem("column", "a layout needs at least one [[column]]");
    else if (!layout.has(Field::personPseudonym) || !layout.has(Field::familyPseudonym))
        table.problem(
            "column",
            "a layout needs the fields 'person-pseudonym' and 'family-pseudonym': without "
            "them results can't be joined, nor the register asked");
}

}  // namespace

base::Result<Layout> readLayout(std::string_view text, std::string_view fileName) {
    const base::Result<base::TomlValue> document = base::parseToml(text, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    TomlTable table(*document, problems);
    Layout layout;
    readHead(table, layout);
    readForm(table, layout);
    readColumns(table, layout);
    table.finish();
    if (!problems.none())
        return base::fail(problems.asError());
    layout.fingerprint = base::sha256Hex(text);
    return layout;
}

}  // namespace disclosure

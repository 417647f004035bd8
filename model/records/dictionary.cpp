// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/dictionary.h"

#include "base/text.h"
#include "records/catalogue.h"
#include "records/identity.h"

#include <charconv>
#include <vector>

namespace records {

namespace {

std::string code(std::string_view word) {
    return "`" + std::string(word) + "`";
}

std::string bound(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::string numbers(std::string_view kind, const Field& field) {
    constexpr double unbounded = 1e9;
    std::string text(kind);
    return field.most >= unbounded ? text + " from " + bound(field.least)
                                   : text + ", " + bound(field.least) + " to " + bound(field.most);
}

std::string codes(const Field& field) {
    std::vector<std::string> each;
    for (const CodeValue& value : field.codes)
        each.push_back(code(value.code) + " " + std::string(value.label));
    return "one of: " + base::join(each, "; ");
}

std::string holds(const Field& field) {
    switch (field.kind) {
        case FieldKind::text:
            return field.time == FieldTime::term ? "school term, such as `2025-autumn`" : "text";
        case FieldKind::date:
            return "date";
        case FieldKind::integer:
            return numbers("whole number", field);
        case FieldKind::decimal:
            return numbers("number", field);
        case FieldKind::flag:
            return "yes or no";
        case FieldKind::code:
            return codes(field);
    }
    return {};
}

std::string_view placesInTime(FieldTime time) {
    switch (time) {
        case FieldTime::none:
            return "";
        case FieldTime::event:
            return "the day it happened";
        case FieldTime::start:
            return "from this day";
        case FieldTime::end:
            return "to this day; empty means it still lasts";
        case FieldTime::term:
            return "the term it speaks of";
    }
    return {};
}

std::string section(const RecordType& type) {
    std::string text = "\n## " + std::string(type.label) + " (" + code(type.name) + ")\n\n" +
                       std::string(type.describes) +
                       "\n\n| Field | On screen | Holds | Must be there | In time |\n"
                       "|---|---|---|---|---|\n";
    for (const Field& field : type.fields)
        text += "| " + code(field.name) + " | " + std::string(field.label) + " | " + holds(field) +
                " | " + (field.required ? "yes" : "") + " | " +
                std::string(placesInTime(field.time)) + " |\n";
    return text;
}

}  // namespace

std::string dataDictionaryMarkdown() {
    std::string text =
        "# Data dictionary\n\n"
        "What a partner may send, as mappings, agreements and plans name it. A file with a column\n"
        "that its agreement does not list is refused, saying which. This page is written by the\n"
        "program from its own catalogue.\n\n"
        "## Who a row is about\n\n"
        "Every record type shares these columns. None has to be there, but a row that names no "
        "one\n"
        "(no name, no identifier, no number of the agency) is rejected. The more of them a "
        "partner\n"
        "sends, the surer the links.\n\n"
        "| Column | On screen |\n|---|---|\n";
    for (const std::string_view column : identityColumns())
        text += "| " + code(column) + " | " + std::string(identityColumnLabel(column)) + " |\n";
    text +=
        "\n## Record types\n\n"
        "A row without a field that must be there is rejected and becomes a row issue.\n";
    for (const RecordType* type : allRecordTypes())
        text += section(*type);
    return text;
}

}  // namespace records

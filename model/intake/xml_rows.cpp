// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xml_rows.h"

#include "base/text.h"

#include <algorithm>

namespace intake {

namespace {

bool isFromRoot(std::string_view path) {
    return path.starts_with('/') && isXmlPath(path);
}

HeadCheck readHeadCheck(base::TomlTable& table) {
    HeadCheck check;
    check.path = table.text("path");
    check.like = table.text("like", "");
    check.beginsWith = table.text("begins_with", "");
    check.otherwise = table.text("otherwise");
    if (!isFromRoot(check.path))
        table.problem("path",
                      "'path' must be an element's path from the root: \"/Message/Header\"");
    if (!check.beginsWith.empty() && !isFromRoot(check.beginsWith))
        table.problem("begins_with", "'begins_with' must be an element's path from the root");
    table.finish();
    return check;
}

}  // namespace

bool isXmlPath(std::string_view path) {
    const auto names = pathNames(path);
    return !names.empty() && std::none_of(names.begin(), names.end(), [](std::string_view name) {
        return name.empty() || name == "." || name == "..";
    });
}

std::vector<std::string_view> pathNames(std::string_view path) {
    if (path.starts_with('/'))
        path.remove_prefix(1);
    return path.empty() ? std::vector<std::string_view>() : base::split(path, '/');
}

HeadCondition headCondition(std::string_view condition) {
    const std::size_t sign = condition.find('=');
    if (sign == std::string_view::npos)
        return {std::string(base::trimmed(condition)), {}};
    return {std::string(base::trimmed(condition.substr(0, sign))),
            std::string(base::trimmed(condition.substr(sign + 1)))};
}

XmlRows readXmlRows(base::TomlTable& table, const std::vector<std::string>& recognisedBy) {
    XmlRows rows;
    rows.record = table.text("record");
    rows.rows = table.text("rows", "");
    if (!isFromRoot(rows.record) || pathNames(rows.record).size() < 2)
        table.problem(
            "record",
            "'record' must be an element's path from the root: \"/Message/Children/Child\"");
    if (!rows.rows.empty() && (rows.rows.front() == '/' || !isXmlPath(rows.rows)))
        table.problem("rows", "'rows' must be a path below the record: \"Contacts/Contact\"");
    for (const std::string& condition : recognisedBy)
        if (!isFromRoot(headCondition(condition).path))
            table.problem("recognised_by",
                          "an XML layout is told by paths from the root: \"/Message/Header/"
                          "CollectionDetails/Collection = CIN\"");
    for (base::TomlTable& check : table.tables("head"))
        rows.checks.push_back(readHeadCheck(check));
    return rows;
}

}  // namespace intake

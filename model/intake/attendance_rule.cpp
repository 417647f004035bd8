// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/attendance_rule.h"

#include "intake/attendance_codes.h"

#include <algorithm>
#include <array>

namespace intake {

namespace {

constexpr std::string_view reasonType = "attendance_reason";
constexpr std::string_view termType = "attendance";
constexpr std::array<std::string_view, 4> sessionFields{
    "sessions_possible", "sessions_attended", "sessions_authorised", "sessions_unauthorised"};

}  // namespace

std::vector<std::string> AttendanceRule::headings() const {
    std::vector<std::string> all;
    for (const std::string* heading : {&code, &marks, &start})
        if (!heading->empty())
            all.push_back(*heading);
    for (const auto& [heading, each] : counts)
        all.push_back(heading);
    return all;
}

bool AttendanceRule::fills(std::string_view recordType, std::string_view field) const {
    if (recordType == reasonType)
        return !code.empty() && field == "absence_class";
    if (recordType != termType)
        return false;
    if (!marks.empty() && field == "term")
        return true;
    return code.empty() &&
           std::find(sessionFields.begin(), sessionFields.end(), field) != sessionFields.end();
}

std::vector<std::string> AttendanceRule::columns() const {
    if (!code.empty())
        return {std::string(reasonType) + ".absence_class"};
    std::vector<std::string> all;
    for (const std::string_view field : sessionFields)
        all.push_back(std::string(termType) + "." + std::string(field));
    if (!marks.empty())
        all.push_back(std::string(termType) + ".term");
    return all;
}

AttendanceRule readAttendanceRule(base::TomlTable& table, const DateFormats& dates) {
    AttendanceRule rule;
    rule.dates = dates;
    rule.code = table.text("code", "");
    rule.marks = table.text("marks", "");
    rule.start = table.text("start", "");
    if (rule.marks.empty() != rule.start.empty())
        table.problem("marks", "'marks' and 'start' need each other");
    if (!rule.start.empty() && dates.forms.empty())
        table.problem("start", "'start' is a date: say in 'dates' how it is written");
    const auto& codes = shippedAttendanceCodes();
    if (auto counts = table.table("counts"))
        for (const auto& [heading, value] : counts->entries()) {
            if (value.kind != base::TomlValue::Kind::text ||
                (codes && !codes->everUsed(value.text)))
                table.problems().add(value, "a column of sessions needs an attendance code");
            rule.counts.emplace_back(heading, value.text);
        }
    const int ways = int{!rule.code.empty()} + int{!rule.marks.empty()} + int{!rule.counts.empty()};
    if (ways != 1)
        table.problem("code",
                      "'[attendance]' must say one of 'code', 'marks' with 'start', or 'counts'");
    table.finish();
    return rule;
}

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/attendance_codes.h"

#include "base/resources.h"
#include "base/text.h"
#include "base/toml.h"

#include <algorithm>
#include <array>
#include <optional>

namespace intake {

namespace {

constexpr std::string_view shippedFile = "codes/attendance.toml";

// In the order of the enumeration.
constexpr std::array<std::string_view, 5> classNames{
    "present", "authorised", "unauthorised", "not-required", "no-mark"};

std::optional<SessionClass> classNamed(std::string_view name) {
    const auto at = std::find(classNames.begin(), classNames.end(), name);
    if (at == classNames.end())
        return std::nullopt;
    return static_cast<SessionClass>(at - classNames.begin());
}

AttendanceCode readCode(base::TomlTable& table, const std::vector<AttendanceCode>& before) {
    AttendanceCode code;
    code.code = base::upperAscii(base::trimmed(table.text("code")));
    code.meaning = table.text("meaning");
    const std::string counts = table.text("counts");
    if (const auto known = classNamed(counts))
        code.counts = *known;
    else if (!counts.empty())
        table.problem("counts", "'" + counts + "' is not something that a session counts as");
    code.inUse = {table.optionalDate("from"), table.optionalDate("to")};
    if (code.inUse.from && code.inUse.to && *code.inUse.to < *code.inUse.from)
        table.problem("to", "'to' is before 'from'");
    // Marks stand in one long string: only a letter followed by digits can be told apart in it.
    const bool plain = code.code.size() == 1 ||
                       (code.code.size() == 2 && code.code[0] >= 'A' && code.code[0] <= 'Z' &&
                        code.code[1] >= '0' && code.code[1] <= '9');
    if (!plain)
        table.problem("code", "a code is one character, or a letter and a digit");
    for (const AttendanceCode& other : before)
        if (other.code == code.code && other.inUse.overlaps(code.inUse))
            table.problem("code", "this code has another meaning on the same days");
    table.finish();
    return code;
}

}  // namespace

std::string_view sessionClassName(SessionClass counts) {
    return classNames[static_cast<std::size_t>(counts)];
}

AttendanceCodes::AttendanceCodes(std::vector<AttendanceCode> codes) : m_codes(std::move(codes)) {
    std::stable_sort(m_codes.begin(), m_codes.end(), [](const auto& a, const auto& b) {
        return a.code < b.code;
    });
}

const AttendanceCode* AttendanceCodes::find(std::string_view code, base::Date day) const {
    const std::string upper = base::upperAscii(base::trimmed(code));
    auto at = std::lower_bound(
        m_codes.begin(), m_codes.end(), upper, [](const AttendanceCode& each, const auto& wanted) {
            return each.code < wanted;
        });
    for (; at != m_codes.end() && at->code == upper; ++at)
        if (at->inUse.contains(day))
            return &*at;
    return nullptr;
}

bool AttendanceCodes::everUsed(std::string_view code) const {
    const std::string upper = base::upperAscii(base::trimmed(code));
    return std::any_of(
        m_codes.begin(), m_codes.end(), [&](const auto& each) { return each.code == upper; });
}

base::Result<AttendanceCodes> readAttendanceCodes(std::string_view text,
                                                  std::string_view fileName) {
    const auto document = base::parseToml(text, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    base::TomlTable table(*document, problems);
    static_cast<void>(table.text("name"));
    static_cast<void>(table.text("version"));
    static_cast<void>(table.text("reference"));
    std::vector<AttendanceCode> codes;
    for (base::TomlTable& entry : table.tables("code"))
        codes.push_back(readCode(entry, codes));
    if (codes.empty())
        table.problem("code", "a code table needs at least one [[code]]");
    table.finish();
    if (!problems.none())
        return base::fail(problems.asError());
    return AttendanceCodes(std::move(codes));
}

const base::Result<AttendanceCodes>& shippedAttendanceCodes() {
    static const base::Result<AttendanceCodes> codes =
        readAttendanceCodes(base::resource(shippedFile).value_or(""), shippedFile);
    return codes;
}

}  // namespace intake

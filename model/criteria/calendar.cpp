// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/calendar.h"

#include "base/resources.h"
#include "base/text.h"
#include "base/toml.h"

#include <algorithm>
#include <array>

namespace criteria {

namespace {

constexpr std::string_view folder = "plans/calendars/";
constexpr std::array<std::string_view, 3> seasons{"autumn", "spring", "summer"};
constexpr int longestTermDays = 150;

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool isTermCode(std::string_view code) {
    return code.size() > 5 && code[4] == '-' &&
           std::all_of(code.begin(), code.begin() + 4, isDigit) &&
           std::find(seasons.begin(), seasons.end(), code.substr(5)) != seasons.end();
}

Term readTerm(base::TomlTable& table, const Calendar& calendar) {
    Term term{table.text("code"), table.date("from"), table.date("to")};
    if (!term.code.empty() && !isTermCode(term.code))
        table.problem("code", "'code' must be a year and a season, as in \"2025-autumn\"");
    else if (!term.code.empty() && term.code.substr(0, 4) != base::isoDate(term.from).substr(0, 4))
        table.problem("code", "'code' must name the year the term begins in");
    if (calendar.term(term.code) != nullptr)
        table.problem("code", "term '" + term.code + "' is there twice");
    if (term.to <= term.from || (term.to - term.from).days() > longestTermDays)
        table.problem(
            "to", "'to' must be after 'from', within " + std::to_string(longestTermDays) + " days");
    if (!calendar.terms.empty() && term.from <= calendar.terms.back().to)
        table.problem("from", "terms must follow one another and not overlap");
    table.finish();
    return term;
}

}  // namespace

const Term* Calendar::term(std::string_view code) const {
    for (const Term& candidate : terms)
        if (candidate.code == code)
            return &candidate;
    return nullptr;
}

std::vector<Term> Calendar::lastCompletedTerms(base::Date asAt, int count) const {
    const auto end = std::partition_point(
        terms.begin(), terms.end(), [asAt](const Term& term) { return term.to < asAt; });
    const auto wanted = std::clamp<std::ptrdiff_t>(count, 0, end - terms.begin());
    return {end - wanted, end};
}

base::Result<Calendar> readCalendar(std::string_view text, std::string_view fileName) {
    const auto document = base::parseToml(text, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    base::TomlTable table(*document, problems);
    Calendar calendar;
    calendar.name = table.text("name");
    calendar.council = table.text("council");
    calendar.reference = table.text("reference");
    for (base::TomlTable& entry : table.tables("term"))
        calendar.terms.push_back(readTerm(entry, calendar));
    if (calendar.terms.empty())
        table.problem("term", "a calendar needs at least one [[term]]");
    table.finish();
    if (!problems.none())
        return base::fail(problems.asError());
    return calendar;
}

base::Result<Calendar> shippedCalendar(std::string_view name) {
    const std::string fileName = std::string(folder) + std::string(name) + ".toml";
    const auto text = base::resource(fileName);
    if (!text)
        return base::fail(base::Code::notFound, fileName, "there is no such school calendar");
    return readCalendar(*text, fileName);
}

std::string termName(std::string_view code) {
    if (!isTermCode(code))
        return std::string(code);
    return std::string(code.substr(5)) + " term " + std::string(code.substr(0, 4));
}

}  // namespace criteria

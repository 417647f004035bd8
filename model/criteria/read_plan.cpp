// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/resources.h"
#include "base/toml.h"
#include "criteria/measures/reading.h"
#include "criteria/plan.h"

#include <algorithm>
#include <map>

namespace criteria {

namespace {

constexpr int mostCriteria = 6;
constexpr int mostFreshDays = 3650;

template <class Value>
using FromCode = std::optional<Value> (*)(std::string_view);

// A list of coded words under a key; a problem for each that is not one of the known.
template <class Value>
std::vector<Value> readWords(base::TomlTable& table,
                             std::string_view key,
                             FromCode<Value> fromCode,
                             const std::vector<std::string>& known) {
    std::vector<Value> values;
    for (const std::string& word : table.texts(key)) {
        const auto value = fromCode(word);
        if (!value)
            table.problem(key,
                          "'" + word + "' can't be among '" + std::string(key) + "'" +
                              didYouMean(word, known));
        else if (std::find(values.begin(), values.end(), *value) != values.end())
            table.problem(key, "'" + word + "' is there twice");
        else
            values.push_back(*value);
    }
    return values;
}

std::vector<std::string> roleWords() {
    std::vector<std::string> words;
    for (int i = 0; i <= static_cast<int>(records::MemberRole::nonResidentParent); ++i)
        words.emplace_back(records::roleCode(static_cast<records::MemberRole>(i)));
    return words;
}

std::vector<std::string> agencyWords() {
    std::vector<std::string> words;
    for (const records::Agency agency : records::allAgencies)
        words.emplace_back(records::agencyCode(agency));
    return words;
}

Subject readSubject(base::TomlTable& table) {
    const std::string word = table.text("subject");
    std::vector<std::string> known;
    for (int i = 0; i <= static_cast<int>(Subject::household); ++i) {
        const auto subject = static_cast<Subject>(i);
        known.emplace_back(subjectCode(subject));
        if (known.back() == word)
            return subject;
    }
    if (!word.empty())
        table.problem("subject", "there is no subject '" + word + "'" + didYouMean(word, known));
    return Subject::anyone;
}

Indicator readIndicator(base::TomlTable& table) {
    Indicator indicator;
    indicator.code = table.text("code");
    indicator.wording = table.text("wording");
    indicator.reference = table.text("reference");
    indicator.subject = readSubject(table);
    indicator.roles =
        readWords<records::MemberRole>(table, "roles", records::roleFromCode, roleWords());
    indicator.sources =
        readWords<records::Agency>(table, "sources", records::agencyFromCode, agencyWords());
    if (table.has("fresh_days"))
        indicator.freshDays = readWhole(table, "fresh_days", 1, mostFreshDays);
    else
        indicator.freshDays = 0;  // the plan's own, set once that is read
    indicator.optional = table.flag("optional", false);
    if (auto measure = table.table("measure"))
        indicator.measure = readMeasure(*measure, 0);
    else if (!table.has("measure"))
        table.problem("measure", "'measure' is missing: it says how the indicator is met");
    table.finish();
    return indicator;
}

Criterion readCriterion(base::TomlTable& table) {
    Criterion criterion;
    criterion.number = readWhole(table, "number", 1, mostCriteria);
    criterion.heading = table.text("heading");
    for (base::TomlTable& entry : table.tables("indicator"))
        criterion.indicators.push_back(readIndicator(entry));
    if (criterion.indicators.empty())
        table.problem("indicator", "a criterion needs at least one indicator");
    table.finish();
    return criterion;
}

DependentChild readDependentChild(base::TomlTable& table) {
    DependentChild rule;
    auto entry = table.table("dependent_child");
    if (!entry)
        return rule;
    rule.required = entry->flag("required", true);
    if (entry->has("under"))
        rule.under = readWhole(*entry, "under", 1, 25);
    if (entry->has("up_to"))
        rule.upTo = readWhole(*entry, "up_to", 0, 25);
    rule.inEducation = entry->flag("in_education", rule.inEducation);
    rule.atHome = entry->flag("at_home", rule.atHome);
    entry->finish();
    return rule;
}

void readDates(base::TomlTable& table, Plan& plan) {
    plan.effectiveFrom = table.date("effective_from");
    plan.effectiveTo = table.optionalDate("effective_to");
    if (plan.effectiveTo && *plan.effectiveTo < plan.effectiveFrom)
        table.problem("effective_to", "the plan ends before it begins");
}

void readCalendarName(base::TomlTable& table, Plan& plan) {
    constexpr std::string_view folder = "plans/calendars/";
    constexpr std::string_view suffix = ".toml";
    plan.calendar = table.text("calendar");
    std::vector<std::string> known;
    for (const std::string& file : base::resourceNames(folder))
        known.push_back(file.substr(folder.size(), file.size() - folder.size() - suffix.size()));
    if (!plan.calendar.empty() &&
        std::find(known.begin(), known.end(), plan.calendar) == known.end())
        table.problem("calendar",
                      "there is no school calendar '" + plan.calendar + "'" +
                          didYouMean(plan.calendar, known));
}

// Notes codes and numbers used twice, at the second of them.
void checkUnique(base::TomlTable& table) {
    std::map<std::string, unsigned> codes;
    std::map<std::int64_t, unsigned> numbers;
    for (const base::TomlTable& criterion : table.tables("criterion")) {
        const base::TomlValue& source = criterion.source();
        const base::TomlValue* number = source.find("number");
        if (number != nullptr && number->kind == base::TomlValue::Kind::integer) {
            const auto [seen, fresh] = numbers.emplace(number->integer, number->line);
            if (!fresh)
                table.problems().add(*number,
                                     "criterion number " + std::to_string(number->integer) +
                                         " is used twice; first in line " +
                                         std::to_string(seen->second));
        }
        const base::TomlValue* indicators = source.find("indicator");
        if (indicators == nullptr)
            continue;
        for (const base::TomlValue& indicator : indicators->items) {
            const base::TomlValue* code = indicator.find("code");
            if (code == nullptr || code->text.empty())
                continue;
            const auto [seen, fresh] = codes.emplace(code->text, code->line);
            if (!fresh)
                table.problems().add(*code,
                                     "indicator code '" + code->text +
                                         "' is used twice; first in line " +
                                         std::to_string(seen->second));
        }
    }
}

void readCriteria(base::TomlTable& table, Plan& plan) {
    for (base::TomlTable& entry : table.tables("criterion"))
        plan.criteria.push_back(readCriterion(entry));
    if (plan.criteria.empty())
        table.problem("criterion", "a plan needs at least one [[criterion]]");
    else if (plan.minimumCriteria > std::ssize(plan.criteria))
        table.problem("minimum_criteria",
                      "the plan has only " + std::to_string(plan.criteria.size()) + " criteria");
    checkUnique(table);
}

Plan readAll(base::TomlTable& table) {
    Plan plan;
    plan.name = table.text("name");
    plan.version = table.text("version");
    plan.council = table.text("council");
    plan.reference = table.text("reference");
    readDates(table, plan);
    plan.minimumCriteria = readWhole(table, "minimum_criteria", 1, mostCriteria);
    plan.dependentChild = readDependentChild(table);
    readCalendarName(table, plan);
    int freshDays = Indicator().freshDays;
    if (table.has("fresh_days"))
        freshDays = readWhole(table, "fresh_days", 1, mostFreshDays);
    readCriteria(table, plan);
    for (Criterion& criterion : plan.criteria)
        for (Indicator& indicator : criterion.indicators)
            if (indicator.freshDays == 0)
                indicator.freshDays = freshDays;
    table.finish();
    return plan;
}

}  // namespace

base::Result<Plan> readPlan(std::string_view text, std::string_view fileName) {
    const auto document = base::parseToml(text, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    base::TomlTable table(*document, problems);
    Plan plan = readAll(table);
    if (!problems.none())
        return base::fail(problems.asError());
    plan.fingerprint = planFingerprint(text);
    return plan;
}

}  // namespace criteria

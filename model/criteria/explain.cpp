// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/explain.h"

#include "criteria/measures/rule.h"
#include "criteria/measures/words.h"

#include <array>

namespace criteria {

namespace {

constexpr std::array<std::string_view, 6> subjects{"each child under 18",
                                                   "each adult",
                                                   "each parent, at home or not",
                                                   "each young person of 16 to 24",
                                                   "each member of the family",
                                                   "the household as a whole"};

std::string plural(int count, std::string_view one) {
    return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

std::string capitalised(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

std::string dependentChildInWords(const DependentChild& rule) {
    if (!rule.required)
        return "No dependent child is needed.";
    std::string words =
        "The family must have a dependent child: under " + std::to_string(rule.under);
    std::vector<std::string> when;
    if (rule.inEducation)
        when.emplace_back("in education or training");
    if (rule.atHome)
        when.emplace_back("a child of the home");
    if (!when.empty() && rule.upTo >= rule.under)
        words += ", or up to " + std::to_string(rule.upTo) + " and " + listed(when, "or");
    return words + ".";
}

// Text from a plan inside a Markdown line: one line, and nothing that Markdown reads as markup.
std::string plain(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        if (letter == '\n' || letter == '\r') {
            safe += ' ';
            continue;
        }
        if (std::string_view("\\`*_[]<>#|").find(letter) != std::string_view::npos)
            safe += '\\';
        safe += letter;
    }
    return safe;
}

void add(std::string& page, const Indicator& indicator) {
    page += "### " + plain(indicator.code) + " " + plain(indicator.wording) + "\n\n";
    page += "- **Who**: " + capitalised(subjectInWords(indicator)) + ".\n";
    page += "- **Met by**: " + capitalised(plain(measureInWords(indicator.measure))) + ".\n";
    page += "- **Source**: " + sourcesInWords(indicator) +
            (indicator.optional ? ", where it sends such records" : "") + ".\n";
    page += "- **Reference**: " + plain(indicator.reference) + "\n\n";
}

}  // namespace

std::string windowInWords(const Window& window) {
    switch (window.kind) {
        case WindowKind::current:
            return "on the day of assessment";
        case WindowKind::days:
            return "in the last " + plural(window.amount, "day");
        case WindowKind::months:
            return "in the last " + plural(window.amount, "month");
        case WindowKind::terms:
            return "in the last " + plural(window.amount, "completed school term");
        case WindowKind::forwardMonths:
            return "within the next " + plural(window.amount, "month");
    }
    return {};
}

std::string measureInWords(const Measure& measure) {
    return ruleOf(measure.kind).words(measure);
}

std::string subjectInWords(const Indicator& indicator) {
    std::string words(subjects[static_cast<std::size_t>(indicator.subject)]);
    std::vector<std::string> roles;
    for (const records::MemberRole role : indicator.roles)
        roles.push_back(inSentence(records::roleName(role)));
    return roles.empty() ? words : words + " who is " + listed(roles, "or");
}

std::string sourcesInWords(const Indicator& indicator) {
    std::vector<std::string> names;
    for (const records::Agency agency : indicator.sources)
        names.emplace_back(records::agencyName(agency));
    return names.empty() ? "Any agency" : listed(names, "or");
}

std::string planMarkdown(const Plan& plan) {
    std::string page = "# " + plain(plan.name) + "\n\n";
    page += plain(plan.council) + ", version " + plain(plan.version) + ", in force from " +
            base::plainDate(plan.effectiveFrom);
    if (plan.effectiveTo)
        page += " to " + base::plainDate(*plan.effectiveTo);
    page += ".\n\n" + plain(plan.reference) + "\n\n";
    page += "A family is put forward when it meets at least " +
            std::to_string(plan.minimumCriteria) + " of the " +
            std::to_string(plan.criteria.size()) + " criteria. " +
            dependentChildInWords(plan.dependentChild) + "\n\n";
    for (const Criterion& criterion : plan.criteria) {
        page += "## " + std::to_string(criterion.number) + ". " + plain(criterion.heading) + "\n\n";
        for (const Indicator& indicator : criterion.indicators)
            add(page, indicator);
    }
    page += "Fingerprint of this plan: `" + plan.fingerprint + "`\n";
    return page;
}

}  // namespace criteria

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/proposal_vocabulary.h"

#include "base/text.h"
#include "records/catalogue.h"
#include "records/identity.h"

#include <algorithm>

namespace intake {

namespace {

constexpr int wordMatchNeeded = 55;
constexpr int codeMatchNeeded = 70;

std::string inQuotes(std::string_view word) {
    return "\u2018" + std::string(word) + "\u2019";
}

bool sameHeading(const ColumnRule& rule, std::string_view heading) {
    const std::string key = base::foldedKey(heading);
    return std::any_of(rule.headings.begin(), rule.headings.end(), [&](const std::string& each) {
        return base::foldedKey(each) == key;
    });
}

std::vector<std::string> namesOf(const Target& target, const Synonyms& synonyms) {
    std::vector<std::string> names;
    const auto add = [&](std::string_view key) {
        if (const auto found = synonyms.headings.find(key); found != synonyms.headings.end())
            names.insert(names.end(), found->second.begin(), found->second.end());
    };
    add(target.column);
    if (target.field != nullptr) {
        add(target.field->name);
        names.emplace_back(target.field->label);
        names.emplace_back(target.field->name);
    } else {
        names.push_back(target.column);
    }
    return names;
}

std::vector<std::string> wordsFor(const records::CodeValue& code,
                                  const Target& target,
                                  const Synonyms& synonyms) {
    std::vector<std::string> words{std::string(code.code), std::string(code.label)};
    const auto lists = synonyms.codes.find(target.column);
    if (lists == synonyms.codes.end())
        return words;
    if (const auto found = lists->second.find(std::string(code.code)); found != lists->second.end())
        words.insert(words.end(), found->second.begin(), found->second.end());
    return words;
}

records::DraftCode sexMeaning(std::string_view code) {
    records::DraftCode draft{std::string(code), 0, {}, {}};
    if (const auto sex = records::sexFromText(code)) {
        draft.meaning = *sex == records::Sex::unknown ? "U" : std::string(records::sexCode(*sex));
        draft.reason = "read as it is";
    }
    return draft;
}

}  // namespace

Target targetNamed(std::string_view column) {
    Target target{std::string(column), nullptr, nullptr};
    const std::size_t dot = column.find('.');
    if (dot == std::string_view::npos)
        return target;
    target.type = records::recordType(column.substr(0, dot));
    if (target.type != nullptr)
        if (const auto index = target.type->indexOf(column.substr(dot + 1)))
            target.field = &target.type->fields[*index];
    return target;
}

std::vector<Target> identityTargets() {
    std::vector<Target> targets;
    for (const std::string_view column : records::identityColumns())
        targets.push_back({std::string(column), nullptr, nullptr});
    targets.push_back({std::string(wholeNameColumn), nullptr, nullptr});
    return targets;
}

std::vector<Target> fieldTargets(const records::RecordType& type) {
    std::vector<Target> targets;
    for (const records::Field& field : type.fields)
        targets.push_back({std::string(type.name) + "." + std::string(field.name), &type, &field});
    return targets;
}

Vocabulary::Vocabulary(const Synonyms& synonyms,
                       const std::vector<Mapping>& known,
                       records::Agency agency)
    : m_synonyms(synonyms) {
    for (const bool own : {true, false})
        for (const Mapping& mapping : known)
            if ((mapping.agency == agency) == own && !mapping.xml)
                for (const ColumnRule& rule : mapping.columns)
                    m_known.emplace(rule.column(), Known{mapping.name, &rule});
}

Vocabulary::Name Vocabulary::name(std::string_view heading, const Target& target) const {
    const WordMatch found = match(heading, namesOf(target, m_synonyms), m_synonyms);
    const auto [first, last] = m_known.equal_range(target.column);
    if (found.score < 100)
        for (auto known = first; known != last; ++known)
            if (sameHeading(*known->second.rule, heading))
                return {96, "the mapping " + inQuotes(known->second.mapping) + " reads it so"};
    if (found.score < wordMatchNeeded)
        return {};
    return {found.score,
            found.score == 100 ? "partners call it so"
                               : "the heading speaks of " + inQuotes(found.name)};
}

records::DraftCode Vocabulary::meaning(std::string_view code, const Target& target) const {
    if (target.column == "sex")
        return sexMeaning(code);
    records::DraftCode draft{std::string(code), 0, {}, {}};
    if (target.field == nullptr)
        return draft;
    const auto [first, last] = m_known.equal_range(target.column);
    for (auto known = first; known != last; ++known) {
        const auto& codes = known->second.rule->codes;
        if (const auto found = codes.find(base::lowerAscii(code)); found != codes.end()) {
            draft.meaning = found->second;
            draft.reason = "so in the mapping " + inQuotes(known->second.mapping);
            return draft;
        }
    }
    WordMatch best;
    bool undecided = false;
    for (const records::CodeValue& ours : target.field->codes) {
        const WordMatch found = match(code, wordsFor(ours, target, m_synonyms), m_synonyms);
        if (found.score == best.score)
            undecided = true;
        if (found.score <= best.score)
            continue;
        best = found;
        undecided = false;
        draft.meaning = ours.code;
    }
    if (best.score < codeMatchNeeded || undecided) {
        draft.meaning.clear();
        return draft;
    }
    draft.reason =
        best.score == 100 ? "partners use the word for it" : "it speaks of " + inQuotes(best.name);
    return draft;
}

}  // namespace intake

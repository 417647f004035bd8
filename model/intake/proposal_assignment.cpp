// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/proposal_assignment.h"

#include "intake/proposal_values.h"

#include <algorithm>
#include <array>

namespace intake {

namespace {

using records::ColumnLook;
using records::FieldKind;
using records::TableLook;
using records::ValueLook;

constexpr int scoreNeeded = 55;
// What a type loses for a field that every record must have and no column fills.
constexpr int missingField = 150;
constexpr int missingDate = 90;  // it may be the day of the delivery
constexpr int missingCode = 60;  // one code may be true of all rows
constexpr int guessedDate = 60;  // it is only the date that was left
constexpr int namedType = 40;    // the file's name or a heading says it

struct Pair {
    std::size_t column = 0;
    std::size_t target = 0;
    int score = 0;
    std::string reason;
};

bool lists(const records::Agreement& agreement, std::string_view column) {
    const auto& columns = agreement.columns;
    const std::size_t dot = column.find('.');
    return std::any_of(columns.begin(), columns.end(), [&](const std::string& each) {
        return each == column || (dot != std::string_view::npos &&
                                  (each == column.substr(dot + 1) ||
                                   each == std::string(column.substr(0, dot)) + ".*"));
    });
}

// An address is several columns joined; every other target is filled by one.
bool takesSeveral(const Target& target) {
    return target.column == "address";
}

class Assigning {
public:
    Assigning(const TableLook& look,
              const records::RecordType& type,
              const records::Agreement& agreement,
              const Vocabulary& vocabulary)
        : m_look(look), m_type(type), m_agreement(agreement), m_vocabulary(vocabulary) {
        for (const auto& targets : {identityTargets(), fieldTargets(type)})
            m_targets.insert(m_targets.end(), targets.begin(), targets.end());
        m_filled.resize(m_targets.size());
        m_result.columns.resize(look.columns.size());
    }

    Assignment run() {
        std::vector<Pair> pairs = allPairs();
        std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
            return a.score > b.score;
        });
        for (const Pair& pair : pairs)
            take(pair);
        takeOnlyDate();
        explainTheRest(pairs);
        m_result.score += typeScore();
        return std::move(m_result);
    }

private:
    std::vector<Pair> allPairs() const {
        std::vector<Pair> pairs;
        for (std::size_t column = 0; column < m_look.columns.size(); ++column)
            for (std::size_t target = 0; target < m_targets.size(); ++target)
                if (auto pair = pairOf(column, target); pair.score >= scoreNeeded)
                    pairs.push_back(std::move(pair));
        return pairs;
    }

    Pair pairOf(std::size_t column, std::size_t at) const {
        const ColumnLook& look = m_look.columns[column];
        const Target& target = m_targets[at];
        Pair pair{column, at, 0, {}};
        if (look.heading.empty())
            return pair;
        const Vocabulary::Name name = m_vocabulary.name(look.heading, target);
        const Verdict verdict = judge(look, target, m_vocabulary);
        const bool identity = target.field == nullptr;
        const bool anothers =
            identity && !otherPersonIn(look.heading, m_vocabulary.synonyms()).empty();
        if (anothers && name.score < 100)
            return pair;
        pair.score = std::max(name.score == 0 ? 0 : name.score + verdict.added, verdict.alone);
        pair.reason = name.reason;
        if (!verdict.reason.empty() && verdict.added > -50)
            pair.reason += (pair.reason.empty() ? "" : "; ") + verdict.reason;
        return pair;
    }

    bool nameIsInParts() const { return isFilled("forename") || isFilled("surname"); }

    bool isFilled(std::string_view column) const {
        for (std::size_t i = 0; i < m_targets.size(); ++i)
            if (m_targets[i].column == column)
                return m_filled[i];
        return false;
    }

    void take(const Pair& pair) {
        const Target& target = m_targets[pair.target];
        AssignedColumn& column = m_result.columns[pair.column];
        if (!column.target.empty() || (m_filled[pair.target] && !takesSeveral(target)) ||
            !permits(m_agreement, target))
            return;
        const bool whole = target.column == wholeNameColumn;
        const bool part = target.column == "forename" || target.column == "surname";
        if ((whole && nameIsInParts()) || (part && isFilled(wholeNameColumn)))
            return;
        column = {target.column, pair.reason};
        m_filled[pair.target] = true;
        if (target.field != nullptr)
            m_result.score += pair.score * (target.field->required ? 2 : 1) / 2;
    }

    // "Notice date" is a date of the notice, not of what is wanted.
    bool speaksOfAnother(std::string_view heading) const {
        return std::any_of(m_targets.begin(), m_targets.end(), [&](const Target& target) {
            const bool date = target.field != nullptr && target.field->kind == FieldKind::date;
            return !date && m_vocabulary.name(heading, target).score > 0;
        });
    }

    // The date that every record must have, when just one column of dates is left.
    void takeOnlyDate() {
        std::vector<std::size_t> dates;
        for (std::size_t i = 0; i < m_look.columns.size(); ++i)
            if (m_result.columns[i].target.empty() && m_look.columns[i].look == ValueLook::date &&
                otherPersonIn(m_look.columns[i].heading, m_vocabulary.synonyms()).empty() &&
                !speaksOfAnother(m_look.columns[i].heading))
                dates.push_back(i);
        std::vector<std::size_t> wanted;
        for (std::size_t i = 0; i < m_targets.size(); ++i) {
            const records::Field* field = m_targets[i].field;
            if (field != nullptr && field->required && field->kind == FieldKind::date &&
                !m_filled[i] && permits(m_agreement, m_targets[i]))
                wanted.push_back(i);
        }
        if (dates.size() != 1 || wanted.size() != 1)
            return;
        m_result.columns[dates.front()] = {m_targets[wanted.front()].column,
                                           "the only column of dates that is left"};
        m_filled[wanted.front()] = true;
        m_result.score -= guessedDate;
    }

    void explainTheRest(const std::vector<Pair>& pairs) {
        for (std::size_t i = 0; i < m_result.columns.size(); ++i) {
            AssignedColumn& column = m_result.columns[i];
            if (!column.target.empty())
                continue;
            const std::string& heading = m_look.columns[i].heading;
            const std::string other = otherPersonIn(heading, m_vocabulary.synonyms());
            const auto best = std::find_if(
                pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.column == i; });
            if (heading.empty())
                column.reason = "it has no heading";
            else if (best != pairs.end())
                column.reason = whyNot(m_targets[best->target]);
            else if (!other.empty())
                column.reason = "it speaks of another person: \u2018" + other + "\u2019";
            else if (m_look.columns[i].look == ValueLook::empty)
                column.reason = "it is empty in this file";
            else
                column.reason = "nothing that we receive was recognised in it";
        }
    }

    std::string whyNot(const Target& target) const {
        const std::string quoted = "\u2018" + target.column + "\u2019";
        if (!permits(m_agreement, target))
            return "it looks like " + quoted + ", which the agreement does not list";
        return "it looks like " + quoted + ", which another column fills better";
    }

    int typeScore() const {
        int score = 0;
        for (std::size_t i = 0; i < m_targets.size(); ++i) {
            const records::Field* field = m_targets[i].field;
            if (field != nullptr && field->required && !m_filled[i])
                score -= field->kind == FieldKind::code   ? missingCode
                         : field->kind == FieldKind::date ? missingDate
                                                          : missingField;
        }
        const auto words = m_vocabulary.synonyms().types.find(m_type.name);
        if (words == m_vocabulary.synonyms().types.end())
            return score;
        std::vector<std::string> texts{m_look.fileName, m_look.sheet};
        for (const std::string& text : texts)
            for (const std::string& word : wordsOf(text))
                if (words->second.contains(word))
                    return score + namedType;
        return score;
    }

    const TableLook& m_look;
    const records::RecordType& m_type;
    const records::Agreement& m_agreement;
    const Vocabulary& m_vocabulary;
    std::vector<Target> m_targets;
    std::vector<bool> m_filled;
    Assignment m_result;
};

}  // namespace

bool permits(const records::Agreement& agreement, const Target& target) {
    if (target.column == wholeNameColumn)
        return lists(agreement, "forename") && lists(agreement, "surname");
    return lists(agreement, target.column);
}

Assignment assign(const TableLook& look,
                  const records::RecordType& type,
                  const records::Agreement& agreement,
                  const Vocabulary& vocabulary) {
    return Assigning(look, type, agreement, vocabulary).run();
}

}  // namespace intake

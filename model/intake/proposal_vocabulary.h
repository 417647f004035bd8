// SPDX-License-Identifier: GPL-3.0-or-later
// Every name by which one of our columns, and every word by which one of our codes, is known: from
// the lists of synonyms, from the mappings there are (the agency's own first), and from our own
// labels.
#pragma once

#include "intake/mapping.h"
#include "intake/proposal_words.h"
#include "records/agency.h"
#include "records/mapping_draft.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

// A column of ours that one of the file's may fill.
struct Target {
    std::string column;                         // "forename", "offence.outcome"
    const records::RecordType* type = nullptr;  // null for an identity column
    const records::Field* field = nullptr;      // null for an identity column
};

// The pseudo column for a whole name in one cell: forename, middle names and surname.
inline constexpr std::string_view wholeNameColumn = "whole_name";

// The constant that gives a date the day the delivery speaks of.
inline constexpr std::string_view extractDayWord = "extract-day";

[[nodiscard]] Target targetNamed(std::string_view column);
[[nodiscard]] std::vector<Target> identityTargets();  // whole_name among them
[[nodiscard]] std::vector<Target> fieldTargets(const records::RecordType& type);

class Vocabulary {
public:
    // Keeps references; all must outlive it.
    Vocabulary(const Synonyms& synonyms, const std::vector<Mapping>& known, records::Agency agency);

    [[nodiscard]] const Synonyms& synonyms() const { return m_synonyms; }

    struct Name {
        int score = 0;       // 0 to 100, as WordMatch
        std::string reason;  // in words
    };

    // How well a heading names the target.
    [[nodiscard]] Name name(std::string_view heading, const Target& target) const;
    // What a code of the partner's means; the meaning is "" when nobody knows.
    [[nodiscard]] records::DraftCode meaning(std::string_view code, const Target& target) const;

private:
    struct Known {
        std::string mapping;
        const ColumnRule* rule = nullptr;
    };

    const Synonyms& m_synonyms;
    std::multimap<std::string, Known, std::less<>> m_known;  // by column; the agency's own first
};

}  // namespace intake

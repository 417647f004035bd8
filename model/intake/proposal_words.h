// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of a heading, a code or a file name say: the lists of
// resources/partners/words/synonyms.toml and how a heading is held against them. Only to propose;
// a person decides.
#pragma once

#include "base/result.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

struct Synonyms {
    std::set<std::string> personWords;  // whose column it is: left out of a comparison
    std::set<std::string> otherPeople;  // another than the row's person
    std::set<std::string> weakWords;    // tell nothing inside a longer heading
    // By identity column, "type.field", or the plain name of a field of any type.
    std::map<std::string, std::vector<std::string>, std::less<>> headings;
    std::map<std::string, std::set<std::string>, std::less<>> types;  // words of file names
    // By "type.field", then by our code.
    std::map<std::string, std::map<std::string, std::vector<std::string>>, std::less<>> codes;
};

// Fails with every problem of the file, each at file:line:column: a column, field, type or code
// that does not exist.
[[nodiscard]] base::Result<Synonyms> readSynonyms(std::string_view toml, std::string_view fileName);
[[nodiscard]] base::Result<Synonyms> shippedSynonyms();

// "TenantDOB_2" is tenant, dob, 2: folded words, split at signs, digits and capitals.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);

// How well a text is one of the names: 0 not at all, 100 the very name.
struct WordMatch {
    int score = 0;
    std::string name;  // which
};

[[nodiscard]] WordMatch match(std::string_view text,
                              const std::vector<std::string>& names,
                              const Synonyms& synonyms);

// The word that says a heading is another person's; "" when there is none.
[[nodiscard]] std::string otherPersonIn(std::string_view heading, const Synonyms& synonyms);

}  // namespace intake

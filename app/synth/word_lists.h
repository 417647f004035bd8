// SPDX-License-Identifier: GPL-3.0-or-later
// The names and words that synthetic people and places are made of, from resources/names. Read
// once; constant afterwards.
#pragma once

#include "app/synth/random.h"
#include "base/result.h"
#include "records/identity.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace synth {

// Words, each as likely as its weight.
class WeightedWords {
public:
    void add(std::string word, std::uint32_t weight);
    [[nodiscard]] const std::string& draw(Random& random) const;

    [[nodiscard]] bool empty() const { return m_words.empty(); }

private:
    std::vector<std::string> m_words;
    std::vector<std::uint32_t> m_upTo;  // running totals
};

struct Place {
    std::string name;
    std::uint32_t weight = 0;
    std::string district;  // "HR6"
    std::string sectors;   // digits of sectors that do not exist
    bool village = false;
};

struct WordLists {
    struct Cohort {
        records::Sex sex = records::Sex::unknown;
        int from = 0;
        int to = 0;
        WeightedWords names;
    };

    std::vector<Cohort> forenames;
    WeightedWords surnames;
    std::unordered_map<std::string, std::vector<std::string>> shortForms;
    std::vector<Place> places;
    std::vector<std::string> streetWords;
    std::vector<std::string> streetTypes;
    std::vector<std::string> houseWords;
    std::vector<std::string> dwellingWords;
    std::vector<std::string> institutionWords;

    [[nodiscard]] const std::string& forename(records::Sex sex,
                                              int birthYear,
                                              Random& random) const;
    // The everyday short form, or the name itself when it has none.
    [[nodiscard]] const std::string& shortForm(const std::string& forename, Random& random) const;
};

// Fails with notFound or malformed, naming the resource, when the program was built without them.
[[nodiscard]] base::Result<WordLists> readWordLists();

}  // namespace synth

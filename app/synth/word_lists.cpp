// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/word_lists.h"

#include "base/resources.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace synth {

namespace {

using Cells = std::vector<std::string_view>;

// The rows of a word list: a comment line, a header line, then plain cells without quotes.
template <class Take>
base::Result<void> eachRow(std::string_view name, std::size_t width, Take take) {
    const auto text = base::resource(name);
    if (!text)
        return base::fail(base::Code::notFound, std::string(name), "the word list is missing");
    bool header = true;
    for (const std::string_view line : base::split(*text, '\n')) {
        const std::string_view row = base::trimmed(line);
        if (row.empty() || row.front() == '#')
            continue;
        if (std::exchange(header, false))
            continue;
        const Cells cells = base::split(row, ',');
        if (cells.size() != width)
            return base::fail(base::Code::malformed, std::string(name), "a row has other columns");
        take(cells);
    }
    return {};
}

int number(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// "obrien" and "mcdonald" as their owners write them.
std::string nameCase(std::string_view word) {
    static constexpr std::array<std::string_view, 14> irish{"obrien",
                                                            "oneill",
                                                            "oconnor",
                                                            "oreilly",
                                                            "odonnell",
                                                            "osullivan",
                                                            "okeefe",
                                                            "ohara",
                                                            "oleary",
                                                            "omalley",
                                                            "orourke",
                                                            "oshea",
                                                            "oneil",
                                                            "oconnell"};
    std::string out(word);
    const auto raise = [&out](std::size_t at) {
        if (at < out.size())
            out[at] = base::upperAscii(out.substr(at, 1)).front();
    };
    raise(0);
    if (std::find(irish.begin(), irish.end(), word) != irish.end()) {
        raise(1);
        out.insert(1, 1, '\'');
    } else if (word.size() > 4 && word.starts_with("mc")) {
        raise(2);
    }
    for (std::size_t i = 1; i < out.size(); ++i)
        if (out[i - 1] == '-' || out[i - 1] == ' ')
            raise(i);
    return out;
}

base::Result<void> readForenames(WordLists& lists) {
    return eachRow("names/forenames.csv", 5, [&lists](const Cells& cells) {
        const records::Sex sex = cells[0] == "F" ? records::Sex::female : records::Sex::male;
        const int from = number(cells[1]);
        if (lists.forenames.empty() || lists.forenames.back().sex != sex ||
            lists.forenames.back().from != from)
            lists.forenames.push_back({sex, from, number(cells[2]), {}});
        lists.forenames.back().names.add(nameCase(cells[3]),
                                         static_cast<std::uint32_t>(number(cells[4])));
    });
}

base::Result<void> readPlaces(WordLists& lists) {
    return eachRow("names/places.csv", 5, [&lists](const Cells& cells) {
        lists.places.push_back({std::string(cells[0]),
                                static_cast<std::uint32_t>(number(cells[1])),
                                std::string(cells[2]),
                                std::string(cells[3]),
                                cells[4] == "1"});
    });
}

base::Result<void> readStreets(WordLists& lists) {
    return eachRow("names/streets.csv", 2, [&lists](const Cells& cells) {
        const std::string word(cells[1]);
        if (cells[0] == "street")
            lists.streetWords.push_back(word);
        else if (cells[0] == "type")
            lists.streetTypes.push_back(word);
        else if (cells[0] == "house")
            lists.houseWords.push_back(word);
        else if (cells[0] == "dwelling")
            lists.dwellingWords.push_back(word);
        else if (cells[0] == "institution")
            lists.institutionWords.push_back(word);
    });
}

}  // namespace

void WeightedWords::add(std::string word, std::uint32_t weight) {
    m_words.push_back(std::move(word));
    m_upTo.push_back((m_upTo.empty() ? 0 : m_upTo.back()) + weight);
}

const std::string& WeightedWords::draw(Random& random) const {
    const auto at = static_cast<std::uint32_t>(random.below(m_upTo.back()));
    const auto found = std::upper_bound(m_upTo.begin(), m_upTo.end(), at);
    return m_words[static_cast<std::size_t>(found - m_upTo.begin())];
}

const std::string& WordLists::forename(records::Sex sex, int birthYear, Random& random) const {
    const Cohort* nearest = nullptr;
    for (const Cohort& cohort : forenames)
        if (cohort.sex == sex && (nearest == nullptr || cohort.from <= birthYear))
            nearest = &cohort;
    return nearest->names.draw(random);
}

const std::string& WordLists::shortForm(const std::string& forename, Random& random) const {
    const auto found = shortForms.find(forename);
    if (found == shortForms.end())
        return forename;
    return found->second[random.below(found->second.size())];
}

base::Result<WordLists> readWordLists() {
    WordLists lists;
    const auto surnames = [&lists] {
        return eachRow("names/surnames.csv", 2, [&lists](const Cells& cells) {
            lists.surnames.add(nameCase(cells[0]), static_cast<std::uint32_t>(number(cells[1])));
        });
    };
    const auto nicknames = [&lists] {
        return eachRow("names/nicknames.csv", 2, [&lists](const Cells& cells) {
            lists.shortForms[nameCase(cells[0])].push_back(nameCase(cells[1]));
        });
    };
    return readForenames(lists)
        .and_then(surnames)
        .and_then(nicknames)
        .and_then([&lists] { return readPlaces(lists); })
        .and_then([&lists] { return readStreets(lists); })
        .map([&lists] { return std::move(lists); });
}

}  // namespace synth

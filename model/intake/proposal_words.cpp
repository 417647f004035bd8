// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/proposal_words.h"

#include "base/resources.h"
#include "base/text.h"
#include "base/toml.h"
#include "records/catalogue.h"
#include "records/identity.h"

#include <algorithm>

namespace intake {

namespace {

using base::TomlTable;
using base::TomlValue;

constexpr std::string_view shippedFile = "partners/words/synonyms.toml";
constexpr std::string_view wholeName = "whole_name";

// Scores of a match by how it was found; in between, by how much of the text it explains.
constexpr int exact = 100;
constexpr int exactButPerson = 92;
constexpr int inSequence = 50;
constexpr int inSequenceMost = 40;
constexpr int inAnyOrder = 45;
constexpr int inAnyOrderMost = 35;

const records::Field* fieldNamed(std::string_view column) {
    const std::size_t dot = column.find('.');
    if (dot == std::string_view::npos)
        return nullptr;
    const records::RecordType* type = records::recordType(column.substr(0, dot));
    const auto index = type == nullptr ? std::nullopt : type->indexOf(column.substr(dot + 1));
    return index ? &type->fields[*index] : nullptr;
}

bool isFieldOfSomeType(std::string_view name) {
    const auto types = records::allRecordTypes();
    return std::any_of(types.begin(), types.end(), [&](const records::RecordType* type) {
        return type->indexOf(name).has_value();
    });
}

bool isTarget(std::string_view name) {
    return records::isIdentityColumn(name) || name == wholeName || isFieldOfSomeType(name) ||
           fieldNamed(name) != nullptr;
}

std::set<std::string> wordSet(TomlTable& table, std::string_view key) {
    std::set<std::string> words;
    for (const std::string& word : table.texts(key))
        words.insert(base::foldedKey(word));
    return words;
}

void readHeadings(TomlTable& top, Synonyms& synonyms) {
    auto headings = top.table("headings");
    if (!headings)
        return;
    for (const auto& [name, value] : headings->entries()) {
        if (!isTarget(name))
            top.problems().add(value, "'" + name + "' is no column or field of ours");
        synonyms.headings[name] = headings->texts(name);
    }
}

void readCodes(TomlTable& top, Synonyms& synonyms) {
    auto codes = top.table("codes");
    if (!codes)
        return;
    for (const auto& [column, value] : codes->entries()) {
        const records::Field* field = fieldNamed(column);
        if (field == nullptr || value.kind != TomlValue::Kind::table) {
            top.problems().add(value, "'" + column + "' is no field of ours");
            continue;
        }
        TomlTable table(value, top.problems());
        for (const auto& [code, words] : table.entries()) {
            const bool known = std::any_of(
                field->codes.begin(), field->codes.end(), [&wanted = code](const auto& each) {
                    return each.code == wanted;
                });
            if (!known)
                top.problems().add(words, "'" + code + "' is no code of '" + column + "'");
            synonyms.codes[column][code] = table.texts(code);
        }
    }
}

// Words without those that only say whose column it is, unless nothing else is left.
std::vector<std::string> withoutPerson(const std::vector<std::string>& words,
                                       const Synonyms& synonyms) {
    std::vector<std::string> rest;
    std::copy_if(words.begin(), words.end(), std::back_inserter(rest), [&](const auto& word) {
        return !synonyms.personWords.contains(word);
    });
    return rest;
}

bool tellsAlone(const std::vector<std::string>& name, const Synonyms& synonyms) {
    return name.size() > 1 || (name.size() == 1 && name.front().size() >= 3 &&
                               !synonyms.weakWords.contains(name.front()));
}

int scoreOf(const std::vector<std::string>& words,
            const std::vector<std::string>& name,
            const Synonyms& synonyms) {
    if (words == name)
        return exactButPerson;
    if (name.size() >= words.size() || !tellsAlone(name, synonyms))
        return 0;
    const int share = static_cast<int>(100 * name.size() / words.size());
    if (std::search(words.begin(), words.end(), name.begin(), name.end()) != words.end())
        return inSequence + inSequenceMost * share / 100;
    const bool all = std::all_of(name.begin(), name.end(), [&](const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    });
    return all ? inAnyOrder + inAnyOrderMost * share / 100 : 0;
}

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isSign(char c) {
    return !isUpper(c) && !isLower(c) && !isDigit(c) && static_cast<unsigned char>(c) < 0x80;
}

// Whether a new word begins at `at`, which is no sign.
bool beginsWord(std::string_view text, std::size_t at) {
    const char before = text[at - 1];
    const char here = text[at];
    if (isSign(before) || isDigit(before) != isDigit(here))
        return true;
    if (isLower(before) && isUpper(here))
        return true;
    return isUpper(before) && isUpper(here) && at + 1 < text.size() && isLower(text[at + 1]);
}

// Whether the full stop at `at` stands after a letter alone.
bool endsInitial(std::string_view text, std::size_t at) {
    return at > 0 && !isSign(text[at - 1]) && (at == 1 || isSign(text[at - 2]));
}

}  // namespace

base::Result<Synonyms> readSynonyms(std::string_view toml, std::string_view fileName) {
    const auto document = base::parseToml(toml, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    TomlTable top(*document, problems);
    Synonyms synonyms;
    synonyms.personWords = wordSet(top, "person_words");
    synonyms.otherPeople = wordSet(top, "other_people");
    synonyms.weakWords = wordSet(top, "weak_words");
    readHeadings(top, synonyms);
    if (auto types = top.table("types"))
        for (const auto& [name, value] : types->entries()) {
            if (records::recordType(name) == nullptr)
                problems.add(value, "'" + name + "' is not a record type");
            synonyms.types[name] = wordSet(*types, name);
        }
    readCodes(top, synonyms);
    top.finish();
    if (!problems.none())
        return base::fail(problems.asError());
    return synonyms;
}

base::Result<Synonyms> shippedSynonyms() {
    return readSynonyms(base::resource(shippedFile).value_or(""), shippedFile);
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (const std::string key = base::foldedKey(word); !key.empty())
            words.push_back(key);
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        // "Offender's", "D.O.B.": an apostrophe or an initial's full stop parts no words.
        if (text[i] == '\'' || (text[i] == '.' && endsInitial(text, i)))
            continue;
        if (isSign(text[i]) || (i > 0 && beginsWord(text, i) && text[i - 1] != '.'))
            end();
        if (!isSign(text[i]))
            word += text[i];
    }
    end();
    return words;
}

WordMatch match(std::string_view text,
                const std::vector<std::string>& names,
                const Synonyms& synonyms) {
    const std::string key = base::foldedKey(text);
    const std::vector<std::string> all = wordsOf(text);
    const std::vector<std::string> rest = withoutPerson(all, synonyms);
    WordMatch best;
    for (const std::string& name : names) {
        if (!key.empty() && base::foldedKey(name) == key)
            return {exact, name};
        if (rest.empty())
            continue;
        const int score = scoreOf(rest, withoutPerson(wordsOf(name), synonyms), synonyms);
        if (score > best.score)
            best = {score, name};
    }
    return best;
}

std::string otherPersonIn(std::string_view heading, const Synonyms& synonyms) {
    for (const std::string& word : wordsOf(heading))
        if (synonyms.otherPeople.contains(word))
            return word;
    return {};
}

}  // namespace intake

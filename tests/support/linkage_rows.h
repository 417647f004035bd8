// SPDX-License-Identifier: GPL-3.0-or-later
// Rows for linkage tests: written out one by one, or an invented town of households with what makes
// linkage hard (couples, twins, father and son of one name, moves, changed surnames, slips).
#pragma once

#include "linkage/link.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace test {

// Columns: forename, surname, birth date, sex, postcode, address, NHS number, own number.
struct Row {
    std::string forename = {};
    std::string surname = {};
    std::string birth = {};
    std::string sex = {};
    std::string postcode = {};
    std::string address = {};
    std::string nhs = {};
    std::string number = {};
    std::uint32_t source = 0;
    std::uint32_t person = 0;  // the truth
};

inline linkage::Input inputOf(const std::vector<Row>& rows) {
    using linkage::FieldKind;
    linkage::Input input;
    for (const FieldKind kind : {FieldKind::forename,
                                 FieldKind::surname,
                                 FieldKind::birthDate,
                                 FieldKind::sex,
                                 FieldKind::postcode,
                                 FieldKind::address,
                                 FieldKind::nhsNumber,
                                 FieldKind::localId})
        input.fields.push_back({kind, {}});
    input.columns.resize(input.fields.size());
    for (const Row& row : rows) {
        const std::string* values[] = {&row.forename,
                                       &row.surname,
                                       &row.birth,
                                       &row.sex,
                                       &row.postcode,
                                       &row.address,
                                       &row.nhs,
                                       &row.number};
        for (std::size_t i = 0; i < input.columns.size(); ++i)
            input.columns[i].push_back(*values[i]);
        input.source.push_back(row.source);
    }
    return input;
}

// A valid NHS number of the series kept for tests, by counter.
inline std::string testNhsNumber(std::uint32_t counter) {
    for (;; counter += 100'000) {
        std::string digits = "999" + std::to_string(100'000 + counter % 900'000);
        int sum = 0;
        for (std::size_t i = 0; i < 9; ++i)
            sum += (digits[i] - '0') * static_cast<int>(10 - i);
        const int check = (11 - sum % 11) % 11;
        if (check != 10)
            return digits + std::to_string(check);
    }
}

class Town {
public:
    explicit Town(std::uint32_t seed) : m_random(seed) {}

    std::vector<Row> rows(std::size_t households) {
        std::vector<Row> out;
        for (std::size_t i = 0; i < households; ++i)
            household(out);
        return out;
    }

private:
    std::uint32_t upTo(std::uint32_t bound) {
        return static_cast<std::uint32_t>(m_random() % bound);
    }

    bool chance(std::uint32_t percent) { return upTo(100) < percent; }

    std::string forename(bool female) {
        static const char* const women[] = {"Emma",
                                            "Olivia",
                                            "Grace",
                                            "Chloe",
                                            "Megan",
                                            "Hannah",
                                            "Lucy",
                                            "Ellie",
                                            "Karen",
                                            "Susan",
                                            "Donna",
                                            "Tracey",
                                            "Paula",
                                            "Amelia",
                                            "Jodie",
                                            "Lauren",
                                            "Ruby",
                                            "Zara"};
        static const char* const men[] = {"Jack",
                                          "Thomas",
                                          "Joshua",
                                          "Daniel",
                                          "Harry",
                                          "George",
                                          "Callum",
                                          "Kieran",
                                          "Darren",
                                          "Stuart",
                                          "Wayne",
                                          "Nigel",
                                          "Gavin",
                                          "Oscar",
                                          "Reece",
                                          "Dylan",
                                          "Craig",
                                          "Neil"};
        return female ? women[upTo(18)] : men[upTo(18)];
    }

    std::string word(std::uint32_t number) {
        static const char* const starts[] = {"Har",
                                             "Wil",
                                             "Pem",
                                             "Led",
                                             "Kin",
                                             "Bro",
                                             "Ash",
                                             "Tem",
                                             "Cra",
                                             "Wes",
                                             "Nor",
                                             "Lug",
                                             "Mor",
                                             "Per",
                                             "Hop",
                                             "Gar"};
        static const char* const ends[] = {"ford",
                                           "ton",
                                           "low",
                                           "bury",
                                           "well",
                                           "man",
                                           "ley",
                                           "son",
                                           "wick",
                                           "ham",
                                           "wood",
                                           "ridge",
                                           "stone",
                                           "by",
                                           "er",
                                           "ett"};
        return std::string(starts[number % 16]) + ends[number / 16 % 16];
    }

    std::string date(std::uint32_t from, std::uint32_t years) {
        const auto two = [](std::uint32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(from + upTo(years)) + "-" + two(1 + upTo(12)) + "-" +
               two(2 + upTo(27));
    }

    struct Home {
        std::string postcode;
        std::string address;
    };

    Home home() {
        const std::string letters = "ABDEFGHJLNPQRSTUWXYZ";
        return {std::string("HR") + std::to_string(1 + upTo(9)) + " " +
                    std::to_string(1 + upTo(9)) + letters[upTo(20)] + letters[upTo(20)],
                std::to_string(1 + upTo(99)) + " " + word(upTo(256)) + " Road"};
    }

    void household(std::vector<Row>& out) {
        const Home where = home();
        const std::string surname = word(upTo(256));
        const std::string father = forename(false);
        person(out, father, surname, date(1965, 20), "M", where);
        person(out,
               forename(true),
               chance(70) ? surname : word(upTo(256)),
               date(1965, 20),
               "F",
               where);
        const std::uint32_t children = upTo(4);
        std::string birth;
        for (std::uint32_t i = 0; i < children; ++i) {
            const bool twin = i > 0 && chance(10);
            if (!twin)
                birth = date(2002 + 4 * i, 4);
            const bool girl = chance(50);
            const std::string name = !girl && i == 0 && chance(15) ? father : forename(girl);
            if (twin && !out.empty() && out.back().forename == name)
                continue;
            person(out, name, surname, birth, girl ? "F" : "M", where);
        }
    }

    void person(std::vector<Row>& out,
                const std::string& forename,
                const std::string& surname,
                const std::string& birth,
                const std::string& sex,
                Home where) {
        const std::uint32_t id = ++m_people;
        const std::uint32_t records = 1 + upTo(4);
        const std::string married = chance(8) ? word(upTo(256)) : surname;
        for (std::uint32_t source = 0; source < records; ++source) {
            if (chance(8))
                where = home();
            Row row{forename,
                    source > 1 ? married : surname,
                    chance(4) ? "" : birth,
                    chance(10) ? "" : sex,
                    chance(6) ? "" : where.postcode,
                    chance(15) ? "" : where.address,
                    source % 2 == 0 && chance(60) ? testNhsNumber(id) : "",
                    "",
                    source,
                    id};
            if (chance(4))
                slip(row.forename);
            if (chance(4))
                slip(row.surname);
            out.push_back(row);
        }
    }

    void slip(std::string& name) {
        const std::size_t at = 1 + upTo(static_cast<std::uint32_t>(name.size() - 2));
        if (chance(50))
            std::swap(name[at], name[at + 1]);
        else
            name.erase(at, 1);
    }

    std::mt19937 m_random;
    std::uint32_t m_people = 0;
};

// Pairs of rows put together: right ones, all of the answer, all of the truth.
struct PairCounts {
    double both = 0;
    double answered = 0;
    double actual = 0;
};

inline PairCounts countPairs(const std::vector<Row>& rows,
                             const std::vector<std::uint32_t>& person) {
    PairCounts counts;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
            const bool answer = person[i] == person[j];
            const bool truth = rows[i].person == rows[j].person;
            counts.both += answer && truth ? 1 : 0;
            counts.answered += answer ? 1 : 0;
            counts.actual += truth ? 1 : 0;
        }
    return counts;
}

}  // namespace test

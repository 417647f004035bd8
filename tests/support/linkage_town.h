// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of an invented town of households with what makes linkage hard: couples, twins, father and
// son of one name, moves, changed surnames, slips.
#pragma once

#include "tests/support/linkage_names.h"
#include "tests/support/linkage_rows.h"

#include <random>

namespace test {

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

    std::string forename(bool female) { return female ? townWomen[upTo(18)] : townMen[upTo(18)]; }

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
                std::to_string(1 + upTo(99)) + " " + townWord(upTo(256)) + " Road"};
    }

    void household(std::vector<Row>& out) {
        const Home where = home();
        const std::string surname = townWord(upTo(256));
        const std::string father = forename(false);
        person(out, father, surname, date(1965, 20), "M", where);
        person(out,
               forename(true),
               chance(70) ? surname : townWord(upTo(256)),
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
        const std::string married = chance(8) ? townWord(upTo(256)) : surname;
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

}  // namespace test

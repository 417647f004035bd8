// SPDX-License-Identifier: GPL-3.0-or-later
// Rows for linkage tests, written out one by one, with the truth beside them; linkage_town.h
// invents many.
#pragma once

#include "linkage/link.h"

#include <cstdint>
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
    std::vector<linkage::FieldSpec> fields;
    for (const FieldKind kind : {FieldKind::forename,
                                 FieldKind::surname,
                                 FieldKind::birthDate,
                                 FieldKind::sex,
                                 FieldKind::postcode,
                                 FieldKind::address,
                                 FieldKind::nhsNumber,
                                 FieldKind::localId})
        fields.push_back({kind, {}});
    linkage::Input input;
    input.rows = linkage::Rows(std::move(fields));
    for (const Row& row : rows) {
        const std::string_view cells[] = {row.forename,
                                          row.surname,
                                          row.birth,
                                          row.sex,
                                          row.postcode,
                                          row.address,
                                          row.nhs,
                                          row.number};
        input.rows.add(cells, row.source);
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

// SPDX-License-Identifier: GPL-3.0-or-later
// A person as one agency has them: its own way with names, dates and addresses, what it never
// asked for, what it has not heard yet, and its mistakes. The same person at the same agency is
// mostly spelled the same; another agency errs by itself.
#pragma once

#include "app/synth/unit.h"
#include "app/synth/word_lists.h"
#include "records/agency.h"
#include "records/identity.h"

namespace synth {

class Spelling {
public:
    Spelling(const WordLists& lists, const Unit& unit, records::Agency agency, Random& random)
        : m_lists(lists), m_unit(unit), m_agency(agency), m_random(random) {}

    // Without the agency's own number, which belongs to a file's series.
    [[nodiscard]] records::Identity of(const Person& person);
    // Puts another home's address into an identity.
    void locate(records::Identity& identity, const Home& home);

private:
    void name(records::Identity& identity, const Person& person);
    void spoil(records::Identity& identity);
    void birth(records::Identity& identity, const Person& person);
    void numbers(records::Identity& identity, const Person& person);
    [[nodiscard]] const Home& believedHome(const Person& person);
    [[nodiscard]] std::string addressLine(const Home& home);

    const WordLists& m_lists;
    const Unit& m_unit;
    records::Agency m_agency;
    Random& m_random;
};

}  // namespace synth

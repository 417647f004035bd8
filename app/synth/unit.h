// SPDX-License-Identifier: GPL-3.0-or-later
// People made together: one household, or two homes that share children, or strangers under one
// roof. Every person knows their family's number: people of one home who belong together. Lodgers,
// sharers and residents of institutions are families of their own.
#pragma once

#include "app/synth/gazetteer.h"
#include "base/date.h"
#include "records/identity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace synth {

enum class Part {
    parent,
    child,       // under 18 and dependent
    grownChild,  // lives with a parent
    grandparent,
    single,  // an adult without children here
    lodger,
};

// How many troubles come together in a unit; needs are drawn by it.
enum class Strain { low, medium, high };

struct Person {
    std::uint64_t number = 0;  // stable within a run, from 1
    std::uint64_t family = 0;
    Part part = Part::single;
    std::string forename;
    std::string middleNames;
    std::string surname;
    std::string formerSurname;
    base::Date birth;
    std::optional<base::Date> death;
    records::Sex sex = records::Sex::unknown;
    std::size_t home = 0;  // in Unit::homes
    std::optional<std::size_t> secondHome;
    std::optional<std::size_t> previousHome;
    base::Date movedIn;
    std::string nhs;
    std::string upn;
    std::string nino;
    std::string pnc;  // only those the police recorded
    std::string phone;
    std::string email;
};

struct Unit {
    std::uint64_t seed = 0;
    Strain strain = Strain::low;
    bool socialTenancy = false;
    std::vector<Person> people;
    std::vector<Home> homes;

    [[nodiscard]] bool hasChildren() const;
};

}  // namespace synth

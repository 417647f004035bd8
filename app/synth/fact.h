// SPDX-License-Identifier: GPL-3.0-or-later
// What one partner knows of one person: a row before anybody spelled it. A layout is a partner's
// file; its mapping says which record type and columns it has.
#pragma once

#include "app/synth/unit.h"
#include "base/date.h"
#include "records/field.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace synth {

enum class Layout {
    schoolsAttendance,
    schoolsContacts,
    schoolsExclusions,
    schoolsRoll,
    policeOffences,
    policeAsb,
    policeCallouts,
    policeMissing,
    courtsSentences,
    probationSentences,
    youthOffences,
    dwpBenefits,
    healthNeeds,
    careEpisodes,
    careHouseholds,
    participation,
    housingTenancies,
    housingArrears,
    housingAsb,
    nominations,
    // From here on the school census, which speaks of one earlier term.
    censusPupils,
    censusSessions,
};

// The mapping of each layout, in the order of the enumeration.
inline constexpr std::array<std::string_view, 22> layoutMappings{"schools-attendance",
                                                                 "schools-contacts",
                                                                 "schools-exclusions",
                                                                 "schools-roll",
                                                                 "police-offences",
                                                                 "police-asb",
                                                                 "police-domestic-callouts",
                                                                 "police-missing",
                                                                 "courts-sentences",
                                                                 "probation-sentences",
                                                                 "youth-offending-offences",
                                                                 "dwp-benefits",
                                                                 "health-needs",
                                                                 "social-care-episodes",
                                                                 "social-care-households",
                                                                 "participation",
                                                                 "housing-tenancies",
                                                                 "housing-arrears",
                                                                 "housing-asb",
                                                                 "nominations",
                                                                 "school-census-pupil-on-roll",
                                                                 "school-census-sessions-on-roll"};

struct Fact {
    Layout layout = Layout::schoolsAttendance;
    std::size_t person = 0;              // in Unit::people
    std::optional<std::size_t> related;  // the other person of a household row
    std::optional<std::size_t>
        home;  // where it happened, when not where the agency thinks they live
    records::Payload payload;
};

// Collects the facts of one unit.
class Facts {
public:
    Facts(Unit& unit, base::Date asAt, Random& random)
        : m_unit(unit), m_asAt(asAt), m_random(random) {}

    struct Value {
        std::string_view field;
        records::FieldValue value;
    };

    // The fields not named stay empty. Asserts that the type has them.
    Fact& add(Layout layout, std::size_t person, std::vector<Value> values);

    [[nodiscard]] Unit& unit() { return m_unit; }

    [[nodiscard]] const Person& person(std::size_t index) const { return m_unit.people[index]; }

    [[nodiscard]] base::Date asAt() const { return m_asAt; }

    [[nodiscard]] Random& random() { return m_random; }

    [[nodiscard]] const std::vector<Fact>& all() const { return m_facts; }

    // A chance that grows with the unit's strain: as given when it is high.
    [[nodiscard]] bool strained(double whenHigh);
    [[nodiscard]] base::Date back(int leastDays, int mostDays);
    [[nodiscard]] int age(std::size_t index) const;
    // People of these ages, the dead left out.
    [[nodiscard]] std::vector<std::size_t> aged(int least, int most) const;
    [[nodiscard]] std::vector<std::size_t> with(Part part) const;
    // The person's police number, given at the first need.
    void police(std::size_t index);

private:
    Unit& m_unit;
    base::Date m_asAt;
    Random& m_random;
    std::vector<Fact> m_facts;
};

// The record type a layout carries.
[[nodiscard]] const records::RecordType& typeOf(Layout layout);
[[nodiscard]] records::FieldValue code(std::string_view text);

// One agency's or field's share of the county's troubles; each adds what it knows of the unit.
void addEducation(Facts& facts);
void addJustice(Facts& facts);
void addCare(Facts& facts);
void addMoney(Facts& facts);
void addHomes(Facts& facts);  // who lives where and with whom; after the others

}  // namespace synth

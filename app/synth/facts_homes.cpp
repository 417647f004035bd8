// SPDX-License-Identifier: GPL-3.0-or-later
// What DWP and landlords know of money, and what schools, social care and landlords know of who
// lives where and with whom.
#include "app/synth/fact.h"

#include <algorithm>

namespace synth {

namespace {

using base::Date;
using Days = boost::gregorian::days;

std::string_view relationToTenant(const Person& person, const Person& tenant) {
    if (person.part == Part::child || person.part == Part::grownChild)
        return tenant.part == Part::grandparent ? "other" : "child";
    if (person.part == tenant.part)
        return "partner";
    if (person.part == Part::grandparent)
        return "grandparent";
    return person.part == Part::lodger ? "lodger" : "other";
}

class Homes {
public:
    explicit Homes(Facts& facts) : m_facts(facts), m_random(facts.random()) {}

    void add() {
        contacts();
        relations();
        if (m_facts.unit().socialTenancy && !m_facts.unit().homes[0].institution)
            tenancy();
    }

private:
    [[nodiscard]] std::vector<std::size_t> carersOf(const Person& child) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < m_facts.unit().people.size(); ++i) {
            const Person& person = m_facts.person(i);
            const bool grown = person.part == Part::parent || person.part == Part::grandparent;
            const bool hers = person.home == child.home || person.home == child.secondHome;
            if (grown && hers && !person.death)
                found.push_back(i);
        }
        return found;
    }

    // Each pupil's contacts, at either home.
    void contacts() {
        for (const std::size_t child : m_facts.aged(4, 16)) {
            if (m_facts.person(child).part != Part::child)
                continue;
            for (const std::size_t carer : carersOf(m_facts.person(child))) {
                const Person& person = m_facts.person(carer);
                const bool lives = person.home == m_facts.person(child).home;
                if (!m_random.chance(lives ? 0.9 : 0.75))
                    continue;
                const bool parent = person.part == Part::parent;
                Fact& fact = m_facts.add(Layout::schoolsContacts,
                                         carer,
                                         {{"relationship", code(parent ? "parent" : "grandparent")},
                                          {"lives_here", lives},
                                          {"parental_responsibility", parent}});
                fact.related = child;
                fact.home = person.home;
            }
        }
    }

    // Social care writes the family down where it has an episode.
    void relations() {
        std::vector<std::size_t> known;
        for (const Fact& fact : m_facts.all())
            if (fact.layout == Layout::careEpisodes &&
                std::find(known.begin(), known.end(), fact.person) == known.end())
                known.push_back(fact.person);
        for (const std::size_t child : known) {
            relation(child, child, "child", true);
            for (const std::size_t carer : carersOf(m_facts.person(child))) {
                const bool lives = m_facts.person(carer).home == m_facts.person(child).home;
                const bool parent = m_facts.person(carer).part == Part::parent;
                relation(carer, child, parent ? "parent" : "grandparent", lives);
            }
        }
    }

    void relation(std::size_t who, std::size_t to, std::string_view what, bool lives) {
        const std::vector<std::size_t> carers = carersOf(m_facts.person(to));
        if (who == to && carers.empty())
            return;
        const Home& home = m_facts.unit().homes[m_facts.person(who).home];
        Fact& fact = m_facts.add(Layout::careHouseholds,
                                 who,
                                 {{"household_ref", code("H" + std::to_string(home.serial))},
                                  {"relationship", code(what)},
                                  {"lives_here", lives},
                                  {"parental_responsibility", what == "parent"}});
        fact.related = who == to ? carers[0] : to;
        fact.home = m_facts.person(who).home;
    }

    void tenancy() {
        const Unit& unit = m_facts.unit();
        std::optional<std::size_t> tenant;
        for (std::size_t i = 0; i < unit.people.size(); ++i) {
            const Person& person = unit.people[i];
            if (person.home != 0 || person.part == Part::child)
                continue;
            if (!tenant)
                tenant = i;
            member(i, *tenant == i ? "tenant" : relationToTenant(person, unit.people[*tenant]));
        }
        if (!tenant)
            return;
        for (const std::size_t child : m_facts.with(Part::child))
            if (unit.people[child].home == 0 && m_random.chance(0.92))
                member(child, relationToTenant(unit.people[child], unit.people[*tenant]));
    }

    void member(std::size_t who, std::string_view relationship) {
        const Person& person = m_facts.person(who);
        const Date known = person.previousHome ? person.movedIn : begun();
        const Date from = std::max(known, person.birth);
        Fact& fact = m_facts.add(
            Layout::housingTenancies,
            who,
            {{"household_ref", code("T" + std::to_string(m_facts.unit().homes[0].serial))},
             {"relationship", code(relationship)},
             {"start_date", from},
             {"lives_here", !person.death}});
        fact.home = 0;
        if (person.death)
            fact.payload[*typeOf(fact.layout).indexOf("end_date")] = std::max(*person.death, from);
    }

    // One tenancy, one first day.
    [[nodiscard]] Date begun() {
        return m_facts.asAt() - Days(static_cast<int>(200 + m_facts.unit().seed % 3000));
    }

    Facts& m_facts;
    Random& m_random;
};

void benefit(
    Facts& facts, std::size_t who, std::string_view what, Date from, std::optional<Date> to) {
    const bool outOfWork = what == "jsa" || what == "esa" || what == "income-support" ||
                           what == "universal-credit-no-earnings";
    Fact& fact = facts.add(Layout::dwpBenefits,
                           who,
                           {{"benefit", code(what)},
                            {"start_date", std::max(from, facts.person(who).birth)},
                            {"out_of_work", outOfWork}});
    if (to)
        fact.payload[*typeOf(fact.layout).indexOf("end_date")] = *to;
}

void benefits(Facts& facts) {
    static constexpr std::array<std::string_view, 4> workless{
        "universal-credit-no-earnings", "universal-credit-no-earnings", "esa", "jsa"};
    static constexpr std::array<std::string_view, 5> working{"universal-credit-working",
                                                             "universal-credit-working",
                                                             "housing-benefit",
                                                             "pip",
                                                             "carers-allowance"};
    Random& random = facts.random();
    const bool family = facts.unit().hasChildren();
    const bool noWork = family ? facts.strained(0.3) : random.chance(0.05);
    bool first = true;
    for (const std::size_t adult : facts.aged(18, 64)) {
        if (noWork && (first || random.chance(0.4))) {
            const Date from = facts.back(60, 1500);
            benefit(facts, adult, random.pick(workless), from, std::nullopt);
        } else if (random.chance(family ? 0.22 : 0.1)) {
            const Date from = facts.back(60, 2500);
            benefit(facts, adult, random.pick(working), from, std::nullopt);
        }
        if (random.chance(0.03)) {
            const Date from = facts.back(900, 2000);
            benefit(facts, adult, "jsa", from, from + Days(random.between(30, 500)));
        }
        first = false;
    }
}

void debt(Facts& facts,
          std::size_t who,
          std::string_view kind,
          double pounds,
          double weeks,
          bool notice) {
    Fact& fact = facts.add(Layout::housingArrears,
                           who,
                           {{"as_at_date", facts.back(7, 60)},
                            {"kind", code(kind)},
                            {"amount", pounds},
                            {"eviction_notice", notice}});
    if (weeks > 0)
        fact.payload[*typeOf(fact.layout).indexOf("weeks")] = weeks;
    fact.home = facts.person(who).home;
}

void debts(Facts& facts) {
    Random& random = facts.random();
    const std::vector<std::size_t> adults = facts.aged(18, 75);
    if (adults.empty())
        return;
    const bool deep = facts.unit().hasChildren() ? facts.strained(0.26) : random.chance(0.012);
    if (deep) {
        const int weeks = random.between(5, 26);
        const bool rent = facts.unit().socialTenancy || random.chance(0.3);
        const double owed = weeks * random.between(8500, 14000) / 100.0;
        debt(facts,
             adults[0],
             rent ? "rent" : "council-tax",
             owed,
             rent ? weeks : 0,
             rent && weeks > 10 && random.chance(0.5));
        if (random.chance(0.1))
            debt(facts,
                 adults[0],
                 random.chance(0.5) ? "homelessness-duty" : "problem-debt",
                 0,
                 0,
                 false);
    } else if (facts.unit().socialTenancy && random.chance(0.06)) {
        debt(facts, adults[0], "rent", random.between(500, 9000) / 100.0, 1, false);
    }
}

}  // namespace

void addMoney(Facts& facts) {
    benefits(facts);
    debts(facts);
}

void addHomes(Facts& facts) {
    Homes(facts).add();
}

}  // namespace synth

// SPDX-License-Identifier: GPL-3.0-or-later
// What social care and health know, and what professionals write of their own accord.
#include "app/synth/fact.h"

namespace synth {

namespace {

using base::Date;
using Days = boost::gregorian::days;

class Care {
public:
    explicit Care(Facts& facts) : m_facts(facts), m_random(facts.random()) {}

    void add() {
        m_children = m_facts.aged(0, 17);
        m_adults = m_facts.aged(18, 64);
        if (!m_children.empty()) {
            episodes();
            nominate();
        }
        health();
    }

private:
    void episode(std::size_t child, std::string_view kind, Date from, std::optional<Date> to) {
        static constexpr std::array<std::string_view, 6> needs{"N1", "N2", "N3", "N4", "N5", "N6"};
        Fact& fact = m_facts.add(Layout::careEpisodes,
                                 child,
                                 {{"kind", code(kind)},
                                  {"start_date", std::max(from, m_facts.person(child).birth)},
                                  {"need_code", code(m_random.pick(needs))},
                                  {"domestic_abuse", m_random.chance(0.3)}});
        if (to)
            fact.payload[*typeOf(fact.layout).indexOf("end_date")] = *to;
    }

    void episodes() {
        // One process for the brothers and sisters together.
        const Date begun = m_facts.back(15, 320);
        if (m_facts.strained(0.2)) {
            forAll("section-47", begun - Days(20), begun);
            forAll("protection-plan", begun, std::nullopt);
        } else if (m_facts.strained(0.36)) {
            forAll("child-in-need", begun, std::nullopt);
        } else if (m_facts.strained(0.35)) {
            forAll("early-help", begun, std::nullopt);
        }
        if (m_random.chance(0.02) || m_facts.strained(0.25)) {
            const Date old = m_facts.back(600, 1600);
            forAll(m_random.chance(0.5) ? "early-help" : "child-in-need", old, old + Days(180));
        }
        for (const std::size_t child : m_children) {
            if (m_facts.age(child) >= 2 && m_facts.age(child) <= 3 && m_facts.strained(0.2))
                episode(child, "early-years-not-taken", m_facts.back(20, 200), std::nullopt);
            if (m_facts.age(child) >= 5 && (m_random.chance(0.008) || m_facts.strained(0.12)))
                episode(child, "send-support", m_facts.back(100, 900), std::nullopt);
            if (m_facts.strained(0.02))
                episode(child, "looked-after", m_facts.back(50, 500), std::nullopt);
        }
    }

    void forAll(std::string_view kind, Date from, std::optional<Date> to) {
        for (const std::size_t child : m_children)
            if (!to || m_facts.person(child).birth < *to)
                episode(child, kind, from, to);
    }

    void nominate() {
        struct Nominator {
            std::string_view role;
            std::string_view agency;
        };

        static constexpr std::array<Nominator, 5> nominators{
            {{"Designated safeguarding lead", "schools"},
             {"Health visitor", "health"},
             {"Housing officer", "housing"},
             {"Early help worker", "social-care"},
             {"Neighbourhood officer", "police"}}};
        static constexpr std::array<std::string_view, 6> reasons{
            "Young people of the home seen with an older group at night",
            "Child often late, tired and without breakfast",
            "Parent asks for help with boundaries at home",
            "Debt letters unopened, meters on emergency credit",
            "Shouting heard often, child frightened to go home",
            "Parent low since the birth, little support nearby"};
        if (!m_facts.strained(0.15))
            return;
        const std::size_t criterion = m_random.below(reasons.size());
        const Nominator& by = m_random.pick(nominators);
        const Date when = m_facts.back(10, 200);
        const std::string name = "Practitioner " + std::to_string(m_random.between(1, 40));
        m_facts.add(Layout::nominations,
                    m_children[m_random.below(m_children.size())],
                    {{"criterion", static_cast<std::int64_t>(criterion + 1)},
                     {"nomination_date", when},
                     {"nominator", code(name)},
                     {"nominator_role", code(by.role)},
                     {"nominator_agency", code(by.agency)},
                     {"reason", code(reasons[criterion])},
                     {"review_date", when + Days(180)}});
    }

    void need(std::size_t who, std::string_view category, int mostDays, bool ended) {
        const Date from = std::max(m_facts.back(20, mostDays), m_facts.person(who).birth);
        Fact& fact = m_facts.add(Layout::healthNeeds,
                                 who,
                                 {{"category", code(category)},
                                  {"start_date", from},
                                  {"in_treatment", m_random.chance(0.6)}});
        if (ended)
            fact.payload[*typeOf(fact.layout).indexOf("end_date")] =
                from + Days(m_random.between(0, static_cast<int>((m_facts.asAt() - from).days())));
    }

    void health() {
        const bool family = !m_children.empty();
        for (std::size_t i = 0; i < m_facts.unit().people.size(); ++i) {
            const int age = m_facts.age(i);
            if (m_random.chance(age > 65 ? 0.12 : 0.012))
                need(i, "disability", 3000, false);
            if (m_random.chance(0.03))
                need(i, "mental-health", 2500, true);
        }
        const bool mind = family ? m_facts.strained(0.39) : m_random.chance(0.04);
        const bool substance = family ? m_facts.strained(0.35) : m_random.chance(0.02);
        const bool ofChild = family && m_facts.age(m_children.back()) >= 8 && m_random.chance(0.35);
        if (mind && (ofChild || !m_adults.empty()))
            need(ofChild ? m_children.back() : m_adults[0], "mental-health", 700, false);
        if (substance && !m_adults.empty()) {
            const std::size_t who = m_adults[m_random.below(m_adults.size())];
            need(who, m_random.chance(0.5) ? "alcohol" : "drugs", 600, false);
        }
        for (const std::size_t child : m_children) {
            if (m_facts.age(child) < 9 && m_facts.strained(0.06))
                need(child, "accidents", 300, false);
            if (m_facts.age(child) < 1 && !m_adults.empty() && m_facts.strained(0.3) &&
                m_facts.person(m_adults[0]).sex == records::Sex::female)
                need(m_adults[0], "new-mother", 250, false);
        }
    }

    Facts& m_facts;
    Random& m_random;
    std::vector<std::size_t> m_children;
    std::vector<std::size_t> m_adults;
};

}  // namespace

void addCare(Facts& facts) {
    Care(facts).add();
}

}  // namespace synth

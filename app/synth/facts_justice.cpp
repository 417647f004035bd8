// SPDX-License-Identifier: GPL-3.0-or-later
// What police, courts, probation, youth offending and landlords know of crime, anti-social
// behaviour, domestic incidents and missing children.
#include "app/synth/fact.h"

#include <algorithm>

namespace synth {

namespace {

using base::Date;
using Days = boost::gregorian::days;

struct Offence {
    std::string_view homeOfficeCode;
    std::string_view words;
};

constexpr std::array<Offence, 8> offences{{{"046/00", "Theft from a shop"},
                                           {"105/01", "Common assault"},
                                           {"149/00", "Criminal damage"},
                                           {"092/73", "Possession of a class B drug"},
                                           {"125/09", "Public order"},
                                           {"130/03", "Vehicle taking"},
                                           {"028/03", "Burglary, dwelling"},
                                           {"803/01", "Driving while disqualified"}}};

class Justice {
public:
    explicit Justice(Facts& facts) : m_facts(facts), m_random(facts.random()) {}

    void add() {
        m_adults = m_facts.aged(18, 64);
        m_young = m_facts.aged(10, 17);
        const bool family = m_facts.unit().hasChildren();
        if (family ? m_facts.strained(0.4) : m_random.chance(0.025))
            crime();
        if (m_random.chance(0.03) || m_facts.strained(0.3))
            oldOffence();
        if (m_random.chance(0.006))
            antisocial("victim", "incident");
        if (m_adults.size() > 0 && (family ? m_facts.strained(0.43) : m_random.chance(0.012)))
            domestic(m_random.between(1, 3), 5, 350);
        else if (m_adults.size() > 0 && m_random.chance(0.02))
            domestic(1, 400, 1500);
        missing();
    }

private:
    [[nodiscard]] std::optional<std::size_t> anyone() {
        const auto& from = !m_young.empty() && m_random.chance(0.5) ? m_young : m_adults;
        if (from.empty())
            return std::nullopt;
        return from[m_random.below(from.size())];
    }

    // One kind of trouble at the least; sometimes two.
    void crime() {
        const int kinds = m_random.chance(0.3) ? 2 : 1;
        for (int i = 0; i < kinds; ++i) {
            if (!m_young.empty() && m_random.chance(0.5))
                youthOffence();
            else if (!m_adults.empty() && m_random.chance(0.6))
                adultSentence();
            else
                antisocial("perpetrator", intervention());
        }
    }

    [[nodiscard]] std::string_view intervention() {
        static constexpr std::array<std::string_view, 5> kinds{
            "warning", "contract", "injunction", "order", "incident"};
        return m_random.pick(kinds);
    }

    void offence(Layout layout, std::size_t who, Date committed, std::string_view outcome) {
        const Offence& what = m_random.pick(offences);
        const Date decided = std::min(committed + Days(m_random.between(5, 90)), m_facts.asAt());
        m_facts.add(layout,
                    who,
                    {{"offence_date", committed},
                     {"outcome_date", decided},
                     {"offence_code", code(what.homeOfficeCode)},
                     {"offence", code(what.words)},
                     {"outcome", code(outcome)}});
    }

    void youthOffence() {
        static constexpr std::array<std::string_view, 3> outcomes{
            "convicted", "youth-caution", "restorative"};
        const std::size_t who = m_young[m_random.below(m_young.size())];
        m_facts.police(who);
        const int count = m_random.between(1, 3);
        for (int i = 0; i < count; ++i) {
            const Date when = m_facts.back(20, 340);
            const std::string_view outcome = m_random.pick(outcomes);
            if (m_random.chance(0.85))
                offence(Layout::policeOffences, who, when, outcome);
            if (outcome != "restorative" || m_random.chance(0.5))
                offence(Layout::youthOffences, who, when, outcome);
        }
        if (m_random.chance(0.25))
            sentence(Layout::courtsSentences, who, "youth-order", m_facts.back(30, 300), 365);
    }

    void adultSentence() {
        static constexpr std::array<std::string_view, 4> kinds{
            "community-order", "suspended-sentence", "licence", "custody"};
        const std::size_t who = m_adults[m_random.below(m_adults.size())];
        m_facts.police(who);
        const std::string_view kind = m_random.pick(kinds);
        const Date begun = m_facts.back(20, 300);
        offence(Layout::policeOffences, who, begun - Days(m_random.between(60, 200)), "convicted");
        sentence(Layout::courtsSentences, who, kind, begun, 540);
        if (m_random.chance(0.9))
            sentence(Layout::probationSentences, who, kind, begun, 540);
    }

    void sentence(Layout layout, std::size_t who, std::string_view kind, Date begun, int days) {
        Fact& fact = m_facts.add(layout,
                                 who,
                                 {{"kind", code(kind)},
                                  {"start_date", begun},
                                  {"end_date", begun + Days(days)},
                                  {"breached", m_random.chance(0.15)}});
        if (kind == "custody")
            fact.payload[*typeOf(layout).indexOf("release_date")] = begun + Days(days / 2 + 60);
    }

    // Beyond the plan's twelve months, or come to nothing.
    void oldOffence() {
        static constexpr std::array<std::string_view, 4> outcomes{
            "convicted", "cautioned", "no-further-action", "no-further-action"};
        if (m_adults.empty())
            return;
        const std::size_t who = m_adults[m_random.below(m_adults.size())];
        m_facts.police(who);
        const std::string_view outcome = m_random.pick(outcomes);
        if (m_random.chance(0.7))
            offence(Layout::policeOffences, who, m_facts.back(480, 2500), outcome);
        else
            offence(Layout::policeOffences, who, m_facts.back(30, 300), "no-further-action");
        if (m_random.chance(0.15))
            sentence(Layout::courtsSentences, who, "community-order", m_facts.back(900, 2000), 365);
    }

    void antisocial(std::string_view role, std::string_view what) {
        const auto who = anyone();
        if (!who)
            return;
        const bool landlord = m_facts.unit().socialTenancy && m_random.chance(0.5);
        const Layout layout = landlord ? Layout::housingAsb : Layout::policeAsb;
        std::string_view kind = what;
        if (landlord && what == "order")
            kind = "tenancy-action";
        m_facts.add(layout,
                    *who,
                    {{"incident_date", m_facts.back(10, 345)},
                     {"intervention", code(kind)},
                     {"role", code(role)}});
    }

    void domestic(int count, int leastDays, int mostDays) {
        for (int i = 0; i < count; ++i)
            callout(m_facts.back(leastDays, mostDays));
    }

    void callout(Date when) {
        static constexpr std::array<std::string_view, 3> risks{"standard", "medium", "high"};
        const std::string risk(risks[m_random.weighted(std::array{60, 28, 12})]);
        const std::string reference = "DA/" +
                                      std::to_string(1'000'000 + m_random.below(9'000'000)) + "/" +
                                      std::to_string(int(when.year()) % 100);
        std::vector<std::size_t> children = m_facts.with(Part::child);
        const bool present = !children.empty() && m_random.chance(0.65);
        const std::size_t first = m_adults[0];
        // The address is where the first of them lives, whatever the police hold for the others.
        const auto row = [&](std::size_t who, std::string_view role) {
            Fact& fact = m_facts.add(Layout::policeCallouts,
                                     who,
                                     {{"incident_date", when},
                                      {"role", code(role)},
                                      {"child_present", present},
                                      {"risk", code(risk)},
                                      {"incident_ref", code(reference)}});
            fact.home = m_facts.person(first).home;
        };
        row(first, "victim");
        if (m_adults.size() > 1 && m_random.chance(0.85))
            row(m_adults[1], "perpetrator");
        if (!present)
            return;
        for (const std::size_t child : children)
            if (m_facts.person(child).birth <= when && m_random.chance(0.7))
                row(child, "child");
    }

    void missing() {
        static constexpr std::array<std::string_view, 4> kinds{
            "missing", "absent", "sexual-exploitation", "criminal-exploitation"};
        for (const std::size_t child : m_young) {
            if (!m_facts.strained(0.1))
                continue;
            const int count = m_random.between(1, 3);
            for (int i = 0; i < count; ++i) {
                const std::string_view kind = kinds[m_random.weighted(std::array{70, 15, 8, 7})];
                const Date when = m_facts.back(5, 340);
                Fact& fact = m_facts.add(
                    Layout::policeMissing, child, {{"kind", code(kind)}, {"start_date", when}});
                if (kind == "missing" || kind == "absent")
                    fact.payload[*typeOf(fact.layout).indexOf("return_date")] =
                        when + Days(m_random.between(0, 3));
            }
        }
    }

    Facts& m_facts;
    Random& m_random;
    std::vector<std::size_t> m_adults;
    std::vector<std::size_t> m_young;
};

}  // namespace

void addJustice(Facts& facts) {
    Justice(facts).add();
}

}  // namespace synth

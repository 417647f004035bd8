// SPDX-License-Identifier: GPL-3.0-or-later
// What schools and the participation team know: terms of attendance, exclusions, the roll, and what
// young people of sixteen and over are doing.
#include "app/synth/fact.h"
#include "app/synth/school_term.h"

#include <algorithm>

namespace synth {

namespace {

using base::Date;

// The school year someone is in on a day: 0 is reception, negative is too young.
int schoolYear(Date birth, Date day) {
    const int startYear = int(day.year()) - (day.month().as_number() < 9 ? 1 : 0);
    return base::ageOn(birth, *base::makeDate(startYear, 8, 31)) - 4;
}

struct School {
    std::string urn;  // beyond the numbers DfE has given out
    std::string name;
    std::string phase;
};

School schoolOf(const Home& home, bool secondary) {
    static constexpr std::array<std::string_view, 8> words{
        "Alder", "Beacon", "Brook", "Castle", "Mill", "Orchard", "Priory", "Wyeside"};
    std::uint64_t town = 0;
    for (const char letter : home.town)
        town = mixed(town, static_cast<unsigned char>(letter));
    const std::uint64_t pick = home.serial / 97 % words.size();
    const std::uint64_t number = town % 600 * 16 + pick * 2 + (secondary ? 1 : 0);
    return {std::to_string(990000 + number),
            std::string(words[pick]) + (secondary ? " High School" : " Primary School"),
            secondary ? "secondary" : "primary"};
}

class Education {
public:
    explicit Education(Facts& facts)
        : m_facts(facts),
          m_random(facts.random()),
          m_terms(finishedTerms(facts.asAt(), termsSent + 1)) {}

    void add() {
        const bool absences = m_facts.strained(0.55);
        const bool excluded = m_facts.strained(0.2);
        bool absent = absences;
        for (const std::size_t child : m_facts.aged(4, 19)) {
            const int year = schoolYear(m_facts.person(child).birth, m_facts.asAt());
            if (year >= 0 && year <= 11) {
                roll(child, year);
                attendance(child, absent);
                exclusions(child, year, excluded);
                absent = absences && m_random.chance(0.6);
            } else if (year > 11 && year <= 14) {
                participation(child, year);
            }
        }
    }

private:
    void roll(std::size_t child, int year) {
        const Person& person = m_facts.person(child);
        const School school = schoolOf(home(child), year >= 7);
        const int entryYear = int(m_facts.asAt().year()) - (year >= 7 ? year - 7 : year) -
                              (m_facts.asAt().month().as_number() < 9 ? 1 : 0);
        Date entry = *base::makeDate(entryYear, 9, 3);
        if (person.previousHome && person.movedIn > entry && m_random.chance(0.4)) {
            leaver(child, entry, year);
            entry = person.movedIn;
        }
        std::string status = m_random.chance(0.008) ? "home-educated" : "on-roll";
        std::string reason;
        if (year >= 4 && m_facts.strained(0.08)) {
            status = "alternative-provision";
            reason = m_random.chance(0.8) ? "behaviour" : "health";
            entry = std::max(entry, m_facts.back(20, 300));
        } else if (m_facts.strained(0.03)) {
            status = "missing-education";
            entry = m_facts.back(15, 200);
        }
        const bool schooled = status == "on-roll";
        m_facts.add(Layout::schoolsRoll,
                    child,
                    {{"status", code(status)},
                     {"start_date", entry},
                     {"provision_reason", code(reason)},
                     {"school_urn", code(schooled ? school.urn : "")},
                     {"school_name", code(schooled ? school.name : "")},
                     {"year_group", code(std::to_string(year))}});
    }

    // The former school's row.
    void leaver(std::size_t child, Date entry, int year) {
        const Person& person = m_facts.person(child);
        const School school = schoolOf(m_facts.unit().homes[*person.previousHome], year >= 7);
        Fact& fact = m_facts.add(Layout::schoolsRoll,
                                 child,
                                 {{"status", code("off-roll")},
                                  {"start_date", entry},
                                  {"end_date", person.movedIn},
                                  {"school_urn", code(school.urn)},
                                  {"school_name", code(school.name)}});
        fact.home = person.previousHome;
    }

    void attendance(std::size_t child, bool absent) {
        const int level = absent ? m_random.between(12, 45) : m_random.between(0, 7);
        const int unauthorised = absent ? m_random.between(30, 85) : m_random.between(0, 25);
        for (std::size_t i = 0; i < m_terms.size(); ++i) {
            const Term& term = m_terms[i];
            const int year = schoolYear(m_facts.person(child).birth, term.begins);
            if (year < 0 || year > 11)
                continue;
            const bool census = i == termsSent;
            if (census && home(child).serial / 97 % 2 == 0)
                continue;
            const School school = schoolOf(home(child), year >= 7);
            const int possible =
                term.sessions - (m_random.chance(0.06) ? m_random.between(8, 60) : 0);
            const int rate = std::clamp(level + m_random.between(-4, 4), 0, 60);
            const std::int64_t missed = possible * rate / 100;
            const std::int64_t without = missed * unauthorised / 100;
            m_facts.add(census ? Layout::censusPupils : Layout::schoolsAttendance,
                        child,
                        {{"term", code(term.name())},
                         {"school_urn", code(school.urn)},
                         {"sessions_possible", std::int64_t{possible}},
                         {"sessions_authorised", missed - without},
                         {"sessions_unauthorised", without}});
            if (census)
                reasons(child, school, missed - without, without);
        }
    }

    // Half of the schools send the census's sessions by attendance code.
    void reasons(std::size_t child,
                 const School& school,
                 std::int64_t authorised,
                 std::int64_t without) {
        const std::int64_t ill = authorised * m_random.between(50, 100) / 100;
        const std::int64_t late = without * m_random.between(0, 40) / 100;
        const auto row = [&](std::string_view letter, std::int64_t sessions) {
            if (sessions > 0)
                m_facts.add(Layout::censusSessions,
                            child,
                            {{"school_urn", code(school.urn)},
                             {"reason_code", code(letter)},
                             {"sessions", sessions}});
        };
        row("I", ill);
        row("M", authorised - ill);
        row("U", late);
        row("O", without - late);
    }

    void exclusions(std::size_t child, int year, bool excluded) {
        if (year < 2)
            return;
        int count = excluded && m_random.chance(0.7) ? m_random.between(2, 6) : 0;
        if (count == 0 && year >= 7 && m_random.chance(0.02))
            count = 1;
        for (int i = 0; i < count; ++i)
            exclusion(child, year, "suspension", m_random.between(1, 10));
        if (excluded && m_random.chance(0.15))
            exclusion(child, year, "permanent", 0);
    }

    void exclusion(std::size_t child, int year, std::string_view category, int sessions) {
        static constexpr std::array<std::string_view, 6> reasons{"Persistent disruptive behaviour",
                                                                 "Verbal abuse of an adult",
                                                                 "Physical assault of a pupil",
                                                                 "Damage to property",
                                                                 "Theft",
                                                                 "Bullying"};
        const School school = schoolOf(home(child), year >= 7);
        Fact& fact = m_facts.add(Layout::schoolsExclusions,
                                 child,
                                 {{"start_date", schoolDay()},
                                  {"category", code(category)},
                                  {"reason", code(m_random.pick(reasons))},
                                  {"phase", code(school.phase)},
                                  {"school_urn", code(school.urn)}});
        if (sessions > 0)
            fact.payload[*typeOf(fact.layout).indexOf("sessions")] = std::int64_t{sessions};
    }

    // A weekday of the last year's terms.
    Date schoolDay() {
        const Term& term = m_terms[m_random.below(4)];
        Date day = term.begins + boost::gregorian::days(m_random.between(5, 80));
        while (day.day_of_week() == 0 || day.day_of_week() == 6)
            day += boost::gregorian::days(1);
        return day;
    }

    void participation(std::size_t young, int year) {
        std::string status = "education";
        if (m_facts.strained(0.35))
            status = m_random.chance(0.85) ? "neet" : "leaving-no-plan";
        else if (m_random.chance(0.05))
            status = "not-known";
        else if (year > 13 && m_random.chance(0.5))
            status = "employment";
        else if (m_random.chance(0.12))
            status = "training";
        if (status != "not-known" && m_random.chance(0.3)) {
            const Date changed = m_facts.back(200, 360);
            spell(young, "education", changed - boost::gregorian::days(300), changed);
        }
        spell(young, status, m_facts.back(20, 190), std::nullopt);
    }

    void spell(std::size_t young, std::string_view status, Date from, std::optional<Date> to) {
        Fact& fact = m_facts.add(
            Layout::participation, young, {{"status", code(status)}, {"start_date", from}});
        if (to)
            fact.payload[*typeOf(fact.layout).indexOf("end_date")] = *to;
    }

    [[nodiscard]] const Home& home(std::size_t child) {
        return m_facts.unit().homes[m_facts.person(child).home];
    }

    Facts& m_facts;
    Random& m_random;
    std::vector<Term> m_terms;
};

}  // namespace

void addEducation(Facts& facts) {
    Education(facts).add();
}

}  // namespace synth

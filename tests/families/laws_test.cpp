// SPDX-License-Identifier: GPL-3.0-or-later
// Laws that hold for any town, and a naive all-pairs oracle beside the real thing.
#include "families/build.h"
#include "support/town.h"

#include <QtTest>

#include <rapidcheck.h>

#include <random>
#include <set>

using namespace records;
using support::Line;
using support::Town;

namespace {

constexpr const char* addresses[] = {"1 Etnam Street",
                                     "2 Etnam Street",
                                     "Flat 1, Kings Court",
                                     "Kings Court",
                                     "Bridge House Hostel",
                                     "No fixed abode",
                                     ""};
constexpr const char* relationships[] = {
    "tenant", "partner", "parent", "child", "grandparent", "carer", "sibling", "lodger", "other"};
constexpr const char* days[] = {"", "2020-01-01", "2025-07-01", "2026-08-31", "2026-12-01"};
constexpr const char* surnames[] = {"Price", "Jones", "Hughes"};
constexpr const char* refs[] = {"", "T1", "T2", "T3"};

template <std::size_t N>
const char* anyOf(const char* const (&list)[N]) {
    return list[*rc::gen::inRange<std::size_t>(0, N)];
}

void anyRecord(Town& town, PersonId one, std::vector<std::string>& related) {
    const int kind = *rc::gen::inRange(0, 4);
    if (kind == 0) {
        town.school(one, anyOf(addresses));
    } else if (kind == 1) {
        const char* day = anyOf(days);
        town.callout(one, anyOf(addresses), *day == '\0' ? "2026-01-01" : day);
    } else {
        related.push_back("P" + std::to_string(*rc::gen::inRange(1, 8)));
        Line line{anyOf(refs), anyOf(relationships), anyOf(addresses)};
        line.start = anyOf(days);
        line.livesHere = *rc::gen::inRange(-1, 2);
        line.related = kind == 2 ? "" : related.back().c_str();
        line.agency = *rc::gen::element(Agency::housing, Agency::schools);
        town.line(one, line);
    }
}

// Any people and any records, contradictions and all.
void anyTown(Town& town) {
    town.settings.largestHome = *rc::gen::inRange<std::size_t>(2, 7);
    std::vector<std::string> related;
    const auto count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) {
        const int born = *rc::gen::element(0, 1950, 1975, 1990, 2005, 2015, 2020);
        const auto one = town.person("N" + std::to_string(i), anyOf(surnames), born);
        for (auto more = *rc::gen::inRange(0, 4); more > 0; --more)
            anyRecord(town, one, related);
    }
}

bool same(const families::Outcome& left, const families::Outcome& right) {
    const auto families = [](const Family& a, const Family& b) {
        return a.id == b.id && a.home == b.home &&
               std::equal(a.members.begin(),
                          a.members.end(),
                          b.members.begin(),
                          b.members.end(),
                          [](const Membership& x, const Membership& y) {
                              return x.person == y.person && x.role == y.role &&
                                     x.dates == y.dates && x.evidence == y.evidence &&
                                     x.evidenceWords == y.evidenceWords;
                          });
    };
    const auto ties = [](const DoubtfulTie& a, const DoubtfulTie& b) {
        return a.people == b.people && a.reason == b.reason && a.home == b.home &&
               a.evidence == b.evidence;
    };
    return std::equal(left.families.begin(),
                      left.families.end(),
                      right.families.begin(),
                      right.families.end(),
                      families) &&
           std::equal(left.doubtful.begin(),
                      left.doubtful.end(),
                      right.doubtful.begin(),
                      right.doubtful.end(),
                      ties);
}

// --- the oracle ---

struct Stay {
    std::size_t person;
    int home;
    int ref;  // 0: only an address
};

struct Neighbours {
    std::vector<bool> minor;
    std::vector<std::string> surname;
    std::vector<Stay> stays;
    std::size_t largest = 12;
};

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

// Ties two people at one home by asking every pair, then every pair through a third, until nothing
// changes.
Pairs tiedAt(const Neighbours& town, int home) {
    std::vector<Stay> here;
    std::set<int> numbers;
    bool child = false;
    for (const Stay& stay : town.stays) {
        if (stay.home != home)
            continue;
        here.push_back(stay);
        child |= town.minor[stay.person];
        if (stay.ref != 0)
            numbers.insert(stay.ref);
    }
    const bool byNumberOnly = numbers.size() > 1 || here.size() > town.largest;
    const auto direct = [&](const Stay& a, const Stay& b) {
        const bool sameNumber = a.ref != 0 && a.ref == b.ref;
        if (byNumberOnly)
            return sameNumber && std::count_if(here.begin(), here.end(), [&](const Stay& stay) {
                                     return stay.ref == a.ref;
                                 }) <= static_cast<std::ptrdiff_t>(town.largest);
        return sameNumber || child || town.surname[a.person] == town.surname[b.person];
    };
    Pairs pairs;
    for (const Stay& a : here)
        for (const Stay& b : here)
            if (a.person != b.person && direct(a, b))
                pairs.insert({a.person, b.person});
    for (std::size_t before = 0; before != pairs.size();) {
        before = pairs.size();
        for (const auto& [a, b] : Pairs(pairs))
            for (const auto& [c, d] : Pairs(pairs))
                if (b == c && a != d)
                    pairs.insert({a, d});
    }
    return pairs;
}

Neighbours anyNeighbours() {
    Neighbours town;
    town.largest = *rc::gen::inRange<std::size_t>(2, 6);
    const auto count = *rc::gen::inRange<std::size_t>(0, 12);
    for (std::size_t i = 0; i < count; ++i) {
        town.minor.push_back(*rc::gen::arbitrary<bool>());
        town.surname.emplace_back(anyOf(surnames));
        const int home = *rc::gen::inRange(1, 4);
        town.stays.push_back({i, home, *rc::gen::inRange(0, 3)});
        if (town.minor.back() && town.stays.back().ref != 0 && *rc::gen::inRange(0, 3) == 0)
            town.stays.push_back({i, home + 3, *rc::gen::inRange(1, 3)});
    }
    return town;
}

void furnish(Town& town, const Neighbours& neighbours) {
    town.settings.largestHome = neighbours.largest;
    for (std::size_t i = 0; i < neighbours.minor.size(); ++i)
        town.person(
            "N" + std::to_string(i), neighbours.surname[i], neighbours.minor[i] ? 2015 : 1980);
    for (const Stay& stay : neighbours.stays) {
        const PersonId one{static_cast<std::int64_t>(stay.person) + 1};
        const std::string address = std::to_string(stay.home) + " Etnam Street";
        const std::string ref = std::to_string(stay.home) + "/" + std::to_string(stay.ref);
        if (stay.ref == 0)
            town.school(one, address.c_str());
        else
            town.line(one, {ref.c_str(), "other", address.c_str()});
    }
}

}  // namespace

class LawsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void theOrderOfPeopleAndRecordsDoesNotMatter() {
        QVERIFY(rc::check("order-free", [] {
            Town town;
            anyTown(town);
            const families::Outcome before = town.build();
            std::mt19937 random(*rc::gen::arbitrary<unsigned>());
            std::shuffle(town.people.begin(), town.people.end(), random);
            for (families::PersonRecords& person : town.people)
                std::shuffle(person.records.begin(), person.records.end(), random);
            RC_ASSERT(same(before, town.build()));
        }));
    }

    void anUnrelatedPersonChangesNoFamily() {
        QVERIFY(rc::check("an unrelated person", [] {
            Town town;
            anyTown(town);
            const families::Outcome before = town.build();
            const auto stranger = town.person("Stranger", "Elsewhere", 1980);
            // Records of the town may name a number that nobody has yet: not this one.
            town.school(stranger, "99 Far Lane", "LD1 1AA").identity.localId = "S1";
            town.line(stranger, {"T99", "tenant", "99 Far Lane", "LD1 1AA"}).identity.localId =
                "S1";
            RC_ASSERT(same(before, town.build()));
        }));
    }

    void everyMemberHasEvidenceAndEveryFamilyTwoMembers() {
        QVERIFY(rc::check("evidence", [] {
            Town town;
            anyTown(town);
            for (const Family& family : town.build().families) {
                RC_ASSERT(family.members.size() >= 2U);
                std::set<PersonId> people;
                for (const Membership& member : family.members) {
                    RC_ASSERT(!member.evidence.empty());
                    RC_ASSERT(!member.evidenceWords.empty());
                    RC_ASSERT(people.insert(member.person).second);
                }
            }
        }));
    }

    void numbersAreKeptWhenNothingChanged() {
        QVERIFY(rc::check("same numbers", [] {
            Town town;
            anyTown(town);
            town.earlier = town.build().families;
            std::int64_t number = 100;
            for (Family& family : town.earlier)
                family.id = FamilyId{++number};
            std::reverse(town.earlier.begin(), town.earlier.end());
            const families::Outcome again = town.build();
            std::set<FamilyId> ids;
            for (const Family& family : again.families) {
                RC_ASSERT(bool(family.id));
                RC_ASSERT(ids.insert(family.id).second);
            }
            RC_ASSERT(again.counts.kept == again.families.size());
        }));
    }

    void agreesWithAskingEveryPair() {
        QVERIFY(rc::check("all-pairs oracle", [] {
            const Neighbours neighbours = anyNeighbours();
            Pairs expected;
            for (int home = 1; home <= 6; ++home)
                expected.merge(tiedAt(neighbours, home));
            Town town;
            furnish(town, neighbours);
            Pairs got;
            for (const Family& family : town.build().families)
                for (const Membership& a : family.members)
                    for (const Membership& b : family.members)
                        if (a.person != b.person)
                            got.insert({static_cast<std::size_t>(a.person.value - 1),
                                        static_cast<std::size_t>(b.person.value - 1)});
            RC_ASSERT(got == expected);
        }));
    }

    void growsWithTheNumberOfRecords() {
        Town town;
        for (int home = 0; home < 5000; ++home) {
            const std::string address = std::to_string(home) + " Long Road";
            const std::string ref = "T" + std::to_string(home);
            const std::string surname = "S" + std::to_string(home);
            for (int i = 0; i < 4; ++i) {
                const auto one = town.person("N", surname, i < 2 ? 1985 : 2015);
                town.line(one, {ref.c_str(), i < 2 ? "parent" : "child", address.c_str()});
                town.school(one, address.c_str());
            }
        }
        QElapsedTimer timer;
        timer.start();
        const families::Outcome outcome = town.build();
        QVERIFY2(timer.elapsed() < 10000, "20,000 people must not take ten seconds");
        QCOMPARE(outcome.families.size(), std::size_t{5000});
        QCOMPARE(outcome.counts.inFamilies, std::size_t{20000});
    }
};

QTEST_APPLESS_MAIN(LawsTest)
#include "laws_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/homes.h"

#include "families/union_find.h"

#include <algorithm>
#include <map>
#include <set>

namespace families {

using records::AddressKind;

namespace {

// One person's claim to one home, from all the records that make it.
struct Resident {
    UnitMember member;
    bool lodger = false;
    bool needsSupport = false;     // a child's further address: not theirs unless a surname agrees
    std::set<std::uint32_t> refs;  // household numbers
    std::tuple<bool, bool, std::tuple<std::int64_t, Order>> strength;  // line, number, newness
};

struct Home {
    std::string key;
    AddressKind kind = AddressKind::home;
    std::vector<Resident> residents;  // by person
};

// A home is named by its UPRN, else its address, else the household number.
std::pair<int, std::string_view> nameRank(const Place& place) {
    const int rank = place.isRef ? 2 : place.key.starts_with("uprn:") ? 0 : 1;
    return {rank, place.key};
}

class Grouping {
public:
    Grouping(const Evidence& evidence, const Settings& settings, Doubts& doubts)
        : m_evidence(evidence), m_settings(settings), m_doubts(doubts) {}

    std::vector<Unit> run();

private:
    void nameHomes();
    void settle(std::size_t first, std::size_t last);
    void decide(Home& home);
    void decideOrdinary(Home& home);
    void decideInstitution(Home& home);
    void splitByNumber(Home& home, const std::string& reason);
    void keepSupported(Home& home);
    [[nodiscard]] bool severalNumbers(const Home& home) const;
    [[nodiscard]] UnionFind kinClusters(const std::vector<Resident>& residents) const;
    void alone(const Home& home, const std::vector<Resident>& residents);
    void together(const Home& home, const std::vector<Resident>& residents);
    void doubt(const Home& home, const std::vector<Resident>& residents, std::string reason);

    [[nodiscard]] const PersonFacts& facts(const Resident& resident) const {
        return m_evidence.people[resident.member.person];
    }

    const Evidence& m_evidence;
    const Settings& m_settings;
    Doubts& m_doubts;
    std::vector<std::uint32_t> m_homeOf;  // by place
    std::map<std::uint32_t, Home> m_homes;
    std::vector<Unit> m_units;
};

void Grouping::nameHomes() {
    UnionFind sets(m_evidence.places.size());
    for (const SamePlace& same : m_evidence.samePlaces)
        sets.join(same.left, same.right);
    std::map<std::uint32_t, std::pair<int, std::string_view>> names;
    for (std::uint32_t i = 0; i < m_evidence.places.size(); ++i) {
        const Place& place = m_evidence.places[i];
        const std::uint32_t root = sets.root(i);
        m_homeOf.push_back(root);
        const auto [at, first] = names.try_emplace(root, nameRank(place));
        if (!first)
            at->second = std::min(at->second, nameRank(place));
        Home& home = m_homes[root];
        home.key = at->second.second;
        if (place.kind != AddressKind::home)
            home.kind = place.kind;
    }
}

// One person's claims become residences: which home is theirs, which further ones may be.
void Grouping::settle(std::size_t first, std::size_t last) {
    std::map<std::uint32_t, Resident> homes;
    for (std::size_t i = first; i < last; ++i) {
        const HomeClaim& claim = m_evidence.claims[i];
        const bool isRef = m_evidence.places[claim.place].isRef;
        Resident& resident = homes[m_homeOf[claim.place]];
        resident.member.person = claim.person;
        resident.member.line |= claim.line;
        resident.member.responsible |= claim.responsible;
        resident.member.addressRecords += claim.line ? 0U : 1U;
        resident.member.say(claim.relationship);
        resident.member.prove(claim.record, claim.from);
        resident.lodger |= claim.line && claim.relationship == "lodger";
        if (isRef)
            resident.refs.insert(claim.place);
        resident.strength = std::max(resident.strength, {claim.line, isRef, claim.newness});
    }
    const auto strongest =
        std::max_element(homes.begin(), homes.end(), [](const auto& a, const auto& b) {
            return a.second.strength < b.second.strength;
        });
    const bool minor = m_evidence.people[m_evidence.claims[first].person].minor;
    const bool lodgedOut = m_homes[strongest->first].kind != AddressKind::home;
    for (auto& [number, resident] : homes) {
        Home& home = m_homes[number];
        // People in an institution with a household number of their own are asked about there too.
        const bool sameRoof = lodgedOut && home.kind != AddressKind::home;
        if (number != strongest->first && !minor && !sameRoof)
            continue;
        resident.needsSupport = number != strongest->first && !resident.member.line && !sameRoof;
        home.residents.push_back(std::move(resident));
    }
}

void Grouping::alone(const Home& home, const std::vector<Resident>& residents) {
    for (const Resident& resident : residents)
        m_units.push_back({home.key, {resident.member}});
}

void Grouping::together(const Home& home, const std::vector<Resident>& residents) {
    Unit unit{home.key, {}};
    for (const Resident& resident : residents)
        unit.members.push_back(resident.member);
    m_units.push_back(std::move(unit));
}

void Grouping::doubt(const Home& home, const std::vector<Resident>& residents, std::string reason) {
    std::vector<UnitMember> members;
    for (const Resident& resident : residents)
        members.push_back(resident.member);
    auto family = m_doubts.raise(std::move(members), std::move(reason), home.key);
    if (family && !family->members.empty())
        m_units.push_back(std::move(*family));
}

// Two household numbers of one series at one address: the agency says these are two households.
bool Grouping::severalNumbers(const Home& home) const {
    std::map<std::string_view, std::uint32_t> seen;
    for (const Resident& resident : home.residents)
        for (const std::uint32_t ref : resident.refs)
            if (seen.try_emplace(m_evidence.places[ref].series, ref).first->second != ref)
                return true;
    return false;
}

// Sets of residents that a shared household number or a shared surname ties.
UnionFind Grouping::kinClusters(const std::vector<Resident>& residents) const {
    UnionFind sets(residents.size());
    std::map<std::string_view, std::uint32_t> bySurname;
    std::map<std::uint32_t, std::uint32_t> byRef;
    for (std::uint32_t i = 0; i < residents.size(); ++i) {
        for (const std::string& surname : facts(residents[i]).surnames)
            sets.join(i, bySurname.try_emplace(surname, i).first->second);
        for (const std::uint32_t ref : residents[i].refs)
            sets.join(i, byRef.try_emplace(ref, i).first->second);
    }
    return sets;
}

// Each household number is its own unit, unless it too is larger than a home; people with none are
// doubtful.
void Grouping::splitByNumber(Home& home, const std::string& reason) {
    std::map<std::uint32_t, std::vector<Resident>> byRef;
    bool others = false;
    for (const Resident& resident : home.residents) {
        others |= resident.refs.empty();
        if (!resident.refs.empty())
            byRef[*resident.refs.begin()].push_back(resident);
    }
    for (const auto& [ref, residents] : byRef) {
        others |= residents.size() > m_settings.largestHome;
        if (residents.size() <= m_settings.largestHome)
            together(home, residents);
    }
    if (others)
        doubt(home, home.residents, reason);
    alone(home, home.residents);
}

void Grouping::keepSupported(Home& home) {
    const auto supported = [&](const Resident& child) {
        return std::any_of(
            home.residents.begin(), home.residents.end(), [&](const Resident& other) {
                return !other.needsSupport && shareSurname(facts(child), facts(other));
            });
    };
    std::vector<Resident> kept;
    bool left = false;
    for (const Resident& resident : home.residents) {
        const bool stays = !resident.needsSupport || supported(resident);
        left |= !stays;
        if (stays)
            kept.push_back(resident);
    }
    if (left && !kept.empty())
        doubt(home,
              home.residents,
              "an address that differs from where another record says they live");
    home.residents = std::move(kept);
}

void Grouping::decideOrdinary(Home& home) {
    const bool child = std::any_of(home.residents.begin(),
                                   home.residents.end(),
                                   [&](const Resident& one) { return facts(one).minor; });
    UnionFind kin = kinClusters(home.residents);
    std::map<std::uint32_t, std::vector<Resident>> clusters;
    for (std::uint32_t i = 0; i < home.residents.size(); ++i)
        clusters[kin.root(i)].push_back(home.residents[i]);
    if (child || clusters.size() == 1) {
        together(home, home.residents);
        return;
    }
    for (const auto& [root, residents] : clusters)
        together(home, residents);
    doubt(home, home.residents, "adults of different surnames who share only an address");
}

// People of one household number and one surname are a family wherever they are put up; all others
// at such an address may be strangers.
void Grouping::decideInstitution(Home& home) {
    const bool kindred =
        std::all_of(home.residents.begin(), home.residents.end(), [&](const Resident& one) {
            return one.member.line && shareSurname(facts(one), facts(home.residents.front()));
        });
    const bool sane = home.residents.size() <= m_settings.largestHome;
    if (kindred && sane && home.key.starts_with("ref:")) {
        together(home, home.residents);
        return;
    }
    if (!kindred || !sane)
        doubt(home, home.residents, std::string(records::addressKindName(home.kind)));
    alone(home, home.residents);
}

void Grouping::decide(Home& home) {
    std::vector<Resident> lodgers;
    std::copy_if(home.residents.begin(),
                 home.residents.end(),
                 std::back_inserter(lodgers),
                 [](const Resident& one) { return one.lodger; });
    std::erase_if(home.residents, [](const Resident& one) { return one.lodger; });
    alone(home, lodgers);
    if (home.kind == AddressKind::home)
        keepSupported(home);
    if (home.residents.size() < 2) {
        alone(home, home.residents);
        return;
    }
    if (home.kind != AddressKind::home) {
        decideInstitution(home);
    } else if (severalNumbers(home)) {
        splitByNumber(home, "several households at one address");
    } else if (home.residents.size() > m_settings.largestHome) {
        splitByNumber(
            home, "more than " + std::to_string(m_settings.largestHome) + " people at one home");
    } else {
        decideOrdinary(home);
    }
}

std::vector<Unit> Grouping::run() {
    nameHomes();
    const std::vector<HomeClaim>& claims = m_evidence.claims;
    for (std::size_t first = 0; first < claims.size();) {
        std::size_t last = first;
        while (last < claims.size() && claims[last].person == claims[first].person)
            ++last;
        settle(first, last);
        first = last;
    }
    for (auto& [number, home] : m_homes)
        decide(home);
    return std::move(m_units);
}

}  // namespace

bool shareSurname(const PersonFacts& left, const PersonFacts& right) {
    return std::any_of(left.surnames.begin(), left.surnames.end(), [&](const std::string& one) {
        return std::binary_search(right.surnames.begin(), right.surnames.end(), one);
    });
}

std::vector<Unit> unitsByHome(const Evidence& evidence, const Settings& settings, Doubts& doubts) {
    return Grouping(evidence, settings, doubts).run();
}

}  // namespace families

// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/review_order.h"

#include "casework/plan_text.h"
#include "criteria/plan.h"
#include "store/family_table.h"
#include "store/link_table.h"
#include "store/work_list.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace casework {

namespace {

constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();

struct FamilyNow {
    std::array<bool, 6> met{};
    bool flagged = false;
};

// People and families as they stand, by number.
class Standing {
public:
    static base::Result<Standing> read(store::Vault& vault,
                                       const access::Grant& linking,
                                       const access::Grant& listing,
                                       const std::vector<records::DoubtfulPair>& pairs) {
        Standing standing;
        const auto text = currentPlanText(vault, base::today());
        if (!text)
            return base::fail(text.error());
        const auto plan = criteria::readPlan(*text, "the plan in force");
        if (!plan)
            return base::fail(plan.error());
        standing.m_enough = static_cast<std::size_t>(std::max(plan->minimumCriteria, 1));
        std::unordered_set<records::RecordId> wanted;
        for (const records::DoubtfulPair& pair : pairs) {
            wanted.insert(pair.left);
            wanted.insert(pair.right);
        }
        const auto links = store::LinkTable(vault).forEach(
            linking, [&](records::Link&& link) -> base::Result<void> {
                if (wanted.contains(link.record))
                    standing.m_person.emplace(link.record, link.person);
                return {};
            });
        if (!links)
            return base::fail(links.error());
        const auto families = store::FamilyTable(vault).all(linking);
        if (!families)
            return base::fail(families.error());
        for (const records::Family& family : *families)
            for (const records::Membership& member : family.members)
                standing.m_families[member.person].push_back(family.id);
        store::FamilyFilter filter;
        filter.atLeastCriteria = 1;
        const auto rows = store::WorkList(vault).rows(listing, filter, 0, everything);
        if (!rows)
            return base::fail(rows.error());
        for (const records::FamilyRow& row : *rows) {
            FamilyNow& now = standing.m_now[row.family];
            now.flagged = row.flagged;
            for (std::size_t i = 0; i < now.met.size(); ++i)
                now.met[i] = row.outcomes[i] == records::Outcome::met;
        }
        return standing;
    }

    [[nodiscard]] PairEffect effect(const records::DoubtfulPair& pair) const {
        const auto left = m_person.find(pair.left);
        const auto right = m_person.find(pair.right);
        if (left == m_person.end() || right == m_person.end())
            return PairEffect::noFamily;
        if (left->second == right->second)
            return PairEffect::partsPerson;
        const auto& ofLeft = familiesOf(left->second);
        const auto& ofRight = familiesOf(right->second);
        if (ofLeft.empty() && ofRight.empty())
            return PairEffect::noFamily;
        if (ofLeft.empty() || ofRight.empty())
            return meetsSomething(ofLeft.empty() ? ofRight : ofLeft) ? PairEffect::joinsFindings
                                                                     : PairEffect::joinsFamily;
        for (const records::FamilyId family : ofLeft)
            if (std::find(ofRight.begin(), ofRight.end(), family) != ofRight.end())
                return PairEffect::oneMember;
        return wouldMeetEnough(ofLeft, ofRight) ? PairEffect::mayPropose
                                                : PairEffect::joinsFamilies;
    }

private:
    using Families = std::vector<records::FamilyId>;

    [[nodiscard]] const Families& familiesOf(records::PersonId person) const {
        static const Families none;
        const auto found = m_families.find(person);
        return found == m_families.end() ? none : found->second;
    }

    [[nodiscard]] FamilyNow now(records::FamilyId family) const {
        const auto found = m_now.find(family);
        return found == m_now.end() ? FamilyNow() : found->second;
    }

    [[nodiscard]] bool meetsSomething(const Families& families) const {
        return std::any_of(families.begin(), families.end(), [this](records::FamilyId family) {
            return m_now.contains(family);
        });
    }

    [[nodiscard]] bool wouldMeetEnough(const Families& left, const Families& right) const {
        for (const records::FamilyId one : left)
            for (const records::FamilyId other : right) {
                const FamilyNow a = now(one);
                const FamilyNow b = now(other);
                std::size_t together = 0;
                for (std::size_t i = 0; i < a.met.size(); ++i)
                    together += a.met[i] || b.met[i] ? 1U : 0U;
                if (!a.flagged && !b.flagged && together >= m_enough)
                    return true;
            }
        return false;
    }

    std::size_t m_enough = 2;  // criteria, of the plan in force
    std::unordered_map<records::RecordId, records::PersonId> m_person;
    std::unordered_map<records::PersonId, Families> m_families;
    std::unordered_map<records::FamilyId, FamilyNow> m_now;  // of families that meet something
};

}  // namespace

std::string_view effectWords(PairEffect effect) {
    switch (effect) {
        case PairEffect::mayPropose:
            return "would join two families that together meet enough criteria to be proposed";
        case PairEffect::joinsFamilies:
            return "would join members of two families";
        case PairEffect::joinsFindings:
            return "would add records to a family that meets a criterion";
        case PairEffect::joinsFamily:
            return "would add records to a family";
        case PairEffect::partsPerson:
            return "leaves them one person; \"different\" would part them";
        case PairEffect::oneMember:
            return "would make two members of a family one";
        case PairEffect::noFamily:
            return "changes no family";
    }
    return {};
}

base::Result<std::vector<OrderedPair>> reviewOrder(Session& session) {
    const auto linking = session.authorise(
        access::Action::linkRecords, access::Subject::vault(), "put doubtful pairs in order");
    if (!linking)
        return base::fail(linking.error());
    const auto listing = session.listing();
    if (!listing)
        return base::fail(listing.error());
    const auto pairs = store::LinkTable(session.vault()).pairs(*linking, false, 0, everything);
    if (!pairs)
        return base::fail(pairs.error());
    const auto standing = Standing::read(session.vault(), *linking, *listing, *pairs);
    if (!standing)
        return base::fail(standing.error());

    struct Ranked {
        OrderedPair pair;
        bool notSure = false;
        double weight = 0;
    };

    std::vector<Ranked> ranked;
    for (const records::DoubtfulPair& pair : *pairs)
        ranked.push_back({{pair.id, standing->effect(pair)},
                          pair.answer == records::PairAnswer::notSure,
                          pair.weight});
    std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return std::tuple(a.notSure, a.pair.effect, -a.weight, a.pair.id) <
               std::tuple(b.notSure, b.pair.effect, -b.weight, b.pair.id);
    });
    std::vector<OrderedPair> ordered;
    for (const Ranked& one : ranked)
        ordered.push_back(one.pair);
    return ordered;
}

}  // namespace casework

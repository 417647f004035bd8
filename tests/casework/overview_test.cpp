// SPDX-License-Identifier: GPL-3.0-or-later
// The vault in counts.
#include "casework/overview.h"

#include "casework/decisions.h"
#include "support/price_family.h"

using base::Code;
using records::CaseStep;
using support::must;
using support::prepareFamilies;
using support::Team;

namespace {

std::int64_t reached(const casework::Overview& overview, std::string_view words) {
    for (const auto& [step, families] : overview.way)
        if (step == words)
            return families;
    return -1;
}

}  // namespace

class OverviewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void countsEachFamilyUnderExactlyWhatItMeets() {
        Team team;
        prepareFamilies(team);
        const auto overview = must(casework::overview(team.caseworker()));
        QCOMPARE(overview.families, std::int64_t{3});
        QCOMPARE(overview.flagged, std::int64_t{2});
        std::map<std::uint32_t, std::int64_t> together;
        for (const records::CriteriaTogether& one : overview.together)
            together[one.criteria] = one.families;
        const std::map<std::uint32_t, std::int64_t> expected{{0b001001, 1}, {0b101001, 1}};
        QVERIFY(together == expected);
        QCOMPARE(overview.met[0], std::int64_t{2});
        QCOMPARE(overview.met[5], std::int64_t{1});
        QCOMPARE(overview.headings[0], std::string("Staying safe in the community"));
    }

    void theWayCountsFamiliesThatEverCameSoFar() {
        Team team;
        prepareFamilies(team);
        const auto before = must(casework::overview(team.supervisor()));
        QCOMPARE(reached(before, "Screened"), std::int64_t{3});
        QCOMPARE(reached(before, "Proposed"), std::int64_t{2});
        QCOMPARE(reached(before, "Put before a supervisor"), std::int64_t{0});
        const auto family = support::familyNamed(team, "PRICE").family;
        must(casework::takeFamily(team.caseworker(), family));
        casework::Decision triage;
        triage.family = family;
        triage.step = CaseStep::triage;
        triage.reason = std::string(records::reasonsFor(CaseStep::triage).front().code);
        triage.words = "The evidence holds.";
        must(casework::decide(team.caseworker(), triage));
        const auto after = must(casework::overview(team.supervisor()));
        QCOMPARE(reached(after, "Put before a supervisor"), std::int64_t{1});
        QCOMPARE(reached(after, "Agreed by a supervisor"), std::int64_t{0});
    }

    void partnersAreCountedWithWhatTheirRecordsHold() {
        Team team;
        prepareFamilies(team);
        const auto all = must(casework::completeness(team.caseworker()));
        QCOMPARE(all.partners.size(), records::allAgencies.size());
        for (const casework::PartnerStanding& partner : all.partners) {
            QCOMPARE(partner.records > 0, partner.heard.deliveries > 0);
            for (const auto& [name, share] : partner.identifiers)
                QVERIFY2(share > 0 && share <= 1, name.c_str());
            if (partner.heard.agency == records::Agency::housing)
                QCOMPARE(partner.identifiers.front(), std::pair(std::string("birth date"), 1.0));
        }
        QCOMPARE(all.consent.people, std::int64_t{0});
    }

    void whoMayNotCountIsRefused() {
        Team team;
        VERIFY_FAILS(casework::overview(team.administrator()), Code::refused, "not open");
        VERIFY_FAILS(casework::completeness(team.administrator()), Code::refused, "not open");
    }
};

QTEST_GUILESS_MAIN(OverviewTest)
#include "overview_test.moc"

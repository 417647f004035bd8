// SPDX-License-Identifier: GPL-3.0-or-later
// Families with a case: standing, relationships, the work list.
#include "store/case_table.h"

#include "sample.h"
#include "store/assessment_table.h"
#include "store/family_table.h"
#include "store/plan_table.h"
#include "store/work_list.h"
#include "tests/support/temporary_vault.h"

using access::Action;
using access::Role;
using access::Subject;
using base::Code;
using records::CaseState;
using records::CaseStep;
using records::FamilyId;
using support::granted;
using support::must;
using support::TemporaryVault;

namespace {

// Families 1 to `count`, family n with one adult (person 2n) and one child (person 2n + 1).
void makeFamilies(store::Vault& vault, std::int64_t count) {
    std::vector<records::Family> families;
    for (std::int64_t n = 1; n <= count; ++n) {
        records::Family family{{n}, "uprn:" + std::to_string(n), {}};
        family.members.push_back({{2 * n}, records::MemberRole::parent, {}, {{7}, {9}}, "tenancy"});
        family.members.push_back({{2 * n + 1},
                                  records::MemberRole::child,
                                  {base::Date(2020, 1, 2), std::nullopt},
                                  {{8}},
                                  "same home"});
        families.push_back(std::move(family));
    }
    must(store::FamilyTable(vault).replaceAll(families, {}));
}

base::Result<std::int64_t> step(store::Vault& vault,
                                std::int64_t family,
                                CaseStep what,
                                records::UserId by,
                                records::UserId to = {}) {
    records::CaseEvent event;
    event.family.value = family;
    event.step = what;
    event.by = by;
    event.to = to;
    event.words = "because";
    event.intensity = "early help";
    event.date = base::Date(2026, 11, 1);
    return store::CaseTable(vault).append(event);
}

records::Assessment assessment(std::int64_t family, int met) {
    records::Assessment said;
    said.family.value = family;
    for (int number = 1; number <= 6; ++number) {
        const auto outcome = number <= met ? records::Outcome::met : records::Outcome::unknown;
        said.criteria.push_back({number, outcome, {}, "nothing sent", std::nullopt});
        records::Finding finding;
        finding.criterion = number;
        finding.indicator = std::to_string(number) + "a";
        finding.outcome = outcome;
        finding.explanation = "53 of 378 sessions";
        finding.evidence.push_back({{1}, {2 * family}, "18 of 138", base::Date(2026, 5, 1)});
        said.findings.push_back(finding);
    }
    if (met > 0)
        said.criteria[0].newest = base::Date(2026, 5, static_cast<unsigned short>(family));
    said.flagged = met >= 2;
    said.whyNotFlagged = said.flagged ? "" : "1 of the 2 criteria needed";
    return said;
}

std::int64_t assessAll(store::Vault& vault, const std::vector<int>& met, base::Date asAt) {
    const auto plan = must(store::PlanTable(vault).keep("the plan"));
    auto transaction = must(vault.begin());
    store::AssessmentTable table(vault);
    const auto run = must(table.begin(plan, asAt));
    for (std::size_t i = 0; i < met.size(); ++i) {
        auto said = assessment(static_cast<std::int64_t>(i) + 1, met[i]);
        said.planFingerprint = plan;
        said.asAt = asAt;
        must(table.put(run, said));
    }
    must(table.finish(run));
    must(transaction.commit());
    return run;
}

std::vector<std::int64_t> numbers(const std::vector<records::FamilyRow>& rows) {
    std::vector<std::int64_t> ids;
    for (const records::FamilyRow& row : rows)
        ids.push_back(row.family.value);
    return ids;
}

}  // namespace

class CaseTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void readsFamiliesBack() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        makeFamilies(*vault, 3);
        const store::FamilyTable table(*vault);
        const auto grant = granted(*vault, Action::linkRecords);
        const auto all = must(table.all(grant));
        QVERIFY(all.size() == 3 && all[1].id.value == 2 && all[1].members.size() == 2);
        const auto& child = all[1].members[1];
        QVERIFY(child.role == records::MemberRole::child && child.person.value == 5 &&
                child.dates.from == base::Date(2020, 1, 2) && !child.dates.to &&
                child.evidenceWords == "same home" && child.evidence.size() == 1);
        const auto one = must(table.find(grant, {2}));
        QVERIFY(one.home == "uprn:2" && one.members[0].evidence == all[1].members[0].evidence);
        QVERIFY(must(table.ofPerson(grant, {5})) == std::vector<FamilyId>{{2}});
        const auto none = table.find(grant, {44});
        QVERIFY(!none && none.error().code == Code::notFound);
    }

    void walksACaseFromProposalToSupport() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::supervisor);
        makeFamilies(*vault, 1);
        const records::UserId system{1}, worker{20}, decider{30};
        must(step(*vault, 1, CaseStep::propose, system));
        must(step(*vault, 1, CaseStep::triage, worker));
        const auto own = step(*vault, 1, CaseStep::agree, worker);
        QVERIFY(!own && own.error().code == Code::refused);
        must(step(*vault, 1, CaseStep::agree, decider));
        must(step(*vault, 1, CaseStep::allocate, decider, worker));
        must(step(*vault, 1, CaseStep::startSupport, worker));
        const auto now = must(store::CaseTable(*vault).standing({1}));
        QVERIFY(now.state == CaseState::supported && now.allocatedTo == worker && !now.takenBy &&
                now.supportFrom == base::Date(2026, 11, 1) && now.intensity == "early help");
        const auto wrong = step(*vault, 1, CaseStep::triage, worker);
        QVERIFY(!wrong && wrong.error().code == Code::refused);
        const auto events = must(store::CaseTable(*vault).events(
            granted(*vault, Action::openFamily, Subject::of(FamilyId{1})), {1}));
        QVERIFY(events.size() == 5 && events[1].step == CaseStep::triage &&
                events[1].by == worker && events[3].to == worker && events[0].words == "because" &&
                !events[0].at.empty());
        QVERIFY(must(store::CaseTable(*vault).standings()).size() == 1);
    }

    void knowsWhoWorksWithAFamily() {
        TemporaryVault temporary;
        auto& vault = temporary.vault();
        makeFamilies(vault, 2);
        const records::UserId system{1}, mine{20}, other{21};
        const Subject family = Subject::of(FamilyId{1});
        store::CaseTable cases(vault);
        QVERIFY(!must(vault.worksWith(mine, family)));  // only assessed
        must(step(vault, 1, CaseStep::propose, system));
        QVERIFY(must(vault.worksWith(mine, family)) && must(vault.worksWith(other, family)));
        QVERIFY(must(vault.worksWith(mine, Subject::of(records::PersonId{3}))));
        QVERIFY(!must(vault.worksWith(mine, Subject::of(records::PersonId{4}))));
        must(cases.take({1}, mine));
        QVERIFY(must(vault.worksWith(mine, family)) && !must(vault.worksWith(other, family)));
        const auto taken = cases.take({1}, other);
        QVERIFY(!taken && taken.error().code == Code::refused);
        must(step(vault, 1, CaseStep::triage, mine));
        QVERIFY(must(vault.proposed(mine, family)) && !must(vault.proposed(other, family)));
        must(step(vault, 1, CaseStep::agree, other));
        must(step(vault, 1, CaseStep::allocate, other, other));
        QVERIFY(must(vault.worksWith(other, family)) && !must(vault.worksWith(mine, family)));
        QVERIFY(!must(vault.worksWith(mine, Subject::vault())));
        QVERIFY(must(vault.proposed(other, Subject::vault())));
    }

    void letsNobodyDecideWhatTheyBroughtIn() {
        TemporaryVault temporary;
        auto& vault = temporary.vault();
        makeFamilies(vault, 1);
        const records::UserId nominator{30}, worker{20}, other{31};
        const Subject family = Subject::of(FamilyId{1});
        must(step(vault, 1, CaseStep::nominate, nominator));
        must(step(vault, 1, CaseStep::triage, worker));
        QVERIFY(must(vault.proposed(nominator, family)) && must(vault.proposed(worker, family)));
        const auto own = step(vault, 1, CaseStep::agree, nominator);
        QVERIFY(!own && own.error().code == Code::refused);
        must(step(vault, 1, CaseStep::notSuitable, other));
        QVERIFY(!must(vault.proposed(nominator, family)));  // a new round
        must(step(vault, 1, CaseStep::reopen, other));
        must(step(vault, 1, CaseStep::triage, worker));
        QVERIFY(must(vault.proposed(other, family)));
        must(step(vault, 1, CaseStep::agree, nominator));
    }

    void listsFamiliesInWindowsAndByFilter() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::supervisor);
        makeFamilies(*vault, 5);
        assessAll(*vault, {0, 1, 2, 3, 4}, base::Date(2026, 11, 1));
        must(step(*vault, 4, CaseStep::propose, {1}));
        must(store::CaseTable(*vault).take({4}, {20}));
        const store::WorkList list(*vault);
        const auto grant = granted(*vault, Action::listFamilies);
        using Numbers = std::vector<std::int64_t>;
        store::FamilyFilter filter;
        QVERIFY(numbers(must(list.rows(grant, filter, 1, 2))) == (Numbers{2, 3}));
        QCOMPARE(must(list.count(grant, filter)), std::int64_t{5});
        filter.flaggedOnly = true;
        filter.order = store::FamilyOrder::criteriaMet;
        filter.descending = true;
        QVERIFY(numbers(must(list.rows(grant, filter, 0, 9))) == (Numbers{5, 4, 3}));
        filter = {};
        filter.owner.value = 20;
        QVERIFY(numbers(must(list.rows(grant, filter, 0, 9))) == Numbers{4});
        filter = {};
        filter.states = {CaseState::proposed};
        QCOMPARE(must(list.count(grant, filter)), std::int64_t{1});
        filter = {};
        filter.order = store::FamilyOrder::waitingLongest;
        QVERIFY(must(list.rows(grant, filter, 0, 1)).front().family.value == 4);
        filter = {};
        filter.order = store::FamilyOrder::newestEvidence;
        filter.descending = true;
        QVERIFY(must(list.rows(grant, filter, 0, 1)).front().family.value == 5);
        for (const char* text : {"FF-3", "3", " ff-3 "}) {
            filter = {};
            filter.text = text;
            QVERIFY(numbers(must(list.rows(grant, filter, 0, 9))) == Numbers{3});
        }
        filter.text = "3' OR 1=1";
        QCOMPARE(must(list.count(grant, filter)), std::int64_t{0});
        const auto row = *must(list.find(grant, {4}));
        QVERIFY(row.adults == 1 && row.children == 1 && row.criteriaMet == 3 && row.flagged &&
                row.assessed && row.state == CaseState::proposed && row.takenBy.value == 20 &&
                row.outcomes[2] == records::Outcome::met &&
                row.outcomes[3] == records::Outcome::unknown &&
                row.newestEvidence == base::Date(2026, 5, 4));
    }

    void countsForTheOverview() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::reportReader);
        makeFamilies(*vault, 4);
        assessAll(*vault, {0, 2, 2}, base::Date(2026, 11, 1));
        const auto counts =
            must(store::WorkList(*vault).counts(granted(*vault, Action::readOverview)));
        QVERIFY(counts.families == 4 && counts.flagged == 2 && counts.byCriteriaMet[2] == 2 &&
                counts.byCriteriaMet[0] == 1 && counts.met[1] == 2 && counts.met[2] == 0);
    }

    void neverDropsAnOpenCaseFromTheList() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::supervisor);
        makeFamilies(*vault, 2);
        must(step(*vault, 2, CaseStep::propose, {1}));
        makeFamilies(*vault, 1);
        const auto row =
            must(store::WorkList(*vault).find(granted(*vault, Action::listFamilies), {2}));
        QVERIFY(row && row->state == CaseState::proposed && row->adults == 0);
    }

    void keepsTheLatestAssessmentAndEveryFlag() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        makeFamilies(*vault, 3);
        assessAll(*vault, {1, 2, 3}, base::Date(2026, 10, 1));
        assessAll(*vault, {1, 2, 3}, base::Date(2026, 10, 1));
        const auto last = assessAll(*vault, {1, 2}, base::Date(2026, 11, 1));
        const store::AssessmentTable table(*vault);
        const auto grant = granted(*vault, Action::assess);
        const auto latest = must(table.latest(grant, {2}));
        QVERIFY(latest && latest->asAt == base::Date(2026, 11, 1) && latest->flagged);
        auto expected = assessment(2, 2);
        QVERIFY(latest->findings == expected.findings && latest->criteria == expected.criteria);
        QVERIFY(!must(table.latest(grant, {3})));  // the last run did not see it
        const auto run = must(table.lastRun());
        QVERIFY(run && run->id == last && run->families == 2 && run->flagged == 1);
        const auto lists = granted(*vault, Action::listFamilies);
        const auto flags = must(table.flags(lists, {2}));
        QVERIFY(flags.size() == 2 && flags[0].asAt == base::Date(2026, 11, 1) &&
                flags[1].criteriaMet == 2);
        QVERIFY(must(table.flags(lists, {3})).size() == 1);
    }

    void showsFindingsByRole() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::dataOfficer);
        makeFamilies(*officer, 1);
        assessAll(*officer, {6}, base::Date(2026, 11, 1));
        must(step(*officer, 1, CaseStep::propose, {1}));
        const auto worker = temporary.as(Role::caseworker);
        const store::AssessmentTable table(*worker);
        const auto opened = *must(
            table.latest(granted(*worker, Action::openFamily, Subject::of(FamilyId{1})), {1}));
        QVERIFY(opened.findings[0].explanation == "53 of 378 sessions" &&
                opened.findings[0].evidence.size() == 1 &&
                opened.findings[0].evidence[0].value.empty());
        const auto evidence = *must(
            table.latest(granted(*worker, Action::openEvidence, Subject::of(FamilyId{1})), {1}));
        QVERIFY(evidence.findings[0].evidence[0].value == "18 of 138");
        for (const auto& seen : {opened, evidence})
            QVERIFY(seen.findings[5].outcome == records::Outcome::met &&
                    seen.findings[5].explanation.empty() && seen.findings[5].evidence.empty());
        QVERIFY(!table.latest(granted(*worker, Action::openFamily, Subject::of(FamilyId{1})), {2}));
    }

    void keepsAPlansTextOnce() {
        TemporaryVault temporary;
        store::PlanTable table(temporary.vault());
        const auto first = must(table.keep("one"));
        QVERIFY(must(table.keep("one")) == first && must(table.text(first)) == "one");
        QVERIFY(must(table.keep("two")) != first);
        QVERIFY(!table.text("unknown") && !must(table.inForce(base::today())));
    }
};

QTEST_APPLESS_MAIN(CaseTableTest)
#include "case_table_test.moc"

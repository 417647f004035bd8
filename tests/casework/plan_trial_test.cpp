// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of the plan tried beside the one in force.
#include "casework/plan_trial.h"

#include "support/price_family.h"

using base::Code;
using support::familyNamed;
using support::must;
using support::prepareFamilies;
using support::Team;

namespace {

std::string copyWith(Team& team, std::string_view words, double value) {
    const std::string text = must(casework::planInForce(team.dataOfficer()));
    for (const auto& threshold : must(casework::planThresholds(text, "plan")))
        if (threshold.words.find(words) != std::string::npos)
            return must(casework::changedPlan(text, {{threshold, value}}, "trial"));
    qFatal("the plan has no such number");
}

casework::PlanTrial tried(Team& team, const std::string& text) {
    base::NoProgress quiet;
    return must(casework::tryPlan(team.dataOfficer(), text, "copy", base::today(), quiet));
}

}  // namespace

class PlanTrialTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void namesTheFamiliesThatWouldLeave() {
        Team team;
        prepareFamilies(team);
        const auto trial = tried(team, copyWith(team, "criteria a family meets", 3));
        QCOMPARE(trial.families, std::int64_t{3});
        QCOMPARE(trial.proposedNow, std::int64_t{2});
        QCOMPARE(trial.proposedThen, std::int64_t{1});
        QCOMPARE(trial.leave.size(), std::size_t{1});
        QVERIFY(trial.leave[0] == familyNamed(team, "HUGHES").family);
        QVERIFY(trial.enter.empty());
        QVERIFY(trial.metNow == trial.metThen);
    }

    void namesTheFamiliesThatWouldEnter() {
        Team team;
        prepareFamilies(team);
        const auto trial = tried(team, copyWith(team, "criteria a family meets", 1));
        QCOMPARE(trial.proposedThen, trial.proposedNow + std::int64_t(trial.enter.size()));
        QVERIFY(trial.leave.empty());
    }

    void aTrialChangesNothing() {
        Team team;
        prepareFamilies(team);
        const std::string before = must(casework::planInForce(team.dataOfficer()));
        const auto state = familyNamed(team, "HUGHES").state;
        static_cast<void>(tried(team, copyWith(team, "criteria a family meets", 6)));
        QCOMPARE(must(casework::planInForce(team.dataOfficer())), before);
        QVERIFY(familyNamed(team, "HUGHES").state == state);
    }

    void severalNumbersChangeInOneCopy() {
        Team team;
        const std::string text = must(casework::planInForce(team.dataOfficer()));
        std::vector<casework::ThresholdChange> changes;
        for (const auto& threshold : must(casework::planThresholds(text, "plan")))
            changes.push_back({threshold,
                               threshold.value + 1 <= threshold.most ? threshold.value + 1
                                                                     : threshold.value - 1});
        const std::string copy = must(casework::changedPlan(text, changes, "all of them"));
        const auto read = must(casework::planThresholds(copy, "copy"));
        QCOMPARE(read.size(), changes.size());
        for (std::size_t i = 0; i < read.size(); ++i)
            QCOMPARE(read[i].value, changes[i].value);
    }

    void whoMayNotAssessMayNotTry() {
        Team team;
        base::NoProgress quiet;
        const std::string text = must(casework::planInForce(team.supervisor()));
        VERIFY_FAILS(casework::tryPlan(team.supervisor(), text, "copy", base::today(), quiet),
                     Code::refused,
                     "not open");
    }
};

QTEST_GUILESS_MAIN(PlanTrialTest)
#include "plan_trial_test.moc"

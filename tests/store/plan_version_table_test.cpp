// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of the plan: who may do what to one, and that none changes once it is decided.
#include "store/plan_version_table.h"

#include "store/plan_table.h"
#include "store/query.h"
#include "support/must.h"
#include "support/temporary_vault.h"

#include <QtTest>

#include <rapidcheck.h>

#include <map>

using access::Action;
using access::Role;
using access::Subject;
using base::Code;
using records::PlanVersion;
using records::PlanVersionId;
using records::PlanVersionState;
using store::PlanTable;
using store::PlanVersionTable;
using support::granted;
using support::must;
using support::TemporaryVault;

namespace {

base::Date inDays(int days) {
    return base::today() + boost::gregorian::days(days);
}

// A gate that never finds who put something forward: what the store itself forbids.
class NoTies final : public access::Relationships {
public:
    [[nodiscard]] base::Result<bool> worksWith(records::UserId, const Subject&) const override {
        return false;
    }

    [[nodiscard]] base::Result<bool> proposed(records::UserId, const Subject&) const override {
        return false;
    }
};

access::Grant looselyGranted(store::Vault& vault, Action action, const Subject& subject) {
    const NoTies ties;
    access::Gate gate(vault, ties);
    return must(gate.authorise(vault.user(), action, subject, "test"));
}

PlanVersion versionOf(store::Vault& vault, const std::string& words, base::Date from) {
    PlanVersion version;
    version.fingerprint = must(PlanTable(vault).keep("the text of " + words));
    version.name = "Plan";
    version.version = words;
    version.from = from;
    version.why = "The council agreed.";
    return version;
}

PlanVersionId proposed(store::Vault& vault, const std::string& words, base::Date from) {
    return must(PlanVersionTable(vault).propose(granted(vault, Action::proposePlan),
                                                versionOf(vault, words, from)));
}

PlanVersionState stateOf(store::Vault& vault, PlanVersionId id) {
    return must(PlanVersionTable(vault).find(id))->state;
}

// Adopts, declines, takes back or puts forward; who may not is refused, and nothing is to change.
void ask(store::Vault& vault, int act) {
    PlanVersionTable table(vault);
    const auto count = static_cast<std::int64_t>(must(table.list()).size());
    const PlanVersionId id{count - *rc::gen::element<std::int64_t>(-1, 0, 0, 0, 1, 2)};
    access::Gate gate(vault, vault);
    const auto grant = gate.authorise(vault.user(),
                                      act < 2 ? Action::adoptPlan : Action::proposePlan,
                                      act == 3 ? Subject::vault() : Subject::of(id),
                                      "test");
    if (!grant)
        return;
    if (act == 0)
        static_cast<void>(table.adopt(*grant, id, "x"));
    else if (act == 1)
        static_cast<void>(table.decline(*grant, id, "x"));
    else if (act == 2)
        static_cast<void>(table.withdraw(*grant, id, "x"));
    else
        must(table.propose(*grant, versionOf(vault, std::to_string(count + 1), inDays(2))));
}

// The versions that are decided, each as the rules say; `settled` are those decided before.
std::vector<PlanVersion> rulesHold(store::Vault& vault,
                                   const std::map<std::int64_t, PlanVersion>& settled) {
    std::vector<PlanVersion> decided;
    std::size_t adopted = 0;
    for (const PlanVersion& version : must(PlanVersionTable(vault).list())) {
        const auto before = settled.find(version.id.value);
        if (version.state == PlanVersionState::proposed) {
            RC_ASSERT(before == settled.end());
            RC_ASSERT(!version.decidedBy && version.decidedAt.empty());
            continue;
        }
        const bool byAnother = version.decidedBy != version.proposedBy;
        RC_ASSERT(byAnother == (version.state != PlanVersionState::withdrawn));
        adopted += version.state == PlanVersionState::adopted ? 1U : 0U;
        if (before != settled.end()) {
            RC_ASSERT(before->second.state == version.state);
            RC_ASSERT(before->second.decidedBy == version.decidedBy);
            RC_ASSERT(before->second.from == version.from);
        }
        decided.push_back(version);
    }
    RC_ASSERT(must(PlanTable(vault).adoptions()).size() == adopted);
    return decided;
}

}  // namespace

class PlanVersionTableTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void keepsWhatWasPutForward() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::dataOfficer);
        PlanVersion version = versionOf(*officer, "V13", inDays(30));
        version.tried = records::PlanTrialCounts{320, 40, 35, 1, 6};
        const auto id = must(
            PlanVersionTable(*officer).propose(granted(*officer, Action::proposePlan), version));
        const PlanVersion kept = *must(PlanVersionTable(*officer).find(id));
        QCOMPARE(kept.id.value, id.value);
        QCOMPARE(kept.fingerprint, version.fingerprint);
        QCOMPARE(kept.version, version.version);
        QVERIFY(kept.from == inDays(30));
        QCOMPARE(kept.why, version.why);
        QVERIFY(kept.proposedBy == officer->user().id);
        QVERIFY(!kept.proposedAt.empty() && kept.decidedAt.empty() && !kept.decidedBy);
        QVERIFY(kept.state == PlanVersionState::proposed);
        QVERIFY(kept.tried && kept.tried->enter == 1 && kept.tried->leave == 6);
        QCOMPARE(must(PlanTable(*officer).text(kept.fingerprint)), std::string("the text of V13"));
        const auto untried = proposed(*officer, "V14", inDays(30));
        QVERIFY(!must(PlanVersionTable(*officer).find(untried))->tried);
    }

    void anAdoptedOneIsInForceFromItsDay() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::dataOfficer);
        const auto supervisor = temporary.as(Role::supervisor);
        const auto first = proposed(*officer, "V13", base::today());
        const auto second = proposed(*officer, "V14", inDays(30));
        PlanVersionTable table(*supervisor);
        for (const auto id : {first, second})
            must(table.adopt(
                granted(*supervisor, Action::adoptPlan, Subject::of(id)), id, "Read and agreed."));
        const PlanTable plans(*supervisor);
        QVERIFY(!must(plans.inForce(inDays(-1))));
        QCOMPARE(must(plans.text(must(plans.inForce(inDays(29)))->fingerprint)),
                 std::string("the text of V13"));
        QCOMPARE(must(plans.text(must(plans.inForce(inDays(30)))->fingerprint)),
                 std::string("the text of V14"));
        const auto adoptions = must(plans.adoptions());
        QCOMPARE(adoptions.size(), std::size_t{2});
        QCOMPARE(must(table.find(first))->adoption, adoptions.back().id);
        QVERIFY(must(table.find(first))->decidedBy == supervisor->user().id);
        QCOMPARE(must(table.find(first))->words, std::string("Read and agreed."));
    }

    void aDayThatPassedWhileItWaitedIsToday() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::dataOfficer);
        const auto supervisor = temporary.as(Role::supervisor);
        const auto id = proposed(*officer, "V13", base::today());
        must(store::run(officer->database(),
                        "UPDATE plan_versions SET from_day = ? WHERE id = ?",
                        inDays(-20),
                        id));
        const auto from = must(PlanVersionTable(*supervisor)
                                   .adopt(granted(*supervisor, Action::adoptPlan, Subject::of(id)),
                                          id,
                                          "Late, and agreed."));
        QVERIFY(from == base::today());
        QVERIFY(!must(PlanTable(*supervisor).inForce(inDays(-1))));
        QVERIFY(must(PlanVersionTable(*supervisor).find(id))->from == base::today());
    }

    void whoPutItForwardNeverDecides() {
        TemporaryVault temporary;
        const auto supervisor = temporary.as(Role::supervisor);
        const auto id = proposed(*supervisor, "V13", base::today());
        access::Gate gate(*supervisor, *supervisor);
        VERIFY_FAILS(
            gate.authorise(supervisor->user(), Action::adoptPlan, Subject::of(id), "adopt"),
            Code::refused,
            "not open");
        const auto loose = looselyGranted(*supervisor, Action::adoptPlan, Subject::of(id));
        PlanVersionTable table(*supervisor);
        VERIFY_FAILS(table.adopt(loose, id, "Mine."), Code::refused, "can't decide");
        VERIFY_FAILS(table.decline(loose, id, "Mine."), Code::refused, "can't decide");
        QVERIFY(stateOf(*supervisor, id) == PlanVersionState::proposed);
        QVERIFY(must(PlanTable(*supervisor).adoptions()).empty());
    }

    void onlyWhoPutItForwardTakesItBack() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::dataOfficer);
        const auto supervisor = temporary.as(Role::supervisor);
        const auto id = proposed(*officer, "V13", base::today());
        VERIFY_FAILS(PlanVersionTable(*supervisor)
                         .withdraw(granted(*supervisor, Action::proposePlan), id, ""),
                     Code::refused,
                     "another person");
        must(PlanVersionTable(*officer).withdraw(granted(*officer, Action::proposePlan), id, ""));
        QVERIFY(stateOf(*officer, id) == PlanVersionState::withdrawn);
    }

    void asksForTheRightGrantAndForWords() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::dataOfficer);
        const auto supervisor = temporary.as(Role::supervisor);
        const auto reading = granted(*officer, Action::readPlan);
        QVERIFY(
            !PlanVersionTable(*officer).propose(reading, versionOf(*officer, "V13", inDays(1))));
        PlanVersion silent = versionOf(*officer, "V13", inDays(1));
        silent.why = "  ";
        VERIFY_FAILS(
            PlanVersionTable(*officer).propose(granted(*officer, Action::proposePlan), silent),
            Code::refused,
            "say why");
        const auto id = proposed(*officer, "V13", inDays(1));
        const auto other = proposed(*officer, "V14", inDays(1));
        PlanVersionTable table(*supervisor);
        const auto grant = granted(*supervisor, Action::adoptPlan, Subject::of(id));
        VERIFY_FAILS(table.adopt(grant, id, " "), Code::refused, "say why");
        QVERIFY(!table.adopt(grant, other, "Of another."));
        VERIFY_FAILS(
            table.adopt(
                granted(*supervisor, Action::adoptPlan, Subject::of(PlanVersionId{99})), {99}, "x"),
            Code::notFound,
            "no such version");
    }

    void takesNoTextTwiceAndNoNameForTwoTexts() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::dataOfficer);
        PlanVersionTable table(*officer);
        const auto grant = granted(*officer, Action::proposePlan);
        const auto id = proposed(*officer, "V13", inDays(1));
        VERIFY_FAILS(
            table.propose(grant, versionOf(*officer, "V13", inDays(2))), Code::exists, "waits");
        PlanVersion other = versionOf(*officer, "another", inDays(2));
        other.version = "V13";
        VERIFY_FAILS(table.propose(grant, other), Code::exists, "another version");
        VERIFY_FAILS(table.propose(grant, versionOf(*officer, "V14", inDays(-1))),
                     Code::refused,
                     "has passed");
        must(table.withdraw(grant, id, ""));
        must(table.propose(grant, other));
    }

    void whatWaitsIsCountedForOthers() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::dataOfficer);
        const auto supervisor = temporary.as(Role::supervisor);
        proposed(*officer, "V13", inDays(1));
        proposed(*supervisor, "V14", inDays(1));
        const auto waiting = [&](store::Vault& vault) {
            return must(PlanVersionTable(vault).waiting(vault.user().id));
        };
        QCOMPARE(waiting(*supervisor), std::int64_t{1});
        QCOMPARE(waiting(*temporary.as(Role::governanceOfficer)), std::int64_t{2});
    }

    void whateverIsAskedInWhateverOrderTheRulesHold() {
        TemporaryVault temporary;
        std::map<Role, std::unique_ptr<store::Vault>> vaults;
        for (const Role role : {Role::dataOfficer, Role::supervisor, Role::governanceOfficer})
            vaults[role] = temporary.as(role);
        std::map<std::int64_t, PlanVersion> settled;  // as each was when it was decided
        std::map<PlanVersionState, int> ended;
        QVERIFY(rc::check("two people, once, for good", [&] {
            for (int step = 0; step < 6; ++step) {
                const auto role =
                    *rc::gen::element(Role::dataOfficer, Role::supervisor, Role::governanceOfficer);
                ask(*vaults.at(role), *rc::gen::element(0, 1, 2, 3));
                for (const PlanVersion& version : rulesHold(*vaults.at(role), settled))
                    if (settled.emplace(version.id.value, version).second)
                        ++ended[version.state];
            }
        }));
        for (const auto state :
             {PlanVersionState::adopted, PlanVersionState::declined, PlanVersionState::withdrawn})
            QVERIFY(ended[state] > 3);
    }

    void anOldVaultGetsItsVersionsAndKeepsItsAdoptions() {
        TemporaryVault temporary;
        store::Database& database = temporary.vault().database();
        const auto text = must(PlanTable(temporary.vault()).keep("adopted long ago"));
        // As a program before this one left it.
        for (const char* sql : {"DROP TABLE plan_versions",
                                "DROP TABLE training_marks",
                                "DROP TABLE submission_completeness",
                                "DELETE FROM counters WHERE name = 'plan_version'",
                                "DELETE FROM schema_version WHERE version >= 15"})
            must(database.execute(sql));
        must(store::run(database,
                        "INSERT INTO plan_adoptions (id, fingerprint, from_day, adopted_by, "
                        "adopted_at) VALUES (1, ?, ?, 1, '2026-04-01T09:00:00Z')",
                        text,
                        base::Date(2026, 4, 1)));
        must(store::run(database, "UPDATE counters SET last = 1 WHERE name = 'adoption'"));
        const auto officer = temporary.as(Role::dataOfficer);
        QVERIFY(must(PlanVersionTable(*officer).list()).empty());
        QCOMPARE(must(PlanTable(*officer).inForce(base::today()))->fingerprint, text);
        const auto id = proposed(*officer, "V13", base::today());
        const auto supervisor = temporary.as(Role::supervisor);
        must(PlanVersionTable(*supervisor)
                 .adopt(granted(*supervisor, Action::adoptPlan, Subject::of(id)), id, "Agreed."));
        QCOMPARE(must(PlanTable(*officer).adoptions()).size(), std::size_t{2});
        QCOMPARE(must(PlanTable(*officer).inForce(base::Date(2026, 4, 1)))->fingerprint, text);
    }
};

QTEST_APPLESS_MAIN(PlanVersionTableTest)
#include "plan_version_table_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/gate.h"

#include "fakes.h"

#include <QtTest>

#include <rapidcheck.h>

#include <set>

using namespace ff::access;
using namespace ff::access::testing;

namespace {

// The whole policy once more, as the people who answer for it read it. Columns: caseworker,
// supervisor, data officer, exporting officer, auditor, governance officer, report reader,
// administrator. y: may; r: with a relationship to the family; o: not to one's own; -: may not.
struct Line {
    Action action;
    std::string_view roles;
};

constexpr Line policy[] = {
    {Action::listFamilies, "yyy-y---"},
    {Action::openFamily, "ry------"},
    {Action::openEvidence, "ry------"},
    {Action::triage, "r-------"},
    {Action::decide, "-o------"},
    {Action::allocate, "-y------"},
    {Action::support, "ry------"},
    {Action::nominate, "ry------"},
    {Action::recordConsent, "ry---y--"},
    {Action::manageAgreements, "-----y--"},
    {Action::readAgreements, "--yyyy--"},
    {Action::importDelivery, "--y-----"},
    {Action::readDeliveries, "-yy-yy--"},
    {Action::proposeMapping, "--y-----"},
    {Action::signOffMapping, "-o---o--"},
    {Action::linkRecords, "--y-----"},
    {Action::reviewLinks, "--y-----"},
    {Action::assess, "--y-----"},
    {Action::readPlan, "yyy-yyy-"},
    {Action::proposePlan, "-yy-----"},
    {Action::adoptPlan, "-o---o--"},
    {Action::prepareSubmission, "---y----"},
    {Action::releaseSubmission, "---o-o--"},
    {Action::readRegister, "---yyy--"},
    {Action::readOverview, "yyyyyyy-"},
    {Action::readAudit, "----yy--"},
    {Action::manageUsers, "-------y"},
};

char letter(Role role, Action action) {
    for (const Line& line : policy)
        if (line.action == action)
            return line.roles[static_cast<std::size_t>(role)];
    return '-';
}

bool expected(char rule, bool works, bool own) {
    return rule == 'y' || (rule == 'r' && works) || (rule == 'o' && !own);
}

const Subject family = Subject::of(records::FamilyId{2031});

std::string words(Role role, Action action) {
    return std::string(roleCode(role)) + " " + std::string(actionCode(action));
}

}  // namespace

class GateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allowsWhatTheTableSaysAndNothingElse();
    void writesEveryAttemptBeforeAnswering();
    void grantsNothingWhenTheLogCannotBeWritten();
    void grantsNothingWhenTiesCannotBeRead();
    void neverLetsAProposerApprove();
    void keepsAGrantToItsActionAndSubject();
    void showsHealthEvidenceToSupervisorsOnly();
    void givesAdministratorsNoRecord();
    void namesEveryActionAndRoleOnce();
};

void GateTest::allowsWhatTheTableSaysAndNothingElse() {
    QCOMPARE(std::size(policy), allActions.size());
    for (const Role role : allRoles) {
        for (const Action action : allActions) {
            for (const bool works : {false, true}) {
                for (const bool own : {false, true}) {
                    Trail trail;
                    Ties ties;
                    ties.works = works;
                    ties.own = own;
                    Gate gate(trail, ties);
                    const auto grant = gate.authorise(userAs(role), action, family, "test");
                    QVERIFY2(grant.has_value() == expected(letter(role, action), works, own),
                             words(role, action).c_str());
                    if (!grant)
                        QVERIFY(grant.error().code == base::Code::refused);
                }
            }
        }
    }
}

void GateTest::writesEveryAttemptBeforeAnswering() {
    Trail trail;
    const Ties ties;
    Gate gate(trail, ties);
    for (const Role role : allRoles) {
        for (const Action action : allActions) {
            const std::size_t before = trail.events.size();
            const auto grant = gate.authorise(userAs(role), action, family, "a reason");
            QCOMPARE(trail.events.size(), before + 1);
            const AuditEvent& event = trail.events.back();
            QVERIFY(event.outcome == (grant ? AuditOutcome::allowed : AuditOutcome::denied));
            QCOMPARE(event.action, std::string(actionCode(action)));
            QCOMPARE(event.role, std::string(roleCode(role)));
            QCOMPARE(event.user, records::UserId{7});
            QVERIFY(event.subject == family);
            QCOMPARE(event.purpose, std::string("a reason"));
            if (grant)
                QCOMPARE(grant->event(), event.id);
        }
    }
    ChainCheck chain;
    for (const AuditEvent& event : trail.events)
        chain.add(event);
    QVERIFY(!chain.firstBroken());
}

void GateTest::grantsNothingWhenTheLogCannotBeWritten() {
    for (const Role role : allRoles) {
        for (const Action action : allActions) {
            Trail trail;
            trail.broken = true;
            Ties ties;
            ties.works = true;
            Gate gate(trail, ties);
            const auto grant = gate.authorise(userAs(role), action, family, "test");
            QVERIFY2(!grant, words(role, action).c_str());
            QVERIFY(grant.error().code == base::Code::full);
        }
    }
}

void GateTest::grantsNothingWhenTiesCannotBeRead() {
    for (const Role role : allRoles) {
        for (const Action action : allActions) {
            const char rule = letter(role, action);
            if (rule != 'r' && rule != 'o')
                continue;
            Trail trail;
            Ties ties;
            ties.works = true;
            ties.broken = true;
            Gate gate(trail, ties);
            QVERIFY2(!gate.authorise(userAs(role), action, family, "test"),
                     words(role, action).c_str());
        }
    }
}

void GateTest::neverLetsAProposerApprove() {
    QVERIFY(rc::check("whoever proposed or prepared it gets no grant to decide or release it", [] {
        const auto role = *rc::gen::elementOf(allRoles);
        const auto action = *rc::gen::element(
            Action::decide, Action::releaseSubmission, Action::signOffMapping, Action::adoptPlan);
        Trail trail;
        Ties ties;
        ties.works = *rc::gen::arbitrary<bool>();
        ties.own = true;
        Gate gate(trail, ties);
        RC_ASSERT(!gate.authorise(userAs(role), action, family, "test"));
        RC_ASSERT(trail.events.size() == 1U);
        RC_ASSERT(trail.events.front().outcome == AuditOutcome::denied);
    }));
}

void GateTest::keepsAGrantToItsActionAndSubject() {
    Trail trail;
    const Ties ties;
    Gate gate(trail, ties);
    const auto one = gate.authorise(userAs(Role::supervisor), Action::openFamily, family, "review");
    QVERIFY(one.has_value());
    QVERIFY(one->covers(Action::openFamily, family));
    QVERIFY(!one->covers(Action::openFamily, Subject::of(records::FamilyId{2032})));
    QVERIFY(!one->covers(Action::openFamily, Subject::of(records::PersonId{2031})));
    QVERIFY(!one->covers(Action::openFamily, Subject::vault()));
    QVERIFY(!one->covers(Action::openEvidence, family));
    QCOMPARE(one->purpose(), std::string("review"));
    const auto all =
        gate.authorise(userAs(Role::dataOfficer), Action::assess, Subject::vault(), "nightly");
    QVERIFY(all->covers(Action::assess, family));
    QVERIFY(!all->covers(Action::linkRecords));
}

void GateTest::showsHealthEvidenceToSupervisorsOnly() {
    for (int criterion = 1; criterion <= 6; ++criterion) {
        QCOMPARE(mayReadEvidence(Role::caseworker, criterion), criterion != 6);
        for (const Role role : allRoles)
            if (role != Role::caseworker)
                QCOMPARE(mayReadEvidence(role, criterion), role == Role::supervisor);
    }
}

void GateTest::givesAdministratorsNoRecord() {
    for (const Action action : allActions)
        QCOMPARE(permission(Role::administrator, action).allowed, action == Action::manageUsers);
}

void GateTest::namesEveryActionAndRoleOnce() {
    std::set<std::string_view> codes;
    for (const Action action : allActions)
        codes.insert(actionCode(action));
    QCOMPARE(codes.size(), allActions.size());
    for (const Role role : allRoles)
        QVERIFY(roleFromCode(roleCode(role)) == role);
    QVERIFY(!roleFromCode("superuser"));
}

QTEST_APPLESS_MAIN(GateTest)
#include "gate_test.moc"

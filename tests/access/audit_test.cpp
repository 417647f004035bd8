// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/audit_event.h"
#include "fakes.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace ff::access;
using namespace ff::access::testing;

namespace {

std::vector<AuditEvent> anyLog() {
    Trail trail;
    const auto count = *rc::gen::inRange(1, 20);
    for (int i = 0; i < count; ++i) {
        AuditEvent event;
        event.user = {*rc::gen::inRange<std::int64_t>(1, 9)};
        event.role = roleCode(*rc::gen::elementOf(allRoles));
        event.action = actionCode(*rc::gen::elementOf(allActions));
        event.subject = Subject::of(records::FamilyId{*rc::gen::inRange<std::int64_t>(1, 99)});
        event.purpose = *rc::gen::string<std::string>();
        event.detail = *rc::gen::string<std::string>();
        event.outcome = *rc::gen::element(
            AuditOutcome::allowed, AuditOutcome::denied, AuditOutcome::done, AuditOutcome::failed);
        RC_ASSERT(trail.append(event).has_value());
    }
    return trail.events;
}

std::optional<records::EventId> brokenIn(const std::vector<AuditEvent>& log) {
    ChainCheck chain;
    for (const AuditEvent& event : log)
        chain.add(event);
    return chain.firstBroken();
}

std::string another(const std::string& text) {
    return *rc::gen::distinctFrom(rc::gen::string<std::string>(), text);
}

constexpr int alterations = 12;

// One field of the event, whichever it is, becomes something else.
void alter(AuditEvent& event, int which) {
    using Kind = Subject::Kind;
    switch (which) {
        case 0:
            event.id.value = *rc::gen::distinctFrom(event.id.value);
            break;
        case 1:
            event.at = another(event.at);
            break;
        case 2:
            event.user.value = *rc::gen::distinctFrom(event.user.value);
            break;
        case 3:
            event.role = another(event.role);
            break;
        case 4:
            event.action = another(event.action);
            break;
        case 5:
            event.subject.kind =
                *rc::gen::element(Kind::person, Kind::record, Kind::vault, Kind::user);
            break;
        case 6:
            event.subject.id = *rc::gen::distinctFrom(event.subject.id);
            break;
        case 7:
            event.purpose = another(event.purpose);
            break;
        case 8:
            event.outcome = event.outcome == AuditOutcome::denied ? AuditOutcome::allowed
                                                                  : AuditOutcome::denied;
            break;
        case 9:
            event.detail = another(event.detail);
            break;
        case 10:
            event.previousHash = another(event.previousHash);
            break;
        default:
            event.hash = another(event.hash);
            break;
    }
}

}  // namespace

class AuditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesAnUntouchedLog();
    void namesTheEventWhoseFieldWasAltered();
    void namesTheEventAfterOneForgedWithItsHash();
    void namesTheEventThatIsGone();
    void seesEventsThatChangedPlaces();
    void seesTextMovedFromOneFieldToTheNext();
    void knowsTheLengthAndHeadOfWhatItSaw();
    void readsBackEveryOutcome();
};

void AuditTest::passesAnUntouchedLog() {
    QVERIFY(rc::check("an untouched log is whole", [] { RC_ASSERT(!brokenIn(anyLog())); }));
}

void AuditTest::namesTheEventWhoseFieldWasAltered() {
    for (int which = 0; which < alterations; ++which)
        QVERIFY(
            rc::check("field " + std::to_string(which) + " altered: that event is named", [which] {
                auto log = anyLog();
                const auto at = *rc::gen::inRange<std::size_t>(0, log.size());
                alter(log[at], which);
                RC_ASSERT(brokenIn(log) == records::EventId{static_cast<std::int64_t>(at) + 1});
            }));
}

void AuditTest::namesTheEventAfterOneForgedWithItsHash() {
    QVERIFY(rc::check("an event rewritten with a fitting hash breaks the next", [] {
        auto log = anyLog();
        RC_PRE(log.size() > 1U);
        const auto at = *rc::gen::inRange<std::size_t>(0, log.size() - 1);
        log[at].detail += "!";
        log[at].hash = chainedHash(log[at], log[at].previousHash);
        RC_ASSERT(brokenIn(log) == records::EventId{static_cast<std::int64_t>(at) + 2});
    }));
}

void AuditTest::namesTheEventThatIsGone() {
    QVERIFY(rc::check("a removed event is missed, unless it was the last", [] {
        auto log = anyLog();
        RC_PRE(log.size() > 1U);
        const auto at = *rc::gen::inRange<std::size_t>(0, log.size() - 1);
        log.erase(log.begin() + static_cast<std::ptrdiff_t>(at));
        RC_ASSERT(brokenIn(log) == records::EventId{static_cast<std::int64_t>(at) + 1});
    }));
}

void AuditTest::seesEventsThatChangedPlaces() {
    QVERIFY(rc::check("two events can't change places", [] {
        auto log = anyLog();
        RC_PRE(log.size() > 1U);
        const auto at = *rc::gen::inRange<std::size_t>(0, log.size() - 1);
        std::swap(log[at], log[at + 1]);
        RC_ASSERT(brokenIn(log) == records::EventId{static_cast<std::int64_t>(at) + 1});
    }));
}

void AuditTest::seesTextMovedFromOneFieldToTheNext() {
    AuditEvent event;
    event.id = {1};
    event.role = "auditor";
    event.action = "unlock";
    AuditEvent moved = event;
    moved.role = "auditoru";
    moved.action = "nlock";
    QVERIFY(chainedHash(event, "") != chainedHash(moved, ""));
}

void AuditTest::knowsTheLengthAndHeadOfWhatItSaw() {
    Trail trail;
    for (int i = 0; i < 3; ++i)
        QVERIFY(trail.append({}).has_value());
    ChainCheck chain;
    for (const AuditEvent& event : trail.events)
        chain.add(event);
    QCOMPARE(chain.count(), 3);
    QCOMPARE(chain.head(), trail.events.back().hash);
    QCOMPARE(chain.head().size(), std::size_t{64});
}

void AuditTest::readsBackEveryOutcome() {
    for (const AuditOutcome outcome :
         {AuditOutcome::allowed, AuditOutcome::denied, AuditOutcome::done, AuditOutcome::failed})
        QVERIFY(auditOutcomeFromCode(auditOutcomeCode(outcome)) == outcome);
    QVERIFY(!auditOutcomeFromCode("perhaps"));
}

QTEST_APPLESS_MAIN(AuditTest)
#include "audit_test.moc"

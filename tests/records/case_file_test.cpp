// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/case_file.h"

#include <QtTest>

#include <rapidcheck.h>

#include <map>

using namespace records;

namespace {

constexpr CaseState states[] = {CaseState::assessed,
                                CaseState::proposed,
                                CaseState::triaged,
                                CaseState::sentBack,
                                CaseState::agreed,
                                CaseState::notSuitable,
                                CaseState::allocated,
                                CaseState::supported,
                                CaseState::closed};
constexpr CaseStep steps[] = {CaseStep::propose,
                              CaseStep::nominate,
                              CaseStep::triage,
                              CaseStep::sendBack,
                              CaseStep::agree,
                              CaseStep::notSuitable,
                              CaseStep::allocate,
                              CaseStep::startSupport,
                              CaseStep::endSupport,
                              CaseStep::close,
                              CaseStep::reopen};

std::vector<CaseEvent> walk(std::initializer_list<CaseStep> all) {
    std::vector<CaseEvent> events;
    for (const CaseStep step : all) {
        CaseEvent event;
        event.step = step;
        events.push_back(event);
    }
    return events;
}

}  // namespace

class CaseFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void walksFromProposalToClosure() {
        QCOMPARE(stateAfter({}), CaseState::assessed);
        const auto events = walk({CaseStep::propose,
                                  CaseStep::triage,
                                  CaseStep::sendBack,
                                  CaseStep::triage,
                                  CaseStep::agree,
                                  CaseStep::allocate,
                                  CaseStep::startSupport,
                                  CaseStep::endSupport});
        const CaseState expected[] = {CaseState::proposed,
                                      CaseState::triaged,
                                      CaseState::sentBack,
                                      CaseState::triaged,
                                      CaseState::agreed,
                                      CaseState::allocated,
                                      CaseState::supported,
                                      CaseState::closed};
        for (std::size_t i = 0; i < events.size(); ++i)
            QCOMPARE(
                stateAfter({events.begin(), events.begin() + static_cast<std::ptrdiff_t>(i) + 1}),
                expected[i]);
    }

    void nobodyAgreesWhatWasNotTriaged() {
        for (const CaseState state : states)
            QCOMPARE(after(state, CaseStep::agree).has_value(), state == CaseState::triaged);
    }

    void supportNeedsAnAllocation() {
        for (const CaseState state : states)
            QCOMPARE(after(state, CaseStep::startSupport).has_value(),
                     state == CaseState::allocated);
    }

    void aClosedOrUnsuitableFamilyCanComeBack() {
        for (const CaseState state : states)
            QCOMPARE(after(state, CaseStep::reopen).has_value(),
                     state == CaseState::closed || state == CaseState::notSuitable);
    }

    void everyStateCanBeReached() {
        std::map<CaseState, bool> seen{{CaseState::assessed, true}};
        for (std::size_t round = 0; round < std::size(states); ++round)
            for (const CaseState state : states)
                for (const CaseStep step : steps)
                    if (const auto next = after(state, step); next && seen[state])
                        seen[*next] = true;
        for (const CaseState state : states)
            QVERIFY(seen[state]);
    }

    void aStepThatIsNotAllowedChangesNothing() {
        QVERIFY(rc::check("refused steps leave the state", [] {
            std::vector<CaseEvent> events;
            for (const auto index : *rc::gen::container<std::vector<int>>(
                     rc::gen::inRange(0, static_cast<int>(std::size(steps))))) {
                CaseEvent event;
                event.step = steps[static_cast<std::size_t>(index)];
                const CaseState before = stateAfter(events);
                events.push_back(event);
                RC_ASSERT(stateAfter(events) == after(before, event.step).value_or(before));
            }
        }));
    }

    void namesAndCodesAreComplete() {
        for (const CaseState state : states)
            QVERIFY(!stateCode(state).empty() && !stateName(state).empty());
        for (const CaseStep step : steps) {
            QVERIFY(stepFromCode(stepCode(step)) == step);
            QVERIFY(!stepName(step).empty());
        }
        QVERIFY(!stepFromCode("approve"));
    }

    void decisionsOfferReasons() {
        for (const CaseStep step : {CaseStep::triage,
                                    CaseStep::sendBack,
                                    CaseStep::agree,
                                    CaseStep::notSuitable,
                                    CaseStep::close})
            QVERIFY(!reasonsFor(step).empty());
        QVERIFY(reasonsFor(CaseStep::allocate).empty());
    }
};

QTEST_APPLESS_MAIN(CaseFileTest)
#include "case_file_test.moc"

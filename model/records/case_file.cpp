// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/case_file.h"

#include <array>

namespace records {

namespace {

struct Words {
    std::string_view code;
    std::string_view name;
};

constexpr std::array<Words, 9> states{{{"assessed", "Assessed only"},
                                       {"proposed", "Proposed"},
                                       {"triaged", "With supervisor"},
                                       {"sent-back", "Sent back"},
                                       {"agreed", "Agreed"},
                                       {"not-suitable", "Not suitable"},
                                       {"allocated", "Allocated"},
                                       {"supported", "Supported"},
                                       {"closed", "Closed"}}};

constexpr std::array<Words, 11> steps{{{"propose", "Proposed by the plan"},
                                       {"nominate", "Nominated"},
                                       {"triage", "Triaged"},
                                       {"send-back", "Sent back"},
                                       {"agree", "Agreed"},
                                       {"not-suitable", "Not suitable"},
                                       {"allocate", "Allocated"},
                                       {"start-support", "Support started"},
                                       {"end-support", "Support ended"},
                                       {"close", "Closed"},
                                       {"reopen", "Proposed again"}}};

struct Move {
    CaseState from;
    CaseStep step;
    CaseState to;
};

constexpr Move moves[] = {
    {CaseState::assessed, CaseStep::propose, CaseState::proposed},
    {CaseState::assessed, CaseStep::nominate, CaseState::proposed},
    {CaseState::proposed, CaseStep::triage, CaseState::triaged},
    {CaseState::proposed, CaseStep::nominate, CaseState::proposed},
    {CaseState::sentBack, CaseStep::triage, CaseState::triaged},
    {CaseState::triaged, CaseStep::sendBack, CaseState::sentBack},
    {CaseState::triaged, CaseStep::agree, CaseState::agreed},
    {CaseState::triaged, CaseStep::notSuitable, CaseState::notSuitable},
    {CaseState::agreed, CaseStep::allocate, CaseState::allocated},
    {CaseState::allocated, CaseStep::allocate, CaseState::allocated},
    {CaseState::allocated, CaseStep::startSupport, CaseState::supported},
    {CaseState::supported, CaseStep::allocate, CaseState::supported},
    {CaseState::supported, CaseStep::endSupport, CaseState::closed},
    {CaseState::agreed, CaseStep::close, CaseState::closed},
    {CaseState::allocated, CaseStep::close, CaseState::closed},
    {CaseState::notSuitable, CaseStep::reopen, CaseState::proposed},
    {CaseState::closed, CaseStep::reopen, CaseState::proposed},
};

}  // namespace

std::string_view stateCode(CaseState state) {
    return states[static_cast<std::size_t>(state)].code;
}

std::string_view stateName(CaseState state) {
    return states[static_cast<std::size_t>(state)].name;
}

std::string_view stepCode(CaseStep step) {
    return steps[static_cast<std::size_t>(step)].code;
}

std::string_view stepName(CaseStep step) {
    return steps[static_cast<std::size_t>(step)].name;
}

std::optional<CaseStep> stepFromCode(std::string_view code) {
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].code == code)
            return static_cast<CaseStep>(i);
    return std::nullopt;
}

std::optional<CaseState> after(CaseState state, CaseStep step) {
    for (const Move& move : moves)
        if (move.from == state && move.step == step)
            return move.to;
    return std::nullopt;
}

CaseState stateAfter(const std::vector<CaseEvent>& events) {
    CaseState state = CaseState::assessed;
    for (const CaseEvent& event : events)
        state = after(state, event.step).value_or(state);
    return state;
}

std::vector<ReasonCode> reasonsFor(CaseStep step) {
    switch (step) {
        case CaseStep::triage:
            return {{"evidence-holds", "The evidence holds and the family may need support"},
                    {"known-to-team", "The team knows the family and agrees"},
                    {"nomination", "A professional asked for support"},
                    {"doubtful", "Doubtful, but a supervisor should decide"}};
        case CaseStep::sendBack:
            return {{"more-evidence", "More or newer evidence is needed"},
                    {"wrong-people", "The people or the family look wrongly linked"},
                    {"speak-first", "Speak to the family or its professionals first"},
                    {"other", "Another reason, in words"}};
        case CaseStep::agree:
            return {{"criteria-met", "The criteria are met and support is right"},
                    {"equivalent", "Concern of equal weight, by discretion"}};
        case CaseStep::notSuitable:
            return {{"support-in-place", "Support is already in place"},
                    {"out-of-area", "The family lives outside the area"},
                    {"evidence-wrong", "The evidence is wrong or out of date"},
                    {"declined", "The family declined"},
                    {"other", "Another reason, in words"}};
        case CaseStep::close:
            return {{"declined", "The family declined"},
                    {"moved", "The family moved away"},
                    {"other", "Another reason, in words"}};
        case CaseStep::endSupport:
            return {{"goals-met", "The plan's goals are met"},
                    {"withdrew", "The family withdrew"},
                    {"stepped-up", "Stepped up to statutory services"},
                    {"moved", "The family moved away"}};
        case CaseStep::reopen:
            return {{"new-evidence", "New evidence"}, {"asked-again", "The family or a professional asked"}};
        default:
            return {};
    }
}

}  // namespace records

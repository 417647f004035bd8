// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/action.h"

namespace ff::access {

namespace {

struct Words {
    std::string_view code;
    std::string_view name;
};

constexpr std::array<Words, 27> words{{{"list-families", "List families"},
                                       {"open-family", "Open a family"},
                                       {"open-evidence", "Open evidence"},
                                       {"triage", "Triage"},
                                       {"decide", "Decide"},
                                       {"allocate", "Allocate"},
                                       {"support", "Record support"},
                                       {"nominate", "Nominate"},
                                       {"record-consent", "Record consent"},
                                       {"manage-agreements", "Manage agreements"},
                                       {"read-agreements", "Read agreements"},
                                       {"import-delivery", "Import a delivery"},
                                       {"read-deliveries", "Read deliveries"},
                                       {"propose-mapping", "Propose a mapping"},
                                       {"sign-off-mapping", "Sign off a mapping"},
                                       {"link-records", "Link records"},
                                       {"review-links", "Review links"},
                                       {"assess", "Assess families"},
                                       {"read-plan", "Read the plan"},
                                       {"propose-plan", "Put a plan forward"},
                                       {"adopt-plan", "Adopt a plan"},
                                       {"prepare-submission", "Prepare a submission"},
                                       {"release-submission", "Release a submission"},
                                       {"read-register", "Read the register"},
                                       {"read-overview", "Read the overview"},
                                       {"read-audit", "Read the audit log"},
                                       {"manage-users", "Manage users"}}};

constexpr std::array<std::string_view, 11> kinds{"vault",
                                                 "family",
                                                 "person",
                                                 "record",
                                                 "delivery",
                                                 "agreement",
                                                 "doubt",
                                                 "submission",
                                                 "user",
                                                 "mapping",
                                                 "plan"};

}  // namespace

std::string_view actionCode(Action action) {
    return words[static_cast<std::size_t>(action)].code;
}

std::string_view actionName(Action action) {
    return words[static_cast<std::size_t>(action)].name;
}

std::string_view subjectKindCode(Subject::Kind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

std::string subjectText(const Subject& subject) {
    std::string text(subjectKindCode(subject.kind));
    if (subject.kind != Subject::Kind::vault)
        text += " " + std::to_string(subject.id);
    return text;
}

}  // namespace ff::access

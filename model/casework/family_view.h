// SPDX-License-Identifier: GPL-3.0-or-later
// One family, opened for a purpose: members, the board of six criteria, consent, decisions, who has
// looked. Evidence is a second, separate opening.
#pragma once

#include "casework/session.h"
#include "records/case_file.h"
#include "records/consent.h"
#include "records/family.h"
#include "records/finding.h"

#include <optional>
#include <vector>

namespace casework {

struct MemberView {
    records::PersonId person;
    std::string name;  // "PROBERT, Katherine"
    records::MemberRole role = records::MemberRole::otherAdult;
    std::optional<base::Date> birthDate;
    std::string birthWords;  // "4 May 2012 (14y)", "2012", "not known"
    records::Sex sex = records::Sex::unknown;
    std::string address;  // "Protected address" when it is
    bool addressProtected = false;
    base::DateRange dates;
    std::string evidenceWords;
    bool meetsSomething = false;            // a finding of a criterion is theirs
    std::vector<std::string> alsoFamilies;  // references of other families they belong to
    records::ConsentStanding consent;
};

struct FindingView {
    records::PersonId person;  // empty: the household
    std::string whose;         // "Katherine, 14", "Household"
    records::Outcome outcome = records::Outcome::unknown;
    std::string explanation;
    std::size_t evidenceRows = 0;
};

struct IndicatorView {
    std::string code;
    std::string wording;
    std::string rule;     // threshold and window in words
    std::string sources;  // "Youth offending, police"
    std::string reference;
    records::Outcome outcome = records::Outcome::unknown;
    std::vector<FindingView> findings;
};

struct HeardView {
    std::string agency;
    base::Date to;
};

struct CriterionView {
    int number = 0;
    std::string heading;
    records::Outcome outcome = records::Outcome::unknown;
    std::string whose;  // "2 children", "1 adult", ""
    std::string why;    // for unknown: what no partner has sent
    // Whose word it is that nothing (more) is there: "Police" to the latest day told of.
    std::vector<HeardView> heard;
    std::optional<base::Date> newest;
    bool mayOpenEvidence = false;
    std::vector<IndicatorView> indicators;  // none where the reader may see the outcome only
};

struct DecisionLine {
    std::string at;  // UTC
    std::string who;
    std::string step;  // "Triaged"
    std::string reason;
    std::string words;
};

struct FamilyView {
    records::FamilyId family;
    records::CaseState state = records::CaseState::assessed;
    std::string holder;
    bool anyProtected = false;
    std::vector<MemberView> members;
    std::vector<CriterionView> criteria;
    std::string plan;
    std::string planFingerprint;
    base::Date asAt;
    std::vector<DecisionLine> decisions;
    std::vector<DecisionLine> looks;  // who opened it, newest first
    // What this reader may do now.
    std::vector<records::CaseStep> steps;
    bool evidenceOpened = false;  // by this reader since the last triage
    bool mayRecordConsent = false;
};

[[nodiscard]] base::Result<FamilyView> openFamily(Session& session,
                                                  records::FamilyId family,
                                                  std::string_view purpose);

struct EvidenceRow {
    std::string indicator;                             // "2a"
    records::Outcome outcome = records::Outcome::met;  // of the finding it is a part of
    std::string whose;
    records::PersonId person;
    std::string agency;
    std::string recordType;
    std::string delivery;  // file name
    std::string received;  // UTC
    std::int64_t row = 0;
    std::optional<base::Date> date;
    std::optional<base::Date> until;  // last day of a period
    std::vector<int> criteria;        // met with this row among the evidence; of a chronology
    std::string value;                // what this row adds: "18 of 138 sessions"
    std::string explanation;  // the finding's arithmetic: "53 of 378 sessions, 14.0 %; needs 10 %"
    std::vector<std::pair<std::string, std::string>> fields;  // label and value, as sent
    // What later deliveries put in its place and what it corrected, in words; of evidence.
    std::vector<std::string> versions = {};
};

// The partners' rows behind one criterion, of findings that are met first. Audited as an opening of
// evidence.
[[nodiscard]] base::Result<std::vector<EvidenceRow>> openEvidence(Session& session,
                                                                  records::FamilyId family,
                                                                  int criterion,
                                                                  std::string_view purpose);

// A member who meets nothing, and why their records are opened all the same.
struct OpenedFor {
    records::PersonId person;
    std::string why;
};

// The dated records, newest first, of those members of the family who meet something, and of the
// members of `also`, whose reasons are a part of the audit event (an empty one refuses). Only under
// criteria the reader may open.
[[nodiscard]] base::Result<std::vector<EvidenceRow>> chronology(
    Session& session,
    records::FamilyId family,
    std::string_view purpose,
    const std::vector<OpenedFor>& also = {});

}  // namespace casework

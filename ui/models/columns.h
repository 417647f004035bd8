// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of every list in the window, one function a list.
#pragma once

#include "access/audit_event.h"
#include "casework/deliveries.h"
#include "casework/family_view.h"
#include "casework/mappings.h"
#include "casework/plan_versions.h"
#include "casework/work_list.h"
#include "records/submission.h"
#include "ui/models/rows_model.h"

namespace ui::models {

using WorkRows = RowsModel<casework::WorkRow>;
using MemberRows = RowsModel<casework::MemberView>;
using EvidenceRows = RowsModel<casework::EvidenceRow>;
using DecisionRows = RowsModel<casework::DecisionLine>;
using DeliveryRows = RowsModel<records::Delivery>;
using IssueRows = RowsModel<records::RowIssue>;
using MappingRows = RowsModel<casework::MappingLine>;
using PlanVersionRows = RowsModel<casework::PlanVersionLine>;
using PlanNumberRows = RowsModel<records::PlanNumberChange>;
using AgreementRows = RowsModel<records::Agreement>;
using FreshnessRows = RowsModel<casework::PartnerFreshness>;
using SubmissionRows = RowsModel<records::Submission>;
using UserRows = RowsModel<access::User>;

// A finding with the indicator it belongs to.
struct FindingLine {
    QString indicator;
    casework::FindingView finding;
};

using FindingRows = RowsModel<FindingLine>;

// An event of the audit log with the name of who did it.
struct AuditLine {
    access::AuditEvent event;
    QString who;
};

using AuditRows = RowsModel<AuditLine>;

[[nodiscard]] std::vector<Column<casework::WorkRow>> workColumns();
[[nodiscard]] std::vector<Column<casework::MemberView>> memberColumns();
[[nodiscard]] std::vector<Column<casework::MemberView>> consentColumns();
[[nodiscard]] std::vector<Column<FindingLine>> findingColumns();
[[nodiscard]] std::vector<Column<casework::EvidenceRow>> evidenceColumns();
[[nodiscard]] std::vector<Column<casework::DecisionLine>> decisionColumns();
[[nodiscard]] std::vector<Column<records::Delivery>> deliveryColumns();
[[nodiscard]] std::vector<Column<records::RowIssue>> issueColumns();
[[nodiscard]] std::vector<Column<casework::MappingLine>> mappingColumns();
[[nodiscard]] std::vector<Column<casework::PlanVersionLine>> planVersionColumns();
[[nodiscard]] std::vector<Column<records::PlanNumberChange>> planNumberColumns();
[[nodiscard]] std::vector<Column<records::Agreement>> agreementColumns();
[[nodiscard]] std::vector<Column<casework::PartnerFreshness>> freshnessColumns();
[[nodiscard]] std::vector<Column<records::Submission>> submissionColumns();
[[nodiscard]] std::vector<Column<AuditLine>> auditColumns();
// The whole of an event, for what a narrow column cuts.
[[nodiscard]] QString inFull(const AuditLine& line);
[[nodiscard]] std::vector<Column<access::User>> userColumns();

// "Open a family" of "open-family"; "Failed unlock" of a code that is no action's.
[[nodiscard]] QString actionWords(std::string_view code);
// "2 adults, 3 children"
[[nodiscard]] QString householdWords(int adults, int children);

}  // namespace ui::models

// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled by CTest, never run. As it stands it must compile; with one of the macros defined it
// must not: forgetting the Gate is a compile error, not a review remark.
#include "access/gate.h"
#include "store/assessment_table.h"
#include "store/audit_table.h"
#include "store/case_table.h"
#include "store/consent_table.h"
#include "store/family_table.h"
#include "store/link_table.h"
#include "store/source_record_table.h"
#include "store/submission_table.h"
#include "store/work_list.h"

namespace {

#ifdef FORGED_GRANT
access::Grant forged(const access::User& user) {
    return access::Grant(user, access::Action::openFamily, {}, "curiosity", {1});
}
#endif

#ifdef EMPTY_GRANT
access::Grant empty() {
    return access::Grant();
}
#endif

#ifdef WITHOUT
#define HELD(...) (__VA_ARGS__)
#else
#define HELD(...) (grant, __VA_ARGS__)
#endif

[[maybe_unused]] bool everyRead(store::Vault& vault, const access::Grant& grant) {
    const records::FamilyId family{1};
    const records::PersonId person{1};
    static_cast<void>(grant);
    bool all = true;
#if !defined(WITHOUT) || WITHOUT == 1
    all = all && store::FamilyTable(vault).find HELD(family);
#endif
#if !defined(WITHOUT) || WITHOUT == 2
    all = all && store::SourceRecordTable(vault).find HELD(records::RecordId{1});
#endif
#if !defined(WITHOUT) || WITHOUT == 3
    all = all && store::SourceRecordTable(vault).ofPeople HELD({person}, store::Payloads{});
#endif
#if !defined(WITHOUT) || WITHOUT == 4
    all = all && store::ConsentTable(vault).ofPerson HELD(person);
#endif
#if !defined(WITHOUT) || WITHOUT == 5
    all = all && store::AssessmentTable(vault).latest HELD(family);
#endif
#if !defined(WITHOUT) || WITHOUT == 6
    all = all && store::LinkTable(vault).ofPerson HELD(person);
#endif
#if !defined(WITHOUT) || WITHOUT == 7
    all = all && store::CaseTable(vault).events HELD(family);
#endif
#if !defined(WITHOUT) || WITHOUT == 8
    all = all && store::SubmissionTable(vault).ofPerson HELD(person);
#endif
#if !defined(WITHOUT) || WITHOUT == 9
    all = all && store::WorkList(vault).find HELD(family);
#endif
#if !defined(WITHOUT) || WITHOUT == 10
    all = all && store::AuditTable(vault).about HELD(access::Subject::of(family), 10);
#endif
    return all;
}

}  // namespace

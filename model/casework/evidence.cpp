// SPDX-License-Identifier: GPL-3.0-or-later
// The part of family_view.h that opens partners' rows.
#include "access/policy.h"
#include "casework/family_view.h"
#include "casework/member_names.h"
#include "store/assessment_table.h"
#include "store/delivery_table.h"
#include "store/family_table.h"
#include "store/source_record_table.h"

#include <algorithm>
#include <map>

namespace casework {

namespace {

// What is needed to show rows of one family's people.
struct Opened {
    std::map<records::PersonId, records::Person> people;
    std::map<records::RecordId, records::SourceRecord> records;
    std::map<records::RecordId, records::PersonId> personOf;
    std::map<records::DeliveryId, records::Delivery> deliveries;
};

base::Result<Opened> open(Session& session, const access::Grant& grant, records::FamilyId family) {
    store::Vault& vault = session.vault();
    const auto found = store::FamilyTable(vault).find(grant, family);
    if (!found)
        return base::fail(found.error());
    std::vector<records::PersonId> ids;
    for (const records::Membership& member : found->members)
        ids.push_back(member.person);
    Opened opened;
    auto people = describePeople(vault, grant, ids);
    if (!people)
        return base::fail(people.error());
    opened.people = std::move(*people);
    for (const records::PersonId person : ids) {
        auto records =
            store::SourceRecordTable(vault).ofPeople(grant, {person}, store::Payloads::opened);
        if (!records)
            return base::fail(records.error());
        for (records::SourceRecord& record : *records) {
            opened.personOf[record.id] = person;
            opened.records.emplace(record.id, std::move(record));
        }
    }
    const auto deliveries = store::DeliveryTable(vault).list();
    if (!deliveries)
        return base::fail(deliveries.error());
    for (const records::Delivery& delivery : *deliveries)
        opened.deliveries.emplace(delivery.id, delivery);
    return opened;
}

EvidenceRow rowOf(const Opened& opened, const records::SourceRecord& record, base::Date asAt) {
    EvidenceRow row;
    const auto person = opened.personOf.find(record.id);
    if (person != opened.personOf.end())
        row.whose = shortName(opened.people.at(person->second).identity, asAt);
    row.agency = records::agencyName(record.agency);
    row.recordType = record.type->label;
    row.row = record.row;
    const auto delivery = opened.deliveries.find(record.delivery);
    if (delivery != opened.deliveries.end()) {
        row.delivery = delivery->second.fileName;
        row.received = delivery->second.receivedAt;
    }
    for (std::size_t i = 0; i < record.type->fields.size() && i < record.payload.size(); ++i)
        if (!records::isEmpty(record.payload[i]))
            row.fields.emplace_back(record.type->fields[i].label,
                                    records::shown(record.type->fields[i], record.payload[i]));
    if (const auto period = records::periodOf(*record.type, record.payload))
        row.date = period->from ? period->from : period->to;
    return row;
}

bool newestFirst(const EvidenceRow& a, const EvidenceRow& b) {
    const auto day = [](const EvidenceRow& row) {
        return row.date.value_or(base::Date(1400, 1, 1));
    };
    return std::tuple(day(b), a.delivery, a.row) < std::tuple(day(a), b.delivery, b.row);
}

base::Result<access::Grant> opening(Session& session,
                                    records::FamilyId family,
                                    std::string_view purpose) {
    return session.authorise(access::Action::openEvidence, access::Subject::of(family), purpose);
}

}  // namespace

base::Result<std::vector<EvidenceRow>> openEvidence(Session& session,
                                                    records::FamilyId family,
                                                    int criterion,
                                                    std::string_view purpose) {
    if (!access::mayReadEvidence(session.user().role, criterion)) {
        const auto noted = session.vault().note("open-evidence",
                                                access::Subject::of(family),
                                                access::AuditOutcome::denied,
                                                "criterion " + std::to_string(criterion));
        if (!noted)
            return base::fail(noted.error());
        return base::fail(base::Code::refused,
                          records::familyReference(family),
                          "your role sees whether criterion " + std::to_string(criterion) +
                              " is met, not the rows behind it");
    }
    const auto grant =
        opening(session, family, std::string(purpose) + ", criterion " + std::to_string(criterion));
    if (!grant)
        return base::fail(grant.error());
    const auto assessment = store::AssessmentTable(session.vault()).latest(*grant, family);
    if (!assessment)
        return base::fail(assessment.error());
    const auto opened = open(session, *grant, family);
    if (!opened)
        return base::fail(opened.error());
    std::vector<EvidenceRow> rows;
    if (!*assessment)
        return rows;
    for (const records::Finding& finding : (*assessment)->findings) {
        if (finding.criterion != criterion)
            continue;
        for (const records::Evidence& evidence : finding.evidence) {
            const auto record = opened->records.find(evidence.record);
            if (record == opened->records.end())
                continue;
            EvidenceRow row = rowOf(*opened, record->second, (*assessment)->asAt);
            row.indicator = finding.indicator;
            row.value = evidence.value;
            row.explanation = finding.explanation;
            row.date = evidence.date ? evidence.date : row.date;
            rows.push_back(std::move(row));
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const EvidenceRow& a, const EvidenceRow& b) {
        return a.indicator != b.indicator ? a.indicator < b.indicator : newestFirst(a, b);
    });
    return rows;
}

base::Result<std::vector<EvidenceRow>> chronology(Session& session,
                                                  records::FamilyId family,
                                                  std::string_view purpose) {
    const auto grant = opening(session, family, std::string(purpose) + ", chronology");
    if (!grant)
        return base::fail(grant.error());
    const auto opened = open(session, *grant, family);
    if (!opened)
        return base::fail(opened.error());
    std::vector<EvidenceRow> rows;
    for (const auto& [id, record] : opened->records)
        if (!record.payload.empty())
            rows.push_back(rowOf(*opened, record, base::today()));
    std::stable_sort(rows.begin(), rows.end(), newestFirst);
    return rows;
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of family_view.h that opens partners' rows.
#include "access/policy.h"
#include "base/text.h"
#include "casework/family_view.h"
#include "casework/member_names.h"
#include "casework/row_versions.h"
#include "store/assessment_table.h"
#include "store/delivery_table.h"
#include "store/family_table.h"
#include "store/source_record_table.h"

#include <algorithm>
#include <map>
#include <set>

namespace casework {

namespace {

// What is needed to show rows of one family's people.
struct Opened {
    std::map<records::PersonId, records::Person> people;
    std::map<records::RecordId, records::SourceRecord> records;
    std::map<records::RecordId, records::PersonId> personOf;
    std::map<records::DeliveryId, records::Delivery> deliveries;
};

using PersonIds = std::vector<records::PersonId>;

base::Result<PersonIds> membersOf(Session& session,
                                  const access::Grant& grant,
                                  records::FamilyId family) {
    const auto found = store::FamilyTable(session.vault()).find(grant, family);
    if (!found)
        return base::fail(found.error());
    PersonIds ids;
    for (const records::Membership& member : found->members)
        ids.push_back(member.person);
    return ids;
}

base::Result<Opened> open(Session& session,
                          const access::Grant& grant,
                          const PersonIds& ids,
                          store::Versions versions = store::Versions::inForce) {
    store::Vault& vault = session.vault();
    Opened opened;
    auto people = describePeople(vault, grant, ids);
    if (!people)
        return base::fail(people.error());
    opened.people = std::move(*people);
    for (const records::PersonId person : ids) {
        auto records = store::SourceRecordTable(vault).ofPeople(
            grant, {person}, store::Payloads::opened, versions);
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
    if (person != opened.personOf.end()) {
        row.person = person->second;
        row.whose = shortName(opened.people.at(person->second).identity, asAt);
    }
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
    if (const auto period = records::periodOf(*record.type, record.payload)) {
        row.date = period->from ? period->from : period->to;
        row.until = period->to;
    }
    return row;
}

// Whose a met finding is, which rows stand behind one, and the days that rules give to rows.
struct MetBy {
    std::set<records::PersonId> people;
    std::map<records::RecordId, std::set<int>> criteria;
    // What a rule dates a row by that says no day itself, such as the end of its school term.
    std::map<records::RecordId, base::Date> dates;
};

MetBy metBy(const records::Assessment& assessment) {
    MetBy met;
    for (const records::Finding& finding : assessment.findings) {
        for (const records::Evidence& evidence : finding.evidence)
            if (evidence.date)
                met.dates.emplace(evidence.record, *evidence.date);
        if (finding.outcome != records::Outcome::met)
            continue;
        met.people.insert(finding.person);
        for (const records::Evidence& evidence : finding.evidence) {
            met.people.insert(evidence.person);
            met.criteria[evidence.record].insert(finding.criterion);
        }
    }
    return met;
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
    const auto members = membersOf(session, *grant, family);
    if (!members)
        return base::fail(members.error());
    const auto opened = open(session, *grant, *members, store::Versions::all);
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
            row.outcome = finding.outcome;
            row.value = evidence.value;
            row.explanation = finding.explanation;
            row.date = evidence.date ? evidence.date : row.date;
            auto versions =
                rowVersions(session.vault(), record->second, opened->records, opened->deliveries);
            if (!versions)
                return base::fail(versions.error());
            row.versions = std::move(*versions);
            rows.push_back(std::move(row));
        }
    }
    // What the criterion is met by comes before what fell short.
    std::stable_sort(rows.begin(), rows.end(), [](const EvidenceRow& a, const EvidenceRow& b) {
        const auto key = [](const EvidenceRow& row) {
            return std::pair(row.outcome != records::Outcome::met, std::string_view(row.indicator));
        };
        return key(a) != key(b) ? key(a) < key(b) : newestFirst(a, b);
    });
    return rows;
}

base::Result<std::vector<EvidenceRow>> chronology(Session& session,
                                                  records::FamilyId family,
                                                  std::string_view purpose,
                                                  const std::vector<OpenedFor>& also) {
    std::string asked = std::string(purpose) + ", chronology";
    for (const OpenedFor& member : also) {
        const std::string_view why = base::trimmed(member.why);
        if (why.empty())
            return base::fail(base::Code::refused,
                              records::familyReference(family),
                              "say why you open the records of a member who meets nothing");
        asked += ", person " + std::to_string(member.person.value) + ": " + std::string(why);
    }
    const auto grant = opening(session, family, asked);
    if (!grant)
        return base::fail(grant.error());
    const auto assessment = store::AssessmentTable(session.vault()).latest(*grant, family);
    if (!assessment)
        return base::fail(assessment.error());
    const auto members = membersOf(session, *grant, family);
    if (!members)
        return base::fail(members.error());
    const MetBy met = *assessment ? metBy(**assessment) : MetBy();
    PersonIds shown;
    for (const records::PersonId person : *members)
        if (met.people.contains(person) ||
            std::any_of(also.begin(), also.end(), [person](const OpenedFor& member) {
                return member.person == person;
            }))
            shown.push_back(person);
    const auto opened = open(session, *grant, shown);
    if (!opened)
        return base::fail(opened.error());
    std::vector<EvidenceRow> rows;
    for (const auto& [id, record] : opened->records) {
        if (record.payload.empty())
            continue;
        rows.push_back(rowOf(*opened, record, base::today()));
        if (const auto dated = met.dates.find(id); dated != met.dates.end() && !rows.back().date)
            rows.back().date = dated->second;
        const auto criteria = met.criteria.find(id);
        if (criteria != met.criteria.end())
            rows.back().criteria.assign(criteria->second.begin(), criteria->second.end());
    }
    std::stable_sort(rows.begin(), rows.end(), newestFirst);
    return rows;
}

}  // namespace casework

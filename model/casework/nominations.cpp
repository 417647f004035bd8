// SPDX-License-Identifier: GPL-3.0-or-later
// The part of decisions.h by which a professional's concern enters.
#include "base/crypto.h"
#include "base/text.h"
#include "casework/decisions.h"
#include "casework/member_names.h"
#include "records/catalogue.h"
#include "records/family.h"
#include "store/agreement_table.h"
#include "store/case_table.h"
#include "store/delivery_table.h"
#include "store/source_record_table.h"

#include <algorithm>

namespace casework {

namespace {

using records::CaseStep;

base::Result<void> refuse(records::FamilyId family, std::string why) {
    return base::fail(base::Code::refused, records::familyReference(family), std::move(why));
}

base::Result<records::DeliveryId> nominationForm(store::Vault& vault, records::Agency agency) {
    const auto agreements = store::AgreementTable(vault).list();
    if (!agreements)
        return base::fail(agreements.error());
    for (const records::Agreement& agreement : *agreements) {
        const bool permits =
            std::find(agreement.recordTypes.begin(), agreement.recordTypes.end(), "nomination") !=
            agreement.recordTypes.end();
        if (!permits || agreement.agency != agency ||
            records::stateOn(agreement, base::today()) != records::AgreementState::inForce)
            continue;
        records::Delivery form;
        form.agreement = agreement.id;
        form.agency = agency;
        form.fileName = "nomination form";
        form.mapping = "entered by hand";
        form.sha256 = base::sha256Hex(base::randomBytes(32));
        form.receivedAt = base::nowUtc();
        form.receivedBy = vault.user().id;
        form.rowsIn = 1;
        form.rowsAccepted = 1;
        return store::DeliveryTable(vault).insert(form);
    }
    return base::fail(base::Code::refused,
                      "nomination",
                      "no agreement in force with " + std::string(records::agencyName(agency)) +
                          " permits nominations");
}

records::Payload payloadOf(const Nomination& nomination, const records::RecordType& type) {
    records::Payload payload(type.fields.size());
    const auto set = [&](std::string_view field, records::FieldValue value) {
        payload[*type.indexOf(field)] = std::move(value);
    };
    set("criterion", std::int64_t{nomination.criterion});
    set("nomination_date", nomination.date);
    set("nominator", nomination.nominator);
    set("nominator_role", nomination.nominatorRole);
    set("nominator_agency", std::string(records::agencyCode(nomination.agency)));
    set("reason", nomination.reason);
    if (nomination.reviewDate)
        set("review_date", *nomination.reviewDate);
    return payload;
}

base::Result<void> complete(const Nomination& nomination) {
    if (nomination.criterion < 1 || nomination.criterion > 6)
        return refuse(nomination.family, "say which of the six criteria the concern falls under");
    for (const std::string* words :
         {&nomination.nominator, &nomination.nominatorRole, &nomination.reason})
        if (base::trimmed(*words).empty())
            return refuse(nomination.family,
                          "a nomination needs the nominator, their role and the reason");
    if (nomination.date.is_special() || nomination.date > base::today())
        return refuse(nomination.family, "the nomination's date must be a day up to today");
    return {};
}

}  // namespace

base::Result<void> nominate(Session& session, const Nomination& nomination) {
    if (auto sound = complete(nomination); !sound)
        return sound;
    const auto grant = session.authorise(
        access::Action::nominate, access::Subject::of(nomination.family), "nominate");
    if (!grant)
        return base::fail(grant.error());
    store::Vault& vault = session.vault();
    const auto people = describePeople(vault, *grant, {nomination.person});
    if (!people)
        return base::fail(people.error());
    auto transaction = vault.begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto delivery = nominationForm(vault, nomination.agency);
    if (!delivery)
        return base::fail(delivery.error());
    records::SourceRecord record;
    record.delivery = *delivery;
    record.row = 1;
    record.agency = nomination.agency;
    record.type = records::recordType("nomination");
    record.identity = people->at(nomination.person).identity;
    record.identity.localId.clear();
    record.identity.localIdSeries.clear();
    record.payload = payloadOf(nomination, *record.type);
    if (const auto kept = store::SourceRecordTable(vault).append(record); !kept)
        return base::fail(kept.error());
    store::CaseTable table(vault);
    const auto standing = table.standing(nomination.family);
    if (!standing)
        return base::fail(standing.error());
    if (records::after(standing->state, CaseStep::nominate)) {
        records::CaseEvent event;
        event.family = nomination.family;
        event.step = CaseStep::nominate;
        event.by = session.user().id;
        event.words = "Criterion " + std::to_string(nomination.criterion) + ", nominated by a " +
                      nomination.nominatorRole;
        if (const auto appended = table.append(event); !appended)
            return base::fail(appended.error());
    }
    return transaction->commit();
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// Invented agreements, deliveries and records for the store's tests.
#pragma once

#include "records/catalogue.h"
#include "store/agreement_table.h"
#include "store/delivery_table.h"
#include "store/source_record_table.h"
#include "support/must.h"

#include <string>

namespace support {

// Any delivery at all, so that records have one.
inline records::DeliveryId sampleDelivery(store::Vault& vault,
                                          const std::string& name = "pupils.csv") {
    store::AgreementTable agreements(vault);
    auto known = must(agreements.find("schools-2026"));
    records::Agreement agreement;
    agreement.reference = "schools-2026";
    agreement.recordTypes = {"attendance", "exclusion"};
    agreement.columns = {"forename", "surname"};
    agreement.start = base::Date(2026, 1, 1);
    agreement.expiry = base::Date(2026, 12, 31);
    records::Delivery delivery;
    delivery.agreement = known ? known->id : must(agreements.add(agreement));
    delivery.fileName = name;
    delivery.sha256 = "sha256 of " + name;
    delivery.receivedAt = "2026-11-21T09:00:00Z";
    return must(store::DeliveryTable(vault).insert(delivery));
}

inline records::SourceRecord sampleRecord(records::DeliveryId delivery,
                                          const std::string& surname = "Probertson",
                                          records::Agency agency = records::Agency::police) {
    records::SourceRecord record;
    record.delivery = delivery;
    record.row = 2;
    record.agency = agency;
    record.type = records::recordType("offence");
    record.identity.forename = "Zebedee";
    record.identity.surname = surname;
    record.identity.birthDate = {2012, 5, 4};
    record.payload = {base::Date(2026, 2, 1),
                      base::Date(2026, 3, 1),
                      std::string("C1"),
                      std::string("Quixotic trespass"),
                      std::string("convicted")};
    return record;
}

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
// A data sharing agreement with one agency: what may be received, why, under which power, and how
// long it may be kept. Nothing is imported without one in force. Delivery: one partner file received
// under it.
#pragma once

#include "base/date.h"
#include "records/agency.h"
#include "records/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace records {

struct Agreement {
    AgreementId id;
    std::string reference;  // the name people use on the command line: "schools-2026"
    Agency agency = Agency::schools;
    std::string purpose;
    std::string gateway;     // the legal power to disclose: "Digital Economy Act 2017 s35"
    std::string basis;       // UK GDPR Art 6 basis, and Art 9 / Sch 1 condition where needed
    std::vector<std::string> recordTypes;  // names in the catalogue
    // The columns that may be received, in the product's names: identity columns and the fields of
    // the permitted record types. A mapping that fills any other is refused.
    std::vector<std::string> columns;
    int retentionMonths = 0;  // from the delivery's receipt
    std::string retentionRule;  // in words
    base::Date start;
    base::Date expiry;  // last day in force
    std::string contact;
};

enum class AgreementState { inForce, notStarted, expired };

[[nodiscard]] AgreementState stateOn(const Agreement& agreement, base::Date day);

struct Delivery {
    DeliveryId id;
    AgreementId agreement;
    Agency agency = Agency::schools;
    std::string fileName;  // without folders
    std::string sha256;    // of the file's bytes, hexadecimal
    std::string mapping;   // name of the mapping that read it
    std::string receivedAt;  // UTC
    UserId receivedBy;
    std::int64_t rowsIn = 0;
    std::int64_t rowsAccepted = 0;
    std::int64_t rowsRejected = 0;
    std::int64_t warnings = 0;
};

// What one delivery speaks of: a record type and the days it covers. Without it "nothing found"
// would be "unknown".
struct CoverageSpan {
    DeliveryId delivery;
    Agency agency = Agency::schools;
    std::string recordType;
    base::Date from;
    base::Date to;
    std::vector<std::string> terms;  // school terms spoken of, for types dated by term
};

}  // namespace records

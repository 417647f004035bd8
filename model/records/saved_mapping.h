// SPDX-License-Identifier: GPL-3.0-or-later
// A mapping kept in the vault under one agreement. It reads deliveries from the day a second person
// signs it off until a later version of it is signed off.
#pragma once

#include "records/ids.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace records {

enum class MappingState { proposed, signedOff, superseded };

[[nodiscard]] std::string_view mappingStateName(MappingState state);  // "waits for sign-off"

struct SavedMapping {
    MappingId id;
    AgreementId agreement;
    std::string name;
    std::string version;
    std::string toml;
    UserId proposedBy;
    std::string proposedAt;  // UTC
    UserId signedOffBy;      // 0 until then
    std::string signedOffAt;
    std::string supersededAt;
    // What a trial run by the proposer counted; -1 when none was made.
    std::int64_t triedRows = -1;
    std::int64_t triedAccepted = -1;

    [[nodiscard]] MappingState state() const;
};

}  // namespace records

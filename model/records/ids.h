// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the things the product speaks of.
#pragma once

#include "base/id.h"

namespace records {

using AgreementId = base::Id<struct AgreementKind>;
using DeliveryId = base::Id<struct DeliveryKind>;
using RecordId = base::Id<struct RecordKind>;
using PersonId = base::Id<struct PersonKind>;
using FamilyId = base::Id<struct FamilyKind>;
using FlagId = base::Id<struct FlagKind>;
using UserId = base::Id<struct UserKind>;
using EventId = base::Id<struct EventKind>;  // of the audit log
using SubmissionId = base::Id<struct SubmissionKind>;
using MappingId = base::Id<struct MappingKind>;
using PlanVersionId = base::Id<struct PlanVersionKind>;
using DoubtId = base::Id<struct DoubtKind>;  // a doubtful pair or tie that waits for a person

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
// A payload's bytes: a CBOR map (RFC 8949) from field name to value, so that a type may gain or lose
// fields and old rows still open. Dates are CBOR tag 1004 texts ("2026-11-21", RFC 8943). Empty
// fields are left out. Names the type no longer has are skipped.
#pragma once

#include "base/result.h"
#include "records/field.h"

#include <string>
#include <string_view>

namespace records {

[[nodiscard]] std::string encodePayload(const RecordType& type, const Payload& payload);

// Fails with Code::damaged on anything that is not such a map. Never reads past the bytes.
[[nodiscard]] base::Result<Payload> decodePayload(const RecordType& type, std::string_view bytes);

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has half written, kept sealed beside the vault until it is decided or given up, so
// that a crash loses nothing. Only its writer reads it back.
#pragma once

#include "casework/session.h"

#include <string>
#include <string_view>

namespace casework {

// "" forgets what was kept. Fails with unreadable or full.
[[nodiscard]] base::Result<void> keepDraft(Session& session, std::string_view text);
[[nodiscard]] base::Result<std::string> draftKept(Session& session);

}  // namespace casework

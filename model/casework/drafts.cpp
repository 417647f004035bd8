// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/drafts.h"

#include "store/draft_file.h"

namespace casework {

base::Result<void> keepDraft(Session& session, std::string_view text) {
    return store::DraftFile(session.vault()).keep(text);
}

base::Result<std::string> draftKept(Session& session) {
    return store::DraftFile(session.vault()).read();
}

}  // namespace casework

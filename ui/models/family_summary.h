// SPDX-License-Identifier: GPL-3.0-or-later
// One family on paper: members, the six criteria with the findings this reader may see, consent,
// decisions. Addresses as the screen shows them: a protected one is never written out.
#pragma once

#include "casework/family_view.h"

#include <QString>

namespace ui::models {

// HTML; every value is escaped. `reader` is who printed it.
[[nodiscard]] QString familySummary(const casework::FamilyView& family, const QString& reader);

}  // namespace ui::models

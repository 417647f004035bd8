// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/plan_text.h"

#include "criteria/plan.h"
#include "store/plan_table.h"

namespace casework {

base::Result<std::string> shippedPlanText() {
    const auto shipped = criteria::shippedPlan("herefordshire-2020");
    if (!shipped)
        return base::fail(base::Code::notFound, "plan", "no plan came with the program");
    return std::string(shipped->text);
}

base::Result<std::string> currentPlanText(store::Vault& vault, base::Date day) {
    const store::PlanTable table(vault);
    const auto adopted = table.inForce(day);
    if (!adopted)
        return base::fail(adopted.error());
    return *adopted ? table.text((*adopted)->fingerprint) : shippedPlanText();
}

}  // namespace casework

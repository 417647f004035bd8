// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/plan_version.h"

namespace records {

std::string_view planStateName(PlanVersionState state) {
    switch (state) {
        case PlanVersionState::proposed:
            return "waits for adoption";
        case PlanVersionState::adopted:
            return "adopted";
        case PlanVersionState::declined:
            return "declined";
        case PlanVersionState::withdrawn:
            return "withdrawn";
    }
    return "";
}

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/agreement.h"

namespace records {

AgreementState stateOn(const Agreement& agreement, base::Date day) {
    if (day < agreement.start)
        return AgreementState::notStarted;
    return day > agreement.expiry ? AgreementState::expired : AgreementState::inForce;
}

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/supersession.h"

namespace records {

std::string_view supersedingName(Superseding why) {
    switch (why) {
        case Superseding::replaced:
            return "sent again by a later delivery";
        case Superseding::noLongerSent:
            return "no longer in a later delivery that says everything anew";
        case Superseding::takenBack:
            return "taken back by a later delivery";
        case Superseding::notice:
            return "takes an earlier row back";
        case Superseding::deliveryWithdrawn:
            return "in a delivery that was withdrawn";
    }
    return {};
}

}  // namespace records

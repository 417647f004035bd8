// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/saved_mapping.h"

namespace records {

std::string_view mappingStateName(MappingState state) {
    switch (state) {
        case MappingState::proposed:
            return "waits for sign-off";
        case MappingState::signedOff:
            return "in use";
        case MappingState::superseded:
            return "superseded";
    }
    return "";
}

MappingState SavedMapping::state() const {
    if (!supersededAt.empty())
        return MappingState::superseded;
    return signedOffAt.empty() ? MappingState::proposed : MappingState::signedOff;
}

}  // namespace records

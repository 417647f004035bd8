// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/training.h"

#include "store/training_mark.h"

namespace casework {

base::Result<bool> isTraining(Session& session) {
    return store::TrainingMark(session.vault()).isThere();
}

base::Result<void> markTraining(Session& session) {
    return store::TrainingMark(session.vault()).set();
}

}  // namespace casework

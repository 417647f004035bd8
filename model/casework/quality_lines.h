// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a delivery's quality: lines from what was measured, alone and against the
// delivery before it. Plain values in, plain values out.
#pragma once

#include "casework/quality.h"
#include "intake/quality_rules.h"
#include "intake/quality_words.h"

#include <vector>

namespace casework {

struct Measured {
    records::Delivery delivery;
    records::DeliveryQuality quality;
};

// `before` is the delivery of the layout that speaks of the days before, or null.
[[nodiscard]] std::vector<QualityLine> qualityLines(const Measured& now,
                                                    const Measured* before,
                                                    const intake::QualityRules& rules,
                                                    const intake::QualityVocabulary& words);

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/partner_freshness.h"

#include <algorithm>

namespace casework {

std::vector<PartnerFreshness> heardFrom(const std::vector<records::Delivery>& deliveries,
                                        const std::vector<records::CoverageSpan>& spans) {
    std::vector<PartnerFreshness> all;
    for (const records::Agency agency : records::allAgencies) {
        PartnerFreshness fresh;
        fresh.agency = agency;
        for (const records::Delivery& delivery : deliveries)
            if (delivery.agency == agency) {
                ++fresh.deliveries;
                fresh.lastReceived = std::max(fresh.lastReceived, delivery.receivedAt);
            }
        for (const records::CoverageSpan& span : spans)
            if (span.agency == agency && !span.to.is_special() &&
                (!fresh.speaksUpTo || *fresh.speaksUpTo < span.to))
                fresh.speaksUpTo = span.to;
        all.push_back(std::move(fresh));
    }
    return all;
}

}  // namespace casework

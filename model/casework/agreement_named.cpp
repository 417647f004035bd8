// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/agreement_named.h"

#include "base/text.h"
#include "store/agreement_table.h"
#include "store/mapping_table.h"

#include <algorithm>

namespace casework {

base::Result<records::Agreement> agreementNamed(store::Vault& vault, const std::string& reference) {
    const store::AgreementTable table(vault);
    auto found = table.find(reference);
    if (!found)
        return base::fail(found.error());
    if (*found)
        return **found;
    std::vector<std::string> known;
    const auto all = table.list();
    if (!all)
        return base::fail(all.error());
    for (const records::Agreement& agreement : *all)
        known.push_back(agreement.reference);
    return base::fail(base::Code::refused,
                      "agreement",
                      "there is no agreement '" + reference +
                          "'; nothing is received without one. " +
                          (known.empty() ? "This vault has none yet: add one first."
                                         : "There are: " + base::join(known, ", ")));
}

base::Result<std::vector<intake::Mapping>> mappingsInUse(store::Vault& vault,
                                                         records::AgreementId agreement) {
    auto mappings = intake::shippedMappings();
    if (!mappings)
        return mappings;
    const auto saved = store::MappingTable(vault).inUse(agreement);
    if (!saved)
        return base::fail(saved.error());
    for (const records::SavedMapping& each : *saved) {
        auto tables = intake::readMappings(each.toml, each.name + ".toml");
        if (!tables)
            return base::fail(tables.error());
        std::erase_if(*mappings,
                      [&](const intake::Mapping& mapping) { return mapping.layout == each.name; });
        std::move(tables->begin(), tables->end(), std::back_inserter(*mappings));
    }
    return mappings;
}

}  // namespace casework

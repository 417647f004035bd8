// SPDX-License-Identifier: GPL-3.0-or-later
// A town of ninety households in a vault, received in two files and linked once.
#pragma once

#include "casework/linking.h"
#include "store/link_table.h"
#include "support/team.h"
#include "tests/support/linkage_town.h"

#include <string>
#include <vector>

namespace support {

// Two of the town's sources as housing sends them, each in a file of its own: what one person is
// called differs between them.
inline std::string housingFile(const std::vector<test::Row>& rows, bool early) {
    std::string text =
        "Person Number;Tenancy Ref;Relationship To Tenant;Surname;First Name;Date of Birth;Sex;"
        "Property Address 1;Property Postcode\n";
    std::size_t number = 0;
    for (const test::Row& row : rows) {
        ++number;
        if ((row.source < 2) != early)
            continue;
        const std::string birth = row.birth.empty()
                                      ? ""
                                      : row.birth.substr(8, 2) + "/" + row.birth.substr(5, 2) +
                                            "/" + row.birth.substr(0, 4);
        text += std::to_string(number) + ";" + row.address + row.postcode + ";Other;" +
                row.surname + ";" + row.forename + ";" + birth + ";" + row.sex + ";" + row.address +
                ";" + row.postcode + "\n";
    }
    return text;
}

// A town of ninety households, received and linked once.
struct LinkedTown {
    Team team;

    LinkedTown() {
        const auto rows = test::Town(17).rows(90);
        must(team.tryImport("housing-2026", "early.csv", housingFile(rows, true)));
        must(team.tryImport("housing-2026", "late.csv", housingFile(rows, false)));
        team.link();
    }

    [[nodiscard]] store::LinkTable table() { return store::LinkTable(team.dataOfficer().vault()); }

    [[nodiscard]] records::PersonId personOf(records::RecordId record) {
        const auto grant =
            support::granted(team.dataOfficer().vault(), access::Action::reviewLinks);
        return must(table().personOf(grant, record)).value_or(records::PersonId{});
    }

    [[nodiscard]] std::vector<records::PersonId> people() {
        std::vector<records::PersonId> all;
        for (const casework::ClusterRow& row : must(casework::clusters(team.dataOfficer())))
            all.push_back(row.person);
        return all;
    }
};

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_link.h"

#include "casework/linking.h"
#include "casework/match.h"
#include "county.h"

#include <cstdio>

namespace benchmarks {

namespace {

constexpr std::size_t laterRows = 10'000;

double isLinkage(const casework::LinkReport& report) {
    double seconds = 0;
    for (const auto& [phase, each] : report.phases)
        if (phase.find("families") == std::string::npos)
            seconds += each;
    return seconds;
}

casework::LinkReport timed(casework::Session& session,
                           casework::LinkScope scope,
                           const char* name,
                           double& seconds) {
    base::NoProgress quiet;
    casework::LinkReport report;
    seconds = secondsOf([&] { report = required(casework::linkRecords(session, quiet, scope)); });
    std::printf("%-34s %8.2f s   records to people %6.2f s, families %6.2f s\n",
                name,
                seconds,
                isLinkage(report),
                seconds - isLinkage(report));
    for (const auto& [phase, each] : report.phases)
        std::printf("    %-30s %8.2f s\n", phase.c_str(), each);
    return report;
}

double matchSeconds(const County& county) {
    casework::MatchRequest request;
    request.files = {county.folder() / "identities.csv"};
    request.fields =
        "id=id,source=source,forename=forename,middle_names=middle_names,surname=surname,"
        "birth_date=birth_date,sex=sex,address=address,postcode=postcode,nino=nino,upn=upn,"
        "nhs_number=nhs_number";
    static_cast<void>(county.writeIdentities(request.files.front(), county.rows()));
    base::NoProgress quiet;
    return secondsOf([&] { required(casework::matchFiles(request, quiet)); });
}

}  // namespace

void timeVaultLink(std::size_t people) {
    const County county(people);
    const auto session = county.newVault(0);
    const auto later = county.importAllBut(*session, laterRows);
    double first = 0;
    double whole = 0;
    double increment = 0;
    const double match = matchSeconds(county);
    const auto report =
        timed(*session, casework::LinkScope::estimate, "vault: link all, first time", first);
    county.importOne(*session, later);
    timed(*session, casework::LinkScope::changes, "vault: link 10,000 new rows", increment);
    timed(*session, casework::LinkScope::whole, "vault: link all again", whole);
    std::printf(
        "%lld records; match of the same rows %.2f s; link all is %.2f times match; "
        "10,000 new rows are %.3f of link all\n",
        static_cast<long long>(report.records),
        match,
        first / match,
        increment / first);
}

}  // namespace benchmarks

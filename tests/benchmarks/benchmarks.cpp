// SPDX-License-Identifier: GPL-3.0-or-later
// The main job, timed. See run for how to call it.
#include "base/text.h"
#include "casework/assessing.h"
#include "casework/linking.h"
#include "casework/match.h"
#include "county.h"
#include "intake/delivery_reader.h"
#include "readers.h"
#include "vault_link.h"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <functional>

namespace {

using namespace benchmarks;

struct Sizes {
    std::size_t runs = 3;
    std::size_t rows = 1'000'000;
    std::size_t records = 100'000;
    std::size_t people = 20'000;
};

class CountingSink final : public intake::DeliverySink {
public:
    base::Result<void> accept(records::SourceRecord&& record) override {
        m_rows += record.row > 0 ? 1 : 0;
        return {};
    }

    base::Result<void> note(records::RowIssue&&) override { return {}; }

    [[nodiscard]] std::size_t rows() const { return m_rows; }

private:
    std::size_t m_rows = 0;
};

void timeIntake(const County& county, const Sizes& sizes) {
    const auto file = county.longAttendance(sizes.rows);
    const intake::ReadRequest request{file,
                                      county.agreementOf(records::Agency::schools),
                                      required(intake::shippedMappings()),
                                      "schools-attendance",
                                      base::today()};
    print(measure("intake: read and check", sizes.rows, {file}, sizes.runs, [&request] {
        base::NoProgress quiet;
        CountingSink sink;
        return secondsOf([&] { required(intake::readDelivery(request, sink, quiet)); });
    }));
}

void timeMatch(const County& county, const Sizes& sizes) {
    casework::MatchRequest request;
    request.files = {county.folder() / "identities.csv"};
    request.fields =
        "id=id,source=source,forename=forename,middle_names=middle_names,surname=surname,"
        "birth_date=birth_date,sex=sex,address=address,postcode=postcode,nino=nino,upn=upn,"
        "nhs_number=nhs_number";
    const std::size_t rows = county.writeIdentities(request.files.front(), sizes.records);
    print(measure("linkage: match a file", rows, request.files, sizes.runs, [&request] {
        base::NoProgress quiet;
        return secondsOf([&] { required(casework::matchFiles(request, quiet)); });
    }));
}

// One vault a run, so that every stage is timed on its first time.
void timeVault(const County& county, const Sizes& sizes) {
    const Files files = county.partnerFiles();
    std::vector<std::unique_ptr<casework::Session>> vaults;
    const auto inEach = [&](const char* name, const std::function<void(casework::Session&)>& job) {
        std::size_t next = 0;
        print(measure(name, county.rows(), files, sizes.runs, [&] {
            casework::Session& session = *vaults[next++];
            return secondsOf([&] { job(session); });
        }));
    };
    for (std::size_t run = 0; run < sizes.runs; ++run)
        vaults.push_back(county.newVault(run));
    inEach("vault: import", [&county](casework::Session& session) { county.importInto(session); });
    inEach("vault: link", [](casework::Session& session) {
        base::NoProgress quiet;
        required(casework::linkRecords(session, quiet));
    });
    inEach("vault: assess", [](casework::Session& session) {
        base::NoProgress quiet;
        required(casework::assessFamilies(session, casework::AssessRequest(), quiet));
    });
    const County::Quality quality = county.qualityOf(*vaults.front());
    std::printf("links against truth.csv: pairwise precision %.5f, recall %.5f\n",
                quality.precision,
                quality.recall);
}

bool readSizes(int argc, char** argv, Sizes& sizes) {
    const std::pair<const char*, std::size_t*> options[] = {{"--runs", &sizes.runs},
                                                            {"--rows", &sizes.rows},
                                                            {"--records", &sizes.records},
                                                            {"--people", &sizes.people}};
    for (int i = 1; i < argc; i += 2) {
        bool read = false;
        for (const auto& [name, value] : options)
            if (i + 1 < argc && std::strcmp(argv[i], name) == 0) {
                const char* end = argv[i + 1] + std::strlen(argv[i + 1]);
                const auto [stop, error] = std::from_chars(argv[i + 1], end, *value);
                read = error == std::errc() && stop == end && *value > 0;
            }
        if (!read)
            return false;
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    Sizes sizes;
    const bool readersOnly = argc > 1 && std::strcmp(argv[1], "readers") == 0;
    const bool vaultLinkOnly = argc > 1 && std::strcmp(argv[1], "vault-link") == 0;
    const int skipped = readersOnly || vaultLinkOnly ? 1 : 0;
    if (!readSizes(argc - skipped, argv + skipped, sizes)) {
        std::fprintf(stderr,
                     "usage: benchmarks [readers | vault-link] [--runs N] [--rows N] [--records N] "
                     "[--people N]\n");
        return 2;
    }
    if (vaultLinkOnly) {
        timeVaultLink(sizes.people);
        return 0;
    }
    std::printf("medians of %zu runs; the yardsticks read the same files in the same run\n",
                sizes.runs);
    if (readersOnly) {
        timeReaders(County(sizes.people), {sizes.runs, sizes.rows});
        return 0;
    }
    printHeading();
    {
        // A county sends a little over two rows a person.
        const County county(sizes.records / 2);
        timeIntake(county, sizes);
        timeMatch(county, sizes);
    }
    const County county(sizes.people);
    timeVault(county, sizes);
    timeReaders(county, {sizes.runs, sizes.rows});
    return 0;
}

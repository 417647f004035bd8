// SPDX-License-Identifier: GPL-3.0-or-later
// `match` from a CSV file to CLUSTERS.csv, as its own process, at several sizes: seconds and the
// ratio to `LC_ALL=C sort --parallel=2` of the same file in the same run, processor seconds, peak
// memory, and how right the people are. See run for how to call it.
#include "base/delimited_writer.h"
#include "base/text.h"
#include "intake/delivery_reader.h"
#include "tests/benchmarks/county.h"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unordered_map>

namespace {

using namespace benchmarks;

constexpr const char* fields =
    "id=id,source=source,forename=forename,middle_names=middle_names,surname=surname,"
    "birth_date=birth_date,sex=sex,address=address,postcode=postcode,nino=nino,upn=upn,"
    "nhs_number=nhs_number";

using Truth = std::unordered_map<std::string, std::uint32_t>;  // "file:row" -> person

// Writes who a row is about, under an id that the truth knows.
class IdentityWriter final : public intake::DeliverySink {
public:
    IdentityWriter(std::ofstream& out, std::size_t most) : m_out(out), m_most(most) {}

    void begin(std::string file) { m_file = std::move(file); }

    base::Result<void> accept(records::SourceRecord&& record) override {
        if (m_rows == m_most)
            return {};
        ++m_rows;
        const records::Identity& who = record.identity;
        std::string line;
        base::appendDelimited(line,
                              {m_file + ":" + std::to_string(record.row),
                               std::string(records::agencyCode(record.agency)),
                               who.forename,
                               who.middleNames,
                               who.surname,
                               records::isoPartial(who.birthDate),
                               std::string(records::sexCode(who.sex)),
                               who.address,
                               who.postcode,
                               who.nino,
                               who.upn,
                               who.nhsNumber},
                              base::Formulas::asTheyAre);
        m_out << line;
        return {};
    }

    base::Result<void> note(records::RowIssue&&) override { return {}; }

    [[nodiscard]] std::size_t rows() const { return m_rows; }

private:
    std::ofstream& m_out;
    std::size_t m_most;
    std::size_t m_rows = 0;
    std::string m_file;
};

std::size_t writeIdentities(const County& county, const std::string& path, std::size_t most) {
    base::NoProgress quiet;
    std::ofstream out(path, std::ios::binary);
    out << "id,source,forename,middle_names,surname,birth_date,sex,address,postcode,nino,upn,"
           "nhs_number\n";
    IdentityWriter sink(out, most);
    for (const synth::WrittenFile& written : county.written().files) {
        sink.begin(written.name);
        const intake::ReadRequest request{county.folder() / written.name,
                                          county.agreementOf(written.agency),
                                          required(intake::shippedMappings()),
                                          written.mapping,
                                          base::today()};
        required(intake::readDelivery(request, sink, quiet));
    }
    return sink.rows();
}

Truth readTruth(const County& county) {
    Truth truth;
    std::unordered_map<std::string, std::uint32_t> people;
    std::ifstream in(county.folder() / "truth.csv");
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const auto cells = base::split(line, ',');
        const auto person =
            people.try_emplace(std::string(cells[2]), static_cast<std::uint32_t>(people.size()));
        truth.emplace(std::string(cells[0]) + ":" + std::string(cells[1]), person.first->second);
    }
    return truth;
}

struct Process {
    double seconds = 0;
    double processor = 0;
    long peakKilobytes = 0;
};

Process run(const std::string& command) {
    rusage use{};
    const double seconds = secondsOf([&] {
        const pid_t child = fork();
        if (child == 0) {
            execl("/bin/sh", "sh", "-c", ("exec " + command).c_str(), nullptr);
            _exit(127);
        }
        int status = 0;
        if (child < 0 || wait4(child, &status, 0, &use) != child || status != 0) {
            std::fprintf(stderr, "benchmarks: %s failed\n", command.c_str());
            std::exit(EXIT_FAILURE);
        }
    });
    const auto time = [](const timeval& value) {
        return static_cast<double>(value.tv_sec) + static_cast<double>(value.tv_usec) / 1e6;
    };
    return {seconds, time(use.ru_utime) + time(use.ru_stime), use.ru_maxrss};
}

struct Quality {
    double precision = 0;
    double recall = 0;
    double bCubed = 0;

    [[nodiscard]] double f1() const { return 2 * precision * recall / (precision + recall); }
};

// Pairs of records put together, and B-cubed (Bagga and Baldwin 1998).
Quality qualityOf(const std::string& clusters, const Truth& truth) {
    std::unordered_map<std::uint64_t, double> both;
    std::unordered_map<std::uint64_t, double> answer;
    std::unordered_map<std::uint64_t, double> actual;
    std::ifstream in(clusters);
    std::string line;
    std::getline(in, line);
    double rows = 0;
    while (std::getline(in, line)) {
        const auto cells = base::split(line, ',');
        std::uint64_t person = 0;
        std::from_chars(cells[2].data(), cells[2].data() + cells[2].size(), person);
        const std::uint64_t known = truth.at(std::string(cells[1]));
        ++answer[person];
        ++actual[known];
        ++both[person << 32U | known];
        ++rows;
    }
    const auto pairs = [](const auto& counts) {
        double sum = 0;
        for (const auto& [key, count] : counts)
            sum += count * (count - 1) / 2;
        return sum;
    };
    double precision = 0;
    double recall = 0;
    for (const auto& [key, count] : both) {
        precision += count * count / answer[key >> 32U];
        recall += count * count / actual[key & 0xFFFFFFFFU];
    }
    precision /= rows;
    recall /= rows;
    return {pairs(both) / pairs(answer),
            pairs(both) / pairs(actual),
            2 * precision * recall / (precision + recall)};
}

void measureAt(std::size_t size, const std::string& program) {
    const County county(size / 2);  // a county sends a little over two rows a person
    const std::string file = county.folder() / "identities.csv";
    const std::string clusters = county.folder() / "clusters.csv";
    const std::size_t rows = writeIdentities(county, file, size);
    const Process sort = run("env LC_ALL=C sort --parallel=2 -o /dev/null " + file);
    const Process match = run(program + " match " + file + " --fields " + fields + " --out " +
                              clusters + " > /dev/null 2>&1");
    const Quality quality = qualityOf(clusters, readTruth(county));
    std::printf("%10s %9.2f %9.2f %8.1f %10.2f %8ld   %.5f %.5f %.5f %.5f\n",
                base::grouped(rows).c_str(),
                match.seconds,
                sort.seconds,
                match.seconds / sort.seconds,
                match.processor,
                match.peakKilobytes / 1024,
                quality.precision,
                quality.recall,
                quality.f1(),
                quality.bCubed);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: match_benchmark FAMILIES-FIRST [ROWS...]\n");
        return 2;
    }
    std::vector<std::size_t> sizes;
    for (int i = 2; i < argc; ++i)
        sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    if (sizes.empty())
        sizes = {100'000, 1'000'000, 2'000'000};
    std::printf("%10s %9s %9s %8s %10s %8s   %s\n",
                "rows",
                "seconds",
                "sort",
                "x sort",
                "cpu",
                "MB",
                "precision recall F1 B-cubed");
    for (const std::size_t size : sizes)
        measureAt(size, argv[1]);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers.h"

#include "base/text.h"
#include "intake/delivery_reader.h"
#include "long_files.h"

#include <cstdio>
#include <fstream>

namespace benchmarks {

namespace {

class CountingSink final : public intake::DeliverySink {
public:
    base::Result<void> accept(records::SourceRecord&& record) override {
        m_rows += record.row > 0 ? 1 : 0;
        return {};
    }

    base::Result<void> note(records::RowIssue&&) override { return {}; }

private:
    std::size_t m_rows = 0;
};

// The most memory this process has held since the last call, in MiB (Linux: proc(5)).
double takePeakMemory() {
    std::ifstream status("/proc/self/status");
    std::string word;
    double kibibytes = 0;
    while (status >> word)
        if (word == "VmHWM:")
            status >> kibibytes;
    std::ofstream("/proc/self/clear_refs") << "5";
    return kibibytes / 1024;
}

struct Reader {
    const char* name;
    records::Agency agency;
    const char* mapping;  // none: recognised
    const char* yardstick;
};

void timeReader(const County& county,
                const Reader& reader,
                const std::filesystem::path& file,
                std::size_t runs) {
    const intake::ReadRequest request{
        file,
        county.agreementOf(reader.agency),
        required(intake::shippedMappings()),
        reader.mapping == nullptr ? std::nullopt : std::optional<std::string>(reader.mapping),
        base::today()};
    std::vector<double> ours;
    std::vector<double> yardsticks;
    std::size_t rows = 0;
    double memory = 0;
    for (std::size_t run = 0; run < runs; ++run) {
        std::fprintf(stderr, "%s, run %zu of %zu\n", reader.name, run + 1, runs);
        yardsticks.push_back(commandSeconds(reader.yardstick, {file}));
        base::NoProgress quiet;
        CountingSink sink;
        takePeakMemory();
        ours.push_back(secondsOf([&] {
            const auto summary = required(intake::readDelivery(request, sink, quiet));
            rows = static_cast<std::size_t>(summary.rowsIn);
        }));
        memory = std::max(memory, takePeakMemory());
    }
    const double seconds = median(ours);
    const double count = median(yardsticks);
    std::printf(
        "%-28s %10s %8.1f %9.3f %10s %9.3f %8.1f %9.1f\n",
        reader.name,
        base::grouped(rows).c_str(),
        static_cast<double>(std::filesystem::file_size(file)) / 1e6,
        seconds,
        base::grouped(static_cast<std::size_t>(static_cast<double>(rows) / seconds)).c_str(),
        count,
        count > 0 ? seconds / count : 0,
        memory);
    std::fflush(stdout);
}

}  // namespace

void timeReaders(const County& county, const ReaderSizes& sizes) {
    std::printf("%-28s %10s %8s %9s %10s %9s %8s %9s\n",
                "read and check",
                "rows",
                "MB",
                "seconds",
                "rows/s",
                "yardstick",
                "x",
                "peak MiB");
    constexpr const char* unzip = "unzip -p";
    constexpr const char* count = "wc -l";
    const auto folder = county.folder();
    const auto message =
        std::filesystem::path(FF_TEST_DATA) / "intake" / "messages" / "cin_2026.xml";
    for (const std::size_t part : {4, 1}) {
        timeReader(county,
                   {"delimited (wc -l)", records::Agency::schools, "schools-attendance", count},
                   county.longAttendance(sizes.delimitedRows / part),
                   sizes.runs);
        writeLongWorkbook(
            folder / "schools-attendance.csv", sizes.workbookRows / part, folder / "long.xlsx");
        timeReader(county,
                   {"workbook (unzip -p)", records::Agency::schools, "schools-attendance", unzip},
                   folder / "long.xlsx",
                   sizes.runs);
        writeLongMessage(message, "Children", sizes.messageBytes / part, folder / "long.xml");
        timeReader(county,
                   {"XML message (wc -l)", records::Agency::socialCare, nullptr, count},
                   folder / "long.xml",
                   sizes.runs);
    }
}

}  // namespace benchmarks

// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an XML message. Reading ends; every row has the cells of its table; the rows of a
// table are numbered upwards; read again, the message gives the same; what fails names the file.
#include "intake/mapping.h"
#include "intake/xml_head.h"
#include "intake/xml_message.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace {

constexpr const char* layout = R"(name = "fuzzed"
version = "1"
agency = "social-care"
description = "Any message."
dates = ["yyyy-mm-dd"]
local_id_series = "care-person"
recognised_by = ["/M"]
record = "/M/C"
not_received = ["X"]
[columns]
local_id = "I"
address.join = ["R/L"]
address.instead = ["L"]
address.instead_when = ["R/S"]
phone.first = ["R/P", "P"]
[[table]]
name = "record"
record_type = "social_care_episode"
constants = { kind = "early-help" }
[table.columns]
start_date = "@d"
need_code = "/M/H"
[[table]]
name = "rows"
record_type = "social_care_episode"
rows = "R"
constants = { kind = "early-help" }
[table.columns]
start_date = "R/@d"
[[table]]
name = "inner"
record_type = "social_care_episode"
rows = "R/R"
constants = { kind = "early-help" }
[table.columns]
start_date = "R/R"
[[table]]
name = "refused"
rows = "A"
refused_because = "it is not received"
)";

void require(bool holds) {
    if (!holds)
        std::abort();
}

// One file that every input is written to, in memory where there is such a folder.
class InputPath {
public:
    InputPath() {
        const std::filesystem::path memory = "/dev/shm";
        const auto folder =
            std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
        m_path = folder / ("xml-fuzz-" + std::to_string(getpid()) + ".xml");
    }

    ~InputPath() { std::filesystem::remove(m_path); }

    InputPath(const InputPath&) = delete;
    InputPath& operator=(const InputPath&) = delete;

    const std::filesystem::path& write(const std::uint8_t* data, std::size_t size) const {
        std::ofstream(m_path, std::ios::binary | std::ios::trunc)
            .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
        return m_path;
    }

private:
    std::filesystem::path m_path;
};

// All rows as one text; empty when the message fails.
std::string readWhole(const std::filesystem::path& path,
                      const std::vector<intake::Mapping>& mappings) {
    const auto fails = [&](const base::Error& error) {
        require(error.place.starts_with(path.filename().string()) && !error.detail.empty());
        return std::string();
    };
    base::NoProgress quiet;
    const auto survey = intake::surveyFile(path, quiet);
    if (!survey)
        return fails(survey.error());
    const auto head = intake::XmlHead::read(path, *survey, {mappings.front().xml->record});
    if (!head)
        return fails(head.error());
    std::vector<const intake::Mapping*> tables;
    for (const intake::Mapping& mapping : mappings)
        tables.push_back(&mapping);
    const auto message = intake::XmlMessage::open(path, *survey, tables);
    if (!message)
        return fails(message.error());
    std::vector<std::int64_t> last(tables.size(), 0);
    std::string all = "read";
    intake::TableRow row;
    for (;;) {
        const auto more = (*message)->next(row);
        if (!more)
            return fails(more.error());
        if (!*more)
            return all;
        require(row.table < tables.size() && row.line > last[row.table]);
        last[row.table] = row.line;
        require(row.fields.size() == (*message)->tables()[row.table].heading().size());
        for (const std::string_view field : row.fields)
            (all += field) += '\x1F';
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const InputPath input;
    static const auto mappings = intake::readMappings(layout, "fuzzed.toml");
    require(mappings.has_value());
    const auto& path = input.write(data, size);
    require(readWhole(path, *mappings) == readWhole(path, *mappings));
    return 0;
}

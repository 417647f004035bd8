// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through the decoder and the delimited reader: it ends, keeps its limits, numbers rows
// upwards, and gives the same rows however the bytes are cut. The first byte chooses how to read.
#include "intake/delimited_reader.h"
#include "intake/encoding.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

struct Row {
    std::int64_t line = 0;
    intake::Fault fault = intake::Fault::none;
    std::vector<std::string> fields;

    friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> readAll(std::string_view bytes,
                         intake::Encoding encoding,
                         char separator,
                         std::size_t piece) {
    intake::Decoder decoder(encoding);
    std::size_t at = 0;
    bool finished = false;
    intake::DelimitedOptions options;
    options.separator = separator;
    options.longestRow = 4096;
    options.mostFields = 64;
    intake::DelimitedReader reader(
        [&](std::string& out) -> base::Result<bool> {
            if (at < bytes.size()) {
                decoder.decode(bytes.substr(at, piece), out);
                at += piece;
                return true;
            }
            if (finished)
                return false;
            finished = true;
            decoder.finish(out);
            return true;
        },
        options);
    std::vector<Row> rows;
    intake::DelimitedRow row;
    while (reader.next(row).value()) {
        if (row.fields.size() > options.mostFields ||
            (!rows.empty() && row.line <= rows.back().line))
            std::abort();
        rows.push_back({row.line, row.fault, {row.fields.begin(), row.fields.end()}});
    }
    return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string text(data + 1, data + size);
    const auto encoding = static_cast<intake::Encoding>(data[0] & 3U);
    const char separator = intake::detectSeparator(text, '\n');
    const auto whole = readAll(text, encoding, separator, size);
    // Rows near the limits may fall either way; without them the cut must not show.
    if (size < 4096 && readAll(text, encoding, separator, 1U + (data[0] >> 5U)) != whole)
        std::abort();
    return 0;
}

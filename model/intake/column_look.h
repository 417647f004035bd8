// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at a file of which nothing is known: how it is written, its header, and what the values
// of every column look like. The whole file is read once; memory does not grow with the rows.
#pragma once

#include "base/date.h"
#include "base/progress.h"
#include "base/result.h"
#include "records/file_look.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace intake {

// What one value may be, as bits.
struct ValueTraits {
    std::uint32_t looks = 0;  // by records::ValueLook
    std::uint32_t dates = 0;  // by intake::DateForm
    bool eitherOrder = false;

    [[nodiscard]] bool is(records::ValueLook look) const {
        return (looks >> static_cast<unsigned>(look) & 1U) != 0;
    }
};

// `text` is trimmed and not empty.
[[nodiscard]] ValueTraits traitsOf(std::string_view text, base::Date today);

// Gathers what the cells of one column look like.
class ColumnLooking {
public:
    explicit ColumnLooking(base::Date today) : m_today(today) {}

    void add(std::string_view text);  // trimmed
    [[nodiscard]] records::ColumnLook finish(std::string heading) const;

private:
    struct Seen {
        std::size_t cells = 0;
        ValueTraits traits;
    };

    void count(const ValueTraits& traits);
    [[nodiscard]] records::ValueLook choose(const records::ColumnLook& column) const;

    base::Date m_today;
    std::unordered_map<std::string, Seen> m_seen;  // the first mostDistinct values
    std::size_t m_filled = 0;
    std::size_t m_longest = 0;
    std::size_t m_either = 0;
    std::size_t m_looks[16] = {};
    std::size_t m_dates[16] = {};
};

// The first table that has rows, or the sheet of that name. Fails as surveyFile and the containers
// do, with notFound for a sheet that is not there, and with unsupported for an XML message, whose
// layouts are known beforehand.
[[nodiscard]] base::Result<records::TableLook> lookAt(const std::filesystem::path& path,
                                                      std::string_view sheet,
                                                      base::Date today,
                                                      base::Progress& progress);

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
// Synthetic partner files: a Herefordshire-like population, written as the nine agencies would send
// what each knows of it, with the faults real files have. The same request gives the same bytes.
//
// Nobody in it can be real: names are drawn at random from national frequencies; streets are
// invented and postcodes lie in sectors that Royal Mail has not made; NHS numbers begin 999 (kept
// for tests); UPNs carry establishment numbers from 9000, which no school has; NINOs begin with X,
// right in form but a series never allotted; PNC serials lie above 9,000,000, beyond any year's
// count; UPRNs begin 9000; telephones are Ofcom's for drama; e-mail is at example.org.
//
// Beside the partner files: agreements.toml (the standard agreements) and truth.csv
// (file,row,person,family): who each row really is about. `row` counts as intake counts, the header
// being 1; `family` is the person's first home.
#pragma once

#include "base/date.h"
#include "base/progress.h"
#include "base/result.h"
#include "records/agency.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace synth {

struct Request {
    std::filesystem::path folder;  // made when it is not there
    std::size_t people = 2000;     // at least so many are born
    std::uint64_t seed = 1;
    base::Date asAt;  // all dates are relative to it; today when not_a_date
};

struct WrittenFile {
    std::string name;     // in the folder
    std::string mapping;  // the mapping that reads it
    records::Agency agency = records::Agency::schools;
    std::size_t rows = 0;  // data rows, without the header
};

struct Written {
    std::vector<WrittenFile> files;  // partner files only
    std::size_t people = 0;
    std::size_t families = 0;
};

// Families are made one after another and written at once: memory does not grow with the number of
// people. Fails with unreadable or full when the folder can't be written, with cancelled (the
// files written so far are removed), and with malformed when a mapping can't be written.
[[nodiscard]] base::Result<Written> synthesise(const Request& request, base::Progress& progress);

}  // namespace synth

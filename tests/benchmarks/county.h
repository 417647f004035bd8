// SPDX-License-Identifier: GPL-3.0-or-later
// What the benchmarks work on: a synthetic county's partner files, longer files made of them, and
// vaults to put them in. Everything lies in one folder that goes when the County does. A failure
// ends the program with its words: a benchmark of a failed job would mean nothing.
#pragma once

#include "app/synth/synth.h"
#include "casework/session.h"
#include "records/agreement.h"
#include "yardstick.h"

#include <map>
#include <memory>
#include <string>

namespace benchmarks {

template <class T>
T required(base::Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "benchmarks: %s\n", base::describe(result.error()).c_str());
        std::exit(EXIT_FAILURE);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

class County {
public:
    explicit County(std::size_t people);
    County(const County&) = delete;
    County& operator=(const County&) = delete;
    ~County();

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    // Of every user.
    [[nodiscard]] static const base::Secret& password();

    [[nodiscard]] const synth::Written& written() const { return m_written; }

    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] Files partnerFiles() const;
    [[nodiscard]] const records::Agreement& agreementOf(records::Agency agency) const;

    // School attendance, its rows taken over and over until there are so many.
    [[nodiscard]] std::filesystem::path longAttendance(std::size_t rows) const;
    // Who every row is about, of every partner, as intake reads it: at most so many rows. Returns
    // how many there are.
    std::size_t writeIdentities(const std::filesystem::path& file, std::size_t most) const;

    // A new vault with a data officer and the agreements in it, opened for the data officer.
    [[nodiscard]] std::unique_ptr<casework::Session> newVault(std::size_t number) const;
    void importInto(casework::Session& dataOfficer) const;
    // Holds back the last rows of the largest file and returns the file they are in, to be imported
    // later.
    [[nodiscard]] std::filesystem::path importAllBut(casework::Session& dataOfficer,
                                                     std::size_t rows) const;
    void importOne(casework::Session& dataOfficer, const std::filesystem::path& attendance) const;

    // Pairwise, of the links of a vault against truth.csv.
    struct Quality {
        double precision = 0;
        double recall = 0;
    };

    [[nodiscard]] Quality qualityOf(casework::Session& dataOfficer) const;

private:
    std::filesystem::path m_folder;
    synth::Written m_written;
    std::map<records::Agency, records::Agreement> m_agreements;
};

}  // namespace benchmarks

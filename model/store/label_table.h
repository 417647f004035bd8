// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of records that people judged, kept as data: what was asked, of which model's links,
// whether by chance (a random sample, from which accuracy may be estimated) or by choice, who
// answered and when. Answers that must win over the engine are LinkTable's; a label changes nobody.
#pragma once

#include "access/grant.h"
#include "records/link.h"
#include "store/vault.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

// A band of weight of a sample's population.
struct PairStratum {
    bool linked = false;     // pairs the engine tied, or doubtful ones
    double least = 0;        // weight; the band reaches to the next one of its kind
    std::int64_t pairs = 0;  // in the vault when the sample was drawn
};

struct PairSample {
    std::int64_t id = 0;
    std::int64_t model = 0;  // LinkModel::id
    std::int64_t seed = 0;
    std::vector<PairStratum> strata;
    records::UserId by;
    std::string at;
};

struct Label {
    std::int64_t id = 0;
    std::int64_t sample = 0;  // 0: not a random pair
    int stratum = 0;          // index into the sample's strata
    records::RecordId left;   // the smaller number
    records::RecordId right;
    double weight = 0;
    double probability = 0;
    bool linked = false;  // by the engine, when it was drawn
    std::int64_t model = 0;
    records::PairAnswer answer = records::PairAnswer::none;
    records::UserId by;
    std::string at;
};

class LabelTable {
public:
    explicit LabelTable(Vault& vault) : m_vault(&vault) {}

    // Grant: reviewLinks on the vault, unless told. Numbers are filled in.
    [[nodiscard]] base::Result<std::int64_t> keepSample(const access::Grant& grant,
                                                        const PairSample& sample,
                                                        const std::vector<Label>& pairs);
    // nullopt before the first. Grant: reviewLinks or linkRecords.
    [[nodiscard]] base::Result<std::optional<PairSample>> newestSample(
        const access::Grant& grant) const;
    // In the order drawn. Grant: reviewLinks or linkRecords.
    [[nodiscard]] base::Result<std::vector<Label>> ofSample(const access::Grant& grant,
                                                            std::int64_t sample) const;
    // Fails with notFound. Grant: reviewLinks on anything: a label names records by number only.
    [[nodiscard]] base::Result<Label> find(const access::Grant& grant, std::int64_t id) const;
    // Grant: reviewLinks on one of the two records. `none` takes it back.
    [[nodiscard]] base::Result<void> answer(const access::Grant& grant,
                                            std::int64_t id,
                                            records::PairAnswer answer);
    // An answer about a doubtful pair: in place of the one before about the same records; `none`
    // removes it. Grant: reviewLinks on the doubt, one of the records or the vault.
    [[nodiscard]] base::Result<void> note(const access::Grant& grant, const Label& label);
    // Every pair answered same or different, oldest first. Grant: reviewLinks or linkRecords on the
    // vault.
    [[nodiscard]] base::Result<std::vector<Label>> answered(const access::Grant& grant) const;

private:
    [[nodiscard]] base::Result<void> insert(const Label& label);

    Vault* m_vault;
};

}  // namespace store

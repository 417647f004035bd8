// SPDX-License-Identifier: GPL-3.0-or-later
// Which record is which person, how strongly, which pairs wait for a person's answer, and what
// people answered. An answer outlives every new run of the engine; taking one back leaves it in the
// history.
#pragma once

#include "access/grant.h"
#include "records/link.h"
#include "store/vault.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace store {

// A person's answer about two records, in force until undone.
struct PairDecision {
    std::int64_t id = 0;
    records::RecordId left;  // the smaller number
    records::RecordId right;
    records::PairAnswer answer = records::PairAnswer::none;
    records::UserId by;
    std::string at;
    records::UserId undoneBy;  // empty while in force
    std::string undoneAt;
};

using LinkVisitor = std::function<base::Result<void>(records::Link&&)>;

class LinkTable {
public:
    explicit LinkTable(Vault& vault) : m_vault(&vault) {}

    // Fresh numbers for people; the first of `count` in a row.
    [[nodiscard]] base::Result<records::PersonId> nextPersonIds(std::int64_t count);
    // The whole result of a run in place of the one before. Doubtful pairs without a number get
    // that of the same pair before, or a fresh one; decisions stay.
    [[nodiscard]] base::Result<void> replaceAll(const std::vector<records::Link>& links,
                                                const std::vector<records::DoubtfulPair>& pairs);
    // What a run says of `records` (sorted; a doubtful pair lies within them or outside) in place
    // of what was said of them before: all their doubtful pairs, and the links of those `relinked`.
    // `links` are the new links of these; one that has none now is no longer linked.
    [[nodiscard]] base::Result<void> replaceSome(const std::vector<records::RecordId>& records,
                                                 const std::vector<records::RecordId>& relinked,
                                                 const std::vector<records::Link>& links,
                                                 const std::vector<records::DoubtfulPair>& pairs);
    // Of those records that are linked, in the order given. Grant: linkRecords on the vault.
    [[nodiscard]] base::Result<std::vector<records::Link>> ofRecords(
        const access::Grant& grant, const std::vector<records::RecordId>& records) const;

    // In order of record. Grant: linkRecords, assess or prepareSubmission on the vault.
    [[nodiscard]] base::Result<void> forEach(const access::Grant& grant,
                                             const LinkVisitor& visit) const;
    [[nodiscard]] base::Result<std::optional<records::PersonId>> personOf(
        const access::Grant& grant, records::RecordId record) const;
    // A person's links (openEvidence or reviewLinks; openFamily too).
    [[nodiscard]] base::Result<std::vector<records::Link>> ofPerson(const access::Grant& grant,
                                                                    records::PersonId person) const;
    [[nodiscard]] base::Result<std::int64_t> recordCount() const;  // linked records
    [[nodiscard]] base::Result<std::int64_t> personCount() const;

    // Doubtful pairs by falling weight, no names (numbers of records only), without their reasons.
    // `answered` false: those that wait (and "not sure").
    [[nodiscard]] base::Result<std::vector<records::DoubtfulPair>> pairs(const access::Grant& grant,
                                                                         bool answered,
                                                                         std::int64_t offset,
                                                                         std::int64_t limit) const;
    [[nodiscard]] base::Result<std::int64_t> pairCount(bool answered) const;
    [[nodiscard]] base::Result<std::int64_t> notSureCount() const;  // of pairs that wait
    // Answers of same or different in force, of doubtful pairs and of links undone.
    [[nodiscard]] base::Result<std::int64_t> answerCount() const;
    [[nodiscard]] base::Result<records::DoubtfulPair> pair(const access::Grant& grant,
                                                           records::DoubtId id) const;

    // Grant: reviewLinks on the doubt (answer) or on the vault or one of the records (decide: same
    // or different said of any two records, as when a link is undone). A new answer for the same
    // pair ends the one before.
    [[nodiscard]] base::Result<void> answer(const access::Grant& grant,
                                            records::DoubtId id,
                                            records::PairAnswer answer);
    [[nodiscard]] base::Result<void> decide(const access::Grant& grant,
                                            records::RecordId left,
                                            records::RecordId right,
                                            records::PairAnswer answer);
    // Takes an answer back; the pair waits again. Fails with notFound.
    [[nodiscard]] base::Result<void> undo(const access::Grant& grant, std::int64_t decision);
    // In force, or with `history` all, oldest first.
    [[nodiscard]] base::Result<std::vector<PairDecision>> decisions(const access::Grant& grant,
                                                                    bool history = false) const;

private:
    Vault* m_vault;
};

}  // namespace store

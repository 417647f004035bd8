// SPDX-License-Identifier: GPL-3.0-or-later
// Agreements and the deliveries received under them. An import is in whole or not at all.
#pragma once

#include "base/progress.h"
#include "casework/session.h"
#include "records/agreement.h"
#include "records/row_issue.h"

#include <optional>
#include <vector>

namespace casework {

// `toml` as in resources/partners/agreements. All of them or none; a reference in use is refused.
[[nodiscard]] base::Result<std::vector<std::string>> addAgreements(Session& session,
                                                                   std::string_view toml,
                                                                   std::string_view fileName);
[[nodiscard]] base::Result<std::vector<records::Agreement>> listAgreements(Session& session);

struct ImportRequest {
    std::filesystem::path file;
    std::string agreement;               // its reference
    std::optional<std::string> mapping;  // by name; else recognised by the header
    std::optional<std::string> term;     // "2025-autumn", for files whose name does not say it
    // The day of the extract, when the file's name does not say it either; else the day of receipt.
    // Of two deliveries with the same row, the one that speaks of the later day counts.
    std::optional<base::Date> extractedOn = std::nullopt;
};

struct ImportReport {
    records::Delivery delivery;
    std::string encoding;
    std::string separator;
    base::Date speaksOf;
    std::int64_t rowsReplaced = 0;  // rows of other deliveries that count no more
};

// Fails with refused (no agreement, expired, unlisted column), exists (same file received before),
// malformed, unreadable, full, cancelled; then the vault is as it was.
[[nodiscard]] base::Result<ImportReport> importDelivery(Session& session,
                                                        const ImportRequest& request,
                                                        base::Progress& progress);

// A delivery sent in error: its rows stop counting, and what it had replaced counts again. Nothing
// is deleted. Takes effect on links, families and findings at the next runs. Fails with notFound,
// exists (withdrawn before) or malformed (no reason given).
[[nodiscard]] base::Result<void> withdrawDelivery(Session& session,
                                                  records::DeliveryId delivery,
                                                  std::string_view reason);

[[nodiscard]] base::Result<std::vector<records::Delivery>> listDeliveries(Session& session);
[[nodiscard]] base::Result<std::vector<records::RowIssue>> listRowIssues(
    Session& session, records::DeliveryId delivery, std::size_t offset, std::size_t limit);
[[nodiscard]] base::Result<std::int64_t> countRowIssues(Session& session,
                                                        records::DeliveryId delivery);
// The row issues as CSV for the sender: row, column, severity, code, what to do.
[[nodiscard]] base::Result<std::string> rowIssuesCsv(Session& session,
                                                     records::DeliveryId delivery);

// When each agency was last heard from, and up to which day its deliveries speak.
struct PartnerFreshness {
    records::Agency agency = records::Agency::schools;
    std::int64_t deliveries = 0;
    std::string lastReceived;  // UTC, "" when never
    std::optional<base::Date> speaksUpTo;
};

[[nodiscard]] base::Result<std::vector<PartnerFreshness>> partnerFreshness(Session& session);
// The layouts that may be read under an agreement, for choosing one by hand: those that come with
// the program and those signed off under it, by name. Fails with refused (no such agreement).
[[nodiscard]] base::Result<std::vector<std::string>> mappingNames(Session& session,
                                                                  const std::string& agreement);

}  // namespace casework

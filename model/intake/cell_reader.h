// SPDX-License-Identifier: GPL-3.0-or-later
// One cell's text as a value of ours: an identity column or a typed field. A text that can't be
// read leaves the value empty and is noted, as rejecting when the field is required.
#pragma once

#include "base/date.h"
#include "intake/mapping.h"
#include "records/identifier.h"
#include "records/identity.h"
#include "records/row_issue.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

// The issues of one row as they are found.
class Noting {
public:
    Noting(std::int64_t row, std::vector<records::RowIssue>& issues)
        : m_row(row), m_issues(issues) {}

    void warn(const std::string& heading, std::string code, std::string detail);
    void reject(const std::string& heading, std::string code, std::string detail);

    [[nodiscard]] bool rejected() const { return m_rejected; }

private:
    std::int64_t m_row;
    std::vector<records::RowIssue>& m_issues;
    bool m_rejected = false;
};

// Where a cell stands: the file's own heading, for issues.
struct CellPlace {
    std::string heading;
};

// Which part of an identity a column fills.
struct IdentitySlot {
    enum class Kind { text, name, birth, death, sex, protectedFlag };

    Kind kind = Kind::text;
    std::string records::Identity::*text = nullptr;
    std::optional<records::IdentifierKind> identifier;
};

[[nodiscard]] IdentitySlot identitySlot(std::string_view column);

class CellReader {
public:
    explicit CellReader(base::Date receivedOn);

    // `text` is trimmed and not empty.
    void readIdentity(const IdentitySlot& slot,
                      const ColumnRule& rule,
                      const CellPlace& place,
                      std::string_view text,
                      records::Identity& identity,
                      Noting& noting) const;
    [[nodiscard]] records::FieldValue readField(const ColumnRule& rule,
                                                const CellPlace& place,
                                                std::string_view text,
                                                Noting& noting) const;
    // Several cells added up (Combine::sum); empty when all are.
    [[nodiscard]] records::FieldValue readSum(const ColumnRule& rule,
                                              const CellPlace& place,
                                              std::span<const std::string_view> texts,
                                              Noting& noting) const;

private:
    void readName(std::string records::Identity::*part,
                  const ColumnRule& rule,
                  const CellPlace& place,
                  std::string_view text,
                  records::Identity& identity,
                  Noting& noting) const;
    void readBirth(const ColumnRule& rule,
                   const CellPlace& place,
                   std::string_view text,
                   records::Identity& identity,
                   Noting& noting) const;
    [[nodiscard]] records::FieldValue readDay(const ColumnRule& rule,
                                              const CellPlace& place,
                                              std::string_view text,
                                              bool required,
                                              Noting& noting) const;
    [[nodiscard]] records::FieldValue readCode(const ColumnRule& rule,
                                               const CellPlace& place,
                                               std::string_view text,
                                               Noting& noting) const;

    base::Date m_receivedOn;
    base::Date m_latestDate;  // for two-digit years of other dates than birth
};

// The value of a number read from a cell, if it lies within the field's bounds.
[[nodiscard]] records::FieldValue boundedNumber(const records::Field& field, double value);

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
// Which mapping reads a table of a delivery, and on which of its first lines the header stands; or
// why none does.
#pragma once

#include "base/result.h"
#include "intake/delivery_reader.h"
#include "intake/recognition.h"
#include "intake/tables.h"
#include "intake/xml_head.h"

#include <cstddef>
#include <string>
#include <vector>

namespace intake {

struct TableChoice {
    std::size_t header = 0;            // among the table's leading lines
    const Mapping* mapping = nullptr;  // never null
    Recognition recognition;
    std::string term;                   // for layouts whose file name tells it
    std::optional<base::Date> yearEnd;  // for those whose file name tells the year of a return
};

class TableChooser {
public:
    // The request must outlive it.
    explicit TableChooser(const ReadRequest& request);

    // Fails with notFound when no mapping knows the table, and with refused or malformed when one
    // does and the table is still not received. The error's place is empty; its detail begins with
    // a verb.
    [[nodiscard]] base::Result<TableChoice> choose(const Table& table) const;

    // The paths at which a message's records may stand.
    [[nodiscard]] std::vector<std::string> recordPaths() const;
    // The mappings of the layout that a message's head tells, of the agency's own layouts first.
    // Fails with notFound or refused.
    [[nodiscard]] base::Result<std::vector<const Mapping*>> layoutOf(const XmlHead& head) const;

    // Whether one of a message's tables may be received, as choose() says it.
    [[nodiscard]] base::Result<TableChoice> permit(const Mapping& mapping) const;

private:
    using Mappings = std::vector<const Mapping*>;

    [[nodiscard]] base::Result<TableChoice> byName(const Table& table) const;
    [[nodiscard]] base::Result<TableChoice> byHeader(const Table& table) const;
    [[nodiscard]] base::Result<TableChoice> among(const Table& table,
                                                  const Mappings& mappings) const;
    [[nodiscard]] base::Result<void> checkColumns(const Recognition& recognition,
                                                  const Mapping& mapping,
                                                  const std::vector<std::string>& header) const;
    [[nodiscard]] base::Result<std::string> termFor(const Mapping& mapping) const;
    [[nodiscard]] base::Result<std::optional<base::Date>> yearEndFor(const Mapping& mapping) const;
    [[nodiscard]] base::Error unknownName() const;

    const ReadRequest& m_request;
    Mappings m_named;   // when a person chose: those of that name
    Mappings m_own;     // otherwise the agency's
    Mappings m_others;  // and those of every other agency
};

}  // namespace intake

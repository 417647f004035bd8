// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/link_rows.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <future>
#include <map>
#include <string>

namespace casework {

namespace {

using linkage::FieldKind;
using store::IdentityColumn;
using store::IdentityRow;

struct ColumnRule {
    FieldKind kind;
    IdentityColumn column;
};

constexpr std::array columnRules{
    ColumnRule{FieldKind::forename, IdentityColumn::forename},
    ColumnRule{FieldKind::middleNames, IdentityColumn::middleNames},
    ColumnRule{FieldKind::surname, IdentityColumn::surname},
    ColumnRule{FieldKind::formerSurname, IdentityColumn::formerSurname},
    ColumnRule{FieldKind::birthDate, IdentityColumn::birthDate},
    ColumnRule{FieldKind::address, IdentityColumn::address},
    ColumnRule{FieldKind::postcode, IdentityColumn::postcode},
    ColumnRule{FieldKind::uprn, IdentityColumn::uprn},
    ColumnRule{FieldKind::phone, IdentityColumn::phone},
    ColumnRule{FieldKind::email, IdentityColumn::email},
    ColumnRule{FieldKind::nino, IdentityColumn::nino},
    ColumnRule{FieldKind::upn, IdentityColumn::upn},
    ColumnRule{FieldKind::nhsNumber, IdentityColumn::nhsNumber},
    ColumnRule{FieldKind::pncId, IdentityColumn::pncId},
    ColumnRule{FieldKind::localId, IdentityColumn::localId},
};
constexpr std::size_t fieldCount = columnRules.size() + 1;  // and sex

std::vector<linkage::FieldSpec> fields() {
    std::vector<linkage::FieldSpec> specs;
    for (const ColumnRule& rule : columnRules) {
        linkage::FieldSpec field;
        field.kind = rule.kind;
        // Registers hold some people twice: two numbers of one agency are not two people for sure.
        field.mayRepeat = rule.kind == FieldKind::localId;
        specs.push_back(std::move(field));
    }
    specs.push_back({FieldKind::sex, {}, false});
    return specs;
}

// The scope of an agency's own numbers, the agency and the series, as a number that is the same in
// every run: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/.
std::uint32_t sourceOf(const IdentityRow& who) {
    std::uint32_t hash = 2166136261U;
    const auto mix = [&hash](std::string_view text) {
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    };
    mix(records::agencyCode(who.agency));
    mix("/");
    mix(who.text(IdentityColumn::localIdSeries));
    return hash;
}

std::array<std::string_view, fieldCount> cellsOf(const IdentityRow& who) {
    std::array<std::string_view, fieldCount> cells;
    for (std::size_t i = 0; i < columnRules.size(); ++i)
        cells[i] = who.text(columnRules[i].column);
    cells.back() = records::sexCode(who.sex);
    return cells;
}

// Some thousand rows with their texts, on their way from the reading thread to the interning one.
struct Batch {
    std::string bytes;
    std::vector<std::uint32_t> ends;  // of every text of every row
    std::vector<records::RecordId> records;
    std::vector<std::uint32_t> sources;

    void add(const IdentityRow& who) {
        for (const std::string_view cell : cellsOf(who)) {
            bytes.append(cell);
            ends.push_back(static_cast<std::uint32_t>(bytes.size()));
        }
        records.push_back(who.record);
        sources.push_back(sourceOf(who));
    }

    void intern(LinkRows& into) const {
        std::array<std::string_view, fieldCount> cells;
        std::uint32_t from = 0;
        std::size_t text = 0;
        for (std::size_t row = 0; row < records.size(); ++row) {
            for (std::string_view& cell : cells) {
                cell = std::string_view(bytes).substr(from, ends[text] - from);
                from = ends[text++];
            }
            into.rows.add(cells, sources[row]);
        }
        into.records.insert(into.records.end(), records.begin(), records.end());
    }
};

constexpr std::size_t batchRows = 16'384;

}  // namespace

LinkRows::LinkRows() : rows(fields()) {}

void LinkRows::add(const IdentityRow& who) {
    rows.add(cellsOf(who), sourceOf(who));
    records.push_back(who.record);
}

std::optional<std::uint32_t> LinkRows::rowOf(records::RecordId record) const {
    const auto found = std::ranges::lower_bound(records, record);
    return found == records.end() || *found != record
               ? std::nullopt
               : std::optional(static_cast<std::uint32_t>(found - records.begin()));
}

base::Result<LinkRows> readLinkRows(store::Vault& vault,
                                    const access::Grant& grant,
                                    records::RecordId after,
                                    base::Progress& progress) {
    LinkRows rows;
    Batch filling;
    std::future<void> interning;  // waits for its thread when it goes
    const auto handOver = [&] {
        if (interning.valid())
            interning.get();
        interning = std::async(std::launch::async,
                               [&rows, batch = std::move(filling)] { batch.intern(rows); });
        filling = Batch();
    };
    std::uint64_t read = 0;
    const auto walked = store::IdentityTable(vault).forEach(
        grant, after, [&](const IdentityRow& who) -> base::Result<void> {
            filling.add(who);
            if (filling.records.size() < batchRows)
                return {};
            read += filling.records.size();
            handOver();
            progress.step("reading records", read, 0);
            if (progress.cancelled())
                return base::fail(base::Code::cancelled, "records", "stopped; nothing was changed");
            return {};
        });
    handOver();
    interning.get();
    if (!walked)
        return base::fail(walked.error());
    return rows;
}

std::vector<linkage::Decision> decisionsOn(const LinkRows& rows,
                                           const std::vector<LinkAnswer>& answers) {
    std::vector<linkage::Decision> decisions;
    for (const LinkAnswer& answer : answers) {
        const auto left = rows.rowOf(answer.left);
        const auto right = rows.rowOf(answer.right);
        if (left && right)
            decisions.push_back({*left, *right, answer.same});
    }
    return decisions;
}

}  // namespace casework

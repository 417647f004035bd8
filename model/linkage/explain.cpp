// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/explain.h"

#include "linkage/table.h"
#include "linkage/weights.h"

namespace linkage {

base::Result<std::vector<records::LinkReason>> explain(
    const Rows& rows, std::uint32_t left, std::uint32_t right, TieKind kind, const Model& model) {
    using Reasons = std::vector<records::LinkReason>;
    if (kind == TieKind::decision)
        return Reasons{{"decision", "a person said that they are the same", 0}};
    if (kind == TieKind::ownNumber)
        return Reasons{{"own number", "the source knows them by one number", ownNumberWeight}};
    if (left >= rows.size() || right >= rows.size())
        return base::fail(base::Code::malformed, "explain", "there is no such row");
    if (model.frequencies.empty())
        return base::fail(base::Code::malformed, "model", "it does not say how common values are");
    Rows pair(rows.fields());
    for (const std::uint32_t row : {left, right}) {
        std::vector<std::string_view> cells;
        for (std::size_t field = 0; field < rows.fields().size(); ++field)
            cells.push_back(rows.cell(field, row));
        pair.add(cells, rows.source(row));
    }
    const auto table = prepare(std::move(pair), &model, 1);
    if (!table)
        return base::fail(table.error());
    const Comparer comparer(*table, &model);
    if (auto fitting = fits(comparer, model); !fitting)
        return base::fail(fitting.error());
    return Weights(comparer, model).reasons(table->profileOf[0], table->profileOf[1]);
}

}  // namespace linkage

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
    const auto table = prepare({rows, false, {}});
    if (!table)
        return base::fail(table.error());
    const Comparer comparer(*table);
    if (auto fitting = fits(comparer, model); !fitting)
        return base::fail(fitting.error());
    return Weights(comparer, model).reasons(table->profileOf[left], table->profileOf[right]);
}

}  // namespace linkage

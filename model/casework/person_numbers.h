// SPDX-License-Identifier: GPL-3.0-or-later
// Which person number each group of rows keeps or gets, and what that did to who people are.
#pragma once

#include "base/result.h"
#include "records/link.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace casework {

// The first of so many fresh numbers in a row; asked at most once, and never for none.
using FreshNumbers = std::function<base::Result<records::PersonId>(std::int64_t count)>;

// The person of every row. A group keeps the number of the earlier person it shares most rows with
// (the lowest number among equals); the others get fresh ones. `groups` names each row's group by a
// row of it; `before` has the earlier person of every row, empty for a new record.
[[nodiscard]] base::Result<std::vector<records::PersonId>> numberPeople(
    const std::vector<std::uint32_t>& groups,
    const std::vector<records::PersonId>& before,
    const FreshNumbers& freshNumbers);

// `left` are the earlier people of records that no longer count and that no row stands for. Sorted.
[[nodiscard]] std::vector<records::PersonChange> personChanges(
    const std::vector<records::PersonId>& person,
    const std::vector<records::PersonId>& before,
    const std::vector<records::PersonId>& left);

}  // namespace casework

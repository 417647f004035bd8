// SPDX-License-Identifier: GPL-3.0-or-later
// Part of a family's reference as people type it: "FF-20", "ff20" and "20" all look for 20 within
// the number. Nothing, or only the letters, is part of every reference; what can't be part of one
// is part of none.
#pragma once

#include "records/ids.h"

#include <string>
#include <string_view>

namespace records {

class ReferencePart {
public:
    explicit ReferencePart(std::string_view typed);

    [[nodiscard]] bool ofEvery() const { return m_possible && m_digits.empty(); }

    [[nodiscard]] bool isIn(FamilyId family) const;

private:
    std::string m_digits;
    bool m_possible = true;
};

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
// What goes beside the identifier file: what it is, under which agreement, how many people and
// families of each cohort, who was left out by reason, how complete each identifier is, and the
// file's SHA-256. Counts and codes only: no name, no pseudonym, no number of ours.
#pragma once

#include "disclosure/prepare.h"

#include <string>
#include <vector>

namespace disclosure {

// How many of the people a column applies to have a value in it. Keeps a reference to the layout.
class Completeness {
public:
    explicit Completeness(const Layout& layout);

    // `cells` in the layout's order.
    void add(const Candidate& candidate, const std::vector<std::string>& cells);

    struct Count {
        std::size_t applies = 0;
        std::size_t filled = 0;

        // Rounded down to a tenth, so that 100 means all; 0 when it applies to nobody.
        [[nodiscard]] double percent() const;
    };

    [[nodiscard]] const std::vector<Count>& columns() const { return m_columns; }

private:
    const Layout* m_layout;
    std::vector<Count> m_columns;
};

[[nodiscard]] std::string manifest(const Layout& layout,
                                   const Prepared& prepared,
                                   const Completeness& completeness,
                                   const Request& request);

}  // namespace disclosure

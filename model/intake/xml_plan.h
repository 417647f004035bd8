// SPDX-License-Identifier: GPL-3.0-or-later
// The elements of a message that some mapping asks for, as a tree of names, and how the cells of
// each mapping's rows are found in it. Made once a file. An attribute is a step named "@name".
#pragma once

#include "intake/mapping.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

class XmlPlan {
public:
    using Place = std::uint32_t;  // of a step
    static constexpr Place none = std::numeric_limits<Place>::max();

    struct Step {
        std::string name;
        Place parent = none;
        std::vector<Place> children;
        bool hasText = false;  // a cell, or part of one
        bool isRecord = false;
        bool leftUnread = false;    // on purpose, with all below it that no cell reads
        bool holdsNothing = false;  // left unread, and no cell reads any of it
        bool hasAttributes = false;
        std::vector<std::size_t> rowsOf;  // the tables of which each such element is a row
    };

    // What to do when an element stands there several times.
    enum class Several {
        tell,   // the first is read, and the row says so
        first,  // the first that is filled
        join,   // all, with ", " between them
    };

    struct Cell {
        Place step = none;
        bool inHead = false;      // outside the record: the last one that stood before it
        std::size_t up = 0;       // from the row's element to the one that holds both
        std::vector<Place> down;  // from there
        Several several = Several::tell;
    };

    struct Rows {
        std::vector<std::string> headings;  // the cells' paths, as the mapping writes them
        std::vector<Cell> cells;
    };

    // The mappings of one layout; those that are refused have rows without cells.
    explicit XmlPlan(const std::vector<const Mapping*>& mappings);

    [[nodiscard]] const Step& step(Place place) const { return m_steps[place]; }

    // Below `parent` (none: the root); without regard to case.
    [[nodiscard]] Place child(Place parent, std::string_view name) const;

    // What stands there and no step tells is left unread on purpose.
    [[nodiscard]] bool leavesUnread(Place place) const;

    [[nodiscard]] const std::vector<Rows>& rows() const { return m_rows; }

private:
    [[nodiscard]] bool isRead(const Step& step) const;
    [[nodiscard]] Place grow(std::string_view path, Place below = none);
    [[nodiscard]] std::vector<Place> chain(Place place) const;
    [[nodiscard]] Cell cellAt(Place step, Place record, Place row) const;
    void addRows(const Mapping& mapping, std::size_t table);
    void addCell(const Mapping& mapping, const std::string& heading, Place record, Place row);

    std::vector<Step> m_steps;
    std::vector<Place> m_roots;
    std::vector<Rows> m_rows;
};

}  // namespace intake

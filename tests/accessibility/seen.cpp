// SPDX-License-Identifier: GPL-3.0-or-later
#include "seen.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace accessibility {

namespace {

const QSet<QString> buttons{
    u"push button"_s, u"push button menu"_s, u"toggle button"_s, u"check box"_s, u"radio button"_s};

const QSet<QString> fields{
    u"entry"_s, u"text"_s, u"password text"_s, u"spin button"_s, u"slider"_s};

const QSet<QString> readers{u"table"_s,
                            u"list"_s,
                            u"list box"_s,
                            u"tree"_s,
                            u"tree table"_s,
                            u"progress bar"_s,
                            u"page tab"_s,
                            u"link"_s,
                            u"menu item"_s,
                            u"heading"_s,
                            u"frame"_s,
                            u"dialog"_s};

const QString comboBox = u"combo box"_s;

bool isControl(const QString& role) {
    return buttons.contains(role) || fields.contains(role) || readers.contains(role);
}

// A person's words, not a program's: no mark of a mnemonic, no markup, no name of an object.
bool isWords(const QString& name) {
    static const QRegularExpression letters(u"[\\p{L}\\p{N}]"_s);
    static const QRegularExpression program(
        u"&\\w|</?[a-z]|%\\d|^[a-z]+([A-Z][a-z]*)+$|^[a-z]+(-[a-z0-9]+)+$|^Q[A-Z]|::"_s);
    return letters.match(name).hasMatch() && !program.match(name).hasMatch();
}

QString told(const Seen& seen) {
    return u"%1 '%2'"_s.arg(seen.role, seen.name);
}

bool isTwin(const Seen& seen) {
    return buttons.contains(seen.role) && seen.name.endsWith(u"as a table"_s);
}

class Inspector {
public:
    QStringList faults;

    void inspect(const Seen& seen, const std::vector<const Seen*>& above) {
        name(seen, above);
        if (buttons.contains(seen.role) && seen.states.enabled && seen.actions.isEmpty())
            fault(seen, u"can't be pressed"_s);
        if (seen.grid)
            table(seen);
        if (seen.role == u"image"_s && !seen.name.isEmpty())
            drawing(seen, above);
        siblings(seen);
        std::vector<const Seen*> below = above;
        below.push_back(&seen);
        for (const Seen& child : seen.children)
            inspect(child, below);
    }

private:
    void fault(const Seen& seen, const QString& what) { faults << told(seen) + u": "_s + what; }

    // A combo box is called what is chosen in it; what it is for, its label says.
    void name(const Seen& seen, const std::vector<const Seen*>& above) {
        if (seen.role == comboBox) {
            if (!seen.labelled)
                fault(seen, u"a choice without a label"_s);
            return;
        }
        const bool control = isControl(seen.role);
        // What Qt's own dialogs are made of, nobody here can name.
        const bool inside = std::any_of(
            above.begin(), above.end(), [](const Seen* box) { return box->role == u"dialog"_s; });
        if (inside && seen.role == u"frame"_s)
            return;
        if ((control || seen.states.focusable) && seen.name.isEmpty())
            fault(seen, u"has no name"_s);
        else if ((control || seen.states.focusable) && !isWords(seen.name))
            fault(seen, u"its name is not words"_s);
        if (seen.states.focusable && !control && seen.role != u"image"_s &&
            seen.role != u"list item"_s && seen.role != u"label"_s)
            fault(seen, u"takes the focus, and is no control"_s);
    }

    void table(const Seen& seen) {
        const Grid& grid = *seen.grid;
        if (grid.columns > 0 &&
            (grid.headings.size() != grid.columns || grid.headings.contains(QString())))
            fault(seen, u"a column has no heading"_s);
        if (grid.rows > 0 && grid.first.value(0).isEmpty())
            fault(seen, u"its first cell says nothing"_s);
    }

    void drawing(const Seen& seen, const std::vector<const Seen*>& above) {
        if (seen.description.isEmpty())
            fault(seen, u"a drawing without a description"_s);
        constexpr std::ptrdiff_t card = 2;  // its box, and the box of that
        const auto levels = std::min<std::ptrdiff_t>(card, std::ssize(above));
        if (std::none_of(above.end() - levels, above.end(), [](const Seen* box) {
                return find(*box, isTwin) != nullptr;
            }))
            fault(seen, u"a drawing that can't be had as a table"_s);
    }

    void siblings(const Seen& seen) {
        QSet<QString> names;
        for (const Seen& child : seen.children) {
            if (!buttons.contains(child.role) || child.name.isEmpty())
                continue;
            const QString key = child.name + u'\n' + child.description;
            if (names.contains(key))
                fault(child, u"another beside it has the same name"_s);
            names.insert(key);
        }
    }
};

Seen lookAt(const Thing& thing, const States& states) {
    Seen seen;
    seen.thing = thing;
    seen.role = thing.role();
    seen.name = thing.name();
    seen.states = states;
    if (buttons.contains(seen.role)) {
        seen.actions = thing.actions();
        seen.description = thing.description();
    }
    if (seen.role == u"image"_s)
        seen.description = thing.description();
    if (seen.role == u"table"_s) {
        seen.grid = thing.grid();
        seen.states.focused = seen.states.focused || thing.focusedCell();
        return seen;
    }
    if (seen.role == u"tree"_s)
        return seen;
    if (seen.role == comboBox) {  // its list is another window
        seen.labelled = thing.hasLabel();
        return seen;
    }
    for (const Thing& child : thing.children()) {
        const States those = child.states();
        if (those.visible && (child.role() != u"table"_s || !child.isNowhere()))
            seen.children.push_back(lookAt(child, those));
    }
    return seen;
}

}  // namespace

Seen look(const Thing& thing) {
    return lookAt(thing, thing.states());
}

const Seen* find(const Seen& within, const std::function<bool(const Seen&)>& fits) {
    if (fits(within))
        return &within;
    for (const Seen& child : within.children)
        if (const Seen* found = find(child, fits))
            return found;
    return nullptr;
}

const Seen* findNamed(const Seen& within, const QString& name) {
    const auto named = [&name](const Seen& seen) {
        return seen.name == name || seen.name.startsWith(name + u","_s) ||
               seen.name.startsWith(name + u"  "_s);
    };
    const Seen* button = find(
        within, [&named](const Seen& seen) { return named(seen) && buttons.contains(seen.role); });
    return button != nullptr ? button : find(within, named);
}

QStringList faultsOf(const Seen& root) {
    Inspector inspector;
    inspector.inspect(root, {});
    if (find(root, [](const Seen& seen) { return seen.states.focused; }) == nullptr)
        inspector.faults << u"nothing has the focus"_s;
    return inspector.faults;
}

}  // namespace accessibility

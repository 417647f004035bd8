// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen_reader.h"

#include <algorithm>
#include <atspi/atspi.h>

namespace accessibility {

namespace {

constexpr int patience = 30000;  // milliseconds: opening a screen may take a while with sanitizers

// Keeps a GObject and gives its reference back.
template <class Object>
class Held {
public:
    explicit Held(Object* object) : m_object(object) {}

    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    ~Held() {
        if (m_object != nullptr)
            g_object_unref(m_object);
    }

    [[nodiscard]] Object* get() const { return m_object; }

    explicit operator bool() const { return m_object != nullptr; }

private:
    Object* m_object;
};

// Forgets an error: what was asked then has no answer.
class Forgotten {
public:
    Forgotten() = default;
    Forgotten(const Forgotten&) = delete;
    Forgotten& operator=(const Forgotten&) = delete;

    ~Forgotten() { g_clear_error(&m_error); }

    operator GError**() { return &m_error; }

private:
    GError* m_error = nullptr;
};

QString taken(gchar* text) {
    const QString copy = QString::fromUtf8(text);
    g_free(text);
    return copy;
}

QString cellText(AtspiTable* table, int row, int column) {
    return Thing(atspi_table_get_accessible_at(table, row, column, Forgotten())).name();
}

}  // namespace

Thing::Thing(_AtspiAccessible* owned)
    : m_it(owned, [](AtspiAccessible* it) {
          if (it != nullptr)
              g_object_unref(it);
      }) {}

QString Thing::role() const {
    return taken(atspi_accessible_get_role_name(m_it.get(), Forgotten()));
}

QString Thing::name() const {
    return m_it == nullptr ? QString() : taken(atspi_accessible_get_name(m_it.get(), Forgotten()));
}

QString Thing::description() const {
    return taken(atspi_accessible_get_description(m_it.get(), Forgotten()));
}

States Thing::states() const {
    const Held all(atspi_accessible_get_state_set(m_it.get()));
    const auto has = [&all](AtspiStateType state) {
        return all && atspi_state_set_contains(all.get(), state) != 0;
    };
    return {has(ATSPI_STATE_VISIBLE),
            has(ATSPI_STATE_ENABLED),
            has(ATSPI_STATE_FOCUSABLE),
            has(ATSPI_STATE_FOCUSED)};
}

bool Thing::isNowhere() const {
    const Held component(atspi_accessible_get_component_iface(m_it.get()));
    if (!component)
        return false;
    AtspiRect* box =
        atspi_component_get_extents(component.get(), ATSPI_COORD_TYPE_SCREEN, Forgotten());
    const bool nowhere = box == nullptr || box->width <= 0 || box->height <= 0;
    g_free(box);
    return nowhere;
}

bool Thing::hasLabel() const {
    GArray* relations = atspi_accessible_get_relation_set(m_it.get(), Forgotten());
    bool found = false;
    for (guint i = 0; relations != nullptr && i < relations->len; ++i) {
        const Held relation(g_array_index(relations, AtspiRelation*, i));
        found =
            found || atspi_relation_get_relation_type(relation.get()) == ATSPI_RELATION_LABELLED_BY;
    }
    if (relations != nullptr)
        g_array_unref(relations);
    return found;
}

std::vector<Thing> Thing::children() const {
    std::vector<Thing> all;
    const int count = atspi_accessible_get_child_count(m_it.get(), Forgotten());
    for (int i = 0; i < count; ++i)
        if (Thing child(atspi_accessible_get_child_at_index(m_it.get(), i, Forgotten())); child)
            all.push_back(std::move(child));
    return all;
}

QStringList Thing::actions() const {
    QStringList names;
    const Held action(atspi_accessible_get_action_iface(m_it.get()));
    if (!action)
        return names;
    const int count = atspi_action_get_n_actions(action.get(), Forgotten());
    for (int i = 0; i < count; ++i)
        names << taken(atspi_action_get_action_name(action.get(), i, Forgotten()));
    return names;
}

std::optional<Grid> Thing::grid() const {
    const Held table(atspi_accessible_get_table_iface(m_it.get()));
    if (!table)
        return std::nullopt;
    Grid grid;
    grid.rows = atspi_table_get_n_rows(table.get(), Forgotten());
    grid.columns = atspi_table_get_n_columns(table.get(), Forgotten());
    for (int column = 0; column < grid.columns; ++column) {
        grid.headings << taken(
            atspi_table_get_column_description(table.get(), column, Forgotten()));
        if (grid.rows > 0)
            grid.first << cellText(table.get(), 0, column);
    }
    return grid;
}

Thing Thing::focusedCell() const {
    const Held table(atspi_accessible_get_table_iface(m_it.get()));
    if (!table)
        return {};
    GArray* rows = atspi_table_get_selected_rows(table.get(), Forgotten());
    const int columns = atspi_table_get_n_columns(table.get(), Forgotten());
    Thing found;
    for (guint i = 0; rows != nullptr && i < rows->len; ++i)
        for (int column = 0; column < columns && !found; ++column)
            if (Thing cell(atspi_table_get_accessible_at(
                    table.get(), g_array_index(rows, gint, i), column, Forgotten()));
                cell && cell.states().focused)
                found = cell;
    if (rows != nullptr)
        g_array_unref(rows);
    return found;
}

// What a screen reader does when it is told to activate: the first action.
bool Thing::press() const {
    const Held action(atspi_accessible_get_action_iface(m_it.get()));
    return action && atspi_action_get_n_actions(action.get(), Forgotten()) > 0 &&
           atspi_action_do_action(action.get(), 0, Forgotten()) != 0;
}

bool Thing::write(const QString& text) const {
    const Held field(atspi_accessible_get_editable_text_iface(m_it.get()));
    return field && atspi_editable_text_set_text_contents(
                        field.get(), text.toUtf8().constData(), Forgotten()) != 0;
}

bool Thing::takeFocus() const {
    const Held component(atspi_accessible_get_component_iface(m_it.get()));
    return component && atspi_component_grab_focus(component.get(), Forgotten()) != 0;
}

std::vector<Thing> programs() {
    static const bool begun = [] {
        atspi_init();
        atspi_set_timeout(patience, patience);
        return true;
    }();
    const Thing desktop(begun ? atspi_get_desktop(0) : nullptr);
    return desktop ? desktop.children() : std::vector<Thing>();
}

bool pressKey(unsigned symbol) {
    return atspi_generate_keyboard_event(symbol, nullptr, ATSPI_KEY_SYM, Forgotten()) != 0;
}

}  // namespace accessibility

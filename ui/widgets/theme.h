// SPDX-License-Identifier: GPL-3.0-or-later
// The one visual design: a palette of named roles in a light and a dark version, a spacing scale in
// steps of a quarter of a line of text, and four sizes of type. Everything a widget paints or
// spaces comes from here, so that 200 % text scales the whole window and no colour is written
// twice.
#pragma once

#include <QColor>
#include <QFont>

QT_BEGIN_NAMESPACE
class QApplication;
class QPalette;
class QWidget;
QT_END_NAMESPACE

namespace ui::widgets {

enum class Scheme { light, dark };

// Colour says state, never blame. Every text colour meets 4.5:1 on the ground it is used on.
struct Colours {
    QColor ground;       // behind everything
    QColor surface;      // cards, tables, fields
    QColor raised;       // table headings, navigation
    QColor ink;          // text
    QColor secondary;    // text of less weight
    QColor line;         // hairlines between things
    QColor control;      // outlines of controls
    QColor action;       // what can be pressed, focus
    QColor actionInk;    // text on action
    QColor selected;     // ground of the chosen row or place
    QColor selectedInk;  // text on selected
    QColor met;          // filled mark
    QColor metInk;       // number on a filled mark
    QColor unknown;      // hatching, text and outline of what nobody has told us
    QColor unknownGround;
    QColor faint;    // what does not apply
    QColor warning;  // protected address, failure
    QColor warningGround;
    QColor good;  // something was done
    QColor goodGround;
    QColor header;  // the bar at the top
    QColor headerInk;
    QColor headerSecondary;
};

enum class Type { title, heading, body, small };

[[nodiscard]] const Colours& coloursOf(Scheme scheme);
[[nodiscard]] Scheme schemeOf(const QPalette& palette);
// The colours in force for the whole application.
[[nodiscard]] const Colours& colours();

// Sets style, palette, font and style sheet. `textScale` is 1 for 100 %, 2 for 200 %.
void applyTheme(QApplication& application, Scheme scheme, double textScale);

// `steps` quarters of a line of text: 1, 2, 3, 4, 5 are 4, 8, 12, 16, 20 pixels at 100 %.
[[nodiscard]] int space(int steps);
[[nodiscard]] QFont fontOf(Type type, bool strong = false);

// Marks a widget for the style sheet: its role ("card", "primary", "quiet", ...).
void setRole(QWidget* widget, const char* role);

}  // namespace ui::widgets

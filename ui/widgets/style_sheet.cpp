// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style_sheet.h"

#include <array>
#include <utility>

namespace ui::widgets {

namespace {

// @name is a colour role; #N a space of N steps; %size a type size in points.
constexpr const char* controls = R"(
QWidget { color: @ink; }
QMainWindow, QStackedWidget, QScrollArea, QWidget[role="screen"] { background: @ground; border: none; }
QWidget[role="plain"] { background: transparent; }
QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: #2; }
QFrame[role="card-chosen"] { background: @surface; border: 2px solid @action; border-radius: #2; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: %title; font-weight: 600; }
QLabel[role="heading"] { font-size: %heading; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="secondary"] { color: @secondary; }
QLabel[role="small"] { color: @secondary; font-size: %small; }
QLabel[role="error"] { color: @warning; font-weight: 600; }
QLabel[role="tag"], QLabel[role="tag-strong"], QLabel[role="tag-unknown"], QLabel[role="tag-warning"],
QLabel[role="tag-good"] { border-radius: #1; padding: 1px #2; font-size: %small; font-weight: 600; }
QLabel[role="tag"] { border: 1px solid @control; color: @ink; background: @surface; }
QLabel[role="tag-strong"] { border: 1px solid @met; color: @metInk; background: @met; }
QLabel[role="tag-unknown"] { border: 1px dashed @unknown; color: @unknown; background: @unknownGround; }
QLabel[role="tag-warning"] { border: 1px solid @warning; color: @warning; background: @warningGround; }
QLabel[role="tag-good"] { border: 1px solid @good; color: @good; background: @goodGround; }
QFrame[role="banner-error"] { background: @warningGround; border: 1px solid @warning; border-radius: #2; }
QFrame[role="banner-done"] { background: @goodGround; border: 1px solid @good; border-radius: #2; }
QFrame[role="banner-note"] { background: @unknownGround; border: 1px solid @unknown; border-radius: #2; }
QPushButton { background: @surface; border: 1px solid @control; border-radius: #1; padding: #1 #3;
    min-height: #4; font-weight: 500; }
QPushButton:hover { border-color: @action; }
QPushButton:pressed { background: @selected; }
QPushButton:focus { border: 2px solid @action; padding: #1-1 #3-1; }
QPushButton:disabled { color: @faint; border-color: @line; background: @raised; }
QPushButton[role="primary"] { background: @action; color: @actionInk; border-color: @action; font-weight: 600; }
QPushButton[role="primary"]:focus { border: 2px solid @ink; }
QPushButton[role="primary"]:disabled { background: @raised; color: @faint; border-color: @line; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: @action; padding: 0 #1; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid @action; }
QPushButton[role="chip"] { border-radius: #2; padding: 2px #3; }
QPushButton[role="chip"]:checked { background: @selected; color: @selectedInk; border-color: @action; font-weight: 600; }
QPushButton[role="chip"]:focus { border: 2px solid @action; padding: 1px #3-1; }
QPushButton[role="chip"]:checked:focus { border-color: @ink; }
QPushButton[role="quiet"]:checked { background: @selected; color: @selectedInk; border-color: @action; font-weight: 600; }
QPushButton[role="quiet"]:checked:focus { border-color: @ink; }
)";

constexpr const char* fields = R"(
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: @surface; border: 1px solid @control;
    border-radius: #1; padding: #1 #2; selection-background-color: @action; selection-color: @actionInk; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: #4; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid @action; padding: #1-1 #2-1; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] { border: 2px solid @warning; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: #5; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: #5;
    subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/ff/icons/up-@scheme.svg); width: #3; height: #2; }
QAbstractSpinBox::down-arrow { image: url(:/ff/icons/down-@scheme.svg); width: #3; height: #2; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/ff/icons/down-@scheme.svg); width: #3; height: #3; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @control; selection-background-color: @selected;
    selection-color: @selectedInk; outline: none; border-radius: 0; }
QComboBox QAbstractItemView:focus { border: 1px solid @control; }
QCheckBox, QRadioButton { background: transparent; spacing: #2; }
QListWidget::item { padding: #1 #2; }
QListWidget::item:selected { background: @selected; color: @selectedInk; }
QTableView, QTableWidget, QTreeView, QListView { background: @surface; alternate-background-color: @surface; border: 1px solid @line; border-radius: #2;
    gridline-color: transparent; selection-background-color: @selected; selection-color: @ink; outline: none; }
QTableView[role="inset"] { border: none; border-radius: 0; }
QTableView:focus, QListView:focus, QTextBrowser:focus { border: 2px solid @action; }
QTableView::item { border: none; border-bottom: 1px solid @line; padding: #1 #2; }
QTableView::item:selected { background: @selected; color: @ink; }
QHeaderView { background: @raised; border: none; }
QHeaderView::section { background: @raised; color: @secondary; border: none; border-bottom: 1px solid @line;
    padding: #1 #2; padding-left: #3-1; font-size: %small; font-weight: 600; }
QTableCornerButton::section { background: @raised; border: none; }
QScrollBar:vertical { background: transparent; width: #3; margin: 0; }
QScrollBar:horizontal { background: transparent; height: #3; margin: 0; }
QScrollBar::handle { background: @control; border-radius: #1; margin: 2px; min-height: #5; min-width: #5; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @action; border-radius: 3px; }
QToolTip { background: @header; color: @headerInk; border: 1px solid @control; padding: #1 #2; }
QMenu { background: @surface; border: 1px solid @control; padding: #1; }
QMenu::item { padding: #1 #4; border-radius: #1; }
QMenu::item:selected { background: @selected; color: @selectedInk; }
QMessageBox, QDialog { background: @surface; }
)";

constexpr const char* shell = R"(
QFrame[role="header"] { background: @header; border: none; }
QFrame[role="header"] QLabel { color: @headerSecondary; }
QFrame[role="header"] QLabel[role="product"] { color: @headerInk; font-weight: 600; }
QFrame[role="header"] QLabel[role="who"] { color: @headerInk; }
QFrame[role="header"] QLabel[role="marking"] { color: @headerInk; border: 1px solid @headerSecondary;
    border-radius: 3px; padding: 2px #2; font-size: %small; font-weight: 500; }
QFrame[role="header"] QLabel[role="training"] { background: @unknownGround; color: @unknown; border-radius: 3px;
    padding: 2px #2; font-size: %small; font-weight: 600; }
QFrame[role="header"] QPushButton { background: transparent; color: @headerInk; border: 1px solid @headerSecondary;
    padding: 1px #2; font-size: %small; }
QFrame[role="header"] QPushButton:focus { border: 2px solid @headerInk; }
QFrame[role="navigation"] { background: @raised; border: none; border-right: 1px solid @line; }
QFrame[role="navigation"] QLabel { color: @secondary; font-size: %small; font-weight: 600; }
QFrame[role="navigation"] QPushButton { background: transparent; border: 2px solid transparent; border-radius: #1;
    padding: #1 #2; text-align: left; font-weight: 500; min-height: #5; }
QFrame[role="navigation"] QPushButton:hover { background: @ground; }
QFrame[role="navigation"] QPushButton:checked { background: @selected; color: @selectedInk; font-weight: 600; }
QFrame[role="navigation"] QPushButton:focus { border: 2px solid @action; padding: #1 #2; }
QFrame[role="strip"] { background: @raised; border: none; border-top: 1px solid @line; }
QFrame[role="strip"] QLabel { color: @secondary; font-size: %small; }
QFrame[role="strip"] QPushButton { padding: 0 #2; font-size: %small; }
QFrame[role="criterion"] { background: @surface; border: 1px solid @line; border-radius: #2; }
QFrame[role="tour"] { background: @surface; border: 2px solid @action; border-radius: #2; }
QFrame[role="tour-outline"] { background: transparent; border: 3px solid @action; border-radius: #2; }
QFrame[role="form"] { background: @raised; border: 1px solid @line; border-radius: #2; }
)";

struct Role {
    const char* name;
    QColor Colours::*colour;
};

// Longer names first, so that none is the beginning of an earlier one.
constexpr std::array<Role, 23> roles{{{"headerSecondary", &Colours::headerSecondary},
                                      {"headerInk", &Colours::headerInk},
                                      {"header", &Colours::header},
                                      {"unknownGround", &Colours::unknownGround},
                                      {"unknown", &Colours::unknown},
                                      {"warningGround", &Colours::warningGround},
                                      {"warning", &Colours::warning},
                                      {"goodGround", &Colours::goodGround},
                                      {"good", &Colours::good},
                                      {"ground", &Colours::ground},
                                      {"selectedInk", &Colours::selectedInk},
                                      {"selected", &Colours::selected},
                                      {"secondary", &Colours::secondary},
                                      {"surface", &Colours::surface},
                                      {"raised", &Colours::raised},
                                      {"actionInk", &Colours::actionInk},
                                      {"action", &Colours::action},
                                      {"control", &Colours::control},
                                      {"metInk", &Colours::metInk},
                                      {"met", &Colours::met},
                                      {"faint", &Colours::faint},
                                      {"line", &Colours::line},
                                      {"ink", &Colours::ink}}};

void putSpaces(QString& sheet) {
    for (int steps = 1; steps <= 5; ++steps) {
        const QString mark = QStringLiteral("#%1").arg(steps);
        sheet.replace(mark + QStringLiteral("-1"), QStringLiteral("%1px").arg(space(steps) - 1));
        sheet.replace(mark, QStringLiteral("%1px").arg(space(steps)));
    }
}

void putSizes(QString& sheet) {
    const std::array<std::pair<const char*, Type>, 3> sizes{
        {{"%title", Type::title}, {"%heading", Type::heading}, {"%small", Type::small}}};
    for (const auto& [mark, type] : sizes)
        sheet.replace(QLatin1String(mark),
                      QStringLiteral("%1pt").arg(fontOf(type).pointSizeF(), 0, 'f', 2));
}

}  // namespace

QString styleSheet(const Colours& colours) {
    QString sheet = QLatin1String(controls) + QLatin1String(fields) + QLatin1String(shell);
    putSpaces(sheet);
    putSizes(sheet);
    const bool isDark = colours.ground.lightness() < 128;
    sheet.replace(QStringLiteral("@scheme"),
                  isDark ? QStringLiteral("dark") : QStringLiteral("light"));
    for (const Role& role : roles)
        sheet.replace(QLatin1Char('@') + QLatin1String(role.name),
                      (colours.*role.colour).name(QColor::HexRgb));
    return sheet;
}

}  // namespace ui::widgets

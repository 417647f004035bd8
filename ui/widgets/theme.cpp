// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/style_sheet.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

#include <cmath>

namespace ui::widgets {

namespace {

QColor rgb(QRgb value) {
    return QColor::fromRgb(value);
}

const Colours light{.ground = rgb(0xeef1f3),
                    .surface = rgb(0xffffff),
                    .raised = rgb(0xf8fafc),
                    .ink = rgb(0x1c2733),
                    .secondary = rgb(0x566470),
                    .line = rgb(0xd5dce1),
                    .control = rgb(0x778590),
                    .action = rgb(0x155e8d),
                    .actionInk = rgb(0xffffff),
                    .selected = rgb(0xdceaf3),
                    .selectedInk = rgb(0x10405f),
                    .met = rgb(0x34508f),
                    .metInk = rgb(0xffffff),
                    .unknown = rgb(0x6f5e2e),
                    .unknownGround = rgb(0xfbf4e0),
                    .faint = rgb(0x65707a),
                    .warning = rgb(0x8a2b1c),
                    .warningGround = rgb(0xfdf2ef),
                    .good = rgb(0x1d5c3f),
                    .goodGround = rgb(0xeef7f2),
                    .header = rgb(0x1f2a36),
                    .headerInk = rgb(0xffffff),
                    .headerSecondary = rgb(0xb9c5cf)};

const Colours dark{.ground = rgb(0x11171d),
                   .surface = rgb(0x1a222b),
                   .raised = rgb(0x202a34),
                   .ink = rgb(0xe6ecf1),
                   .secondary = rgb(0xa5b3bf),
                   .line = rgb(0x34414d),
                   .control = rgb(0x72828f),
                   .action = rgb(0x74b8e4),
                   .actionInk = rgb(0x06202f),
                   .selected = rgb(0x22394b),
                   .selectedInk = rgb(0xcfe6f6),
                   .met = rgb(0x93aced),
                   .metInk = rgb(0x101b38),
                   .unknown = rgb(0xd8c48d),
                   .unknownGround = rgb(0x2d2919),
                   .faint = rgb(0x8f9ca7),
                   .warning = rgb(0xf2a896),
                   .warningGround = rgb(0x38201b),
                   .good = rgb(0x8fd0ae),
                   .goodGround = rgb(0x1a2e25),
                   .header = rgb(0x0a0f14),
                   .headerInk = rgb(0xf2f5f7),
                   .headerSecondary = rgb(0xa5b3bf)};

QPalette paletteOf(const Colours& c) {
    QPalette palette;
    palette.setColor(QPalette::Window, c.ground);
    palette.setColor(QPalette::WindowText, c.ink);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::Text, c.ink);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.ink);
    palette.setColor(QPalette::BrightText, c.warning);
    palette.setColor(QPalette::Highlight, c.selected);
    palette.setColor(QPalette::HighlightedText, c.selectedInk);
    palette.setColor(QPalette::Link, c.action);
    palette.setColor(QPalette::LinkVisited, c.action);
    palette.setColor(QPalette::PlaceholderText, c.secondary);
    palette.setColor(QPalette::ToolTipBase, c.header);
    palette.setColor(QPalette::ToolTipText, c.headerInk);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Disabled, QPalette::Text, c.faint);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, c.faint);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, c.faint);
    return palette;
}

double pixelSizeOf(Type type) {
    switch (type) {
        case Type::title:
            return 20;
        case Type::heading:
            return 14;
        case Type::body:
            return 13.5;
        case Type::small:
            return 12;
    }
    return 13.5;
}

constexpr double bodyPixels = 13.5;
constexpr double pointsPerPixel = 72.0 / 96.0;

}  // namespace

const Colours& coloursOf(Scheme scheme) {
    return scheme == Scheme::dark ? dark : light;
}

Scheme schemeOf(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::dark : Scheme::light;
}

const Colours& colours() {
    return coloursOf(schemeOf(QGuiApplication::palette()));
}

void applyTheme(QApplication& application, Scheme scheme, double textScale) {
    if (QApplication::style()->objectName() != QStringLiteral("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(bodyPixels * pointsPerPixel * textScale);
    QApplication::setFont(font);
    const Colours& c = coloursOf(scheme);
    QApplication::setPalette(paletteOf(c));
    application.setStyleSheet(styleSheet(c));
}

int space(int steps) {
    const double line = QFontMetricsF(QApplication::font()).height();
    return static_cast<int>(std::lround(steps * std::max(4.0, std::floor(line / 4.0))));
}

QFont fontOf(Type type, bool strong) {
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * pixelSizeOf(type) / bodyPixels);
    if (strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

void setRole(QWidget* widget, const char* role) {
    widget->setProperty("role", QString::fromLatin1(role));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

}  // namespace ui::widgets

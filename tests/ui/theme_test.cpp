// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/style_sheet.h"

#include <QApplication>
#include <QtTest>

#include <cmath>

using namespace Qt::StringLiterals;
using ui::widgets::Colours;
using ui::widgets::Scheme;

namespace {

// WCAG 2.2, relative luminance and contrast ratio.
double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textMeetsContrast_data();
    void textMeetsContrast();
    void outlinesMeetContrast();
    void styleSheetNamesEveryColour();
    void everythingGrowsWithText();
};

void ThemeTest::textMeetsContrast_data() {
    using Role = QColor Colours::*;
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");

    const struct {
        const char* name;
        Role text;
        Role ground;
    } pairs[] = {{"ink on surface", &Colours::ink, &Colours::surface},
                 {"ink on ground", &Colours::ink, &Colours::ground},
                 {"ink on raised", &Colours::ink, &Colours::raised},
                 {"ink on selected", &Colours::ink, &Colours::selected},
                 {"secondary on surface", &Colours::secondary, &Colours::surface},
                 {"secondary on ground", &Colours::secondary, &Colours::ground},
                 {"secondary on raised", &Colours::secondary, &Colours::raised},
                 {"secondary on selected", &Colours::secondary, &Colours::selected},
                 {"selected ink", &Colours::selectedInk, &Colours::selected},
                 {"action as text", &Colours::action, &Colours::surface},
                 {"action on ground", &Colours::action, &Colours::ground},
                 {"action on raised", &Colours::action, &Colours::raised},
                 {"action on an error", &Colours::action, &Colours::warningGround},
                 {"action on a note", &Colours::action, &Colours::unknownGround},
                 {"action on what is done", &Colours::action, &Colours::goodGround},
                 {"action ink", &Colours::actionInk, &Colours::action},
                 {"met ink", &Colours::metInk, &Colours::met},
                 {"unknown", &Colours::unknown, &Colours::unknownGround},
                 {"unknown in a drawing", &Colours::unknown, &Colours::surface},
                 {"ink on a note", &Colours::ink, &Colours::unknownGround},
                 {"chosen letters that differ", &Colours::selectedInk, &Colours::unknownGround},
                 {"faint on raised", &Colours::faint, &Colours::raised},
                 {"faint on surface", &Colours::faint, &Colours::surface},
                 {"warning", &Colours::warning, &Colours::warningGround},
                 {"error on ground", &Colours::warning, &Colours::ground},
                 {"error on surface", &Colours::warning, &Colours::surface},
                 {"error on a form", &Colours::warning, &Colours::raised},
                 {"good", &Colours::good, &Colours::goodGround},
                 {"ink on warning ground", &Colours::ink, &Colours::warningGround},
                 {"ink on what is done", &Colours::ink, &Colours::goodGround},
                 {"header ink", &Colours::headerInk, &Colours::header},
                 {"header secondary", &Colours::headerSecondary, &Colours::header}};

    for (const Scheme scheme : {Scheme::light, Scheme::dark})
        for (const auto& pair : pairs)
            QTest::addRow("%s, %s", scheme == Scheme::light ? "light" : "dark", pair.name)
                << ui::widgets::coloursOf(scheme).*pair.text
                << ui::widgets::coloursOf(scheme).*pair.ground;
}

void ThemeTest::textMeetsContrast() {
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
}

void ThemeTest::outlinesMeetContrast() {
    for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
        const Colours& c = ui::widgets::coloursOf(scheme);
        QVERIFY(contrast(c.unknown, c.unknownGround) >= 3);
        QVERIFY(contrast(c.unknown, c.surface) >= 3);
        QVERIFY(contrast(c.warning, c.surface) >= 3);
        QVERIFY(contrast(c.warning, c.warningGround) >= 3);
        QVERIFY(contrast(c.good, c.goodGround) >= 3);
        QVERIFY(contrast(c.action, c.line) >= 3);  // how far the work is
        QVERIFY(contrast(c.headerInk, c.header) >= 3);
        QVERIFY(contrast(c.headerSecondary, c.header) >= 3);
        for (const QColor& under : {c.surface, c.ground, c.raised, c.selected}) {
            QVERIFY(contrast(c.control, under) >= 3);
            QVERIFY(contrast(c.action, under) >= 3);  // where the focus is
            QVERIFY(contrast(c.ink, under) >= 3);     // the same, on what is filled or chosen
            QVERIFY(contrast(c.met, under) >= 3);
        }
    }
}

void ThemeTest::styleSheetNamesEveryColour() {
    for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
        const QString sheet = ui::widgets::styleSheet(ui::widgets::coloursOf(scheme));
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(!sheet.contains(u"%title"_s) && !sheet.contains(u"%small"_s));
        static const QRegularExpression space(u"#[1-5](?![0-9a-fA-F]{5})"_s);
        QVERIFY(!sheet.contains(space));
    }
}

void ThemeTest::everythingGrowsWithText() {
    ui::widgets::applyTheme(*qApp, Scheme::light, 1);
    const int space = ui::widgets::space(4);
    const double title = ui::widgets::fontOf(ui::widgets::Type::title).pointSizeF();
    QCOMPARE(space, 16);
    ui::widgets::applyTheme(*qApp, Scheme::dark, 2);
    QVERIFY(ui::widgets::space(4) >= 2 * space - 4);
    QCOMPARE(ui::widgets::fontOf(ui::widgets::Type::title).pointSizeF(), 2 * title);
    QVERIFY(ui::widgets::schemeOf(QApplication::palette()) == Scheme::dark);
    ui::widgets::applyTheme(*qApp, Scheme::light, 1);
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"

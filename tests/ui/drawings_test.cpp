// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ready_prompts.h"
#include "ui/parts/family_map.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/lanes.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/upset.h"
#include "ui/widgets/waterfall.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ui::widgets;

class DrawingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableHasEveryCombinationEvenThoseThatDontFit();
    void combinationsStandInFallingOrder();
    void eachEndingGivesItsKindOfFile();
    void anotherEndingIsRefused();
    void aPressShowsTheNumbersAsATable();
    void aFormulaInAnExportedNameIsNeutral();
    void keysZoomAndMoveThroughTime();
    void downChoosesTheNextRecord();
    void thingsThatOverlapStandBelowEachOther();
    void aPartPaintedAloneLooksAsItDoesInTheWhole();
    void aRecordWithoutADayIsInTheTable();
    void theWaterfallEndsAtTheSum();
    void adultsInARowAboveAreTiedToTheChildrenToo();
};

namespace {

std::vector<LaneItem> twoYears() {
    return {{0, QDate(2024, 1, 1), QDate(2024, 6, 1), u"tenancy"_s, true, 7},
            {0, QDate(2024, 3, 1), QDate(2024, 9, 1), u"benefit"_s, false, 8},
            {1, QDate(2025, 12, 1), {}, u"suspended"_s, true, 9}};
}

std::vector<casework::MemberView> threeAdultsAndAChild() {
    using records::MemberRole;
    std::vector<casework::MemberView> members;
    for (const MemberRole role : {MemberRole::parent,
                                  MemberRole::nonResidentParent,
                                  MemberRole::otherAdult,
                                  MemberRole::child}) {
        casework::MemberView member;
        member.name = "OWENS, Sam";
        member.role = role;
        members.push_back(std::move(member));
    }
    return members;
}

// The longest line straight down the right edge.
int lineAtTheEdge(ui::parts::FamilyMap& map, int width) {
    map.resize(width, map.heightFor(width));
    QImage image(map.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    map.draw(painter, QSizeF(map.size()));
    painter.end();
    int longest = 0;
    for (int x = width - space(2); x < width; ++x)
        for (int y = 0, run = 0; y < image.height(); ++y) {
            run = image.pixel(x, y) == qRgb(255, 255, 255) ? 0 : run + 1;
            longest = std::max(longest, run);
        }
    return longest;
}

}  // namespace

void DrawingsTest::theTableHasEveryCombinationEvenThoseThatDontFit() {
    UpSet drawing(u"Together"_s);
    drawing.resize(260, 200);
    std::vector<Combination> all;
    for (std::uint32_t sets = 1; sets < 64; ++sets)
        all.push_back({sets, static_cast<qint64>(sets)});
    drawing.show(
        {u"1 a"_s, u"2 b"_s, u"3 c"_s, u"4 d"_s, u"5 e"_s, u"6 f"_s}, {1, 2, 3, 4, 5, 6}, all);
    QCOMPARE(drawing.numbers().rows.size(), std::size_t{63});
    QVERIFY(!drawing.grab().isNull());
}

void DrawingsTest::combinationsStandInFallingOrder() {
    UpSet drawing(u"Together"_s);
    drawing.show({u"1 a"_s, u"2 b"_s}, {5, 9}, {{1, 2}, {3, 40}, {2, 7}});
    const Numbers numbers = drawing.numbers();
    QCOMPARE(numbers.rows[0].front(), u"1 + 2"_s);
    QCOMPARE(numbers.rows[0][1], u"40"_s);
    QCOMPARE(numbers.rows[2][1], u"2"_s);
}

void DrawingsTest::eachEndingGivesItsKindOfFile() {
    QTemporaryDir folder;
    Bars drawing(u"Way"_s, u"Step"_s, u"Families"_s);
    drawing.resize(400, 100);
    drawing.show({{u"Screened"_s, 12, u"12"_s, true}, {u"Agreed"_s, 3, u"3"_s}});
    QVERIFY(exportDrawing(drawing, folder.filePath(u"way.png"_s)));
    QVERIFY(!QImage(folder.filePath(u"way.png"_s)).isNull());
    QVERIFY(exportDrawing(drawing, folder.filePath(u"way.svg"_s)));
    QFile svg(folder.filePath(u"way.svg"_s));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains("<svg"));
    QVERIFY(exportDrawing(drawing, folder.filePath(u"way.csv"_s)));
    QFile csv(folder.filePath(u"way.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll(), QByteArray("Step,Families\nScreened,12\nAgreed,3\n"));
}

void DrawingsTest::anotherEndingIsRefused() {
    QTemporaryDir folder;
    const Bars drawing(u"Way"_s, u"Step"_s, u"Families"_s);
    const auto done = exportDrawing(drawing, folder.filePath(u"way.xlsx"_s));
    QVERIFY(!done);
    QCOMPARE(done.error().code, base::Code::refused);
    QVERIFY(!QFile::exists(folder.filePath(u"way.xlsx"_s)));
}

void DrawingsTest::aPressShowsTheNumbersAsATable() {
    support::ReadyPrompts prompts;
    auto* drawing = new Bars(u"Way"_s, u"Step"_s, u"Families"_s);
    DrawingCard card(u"The way"_s, u"way"_s, drawing, prompts);
    card.show();
    drawing->show({{u"Screened"_s, 12, u"12"_s, true}});
    auto* button = card.findChild<QPushButton*>(u"way-table"_s);
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(card.table()->isVisible());
    QVERIFY(!drawing->isVisible());
    QCOMPARE(card.table()->model()->index(0, 1).data().toString(), u"12"_s);
    QVERIFY(!card.table()->accessibleName().isEmpty());
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(drawing->isVisible());
}

void DrawingsTest::aFormulaInAnExportedNameIsNeutral() {
    QTemporaryDir folder;
    Bars drawing(u"Way"_s, u"Step"_s, u"Families"_s);
    drawing.show({{u"=1+1"_s, 1, u"1"_s}});
    QVERIFY(exportDrawing(drawing, folder.filePath(u"way.csv"_s)));
    QFile csv(folder.filePath(u"way.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().contains("'=1+1"));
}

void DrawingsTest::keysZoomAndMoveThroughTime() {
    Lanes lanes(u"Chronology"_s, u"Member"_s);
    lanes.resize(800, 200);
    lanes.show({u"Ann"_s, u"Ben"_s}, twoYears());
    const qint64 all = lanes.firstDay().daysTo(lanes.lastDay());
    QSignalSpy spans(&lanes, &Lanes::spanChanged);
    QTest::keyClick(&lanes, Qt::Key_Plus);
    QVERIFY(lanes.firstDay().daysTo(lanes.lastDay()) < all);
    const QDate first = lanes.firstDay();
    QTest::keyClick(&lanes, Qt::Key_Right);
    QVERIFY(lanes.firstDay() > first);
    QTest::keyClick(&lanes, Qt::Key_Home);
    QCOMPARE(lanes.firstDay().daysTo(lanes.lastDay()), all);
    QCOMPARE(spans.size(), 3);
    for (int press = 0; press < 100; ++press)
        QTest::keyClick(&lanes, Qt::Key_Plus);
    QVERIFY(lanes.firstDay() < lanes.lastDay());
}

void DrawingsTest::downChoosesTheNextRecord() {
    Lanes lanes(u"Chronology"_s, u"Member"_s);
    lanes.resize(800, 200);
    lanes.show({u"Ann"_s, u"Ben"_s}, twoYears());
    QSignalSpy chosen(&lanes, &Lanes::chose);
    QTest::keyClick(&lanes, Qt::Key_Down);
    QTest::keyClick(&lanes, Qt::Key_Down);
    QTest::keyClick(&lanes, Qt::Key_Down);
    QTest::keyClick(&lanes, Qt::Key_Down);
    QCOMPARE(chosen.size(), 4);
    QCOMPARE(chosen[0][0].toInt(), 7);
    QCOMPARE(chosen[1][0].toInt(), 8);
    QCOMPARE(chosen[3][0].toInt(), 9);
    QVERIFY(lanes.accessibleDescription().contains(u"Ben"_s));
}

void DrawingsTest::thingsThatOverlapStandBelowEachOther() {
    Lanes lanes(u"Chronology"_s, u"Member"_s);
    lanes.show({u"Ann"_s, u"Ben"_s}, twoYears());
    const int three = lanes.heightFor(800);
    lanes.show({u"Ann"_s}, {{0, QDate(2024, 1, 1), QDate(2024, 2, 1), u"a"_s, true, 1}});
    const int one = lanes.heightFor(800);
    lanes.show({u"Ann"_s},
               {{0, QDate(2024, 1, 1), QDate(2024, 2, 1), u"a"_s, true, 1},
                {0, QDate(2024, 3, 1), QDate(2024, 4, 1), u"b"_s, true, 2}});
    QCOMPARE(lanes.heightFor(800), one);
    QVERIFY(three > one);
}

void DrawingsTest::aPartPaintedAloneLooksAsItDoesInTheWhole() {
    Lanes lanes(u"Chronology"_s, u"Member"_s);
    std::vector<LaneItem> items;
    for (int i = 0; i < 200; ++i)
        items.push_back({i % 3,
                         QDate(2024, 1, 1).addDays(i * 2),
                         i % 2 == 0 ? QDate() : QDate(2024, 1, 1).addDays(i * 2 + 40),
                         u"record %1"_s.arg(i),
                         i % 5 == 0,
                         i});
    lanes.show({u"Ann"_s, u"Ben"_s, u"Cat"_s}, items);
    const QSize size(600, lanes.heightFor(600));
    const auto paint = [&](const std::vector<QRect>& parts) {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        for (const QRect& part : parts) {
            painter.setClipRect(part);
            lanes.draw(painter, size);
        }
        return image;
    };
    const int middle = size.height() / 2;
    const QRect whole(QPoint(), size);
    QCOMPARE(paint({QRect(0, 0, 600, middle), QRect(0, middle, 600, size.height() - middle)}),
             paint({whole}));
    QCOMPARE(paint({QRect(0, 0, 333, size.height()), QRect(333, 0, 267, size.height())}),
             paint({whole}));
}

void DrawingsTest::aRecordWithoutADayIsInTheTable() {
    Lanes lanes(u"Chronology"_s, u"Member"_s);
    lanes.resize(800, 200);
    lanes.show({u"Ann"_s}, {{0, {}, {}, u"no day"_s, true, 1}});
    QCOMPARE(lanes.numbers().rows.size(), std::size_t{1});
    QVERIFY(!lanes.grab().isNull());
}

void DrawingsTest::theWaterfallEndsAtTheSum() {
    Waterfall drawing(u"Weights"_s);
    drawing.resize(500, 200);
    drawing.show({{u"start"_s, {}, -4.0}, {u"surname"_s, u"same"_s, 6.5}}, 4.2, u"linked"_s);
    QCOMPARE(drawing.numbers().rows.back().back(), u"+2.5"_s);
    QVERIFY(!drawing.grab().isNull());
}

void DrawingsTest::adultsInARowAboveAreTiedToTheChildrenToo() {
    ui::parts::FamilyMap map;
    map.show(threeAdultsAndAChild());
    QVERIFY(lineAtTheEdge(map, 1200) < 10);
    const int row = map.heightFor(320) / 3;
    QVERIFY2(lineAtTheEdge(map, 320) > row / 2, qPrintable(QString::number(row)));
}

QTEST_MAIN(DrawingsTest)
#include "drawings_test.moc"

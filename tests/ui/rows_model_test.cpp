// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rows_model.h"

#include "ui/models/columns.h"
#include "ui/models/outcome.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using ui::models::RowsModel;

namespace {

std::vector<ui::models::Column<int>> numberColumns() {
    return {ui::models::textColumn<int>(u"Number"_s,
                                        [](const int& row) { return QString::number(row); }),
            ui::models::textColumn<int>(u"Twice"_s,
                                        [](const int& row) { return QString::number(2 * row); })};
}

std::vector<int> numbers(std::size_t offset, std::size_t limit, std::size_t all) {
    std::vector<int> rows;
    for (std::size_t i = offset; i < std::min(all, offset + limit); ++i)
        rows.push_back(static_cast<int>(i));
    return rows;
}

}  // namespace

class RowsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfItemModels_data();
    void keepsTheRulesOfItemModels();
    void fetchesOnlyTheWindowsInSight();
    void forgetsFarWindowsAndReadsThemAgain();
    void fetchesOnwardWhenTheCountIsUnknown();
    void tellsAFailureOnce();
    void readsAgainAfterANewStart();
    void showsAFamilyWithMarksAndWords();
    void takesNoMarkupFromAPartner();
};

void RowsModelTest::keepsTheRulesOfItemModels_data() {
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 127, 128, 129, 1000})
        QTest::addRow("%d", rows) << rows;
}

void RowsModelTest::keepsTheRulesOfItemModels() {
    QFETCH(int, rows);
    const auto all = static_cast<std::size_t>(rows);
    const auto fetch = [all](std::size_t offset,
                             std::size_t limit) -> base::Result<std::vector<int>> {
        return numbers(offset, limit, all);
    };
    RowsModel<int> model(numberColumns());
    constexpr auto report = QAbstractItemModelTester::FailureReportingMode::QtTest;
    {
        const QAbstractItemModelTester tester(&model, report);
        model.show(numbers(0, all, all));
        QCOMPARE(model.rowCount(), rows);
        model.show(rows, fetch);
        QCOMPARE(model.rowCount(), rows);
    }
    model.showAll(fetch);  // Qt 6.4's tester itself fetches more while it is told of a reset
    const QAbstractItemModelTester tester(&model, report);
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), rows);
    for (int i = 0; i < rows; i += 63)
        QCOMPARE(model.index(i, 1).data().toString(), QString::number(2 * i));
}

void RowsModelTest::fetchesOnlyTheWindowsInSight() {
    constexpr int all = 200000;
    QList<std::size_t> asked;
    RowsModel<int> model(numberColumns());
    model.show(all, [&](std::size_t offset, std::size_t limit) -> base::Result<std::vector<int>> {
        asked << offset;
        return numbers(offset, limit, all);
    });
    QVERIFY(asked.isEmpty());
    QCOMPARE(model.index(0, 0).data().toString(), u"0"_s);
    QCOMPARE(model.index(40, 0).data().toString(), u"40"_s);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(model.index(199999, 0).data().toString(), u"199999"_s);
    QCOMPARE(asked.size(), 2);
}

void RowsModelTest::forgetsFarWindowsAndReadsThemAgain() {
    constexpr int all = 200000;
    int asked = 0;
    RowsModel<int> model(numberColumns());
    model.show(all, [&](std::size_t offset, std::size_t limit) -> base::Result<std::vector<int>> {
        ++asked;
        return numbers(offset, limit, all);
    });
    for (int i = 0; i < all; i += 100)
        QCOMPARE(model.index(i, 0).data().toString(), QString::number(i));
    const int once = asked;
    QCOMPARE(model.index(5, 0).data().toString(), u"5"_s);
    QCOMPARE(asked, once + 1);
}

void RowsModelTest::fetchesOnwardWhenTheCountIsUnknown() {
    RowsModel<int> model(numberColumns());
    model.showAll([](std::size_t offset, std::size_t limit) -> base::Result<std::vector<int>> {
        return numbers(offset, limit, 256);
    });
    QCOMPARE(model.rowCount(), 128);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 256);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 256);
    QVERIFY(!model.canFetchMore({}));
}

void RowsModelTest::tellsAFailureOnce() {
    RowsModel<int> model(numberColumns());
    QSignalSpy failures(&model, &ui::models::RowsModelBase::failed);
    model.show(10, [](std::size_t, std::size_t) -> base::Result<std::vector<int>> {
        return base::fail(base::Code::damaged, "vault.db", "a page does not open");
    });
    QVERIFY(!model.index(0, 0).data().isValid());
    QVERIFY(!model.index(1, 0).data().isValid());
    QCOMPARE(failures.size(), 0);  // never while a view paints
    QTRY_COMPARE(failures.size(), 1);
}

void RowsModelTest::readsAgainAfterANewStart() {
    RowsModel<int> model(numberColumns());
    model.show({1, 2, 3});
    model.show({9});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"9"_s);
    QVERIFY(model.row(1) == nullptr);
    QVERIFY(model.row(-1) == nullptr);
}

void RowsModelTest::takesNoMarkupFromAPartner() {
    const QString sent = u"<img src=\"file:///etc/hostname\"> Price"_s;
    const auto column = ui::models::textColumn<int>(u"Name"_s, [&](const int&) { return sent; });
    QCOMPARE(column.value(0, Qt::DisplayRole).toString(), sent);
    const QString tip = column.value(0, Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(u"<img"_s));
    QVERIFY(tip.contains(u"&lt;img"_s));
}

void RowsModelTest::showsAFamilyWithMarksAndWords() {
    ui::models::WorkRows model(ui::models::workColumns());
    casework::WorkRow row;
    row.family = {2031};
    row.adults = 1;
    row.children = 3;
    row.outcomes = {records::Outcome::met,
                    records::Outcome::notMet,
                    records::Outcome::unknown,
                    records::Outcome::notApplicable,
                    records::Outcome::met,
                    records::Outcome::notMet};
    row.criteriaMet = 2;
    model.show({row});
    QCOMPARE(model.index(0, 0).data().toString(), u"FF-2031"_s);
    QCOMPARE(model.index(0, 1).data().toString(), u"1 adult, 3 children"_s);
    QCOMPARE(model.index(0, 2).data().toString(), u"2 met"_s);
    const auto marks = model.index(0, 2).data(Qt::UserRole).value<ui::widgets::Marks>();
    QCOMPARE(marks.size(), std::size_t(6));
    QVERIFY(marks[0].state == ui::widgets::MarkState::filled);
    QVERIFY(marks[2].state == ui::widgets::MarkState::hatched);
    QVERIFY(marks[3].state == ui::widgets::MarkState::faint);
    const QString spoken = model.index(0, 2).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(u"1 crime: met"_s) && spoken.contains(u"3 help: unknown"_s));
}

QTEST_MAIN(RowsModelTest)
#include "rows_model_test.moc"

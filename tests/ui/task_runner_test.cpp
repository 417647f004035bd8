// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/task_runner.h"

#include "ui/tasks/progress_strip.h"

#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>
#include <QtTest>

#include <atomic>

using namespace Qt::StringLiterals;
using base::Result;
using ui::tasks::TaskRunner;

namespace {

// Runs until asked to stop.
Result<int> endless(base::Progress& progress, std::atomic<bool>& begun) {
    for (std::uint64_t i = 0; !progress.cancelled(); ++i) {
        progress.step("reading rows", i, 0);
        begun = true;
        QThread::msleep(1);
    }
    return base::fail(base::Code::cancelled, {}, "stopped");
}

}  // namespace

class TaskRunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliversAResultOnTheWindowsThread();
    void deliversAFailure();
    void translatesCancelWhileRunning();
    void translatesCancelBeforeItBegan();
    void deliversMoveOnlyResults();
    void runsJobsOneAfterAnother();
    void deliversNothingOnceTheContextIsGone();
    void stopsAndWaitsWhenTheWindowCloses();
    void showsAndCancelsInTheStrip();
};

void TaskRunnerTest::deliversAResultOnTheWindowsThread() {
    TaskRunner runner;
    QThread* worked = nullptr;
    QThread* delivered = nullptr;
    int value = 0;
    runner.run<int>(
        u"Counting"_s,
        [&](base::Progress&) -> Result<int> {
            worked = QThread::currentThread();
            return 42;
        },
        this,
        [&](Result<int> result) {
            delivered = QThread::currentThread();
            value = result.value_or(-1);
        });
    QVERIFY(runner.busy());
    QTRY_COMPARE(value, 42);
    QVERIFY(worked != QThread::currentThread());
    QCOMPARE(delivered, QThread::currentThread());
    QVERIFY(!runner.busy());
}

void TaskRunnerTest::deliversAFailure() {
    TaskRunner runner;
    std::optional<base::Error> error;
    runner.run<int>(
        u"Failing"_s,
        [](base::Progress&) -> Result<int> {
            return base::fail(base::Code::full, "vault.db", "no space");
        },
        this,
        [&](Result<int> result) { error = result.error(); });
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->code == base::Code::full);
    QVERIFY(error->place == "vault.db");
}

void TaskRunnerTest::translatesCancelWhileRunning() {
    TaskRunner runner;
    std::atomic<bool> begun = false;
    std::optional<base::Error> error;
    runner.run<int>(
        u"Endless"_s,
        [&](base::Progress& progress) { return endless(progress, begun); },
        this,
        [&](Result<int> result) { error = result.error(); });
    QTRY_VERIFY(begun);
    runner.cancel();
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->code == base::Code::cancelled);
}

void TaskRunnerTest::translatesCancelBeforeItBegan() {
    TaskRunner runner;
    std::atomic<bool> begun = false;
    bool ranSecond = false;
    QList<base::Code> codes;
    const auto keep = [&](Result<int> result) { codes << result.error().code; };
    runner.run<int>(
        u"First"_s, [&](base::Progress& progress) { return endless(progress, begun); }, this, keep);
    runner.run<int>(
        u"Second"_s,
        [&](base::Progress&) -> Result<int> {
            ranSecond = true;
            return 1;
        },
        this,
        keep);
    QTRY_VERIFY(begun);
    QCOMPARE(runner.waiting(), 1);
    runner.cancelAll();
    QTRY_COMPARE(codes.size(), 2);
    QVERIFY(!ranSecond);
    QVERIFY(codes[0] == base::Code::cancelled && codes[1] == base::Code::cancelled);
}

void TaskRunnerTest::deliversMoveOnlyResults() {
    TaskRunner runner;
    std::unique_ptr<int> held;
    runner.run<std::unique_ptr<int>>(
        u"Moving"_s,
        [](base::Progress&) -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); },
        this,
        [&](Result<std::unique_ptr<int>> result) { held = std::move(*result); });
    QTRY_VERIFY(held != nullptr);
    QCOMPARE(*held, 7);
}

void TaskRunnerTest::runsJobsOneAfterAnother() {
    TaskRunner runner;
    std::atomic<int> atOnce = 0;
    std::atomic<int> most = 0;
    QList<int> order;
    for (int i = 0; i < 5; ++i)
        runner.run<int>(
            u"Job"_s,
            [&, i](base::Progress&) -> Result<int> {
                most = std::max(most.load(), ++atOnce);
                QThread::msleep(2);
                --atOnce;
                return i;
            },
            this,
            [&](Result<int> result) { order << *result; });
    QTRY_COMPARE(order, (QList<int>{0, 1, 2, 3, 4}));
    QCOMPARE(most.load(), 1);
}

void TaskRunnerTest::deliversNothingOnceTheContextIsGone() {
    TaskRunner runner;
    auto screen = std::make_unique<QObject>();
    QSemaphore gate;
    bool delivered = false;
    runner.run<int>(
        u"Late"_s,
        [&](base::Progress&) -> Result<int> {
            gate.acquire();
            return 1;
        },
        screen.get(),
        [&](Result<int>) { delivered = true; });
    screen.reset();
    gate.release();
    QTRY_VERIFY(!runner.busy());
    QVERIFY(!delivered);
}

void TaskRunnerTest::stopsAndWaitsWhenTheWindowCloses() {
    std::atomic<bool> begun = false;
    std::atomic<bool> ended = false;
    bool delivered = false;
    {
        TaskRunner runner;
        runner.run<int>(
            u"Endless"_s,
            [&](base::Progress& progress) {
                auto result = endless(progress, begun);
                ended = true;
                return result;
            },
            this,
            [&](Result<int>) { delivered = true; });
        QTRY_VERIFY(begun);
    }
    QVERIFY(ended);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!delivered);
}

void TaskRunnerTest::showsAndCancelsInTheStrip() {
    TaskRunner runner;
    ui::tasks::ProgressStrip strip(runner);
    strip.show();
    auto* words = strip.findChild<QLabel*>(u"runningWords"_s);
    auto* cancel = strip.findChild<QPushButton*>(u"cancelTask"_s);
    QCOMPARE(words->text(), u"Nothing running"_s);
    QVERIFY(!cancel->isVisible());
    std::atomic<bool> begun = false;
    bool ended = false;
    runner.run<int>(
        u"Importing rows"_s,
        [&](base::Progress& progress) { return endless(progress, begun); },
        this,
        [&](Result<int>) { ended = true; });
    QTRY_VERIFY(words->text().contains(u"reading rows"_s));
    QVERIFY(words->text().startsWith(u"Importing rows"_s));
    strip.setDiscreet(true);
    QCOMPARE(words->text(), u"Work goes on"_s);
    QVERIFY(!cancel->isVisible());
    strip.setDiscreet(false);
    QTest::keyClick(cancel, Qt::Key_Space);
    QTRY_VERIFY(ended);
    QCOMPARE(words->text(), u"Nothing running"_s);
}

QTEST_MAIN(TaskRunnerTest)
#include "task_runner_test.moc"

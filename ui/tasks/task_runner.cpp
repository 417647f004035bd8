// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/task_runner.h"

#include <QElapsedTimer>
#include <QMetaObject>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui::tasks {

namespace {

// Reports at most every 50 ms, or at once when the phase changes.
class Reporter final : public base::Progress {
public:
    Reporter(QPromise<void>& promise, QPointer<TaskRunner> runner)
        : m_promise(promise), m_runner(std::move(runner)) {
        m_since.start();
    }

    void step(std::string_view phase, std::uint64_t done, std::uint64_t total) override {
        const bool newPhase = phase != m_phase;
        if (!newPhase && m_since.elapsed() < leastMilliseconds)
            return;
        m_since.restart();
        if (newPhase)
            m_phase = phase;
        const QString words = QString::fromStdString(m_phase);
        TaskRunner* runner = m_runner.data();
        QMetaObject::invokeMethod(
            runner,
            [runner, words, done, total] { Q_EMIT runner->progressed(words, done, total); },
            Qt::QueuedConnection);
    }

    [[nodiscard]] bool cancelled() const override { return m_promise.isCanceled(); }

private:
    static constexpr qint64 leastMilliseconds = 50;

    QPromise<void>& m_promise;
    QPointer<TaskRunner> m_runner;  // outlives the job: its destructor waits
    std::string m_phase;
    QElapsedTimer m_since;
};

}  // namespace

TaskRunner::TaskRunner(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

TaskRunner::~TaskRunner() {
    for (const auto& job : m_jobs) {
        job->watcher.disconnect(this);
        job->watcher.cancel();
    }
    m_pool.waitForDone();
}

void TaskRunner::cancel() {
    if (m_jobs.empty())
        return;
    m_jobs.front()->watcher.cancel();
    Q_EMIT changed();
}

void TaskRunner::cancelAll() {
    for (const auto& job : m_jobs)
        job->watcher.cancel();
    Q_EMIT changed();
}

int TaskRunner::waiting() const {
    return std::max(0, static_cast<int>(m_jobs.size()) - 1);
}

QString TaskRunner::title() const {
    return m_jobs.empty() ? QString() : m_jobs.front()->title;
}

void TaskRunner::start(const QString& title, Work work, std::function<void()> deliver) {
    auto job = std::make_unique<Job>();
    job->title = title;
    job->deliver = std::move(deliver);
    const Job* raw = job.get();
    connect(&job->watcher, &QFutureWatcher<void>::finished, this, [this, raw] { ended(raw); });
    m_jobs.push_back(std::move(job));
    m_jobs.back()->watcher.setFuture(QtConcurrent::run(
        &m_pool,
        [work = std::move(work), self = QPointer<TaskRunner>(this)](QPromise<void>& promise) {
            if (promise.isCanceled())
                return;
            Reporter reporter(promise, self);
            work(reporter);
        }));
    Q_EMIT changed();
}

void TaskRunner::ended(const Job* job) {
    const auto found = std::find_if(
        m_jobs.begin(), m_jobs.end(), [job](const auto& each) { return each.get() == job; });
    if (found == m_jobs.end())
        return;
    const std::unique_ptr<Job> done = std::move(*found);
    m_jobs.erase(found);
    Q_EMIT changed();
    done->deliver();
}

}  // namespace ui::tasks

// SPDX-License-Identifier: GPL-3.0-or-later
// The only place where work leaves the window's thread. Jobs run one after another on a thread of
// their own; their result comes back on the window's thread, to a context object, and not at all
// once that object is gone. A job that was asked to stop gives Code::cancelled. Destroying the
// runner asks every job to stop and waits for the one at work; no result is delivered then.
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace ui::tasks {

class TaskRunner : public QObject {
    Q_OBJECT

public:
    explicit TaskRunner(QObject* parent = nullptr);
    ~TaskRunner() override;
    TaskRunner(const TaskRunner&) = delete;
    TaskRunner& operator=(const TaskRunner&) = delete;

    // `title` says what runs, in the field's words and without a name. `work` must not touch the
    // window; `then` is called on the window's thread while `context` lives.
    template <class T>
    void run(const QString& title,
             std::function<base::Result<T>(base::Progress&)> work,
             QObject* context,
             std::function<void(base::Result<T>)> then);

    // Asks the job at work to stop. Those that wait stay.
    void cancel();
    void cancelAll();

    [[nodiscard]] bool busy() const { return !m_jobs.empty(); }

    [[nodiscard]] int waiting() const;
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void changed();  // a job began, ended or was asked to stop
    void progressed(const QString& phase, quint64 done, quint64 total);

private:
    struct Job {
        QString title;
        QFutureWatcher<void> watcher;
        std::function<void()> deliver;
    };

    using Work = std::function<void(base::Progress&)>;
    void start(const QString& title, Work work, std::function<void()> deliver);
    void ended(const Job* job);

    QThreadPool m_pool;
    std::deque<std::unique_ptr<Job>> m_jobs;
};

template <class T>
void TaskRunner::run(const QString& title,
                     std::function<base::Result<T>(base::Progress&)> work,
                     QObject* context,
                     std::function<void(base::Result<T>)> then) {
    auto result = std::make_shared<std::optional<base::Result<T>>>();
    start(
        title,
        [work = std::move(work), result](base::Progress& progress) {
            result->emplace(work(progress));
        },
        [result, context = QPointer<QObject>(context), then = std::move(then)] {
            if (context.isNull())
                return;
            if (result->has_value())
                then(std::move(**result));
            else  // stopped before it began
                then(base::fail(base::Code::cancelled, {}, "stopped before it began"));
        });
}

}  // namespace ui::tasks

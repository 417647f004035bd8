// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/row_feed.h"

#include <utility>

namespace casework {

namespace {

constexpr std::size_t batchRows = 4096;
constexpr std::size_t mostWaiting = 8;

}  // namespace

RowFeed::RowFeed(linkage::Rows& rows) : m_rows(rows), m_receiver([this] { receive(); }) {}

void RowFeed::add(std::span<const std::string_view> cells, std::uint32_t source) {
    for (const std::string_view cell : cells) {
        m_batch.bytes.append(cell);
        m_batch.ends.push_back(m_batch.bytes.size());
    }
    m_batch.sources.push_back(source);
    if (m_batch.sources.size() == batchRows)
        send();
}

void RowFeed::send() {
    std::unique_lock<std::mutex> lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < mostWaiting; });
    m_waiting.push_back(std::exchange(m_batch, Batch()));
    m_changed.notify_all();
}

void RowFeed::finish() {
    if (!m_receiver.joinable())
        return;
    send();
    {
        const std::lock_guard<std::mutex> lock(m_mutex);
        m_ended = true;
        m_changed.notify_all();
    }
    m_receiver.join();
}

void RowFeed::receive() {
    std::vector<std::string_view> cells;
    for (;;) {
        std::unique_lock<std::mutex> lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ended || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const Batch batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_changed.notify_all();
        lock.unlock();
        take(batch, cells);
    }
}

// Field by field, so that one field's table stays near the processor.
void RowFeed::take(const Batch& batch, std::vector<std::string_view>& cells) {
    const std::size_t fields = m_rows.fields().size();
    for (std::size_t field = 0; field < fields; ++field) {
        cells.clear();
        for (std::size_t row = 0; row < batch.sources.size(); ++row) {
            const std::size_t cell = row * fields + field;
            const std::size_t from = cell == 0 ? 0 : batch.ends[cell - 1];
            cells.push_back(std::string_view(batch.bytes).substr(from, batch.ends[cell] - from));
        }
        m_rows.addCells(field, cells);
    }
    m_rows.addSources(batch.sources);
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
// Rows on their way from a file to the engine: one thread reads and splits them, another gives
// every cell its number. Cells are copied, so the reader may go on at once. finish() or destruction
// waits for the other thread.
#pragma once

#include "linkage/rows.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace casework {

class RowFeed {
public:
    // `rows` belongs to the feed until finish().
    explicit RowFeed(linkage::Rows& rows);
    RowFeed(const RowFeed&) = delete;
    RowFeed& operator=(const RowFeed&) = delete;

    ~RowFeed() { finish(); }

    // One cell a field.
    void add(std::span<const std::string_view> cells, std::uint32_t source);
    void finish();

private:
    struct Batch {
        std::string bytes;
        std::vector<std::size_t> ends;  // of the cells, row after row
        std::vector<std::uint32_t> sources;
    };

    void send();
    void receive();
    void take(const Batch& batch, std::vector<std::string_view>& cells);

    linkage::Rows& m_rows;
    Batch m_batch;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Batch> m_waiting;
    bool m_ended = false;
    std::thread m_receiver;
};

}  // namespace casework

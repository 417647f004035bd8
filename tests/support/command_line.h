// SPDX-License-Identifier: GPL-3.0-or-later
// Runs sub-commands in this process, as the program would, and keeps what they print.
#pragma once

#include "app/command.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace support {

struct Ran {
    app::Exit exit = app::Exit::usage;
    std::string out;
    std::string err;

    [[nodiscard]] bool done() const { return exit == app::Exit::done; }
};

inline Ran runCommand(std::vector<std::string> words) {
    words.insert(words.begin(), "families-first");
    std::vector<const char*> argv;
    for (const std::string& word : words)
        argv.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream err;
    Ran ran;
    {
        app::Console console(out, err, false);
        ran.exit = app::runCommandLine(static_cast<int>(argv.size()), argv.data(), console);
    }
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

inline void writeText(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

inline std::string readText(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The rows of simple CSV without quotes (our own lists of references and numbers).
inline std::vector<std::vector<std::string>> csvRows(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        rows.emplace_back();
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');)
            rows.back().push_back(cell);
    }
    return rows;
}

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
// One source file as the rules read it: its path under the repository, its text, and its text with
// comments and the insides of literals blanked out, so that words in them break no rule.
#pragma once

// gcc 12 takes std::regex under the address sanitizer for uninitialised (its bug 105562).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

// Comments and the insides of literals become spaces; lines stay where they are.
inline std::string codeOnly(std::string_view text) {
    std::string out(text);
    const auto blank = [&out](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < std::min(to, out.size()); ++i)
            if (out[i] != '\n')
                out[i] = ' ';
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        std::size_t end = i + 1;
        if (rest.starts_with("//")) {
            end = std::min(text.find('\n', i), text.size());
            blank(i, end);
        } else if (rest.starts_with("/*")) {
            end = std::min(text.find("*/", i + 2), text.size() - 2) + 2;
            blank(i, end);
        } else if (rest.starts_with("R\"")) {
            const std::size_t open = std::min(text.find('(', i), text.size());
            const std::string close = ")" + std::string(text.substr(i + 2, open - i - 2)) + "\"";
            end = std::min(text.find(close, open), text.size());
            blank(open + 1, end);
            end += close.size();
        } else if (rest[0] == '"' ||
                   (rest[0] == '\'' &&
                    (i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0))) {
            while (end < text.size() && text[end] != rest[0] && text[end] != '\n')
                end += text[end] == '\\' ? 2 : 1;
            blank(i + 1, end);
            ++end;
        }
        i = end;
    }
    return out;
}

struct Source {
    std::string path;  // "model/base/id.h"
    std::string text;
    std::string code;  // codeOnly(text)

    Source(std::string where, std::string what)
        : path(std::move(where)), text(std::move(what)), code(codeOnly(text)) {}

    [[nodiscard]] bool isHeader() const { return path.ends_with(".h"); }

    [[nodiscard]] bool isIn(std::string_view folder) const {
        return path.starts_with(std::string(folder) + "/");
    }
};

// "model/base/id.h:12: what is wrong"
inline std::string fault(const Source& source, std::size_t at, const std::string& what) {
    const auto line =
        1 + std::count(
                source.text.begin(), source.text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return source.path + ":" + std::to_string(line) + ": " + what;
}

using Faults = std::vector<std::string>;

// Adds a fault at every place the code matches.
inline void forbid(const Source& source,
                   const std::string& pattern,
                   const std::string& what,
                   Faults& faults) {
    const std::regex expression(pattern);
    const auto end = std::sregex_iterator();
    for (auto it = std::sregex_iterator(source.code.begin(), source.code.end(), expression);
         it != end;
         ++it)
        faults.push_back(fault(source, static_cast<std::size_t>(it->position()), what));
}

// All of our C++ under the root.
inline std::vector<Source> readSources(const std::filesystem::path& root) {
    namespace fs = std::filesystem;
    std::vector<Source> sources;
    for (const char* folder : {"app", "ui", "model", "tests"}) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
            const std::string extension = entry.path().extension().string();
            if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp"))
                continue;
            std::ostringstream text;
            text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
            sources.emplace_back(fs::relative(entry.path(), root).generic_string(), text.str());
        }
    }
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) {
        return a.path < b.path;
    });
    return sources;
}

}  // namespace layers

// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom: ranks, siblings, screens, and libraries that one file or folder wraps.
#pragma once

#include "source.h"

#include <map>
#include <optional>

namespace layers {

struct Include {
    std::string name;  // "base/id.h"
    bool ours = false;
    std::size_t at = 0;
};

inline std::vector<Include> includesOf(const Source& source) {
    static const std::regex expression("(^|\n)[ \t]*#[ \t]*include[ \t]*([<\"])([^>\"]+)[>\"]");
    std::vector<Include> found;
    const auto end = std::sregex_iterator();
    for (auto it = std::sregex_iterator(source.text.begin(), source.text.end(), expression);
         it != end;
         ++it)
        found.push_back(
            {(*it)[3].str(), (*it)[2].str() == "\"", static_cast<std::size_t>(it->position(3))});
    return found;
}

// The folder that has a rank: "base", "ui"; "" outside the ranks.
inline std::string rankedFolder(const std::string& path) {
    const std::string inner = path.starts_with("model/") ? path.substr(6) : path;
    return inner.substr(0, inner.find('/'));
}

inline std::optional<int> rankOf(const std::string& folder) {
    static const std::map<std::string, int> ranks{{"base", 0},
                                                  {"records", 1},
                                                  {"access", 2},
                                                  {"intake", 3},
                                                  {"linkage", 3},
                                                  {"families", 3},
                                                  {"criteria", 3},
                                                  {"disclosure", 3},
                                                  {"store", 3},
                                                  {"casework", 4},
                                                  {"ui", 5},
                                                  {"app", 6}};
    const auto found = ranks.find(folder);
    return found == ranks.end() ? std::nullopt : std::optional(found->second);
}

inline void checkRanks(const Source& source, Faults& faults) {
    if (source.isIn("tests"))
        return;
    const std::string own = rankedFolder(source.path);
    const auto rank = rankOf(own);
    if (!rank) {
        faults.push_back(source.path + ":1: stands in no folder of the house");
        return;
    }
    constexpr int stage = 3;
    for (const Include& include : includesOf(source)) {
        const std::string other = rankedFolder(include.name);
        const auto otherRank = rankOf(other);
        if (!include.ours || !otherRank || other == own)
            continue;
        if (*otherRank > *rank)
            faults.push_back(fault(source, include.at, own + " includes the higher rank " + other));
        else if (*otherRank == *rank)
            faults.push_back(fault(source, include.at, own + " includes its sibling " + other));
        else if (own == "ui" && *otherRank == stage)
            faults.push_back(fault(source, include.at, "ui reaches past casework to " + other));
    }
}

// "family" of ui/screens/family.cpp and of ui/screens/family/chronology.h.
inline std::string screenOf(const std::string& path) {
    constexpr std::string_view folder = "ui/screens/";
    if (!path.starts_with(folder))
        return {};
    const std::string rest = path.substr(folder.size());
    return rest.substr(0, rest.find_first_of("/."));
}

inline void checkScreens(const Source& source, Faults& faults) {
    const std::string own = screenOf(source.path);
    for (const Include& include : includesOf(source)) {
        const std::string other = screenOf(include.name);
        if (!own.empty() && !other.empty() && other != own)
            faults.push_back(
                fault(source, include.at, "screen " + own + " includes screen " + other));
        if (source.isIn("ui/widgets") && include.ours && rankOf(rankedFolder(include.name)) &&
            !include.name.starts_with("ui/widgets/") && !include.name.starts_with("base/"))
            faults.push_back(fault(source, include.at, "widgets know no word of the domain"));
    }
}

struct Wrapped {
    std::string header;  // begins with
    std::string where;   // regular expression of the paths that may
};

inline void checkLibraries(const Source& source, Faults& faults) {
    static const std::vector<Wrapped> libraries{
        {"sqlite3", "model/store/[^/]+\\.cpp"},
        {"sqlcipher", "model/store/[^/]+\\.cpp"},
        {"sodium", "model/(base|store)/.*"},
        {"toml++", "model/base/toml\\.cpp"},
        {"nlohmann", "model/base/json\\.cpp"},
        {"cbor", "model/records/payload\\.cpp"},
        {"CLI/", "app/parser\\.cpp"},
        {"QSql", "nowhere"},
    };
    if (source.isIn("tests"))
        return;
    for (const Include& include : includesOf(source)) {
        for (const Wrapped& library : libraries)
            if (include.name.starts_with(library.header) &&
                !std::regex_match(source.path, std::regex(library.where)))
                faults.push_back(fault(source, include.at, include.name + " is wrapped elsewhere"));
        const bool isQt = !include.ours && include.name.starts_with("Q");
        if (isQt && source.isIn("model") && !source.isIn("model/intake"))
            faults.push_back(fault(source, include.at, "Qt in the model, outside intake"));
    }
}

}  // namespace layers

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/recognition.h"

#include "base/text.h"

#include <algorithm>
#include <optional>
#include <set>

namespace intake {

namespace {

std::string quotedList(const std::vector<std::string>& words) {
    return "'" + base::join(words, "', '") + "'";
}

using Keys = std::multiset<std::string>;

Keys keysOf(const std::vector<std::string>& headings) {
    Keys keys;
    for (const std::string& heading : headings)
        keys.insert(base::foldedKey(heading));
    return keys;
}

// Every heading the mapping reads or leaves unread on purpose.
std::set<std::string> knownKeys(const Mapping& mapping) {
    std::set<std::string> known;
    const auto add = [&](const std::vector<std::string>& headings) {
        for (const std::string& heading : headings)
            known.insert(base::foldedKey(heading));
    };
    for (const ColumnRule& rule : mapping.columns)
        for (const auto* headings : {&rule.headings, &rule.instead, &rule.insteadWhen})
            add(*headings);
    add(mapping.notReceived);
    add(mapping.recognisedBy);
    if (mapping.attendance)
        add(mapping.attendance->headings());
    if (!mapping.typeHeading.empty())
        add({mapping.typeHeading});
    if (!mapping.corrections.withdrawnHeading.empty())
        add({mapping.corrections.withdrawnHeading});
    return known;
}

// The telling headings, with other names of the same column allowed.
std::vector<std::string> missingTelling(const Mapping& mapping, const Keys& header) {
    std::vector<std::string> missing;
    for (const std::string& heading : mapping.recognisedBy) {
        bool there = header.contains(base::foldedKey(heading));
        for (const ColumnRule& rule : mapping.columns) {
            const auto& names = rule.headings;
            const bool alias = rule.combine == Combine::alias &&
                               std::find(names.begin(), names.end(), heading) != names.end();
            there =
                there || (alias && std::any_of(names.begin(), names.end(), [&](const auto& name) {
                              return header.contains(base::foldedKey(name));
                          }));
        }
        if (!there)
            missing.push_back(heading);
    }
    return missing;
}

Recognition compareKeys(const std::vector<std::string>& header,
                        const Keys& keys,
                        const Mapping& mapping) {
    Recognition found;
    found.missingTelling = missingTelling(mapping, keys);
    const std::set<std::string> known = knownKeys(mapping);
    std::set<std::string> seen;
    for (const std::string& heading : header) {
        const std::string key = base::foldedKey(heading);
        if (base::trimmed(heading).empty())
            continue;
        if (!known.contains(key))
            found.unknownHeadings.push_back(heading);
        else
            ++found.known;
        if (known.contains(key) && !seen.insert(key).second)
            found.twice.push_back(heading);
    }
    for (const ColumnRule& rule : mapping.columns) {
        const bool any =
            std::any_of(rule.headings.begin(), rule.headings.end(), [&](const auto& name) {
                return keys.contains(base::foldedKey(name));
            });
        if (!any)
            found.missingHeadings.push_back(rule.headings.front());
    }
    return found;
}

// Whether the sheet is one that the mapping names.
bool isSheetOf(const Mapping& mapping, std::string_view sheet) {
    const std::string key = base::foldedKey(sheet);
    return !key.empty() &&
           std::any_of(mapping.sheets.begin(), mapping.sheets.end(), [&](const std::string& name) {
               return base::foldedKey(name) == key;
           });
}

bool better(const Recognition& a, const Recognition& b) {
    if (a.bySheet != b.bySheet)
        return a.bySheet;
    return a.known != b.known ? a.known > b.known
                              : a.missingHeadings.size() < b.missingHeadings.size();
}

bool nearer(const Recognition& a, const Recognition& b) {
    return a.missingTelling.size() != b.missingTelling.size()
               ? a.missingTelling.size() < b.missingTelling.size()
               : better(a, b);
}

tl::unexpected<base::Error> notRecognised(const Recognition& nearest, const Mapping& mapping) {
    if (nearest.known == 0)
        return base::fail(
            base::Code::notFound,
            "",
            "the first line has none of the column names that any mapping knows; a file "
            "must begin with its header line");
    return base::fail(base::Code::notFound,
                      "",
                      "no mapping knows this header; the nearest is '" + mapping.name +
                          "', which needs " + quotedList(nearest.missingTelling) + " as well");
}

}  // namespace

std::vector<std::size_t> placesOf(std::string_view heading,
                                  const std::vector<std::string>& header) {
    const std::string key = base::foldedKey(heading);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < header.size(); ++i)
        if (base::foldedKey(header[i]) == key)
            places.push_back(i);
    return places;
}

Recognition compare(const std::vector<std::string>& header, const Mapping& mapping) {
    return compareKeys(header, keysOf(header), mapping);
}

base::Result<Recognition> recognise(const std::vector<std::string>& header,
                                    const std::vector<Mapping>& mappings) {
    std::vector<const Mapping*> all;
    for (const Mapping& mapping : mappings)
        all.push_back(&mapping);
    return recognise(header, {}, all);
}

base::Result<Recognition> recognise(const std::vector<std::string>& header,
                                    std::string_view sheet,
                                    const std::vector<const Mapping*>& mappings) {
    const Keys keys = keysOf(header);
    std::optional<Recognition> best;
    std::optional<Recognition> rival;
    std::optional<Recognition> nearest;
    for (std::size_t i = 0; i < mappings.size(); ++i) {
        const Mapping& mapping = *mappings[i];
        const bool bySheet = isSheetOf(mapping, sheet);
        // Without telling headings only the sheet's name tells a table.
        if (mapping.xml || (mapping.recognisedBy.empty() && !bySheet))
            continue;
        Recognition found = compareKeys(header, keys, mapping);
        found.mapping = i;
        found.bySheet = bySheet;
        if (!found.missingTelling.empty()) {
            if (!nearest || nearer(found, *nearest))
                nearest = std::move(found);
        } else if (!best || better(found, *best)) {
            best = std::move(found);
            rival.reset();
        } else if (!better(*best, found)) {
            rival = std::move(found);
        }
    }
    if (!best && !nearest)
        return base::fail(base::Code::notFound, "", "there are no mappings to read it with");
    if (!best)
        return notRecognised(*nearest, *mappings[nearest->mapping]);
    if (rival)
        return base::fail(base::Code::refused,
                          "",
                          "the header fits the mappings '" + mappings[best->mapping]->name +
                              "' and '" + mappings[rival->mapping]->name +
                              "' equally well; say which");
    return *best;
}

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/name_variants.h"

#include "base/resources.h"
#include "base/text.h"

#include <algorithm>

namespace linkage {

NameVariants::NameVariants(std::string_view table) {
    bool heading = true;
    for (const std::string_view line : base::split(table, '\n')) {
        const std::size_t comma = line.find(',');
        if (line.starts_with('#') || comma == std::string_view::npos)
            continue;
        if (heading) {
            heading = false;
            continue;
        }
        const std::string name(base::trimmed(line.substr(0, comma)));
        for (const std::string_view part : base::split(line.substr(comma + 1), ' ')) {
            const std::string variant(base::trimmed(part));
            if (variant.empty())
                continue;
            m_variants[name].push_back(variant);
            m_variants[variant].push_back(name);
        }
    }
    for (auto& [name, variants] : m_variants)
        std::sort(variants.begin(), variants.end());
}

bool NameVariants::areVariants(std::string_view left, std::string_view right) const {
    const auto found = m_variants.find(std::string(left));
    return found != m_variants.end() &&
           std::binary_search(found->second.begin(), found->second.end(), right);
}

const std::vector<std::string>& NameVariants::of(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto found = m_variants.find(std::string(name));
    return found == m_variants.end() ? none : found->second;
}

bool NameVariants::knows(std::string_view name) const {
    return m_variants.contains(std::string(name));
}

const NameVariants& NameVariants::forenames() {
    static const NameVariants table(
        base::resource("names/forename_variants.csv").value_or(std::string_view()));
    return table;
}

const NameVariants& NameVariants::surnames() {
    static const NameVariants table(
        base::resource("names/surname_variants.csv").value_or(std::string_view()));
    return table;
}

}  // namespace linkage

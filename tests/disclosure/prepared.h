// SPDX-License-Identifier: GPL-3.0-or-later
// Submissions prepared from synthetic candidates, and their parts.
#pragma once

#include "base/json.h"
#include "base/text.h"
#include "candidates.h"
#include "disclosure/prepare.h"

#include <QtGlobal>

namespace disclosure::testing {

inline Request request() {
    return {year2026(), {77}, "exporting-officer", "2027-01-04T09:00:00Z"};
}

inline Layout layoutNamed(std::string_view name) {
    return shippedLayout(name).value();
}

// `candidates` must outlive what is returned.
inline Prepared prepared(const std::vector<Candidate>& candidates,
                         std::string_view layout = "national-impact-study") {
    base::NoProgress progress;
    auto result = prepare(layoutNamed(layout), candidates, studyKey(), request(), progress);
    if (!result)
        qFatal("%s", base::describe(result.error()).c_str());
    return std::move(*result);
}

inline std::vector<std::string> lines(const std::string& csv) {
    std::vector<std::string> out;
    for (const std::string_view line : base::split(csv, '\n'))
        if (!line.empty())
            out.emplace_back(line);
    return out;
}

inline base::Json manifestOf(const Prepared& made) {
    return base::parseJson(made.manifestJson, "manifest").value();
}

}  // namespace disclosure::testing

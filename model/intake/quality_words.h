// SPDX-License-Identifier: GPL-3.0-or-later
// What a quality report calls what it found, as resources/quality/words.toml has it. Plain values.
#pragma once

#include "base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace intake {

struct QualityWords {
    bool problem = false;  // else worth a look
    std::string what;      // after a number of rows: "say exactly the same as an earlier row"
    std::string ask;       // of the sender, a sentence
};

using QualityVocabulary = std::map<std::string, QualityWords, std::less<>>;  // by stable word

// Fails with every problem of the file, each at file:line:column.
[[nodiscard]] base::Result<QualityVocabulary> readQualityWords(std::string_view text,
                                                               std::string_view fileName);
[[nodiscard]] base::Result<QualityVocabulary> shippedQualityWords();

// An issue's stable word as words: "invalid-nhs-number" gives "Invalid nhs number".
[[nodiscard]] std::string issueInWords(std::string_view code);

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/measures/words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace criteria {

namespace {

// Types whose label is a thing one can count; of the others one counts records.
constexpr std::array<std::string_view, 7> countable{"exclusion",
                                                    "offence",
                                                    "domestic_callout",
                                                    "benefit",
                                                    "health_need",
                                                    "social_care_episode",
                                                    "nomination"};

bool isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

}  // namespace

std::string inSentence(std::string_view label) {
    std::string words(label);
    if (label.size() > 1 && isCapital(label.front()) &&
        std::none_of(label.begin() + 1, label.end(), isCapital))
        words.front() = static_cast<char>(words.front() - 'A' + 'a');
    return words;
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            all += i + 1 == words.size() ? " " + std::string(last) + " " : ", ";
        all += words[i];
    }
    return all;
}

std::string number(double value) {
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

std::string thresholdInWords(const Measure& measure) {
    return (measure.comparison == Comparison::atLeast ? "at least " : "more than ") +
           number(measure.threshold);
}

std::string needInWords(const Measure& measure) {
    return (measure.comparison == Comparison::atLeast ? "" : "more than ") +
           number(measure.threshold);
}

std::string recordsInWords(const records::RecordType& type, double count) {
    const std::string many = count == 1 ? "" : "s";
    const bool counts = std::find(countable.begin(), countable.end(), type.name) != countable.end();
    return number(count) + " " + inSentence(type.label) + (counts ? "" : " record") + many;
}

}  // namespace criteria

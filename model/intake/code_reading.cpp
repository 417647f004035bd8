// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/code_reading.h"

#include "base/text.h"

#include <algorithm>

namespace intake {

namespace {

constexpr std::size_t longestCode = 6;

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isCodeCharacter(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
}

// After "a)" or "aa)"; the text itself when there is no such letter.
std::string_view withoutListLetter(std::string_view text) {
    std::size_t letters = 0;
    while (letters < text.size() && letters < 2 && isLetter(text[letters]))
        ++letters;
    if (letters == 0 || letters >= text.size() || text[letters] != ')')
        return text;
    return base::trimmed(text.substr(letters + 1));
}

// Where a short code ends and its meaning begins: at ":" or " - ". npos when it does not.
std::size_t meaningAfter(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && end <= longestCode && isCodeCharacter(text[end]))
        ++end;
    if (end == 0 || end > longestCode || end >= text.size())
        return std::string_view::npos;
    const std::string_view rest = base::trimmed(text.substr(end));
    const bool spaced = text[end] == ' ';
    if (rest.starts_with(':') || (spaced && rest.starts_with("- ")))
        return end;
    return std::string_view::npos;
}

}  // namespace

std::vector<std::string_view> codeForms(std::string_view text) {
    std::vector<std::string_view> forms{base::trimmed(text)};
    const auto add = [&](std::string_view form) {
        if (!form.empty() && std::find(forms.begin(), forms.end(), form) == forms.end())
            forms.push_back(form);
    };
    const std::string_view plain = withoutListLetter(forms.front());
    add(plain);
    const std::size_t end = meaningAfter(plain);
    if (end != std::string_view::npos) {
        add(plain.substr(0, end));
        const std::string_view rest = base::trimmed(plain.substr(end));
        add(base::trimmed(rest.substr(1)));
    }
    return forms;
}

}  // namespace intake

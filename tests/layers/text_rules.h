// SPDX-License-Identifier: GPL-3.0-or-later
// What a source may not say: Qt's object world in the model, nested event loops, dropped results,
// files that grew too long, names that say nothing.
#pragma once

#include "source.h"

namespace layers {

inline void checkModelWords(const Source& source, Faults& faults) {
    if (!source.isIn("model"))
        return;
    forbid(source, "\\b(QObject|Q_OBJECT|QVariant|QWidget)\\b", "Qt objects in the model", faults);
    forbid(source, "\\b(tr|translate)\\s*\\(\\s*\"", "translated text in the model", faults);
    if (!source.isIn("model/intake"))
        forbid(source, "\\bQ(String|Date|DateTime|ByteArray)\\b", "Qt values in the model", faults);
}

inline void checkEventLoops(const Source& source, Faults& faults) {
    if (!source.isIn("ui") && !source.isIn("app"))
        return;
    forbid(source, "\\bQEventLoop\\b|\\bprocessEvents\\b", "a nested event loop", faults);
    forbid(source, "(\\.|->)\\s*exec\\s*\\(", "a dialog that runs its own event loop", faults);
    forbid(source,
           "\\bQ(Message|FileDialog|InputDialog|ColorDialog|FontDialog)\\w*::"
           "(information|question|warning|critical|about|get[A-Z]\\w*)\\s*\\(",
           "a static dialog, which runs its own event loop",
           faults);
    if (!source.isIn("app") && source.path != "ui/shell/window_entry.cpp")
        forbid(source,
               "\\bQ\\w*Application::exec\\b",
               "the event loop starts where the window is entered",
               faults);
}

inline void checkLength(const Source& source, Faults& faults) {
    const auto lines = std::count(source.text.begin(), source.text.end(), '\n');
    const std::ptrdiff_t most = source.isHeader() ? 200 : 400;
    if (lines > most)
        faults.push_back(source.path + ":" + std::to_string(lines) + ": is longer than " +
                         std::to_string(most) + " lines");
}

// The place after a template's closing bracket, or npos.
inline std::size_t afterTemplate(const std::string& code, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < code.size(); ++i) {
        if (code[i] == '<')
            ++depth;
        if (code[i] == '>' && --depth == 0)
            return i + 1;
        if (code[i] == ';')
            break;
    }
    return std::string::npos;
}

// Where the declaration that holds `at` begins: after ; { } or an access label's colon.
inline std::size_t declarationBegin(const std::string& code, std::size_t at) {
    for (std::size_t i = at; i > 0; --i) {
        const char c = code[i - 1];
        const bool label = c == ':' && (i < 2 || code[i - 2] != ':') && code[i] != ':';
        if (c == ';' || c == '{' || c == '}' || label)
            return i;
    }
    return 0;
}

inline void checkResults(const Source& source, Faults& faults) {
    if (!source.isHeader() || source.isIn("tests"))
        return;
    static const std::regex functionName("^\\s+[A-Za-z_]\\w*\\s*\\(");
    const std::string& code = source.code;
    for (std::size_t at = code.find("Result<"); at != std::string::npos;
         at = code.find("Result<", at + 1)) {
        if (at > 0 &&
            (std::isalnum(static_cast<unsigned char>(code[at - 1])) != 0 || code[at - 1] == '_'))
            continue;
        const std::size_t after = afterTemplate(code, at + 6);
        if (after == std::string::npos ||
            !std::regex_search(code.begin() + static_cast<std::ptrdiff_t>(after),
                               code.end(),
                               functionName,
                               std::regex_constants::match_continuous))
            continue;
        const std::size_t begin = declarationBegin(code, at);
        if (code.substr(begin, at - begin).find("[[nodiscard]]") == std::string::npos)
            faults.push_back(
                fault(source, at, "a function returns a Result without [[nodiscard]]"));
    }
}

// A table's method that gives person-level values, or hands them to a visitor, takes a Grant.
inline void checkGrants(const Source& source, Faults& faults) {
    static const std::regex table("model/store/(\\w+_table|work_list)\\.h");
    if (!std::regex_match(source.path, table))
        return;
    static const std::regex method("[;{}:]\\s*(\\[\\[nodiscard\\]\\][^;{}]*?\\)\\s*(const)?\\s*;)");
    static const std::regex personal(
        "Result<.*\\b(SourceRecord|Family|FamilyRow|Link|Assessment|ConsentRecord|CaseEvent|"
        "Submission|"
        "DoubtfulPair|DoubtfulTie)\\b.*>\\s+\\w+\\s*\\(|\\b\\w+Visitor\\s*&");
    const auto end = std::sregex_iterator();
    for (auto it = std::sregex_iterator(source.code.begin(), source.code.end(), method); it != end;
         ++it) {
        std::string text = (*it)[1].str();
        std::replace(text.begin(), text.end(), '\n', ' ');
        if (std::regex_search(text, personal) && text.find("access::Grant&") == std::string::npos)
            faults.push_back(fault(source,
                                   static_cast<std::size_t>(it->position(1)),
                                   "a person's values are read without a Grant"));
    }
}

inline void checkWords(const Source& source, Faults& faults) {
    if (!source.text.starts_with("// SPDX-License-Identifier: GPL-3.0-or-later\n"))
        faults.push_back(source.path + ":1: does not begin with the licence line");
    if (source.isHeader() && source.code.find("#pragma once") == std::string::npos)
        faults.push_back(source.path + ":1: has no #pragma once");
    static const std::regex promise(
        "\\b(TO"
        "DO|FIX"
        "ME|X"
        "XX)\\b");
    std::smatch match;
    if (std::regex_search(source.text, match, promise))
        faults.push_back(
            fault(source, static_cast<std::size_t>(match.position()), "a promise instead of work"));
    forbid(source,
           "\\b(class|struct|enum class)\\s+\\w*(Manager|Helper|Utils|Data|Info)\\b(?=[^;]*\\{)",
           "a name that says nothing",
           faults);
    if (source.isIn("model") || source.isIn("ui") || source.isIn("app"))
        forbid(source, "\\bstatic\\s+\\w+\\s*[&*]\\s*instance\\s*\\(", "a singleton", faults);
}

}  // namespace layers

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/delimited_writer.h"

namespace base {

void appendDelimited(std::string& out,
                     const std::vector<std::string>& fields,
                     Formulas formulas,
                     char separator,
                     bool crlf) {
    const std::string special = std::string("\"\r\n") + separator;
    bool first = true;
    for (const std::string& field : fields) {
        if (!first)
            out += separator;
        first = false;
        const bool formula =
            formulas == Formulas::neutral && !field.empty() &&
            std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos;
        const bool quote = field.find_first_of(special) != std::string::npos;
        if (quote)
            out += '"';
        if (formula)
            out += '\'';
        for (const char c : field) {
            if (c == '"')
                out += '"';
            out += c;
        }
        if (quote)
            out += '"';
    }
    out += crlf ? "\r\n" : "\n";
}

}  // namespace base

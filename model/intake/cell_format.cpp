// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/cell_format.h"

#include "base/date.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace intake {

namespace {

constexpr int keptDigits = 15;
constexpr double lastSerial = 2958465;  // 31 December 9999
constexpr double daysBetweenSystems = 1462;
constexpr std::int64_t secondsInDay = 86400;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// The first section of a format code, lower case, without what is only shown: quoted and escaped
// text, fillers, colours and locales. Elapsed hours, minutes or seconds, "[hh]", become an 'e'.
std::string placeholders(std::string_view code) {
    std::string out;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char c = code[at];
        if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', at), code.size());
            const std::string inside = base::lowerAscii(code.substr(at + 1, end - at - 1));
            if (!inside.empty() && inside.find_first_not_of(inside.front()) == std::string::npos &&
                std::string_view("hms").find(inside.front()) != std::string_view::npos)
                out += 'e';
            at = end;
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return out;
}

// Zeros with blanks or hyphens between, such as "000\ 000\ 0000"; at least two zeros.
std::optional<std::string> paddedPattern(std::string_view code) {
    std::string out;
    for (const char c : code) {
        if (c == '0' || c == ' ' || c == '-')
            out += c;
        else if (c != '\\' && c != '"')
            return std::nullopt;
    }
    if (out.empty() || out.front() != '0' || out.back() != '0' || out.size() < 2)
        return std::nullopt;
    return out;
}

void appendPadded(std::int64_t number, int width, std::string& out) {
    const std::string digits = std::to_string(number);
    out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
    out += digits;
}

void appendClock(std::int64_t seconds, std::string& out) {
    appendPadded(seconds / 3600, 2, out);
    out += ':';
    appendPadded(seconds / 60 % 60, 2, out);
    out += ':';
    appendPadded(seconds % 60, 2, out);
}

void appendDay(std::int64_t serial, bool from1904, std::string& out) {
    if (!from1904 && (serial == 0 || serial == 60)) {
        out += serial == 0 ? "1900-01-00" : "1900-02-29";
        return;
    }
    const base::Date first = from1904      ? base::Date(1904, 1, 1)
                             : serial > 60 ? base::Date(1899, 12, 30)
                                           : base::Date(1899, 12, 31);
    const base::Date day = first + boost::gregorian::days(static_cast<int>(serial));
    appendPadded(day.year(), 4, out);
    out += '-';
    appendPadded(day.month().as_number(), 2, out);
    out += '-';
    appendPadded(day.day(), 2, out);
}

void appendMoment(double value, CellShape shape, bool from1904, std::string& out) {
    if (shape == CellShape::elapsed)
        return appendClock(std::llround(value * secondsInDay), out);
    auto day = static_cast<std::int64_t>(value);
    std::int64_t second = std::llround((value - static_cast<double>(day)) * secondsInDay);
    day += second / secondsInDay;
    second %= secondsInDay;
    if (shape == CellShape::time)
        return appendClock(second, out);
    appendDay(day, from1904, out);
    if (shape == CellShape::dateTime && second != 0) {
        out += ' ';
        appendClock(second, out);
    }
}

// Digits alone and no more than are kept: what is stored is what is shown.
bool isShortWhole(std::string_view text) {
    return !text.empty() && text.size() <= keptDigits &&
           (text.size() == 1 || text.front() != '0') &&
           std::all_of(text.begin(), text.end(), isDigit);
}

// Without exponent and noise: 0.30000000000000004 is 0.3.
void appendPlain(double value, std::string& out) {
    std::array<char, 400> text{};
    auto [end, error] = std::to_chars(
        text.data(), text.data() + text.size(), value, std::chars_format::general, keptDigits);
    double rounded = value;
    std::from_chars(text.data(), end, rounded);
    if (std::find(text.data(), end, 'e') != end) {
        end =
            std::to_chars(text.data(), text.data() + text.size(), rounded, std::chars_format::fixed)
                .ptr;
    }
    out.append(text.data(), end);
}

// A whole number beyond 15 digits: those that are kept, then zeros.
void appendLong(double value, std::string& out) {
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(),
                                   text.data() + text.size(),
                                   value,
                                   std::chars_format::scientific,
                                   keptDigits - 1)
                         .ptr;
    const std::string_view written(text.data(), static_cast<std::size_t>(end - text.data()));
    const std::size_t e = written.find('e');
    int exponent = 0;
    std::from_chars(written.data() + e + 2, end, exponent);
    std::string digits;
    std::copy_if(written.begin(),
                 written.begin() + static_cast<std::ptrdiff_t>(e),
                 std::back_inserter(digits),
                 isDigit);
    digits.resize(static_cast<std::size_t>(exponent) + 1, '0');
    out += value < 0 ? "-" : "";
    out += digits;
}

// Fills the zeros of the pattern from the right; digits that find no zero stand in front.
void appendByPattern(std::string_view digits, std::string_view pattern, std::string& out) {
    std::string shown;
    for (auto at = pattern.rbegin(); at != pattern.rend(); ++at) {
        if (*at != '0') {
            shown += *at;
            continue;
        }
        shown += digits.empty() ? '0' : digits.back();
        digits.remove_suffix(digits.empty() ? 0 : 1);
    }
    out += digits;
    out.append(shown.rbegin(), shown.rend());
}

}  // namespace

CellFormat builtInFormat(int id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
        id == 57 || id == 58)
        return {CellShape::date};
    if (id == 22)
        return {CellShape::dateTime};
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 ||
        id == 56)
        return {CellShape::time};
    return {id == 46 ? CellShape::elapsed : CellShape::number};
}

CellFormat formatFromCode(std::string_view code) {
    const std::string letters = placeholders(code);
    if (base::lowerAscii(code) == "general" || letters.find("general") != std::string::npos)
        return {};
    const auto has = [&](char c) { return letters.find(c) != std::string::npos; };
    // 'e' also stands in 0.00E+00.
    const bool number = letters.find_first_of("0#?") != std::string::npos && !has('h') &&
                        !has('y') && !has('d') && !has('s');
    if (number) {
        if (auto pattern = paddedPattern(code.substr(0, code.find(';'))))
            return {CellShape::padded, std::move(*pattern)};
        return {};
    }
    const bool clock = has('h') || has('s');
    if (has('y') || has('d'))
        return {clock ? CellShape::dateTime : CellShape::date};
    if (has('e'))
        return {CellShape::elapsed};
    if (clock)
        return {CellShape::time};
    return {has('m') ? CellShape::date : CellShape::number};
}

std::optional<CellFault> appendNumber(std::string_view stored,
                                      const CellFormat& format,
                                      bool from1904,
                                      std::string& out) {
    const bool whole = isShortWhole(stored);
    if (whole && format.shape == CellShape::number) {
        out += stored;
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
    if (error != std::errc() || end != stored.data() + stored.size() || !std::isfinite(value)) {
        out += stored;
        return std::nullopt;
    }
    const bool moment = format.shape != CellShape::number && format.shape != CellShape::padded;
    if (moment && value >= 0 && value <= lastSerial - (from1904 ? daysBetweenSystems : 0)) {
        appendMoment(value, format.shape, from1904, out);
    } else if (std::abs(value) >= 1e15 && std::abs(value) < 1e30 && value == std::trunc(value)) {
        appendLong(value, out);
        return CellFault::digitsLost;
    } else if (whole && format.shape == CellShape::padded) {
        appendByPattern(stored, format.pattern, out);
    } else {
        appendPlain(value, out);
    }
    return std::nullopt;
}

}  // namespace intake

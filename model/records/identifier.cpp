// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/identifier.h"

#include "base/date.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace records {

namespace {

constexpr std::string_view checkLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";  // UPN: A is 0, Z is 22
constexpr std::string_view pncRing = "ZABCDEFGHJKLMNPQRTUVWXY";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return c >= 'A' && c <= 'Z';
}

bool allDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool isAmong(std::string_view letters, char c) {
    return letters.find(c) != std::string_view::npos;
}

// Upper case without the white space and punctuation people write inside numbers.
std::string bare(std::string_view raw, std::string_view dropped) {
    std::string out = base::upperAscii(base::folded(raw));
    std::erase_if(out, [&](char c) { return c == ' ' || isAmong(dropped, c); });
    return out;
}

CheckedIdentifier valid(std::string canonical) {
    return {IdentifierState::valid, std::move(canonical), {}};
}

CheckedIdentifier suspicious(std::string canonical, std::string reason) {
    return {IdentifierState::suspicious, std::move(canonical), std::move(reason)};
}

CheckedIdentifier invalid(std::string reason) {
    return {IdentifierState::invalid, {}, std::move(reason)};
}

int numberIn(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

template <std::size_t N>
bool begins(const std::array<std::string_view, N>& prefixes, std::string_view text) {
    return std::find(prefixes.begin(), prefixes.end(), text.substr(0, 2)) != prefixes.end();
}

// Never issued (HMRC NIM39110).
constexpr std::array<std::string_view, 7> unusedNinoPrefixes{
    "BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
// Look like a NINO and are another office's number.
constexpr std::array<std::string_view, 11> lookAlikeNinoPrefixes{
    "OO", "CR", "FY", "MW", "NC", "PP", "PY", "PZ", "NS", "JC", "SC"};

bool isTemporaryReference(std::string_view text) {
    return text.size() == 8 && allDigits(text.substr(0, 2)) && isLetter(text[2]) &&
           allDigits(text.substr(3));
}

struct PncParts {
    std::string_view year;
    std::string_view serial;
};

char pncLetter(const PncParts& parts) {
    std::string digits(parts.year.substr(parts.year.size() - 2));
    digits.append(7 - parts.serial.size(), '0').append(parts.serial);
    return pncRing[static_cast<std::size_t>(numberIn(digits)) % pncRing.size()];
}

bool isPncShape(const PncParts& parts) {
    return (parts.year.size() == 2 || parts.year.size() == 4) && allDigits(parts.year) &&
           !parts.serial.empty() && parts.serial.size() <= 7 && allDigits(parts.serial);
}

// Without a slash the year's length shows only in the check letter: two digits are tried first.
PncParts splitPnc(std::string_view body, char letter) {
    if (const std::size_t slash = body.find('/'); slash != std::string_view::npos)
        return {body.substr(0, slash), body.substr(slash + 1)};
    const PncParts brief{body.substr(0, std::min<std::size_t>(2, body.size())),
                         body.substr(std::min<std::size_t>(2, body.size()))};
    const PncParts full{body.substr(0, std::min<std::size_t>(4, body.size())),
                        body.substr(std::min<std::size_t>(4, body.size()))};
    if (!isPncShape(brief))
        return full;
    const bool fullYear = full.year.starts_with("19") || full.year.starts_with("20");
    if (pncLetter(brief) != letter && fullYear && isPncShape(full) && pncLetter(full) == letter)
        return full;
    return brief;
}

// The outward half: A9, A99, AA9, AA99, A9A, AA9A with the letters each position may hold.
bool isOutward(std::string_view out) {
    if (out.size() < 2 || out.size() > 4 || !isLetter(out[0]) || isAmong("QVX", out[0]))
        return false;
    const bool two = isLetter(out[1]);
    if (two && isAmong("IJZ", out[1]))
        return false;
    const std::string_view rest = out.substr(two ? 2 : 1);
    if (rest.empty() || rest.size() > 2 || !isDigit(rest[0]))
        return false;
    if (rest.size() == 1 || isDigit(rest[1]))
        return true;
    return isAmong(two ? "ABEHMNPRVWXY" : "ABCDEFGHJKPSTUW", rest[1]);
}

bool isInward(std::string_view in) {
    return in.size() == 3 && isDigit(in[0]) && isLetter(in[1]) && isLetter(in[2]);
}

}  // namespace

std::string_view identifierName(IdentifierKind kind) {
    constexpr std::array<std::string_view, 6> names{
        "National Insurance number", "UPN", "NHS number", "PNC id", "UPRN", "postcode"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view stateName(IdentifierState state) {
    constexpr std::array<std::string_view, 4> names{"absent", "valid", "suspicious", "invalid"};
    return names[static_cast<std::size_t>(state)];
}

CheckedIdentifier checkIdentifier(IdentifierKind kind, std::string_view raw) {
    switch (kind) {
        case IdentifierKind::nino:
            return checkNino(raw);
        case IdentifierKind::upn:
            return checkUpn(raw);
        case IdentifierKind::nhsNumber:
            return checkNhsNumber(raw);
        case IdentifierKind::pncId:
            return checkPncId(raw, int(base::today().year()));
        case IdentifierKind::uprn:
            return checkUprn(raw);
        case IdentifierKind::postcode:
            return checkPostcode(raw);
    }
    return {};
}

CheckedIdentifier checkNino(std::string_view raw) {
    const std::string text = bare(raw, "-/.");
    if (text.empty())
        return {};
    if (isTemporaryReference(text))
        return invalid("a temporary reference number, not a National Insurance number");
    const bool shaped = (text.size() == 8 || text.size() == 9) && isLetter(text[0]) &&
                        isLetter(text[1]) && allDigits(std::string_view(text).substr(2, 6));
    if (!shaped)
        return invalid("must be two letters, six digits and A, B, C or D");
    if (text.size() == 9 && !isAmong("ABCD", text[8]))
        return invalid("the last letter must be A, B, C or D");
    const std::string canonical = text.substr(0, 8);
    if (begins(lookAlikeNinoPrefixes, text))
        return suspicious(canonical, "begins like an administrative number of another office");
    if (begins(unusedNinoPrefixes, text))
        return invalid("begins with two letters that are never used");
    if (isAmong("DFIQUV", text[0]) || isAmong("DFIQUVO", text[1]))
        return invalid("begins with a letter that is never used there");
    return valid(canonical);
}

CheckedIdentifier checkUpn(std::string_view raw) {
    const std::string text = bare(raw, "-/.");
    if (text.empty())
        return {};
    const std::string_view body = text;
    if (text.size() != 13 || !isLetter(text[0]) || !allDigits(body.substr(1, 11)) ||
        !(isDigit(text[12]) || isLetter(text[12])))
        return invalid("must be a letter and 12 digits, or a letter, 11 digits and a letter");
    const bool temporary = isLetter(text[12]);
    if (!isAmong(checkLetters, text[0]) || (temporary && !isAmong(checkLetters, text[12])))
        return invalid("the letters I, O and S are never used");
    std::size_t sum = 0;
    for (std::size_t i = 1; i < 13; ++i) {
        const std::size_t value =
            isDigit(text[i]) ? static_cast<std::size_t>(text[i] - '0') : checkLetters.find(text[i]);
        sum += value * (i + 1);
    }
    if (checkLetters[sum % checkLetters.size()] != text[0])
        return invalid("the check letter does not fit the digits");
    if (temporary)
        return suspicious(text, "a temporary number");
    if (const int authority = numberIn(body.substr(1, 3)); authority <= 5)
        return suspicious(text, "the authority's code is not a real authority's");
    return valid(text);
}

CheckedIdentifier checkNhsNumber(std::string_view raw) {
    const std::string text = bare(raw, "-/.");
    if (text.empty())
        return {};
    if (text.size() != 10 || !allDigits(text))
        return invalid("must be ten digits");
    if (text == "0000000000")
        return invalid("is all zeros");
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i)
        sum += (text[i] - '0') * (10 - static_cast<int>(i));
    const int check = (11 - sum % 11) % 11;
    if (check == 10 || check != text[9] - '0')
        return invalid("the check digit does not fit the digits");
    if (text.find_first_not_of(text[0]) == std::string::npos)
        return suspicious(text, "is one digit ten times");
    return valid(text);
}

CheckedIdentifier checkPncId(std::string_view raw, int currentYear) {
    const std::string text = bare(raw, "-.");
    if (text.empty())
        return {};
    const std::string_view body = std::string_view(text).substr(0, text.size() - 1);
    const char letter = text.back();
    const PncParts parts = splitPnc(body, letter);
    if (!isLetter(letter) || !isPncShape(parts))
        return invalid("must be a year, a slash, up to seven digits and a letter");
    if (pncLetter(parts) != letter)
        return invalid("the check letter does not fit the digits");
    int year = numberIn(parts.year);
    if (parts.year.size() == 2)
        year += year <= currentYear % 100 ? 2000 : 1900;
    if (year < 1900)
        return invalid("the year can't be right");
    std::string canonical = std::to_string(year) + '/';
    canonical.append(7 - parts.serial.size(), '0').append(parts.serial) += letter;
    if (year > currentYear)
        return suspicious(canonical, "the year lies ahead");
    return valid(canonical);
}

CheckedIdentifier checkUprn(std::string_view raw) {
    const std::string text = bare(raw, "");
    if (text.empty())
        return {};
    if (!allDigits(text) || text.size() > 12)
        return invalid("must be a whole number of up to 12 digits");
    const std::size_t first = text.find_first_not_of('0');
    if (first == std::string::npos)
        return invalid("is zero");
    return valid(text.substr(first));
}

CheckedIdentifier checkPostcode(std::string_view raw) {
    const std::string text = bare(raw, "-.");
    if (text.empty())
        return {};
    if (text == "GIR0AA")
        return valid("GIR 0AA");
    if (text.starts_with("BFPO") && text.size() <= 8 && allDigits(std::string_view(text).substr(4)))
        return suspicious("BFPO " + text.substr(4), "a forces address");
    const std::string_view whole = text;
    const std::size_t cut = text.size() < 3 ? 0 : text.size() - 3;
    const std::string canonical = text.substr(0, cut) + ' ' + text.substr(cut);
    if (!isInward(whole.substr(cut)))
        return invalid("must end in a digit and two letters");
    if (isPseudoPostcode(canonical))
        return suspicious(canonical, "a pseudo postcode: no fixed abode, abroad or not known");
    if (!isOutward(whole.substr(0, cut)))
        return invalid("the first half is no postcode district");
    if (isAmong("CIKMOV", whole[cut + 1]) || isAmong("CIKMOV", whole[cut + 2]))
        return invalid("ends in a letter that is never used there");
    return valid(canonical);
}

bool isPseudoPostcode(std::string_view canonical) {
    return canonical.starts_with("ZZ");
}

}  // namespace records

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/cell_reader.h"

#include "base/text.h"
#include "intake/code_reading.h"
#include "intake/identity_checks.h"
#include "intake/term_reading.h"
#include "intake/value_reading.h"
#include "intake/whole_name.h"

#include <cmath>

namespace intake {

namespace {

using records::FieldKind;
using records::FieldValue;
using records::Identity;

// Release and review dates lie in the future; a two-digit year reaches this far.
constexpr int yearsAhead = 20;

struct TextColumn {
    std::string_view column;
    std::string Identity::*text;
    IdentitySlot::Kind kind;
};

constexpr TextColumn textColumns[] = {
    {"forename", &Identity::forename, IdentitySlot::Kind::name},
    {"middle_names", &Identity::middleNames, IdentitySlot::Kind::name},
    {"surname", &Identity::surname, IdentitySlot::Kind::name},
    {"former_surname", &Identity::formerSurname, IdentitySlot::Kind::name},
    {"preferred_name", &Identity::preferredName, IdentitySlot::Kind::name},
    {"address", &Identity::address, IdentitySlot::Kind::text},
    {"postcode", &Identity::postcode, IdentitySlot::Kind::text},
    {"uprn", &Identity::uprn, IdentitySlot::Kind::text},
    {"phone", &Identity::phone, IdentitySlot::Kind::text},
    {"email", &Identity::email, IdentitySlot::Kind::text},
    {"nino", &Identity::nino, IdentitySlot::Kind::text},
    {"upn", &Identity::upn, IdentitySlot::Kind::text},
    {"nhs_number", &Identity::nhsNumber, IdentitySlot::Kind::text},
    {"pnc_id", &Identity::pncId, IdentitySlot::Kind::text},
    {"local_id", &Identity::localId, IdentitySlot::Kind::text},
};

std::string agreedForms(const ColumnRule& rule) {
    std::vector<std::string> names;
    for (const DateForm form : rule.dates.forms)
        names.emplace_back(dateFormName(form));
    return base::join(names, " or ");
}

void noteBad(
    bool required, const CellPlace& place, std::string code, std::string detail, Noting& noting) {
    if (required)
        noting.reject(place.heading, std::move(code), std::move(detail));
    else
        noting.warn(
            place.heading, std::move(code), std::move(detail) + "; the field is left empty");
}

std::string badDate(const ColumnRule& rule) {
    return "is not a day that exists, written as " + agreedForms(rule);
}

// A sender's tool that writes every number as a decimal.
std::string_view withoutZeroFraction(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos ||
        text.find_first_not_of('0', point + 1) != std::string_view::npos)
        return text;
    return text.substr(0, point);
}

// The first that a code's forms give; the text as it stands is nearly always the one.
template <class Look>
auto firstOf(std::string_view text, const Look& look) -> decltype(look(text)) {
    if (auto found = look(text))
        return found;
    for (const std::string_view form : codeForms(text))
        if (auto found = look(form))
            return found;
    return std::nullopt;
}

}  // namespace

void Noting::warn(const std::string& heading, std::string code, std::string detail) {
    m_issues.push_back(
        {{}, m_row, heading, records::IssueSeverity::warning, std::move(code), std::move(detail)});
}

void Noting::reject(const std::string& heading, std::string code, std::string detail) {
    m_rejected = true;
    m_issues.push_back(
        {{}, m_row, heading, records::IssueSeverity::rejected, std::move(code), std::move(detail)});
}

IdentitySlot identitySlot(std::string_view column) {
    IdentitySlot slot;
    slot.identifier = identifierKindOf(column);
    for (const TextColumn& each : textColumns)
        if (each.column == column) {
            slot.kind = each.kind;
            slot.text = each.text;
        }
    if (column == "birth_date")
        slot.kind = IdentitySlot::Kind::birth;
    else if (column == "death_date")
        slot.kind = IdentitySlot::Kind::death;
    else if (column == "sex")
        slot.kind = IdentitySlot::Kind::sex;
    else if (column == "address_protected")
        slot.kind = IdentitySlot::Kind::protectedFlag;
    return slot;
}

CellReader::CellReader(base::Date receivedOn)
    : m_receivedOn(receivedOn), m_latestDate(base::addMonths(receivedOn, 12 * yearsAhead)) {}

void CellReader::readIdentity(const IdentitySlot& slot,
                              const ColumnRule& rule,
                              const CellPlace& place,
                              std::string_view text,
                              Identity& identity,
                              Noting& noting) const {
    switch (slot.kind) {
        case IdentitySlot::Kind::name:
            readName(slot.text, rule, place, text, identity, noting);
            break;
        case IdentitySlot::Kind::text:
            identity.*slot.text = rule.wholeNumber ? withoutZeroFraction(text) : text;
            if (slot.identifier)
                if (auto fault = identifierFault(*slot.identifier, identity.*slot.text))
                    noting.warn(place.heading, std::move(fault->code), std::move(fault->detail));
            break;
        case IdentitySlot::Kind::birth:
            readBirth(rule, place, text, identity, noting);
            break;
        case IdentitySlot::Kind::death: {
            const FieldValue day = readDay(rule, place, text, false, noting);
            identity.deathDate = records::dateIn(day);
            break;
        }
        case IdentitySlot::Kind::sex: {
            const auto sex = firstOf(text, [&](std::string_view form) {
                const auto code = rule.codes.find(base::lowerAscii(form));
                return records::sexFromText(code == rule.codes.end() ? form : code->second);
            });
            identity.sex = sex.value_or(records::Sex::unknown);
            if (!sex)
                noteBad(false,
                        place,
                        "unknown-code",
                        "is not a sex we know: send M, F, X or U",
                        noting);
            break;
        }
        case IdentitySlot::Kind::protectedFlag: {
            const auto flag = readFlag(text);
            // Not understood: keep the address from being disclosed rather than guess.
            identity.addressProtected = flag.value_or(true);
            if (!flag)
                noting.warn(place.heading,
                            "bad-flag",
                            "is neither yes nor no; the address is kept protected");
            break;
        }
    }
}

void CellReader::readName(std::string Identity::*part,
                          const ColumnRule& rule,
                          const CellPlace& place,
                          std::string_view text,
                          Identity& identity,
                          Noting& noting) const {
    if (!rule.partOfName) {
        identity.*part = text;
        return;
    }
    const auto parts = nameParts(text);
    if (!parts) {
        // Said once, by the column every name has.
        if (part == &Identity::surname)
            noting.warn(place.heading,
                        "several-names",
                        "names more than one person; send one row a person. The name is left "
                        "empty");
        return;
    }
    identity.*part = part == &Identity::forename  ? parts->forename
                     : part == &Identity::surname ? parts->surname
                                                  : parts->middleNames;
}

void CellReader::readBirth(const ColumnRule& rule,
                           const CellPlace& place,
                           std::string_view text,
                           Identity& identity,
                           Noting& noting) const {
    const auto birth = readBirthDate(text, rule.dates, m_receivedOn);
    if (!birth) {
        noteBad(false, place, "bad-date", badDate(rule), noting);
        return;
    }
    if (implausibleBirth(*birth, m_receivedOn)) {
        noteBad(false,
                place,
                "implausible-birth-date",
                "is in the future or more than 120 years ago",
                noting);
        return;
    }
    identity.birthDate = *birth;
    if (birth->placeholder())
        noting.warn(
            place.heading, "placeholder-birth-date", "is a date that stands for \"not known\"");
}

FieldValue CellReader::readDay(const ColumnRule& rule,
                               const CellPlace& place,
                               std::string_view text,
                               bool required,
                               Noting& noting) const {
    if (const auto day = readDate(text, rule.dates, m_latestDate))
        return *day;
    noteBad(required, place, "bad-date", badDate(rule), noting);
    return {};
}

FieldValue CellReader::readCode(const ColumnRule& rule,
                                const CellPlace& place,
                                std::string_view text,
                                Noting& noting) const {
    const records::Field& field = rule.type->fields[rule.field];
    const auto meaning = [&](std::string_view form) -> std::optional<std::string> {
        if (const auto listed = rule.codes.find(base::lowerAscii(form)); listed != rule.codes.end())
            return listed->second;
        for (const records::CodeValue& code : field.codes)
            if (code.code == form)
                return std::string(form);
        return std::nullopt;
    };
    if (auto code = firstOf(text, meaning))
        return std::move(*code);
    if (rule.otherwise) {
        noting.warn(place.heading,
                    "unlisted-code",
                    "is not a code of the mapping; taken as '" + *rule.otherwise + "'");
        return *rule.otherwise;
    }
    noteBad(field.required,
            place,
            "unknown-code",
            "is not one of the codes agreed for this column",
            noting);
    return {};
}

FieldValue CellReader::readField(const ColumnRule& rule,
                                 const CellPlace& place,
                                 std::string_view text,
                                 Noting& noting) const {
    const records::Field& field = rule.type->fields[rule.field];
    if (field.time == records::FieldTime::term) {
        if (auto term = readTerm(text))
            return std::move(*term);
        noteBad(field.required,
                place,
                "bad-term",
                "is not a school term: send \"Autumn 2025\"",
                noting);
        return {};
    }
    switch (field.kind) {
        case FieldKind::text:
            return std::string(rule.wholeNumber ? withoutZeroFraction(text) : text);
        case FieldKind::date:
            return readDay(rule, place, text, field.required, noting);
        case FieldKind::code:
            return readCode(rule, place, text, noting);
        case FieldKind::flag:
            if (const auto flag = readFlag(text))
                return *flag;
            noteBad(field.required, place, "bad-flag", "is neither yes nor no", noting);
            return {};
        case FieldKind::integer:
        case FieldKind::decimal:
            return readSum(rule, place, {&text, 1}, noting);
    }
    return {};
}

FieldValue CellReader::readSum(const ColumnRule& rule,
                               const CellPlace& place,
                               std::span<const std::string_view> texts,
                               Noting& noting) const {
    const records::Field& field = rule.type->fields[rule.field];
    double sum = 0;
    bool any = false;
    for (const std::string_view text : texts) {
        if (text.empty())
            continue;
        any = true;
        const auto value = readDecimal(text);
        if (!value) {
            noteBad(field.required, place, "bad-number", "is not a number", noting);
            return {};
        }
        sum += *value;
    }
    if (!any)
        return {};
    FieldValue value = boundedNumber(field, sum);
    if (records::isEmpty(value))
        noteBad(field.required,
                place,
                "out-of-range",
                "is not a " + std::string(field.kind == FieldKind::integer ? "whole " : "") +
                    "number from " + std::to_string(std::llround(field.least)) + " to " +
                    std::to_string(std::llround(field.most)),
                noting);
    return value;
}

FieldValue boundedNumber(const records::Field& field, double value) {
    if (value < field.least || value > field.most)
        return {};
    if (field.kind == FieldKind::decimal)
        return value;
    if (std::trunc(value) != value)
        return {};
    return static_cast<std::int64_t>(value);
}

}  // namespace intake

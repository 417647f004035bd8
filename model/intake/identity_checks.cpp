// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/identity_checks.h"

namespace intake {

namespace {

constexpr int longestLife = 120;  // years
constexpr int ninoAge = 16;

struct IdentifierColumn {
    std::string_view column;
    std::string_view word;  // in issue codes
    records::IdentifierKind kind;
};

constexpr IdentifierColumn identifierColumns[] = {
    {"nino", "nino", records::IdentifierKind::nino},
    {"upn", "upn", records::IdentifierKind::upn},
    {"nhs_number", "nhs-number", records::IdentifierKind::nhsNumber},
    {"pnc_id", "pnc-id", records::IdentifierKind::pncId},
    {"uprn", "uprn", records::IdentifierKind::uprn},
    {"postcode", "postcode", records::IdentifierKind::postcode},
};

std::string wordOf(records::IdentifierKind kind) {
    for (const IdentifierColumn& each : identifierColumns)
        if (each.kind == kind)
            return std::string(each.word);
    return {};
}

}  // namespace

std::optional<records::IdentifierKind> identifierKindOf(std::string_view column) {
    for (const IdentifierColumn& each : identifierColumns)
        if (each.column == column)
            return each.kind;
    return std::nullopt;
}

std::optional<IdentityFault> identifierFault(records::IdentifierKind kind, std::string_view raw) {
    const records::CheckedIdentifier checked = records::checkIdentifier(kind, raw);
    if (checked.state == records::IdentifierState::valid ||
        checked.state == records::IdentifierState::absent)
        return std::nullopt;
    const bool invalid = checked.state == records::IdentifierState::invalid;
    return IdentityFault{std::string(invalid ? "invalid-" : "suspicious-") + wordOf(kind),
                         std::string(records::identifierName(kind)) + ": " + checked.reason};
}

bool implausibleBirth(const records::PartialDate& birth, base::Date on) {
    if (birth.empty() || birth.placeholder())
        return false;
    const int thisYear = on.year();
    if (birth.year > thisYear || birth.year < thisYear - longestLife)
        return true;
    const auto day = base::makeDate(
        birth.year, birth.month == 0 ? 1 : birth.month, birth.day == 0 ? 1 : birth.day);
    return day && *day > on;
}

bool underSixteen(const records::PartialDate& birth, base::Date on) {
    const auto day = birth.complete();
    return day && !birth.placeholder() && base::ageOn(*day, on) < ninoAge;
}

bool namesNoOne(const records::Identity& identity) {
    return identity.forename.empty() && identity.surname.empty() && identity.nino.empty() &&
           identity.upn.empty() && identity.nhsNumber.empty() && identity.pncId.empty() &&
           identity.localId.empty();
}

}  // namespace intake

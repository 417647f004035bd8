// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/cells.h"

#include "base/text.h"
#include "records/identifier.h"

#include <algorithm>
#include <cstdio>

namespace disclosure {

namespace {

constexpr int adultAge = 18;
constexpr int ninoAge = 16;

// One person is one line, whatever a partner put into a field.
std::string oneLine(std::string_view text) {
    std::string out(base::trimmed(text));
    std::replace_if(
        out.begin(),
        out.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; },
        ' ');
    return out;
}

std::string dateText(const std::optional<base::Date>& date, Format format) {
    if (!date || date->is_special())
        return {};
    std::string iso = base::isoDate(*date);
    if (format != Format::ukDate)
        return iso;
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::string sexText(records::Sex sex, Format format) {
    if (format == Format::sexLetter)
        return std::string(records::sexCode(sex));
    switch (sex) {
        case records::Sex::male:
            return "1";
        case records::Sex::female:
            return "2";
        case records::Sex::other:
            return "9";
        case records::Sex::unknown:
            break;
    }
    return "0";
}

std::string numberList(std::vector<int> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<std::string> texts;
    for (const int number : numbers)
        texts.push_back(std::to_string(number));
    return base::join(texts, " ");
}

// A school's unique reference number has six digits (DfE, Get Information about Schools).
std::string validUrn(std::string_view raw) {
    const std::string urn(base::trimmed(raw));
    const bool valid = urn.size() == 6 && urn.front() != '0' &&
                       urn.find_first_not_of("0123456789") == std::string::npos;
    return valid ? urn : std::string();
}

struct Sent {
    records::IdentifierKind kind;
    std::string_view raw;
};

std::optional<Sent> identifierSent(Field field, const records::Identity& identity) {
    using Kind = records::IdentifierKind;
    switch (field) {
        case Field::postcode:
            return Sent{Kind::postcode, identity.postcode};
        case Field::uprn:
            return Sent{Kind::uprn, identity.uprn};
        case Field::upn:
            return Sent{Kind::upn, identity.upn};
        case Field::nino:
            return Sent{Kind::nino, identity.nino};
        case Field::pncId:
            return Sent{Kind::pncId, identity.pncId};
        case Field::nhsNumber:
            return Sent{Kind::nhsNumber, identity.nhsNumber};
        default:
            return std::nullopt;
    }
}

std::optional<int> ageWhenScreened(const Candidate& candidate) {
    const auto birth = usableBirthDate(candidate.person.identity);
    if (!birth || candidate.screened.is_special() || candidate.screened < *birth)
        return std::nullopt;
    return base::ageOn(*birth, candidate.screened);
}

bool isAtLeast(int age, const Candidate& candidate) {
    if (const auto known = ageWhenScreened(candidate))
        return *known >= age;
    return records::isAdultRole(candidate.role);
}

std::string caseCell(const Column& column, const Row& row) {
    const Candidate& candidate = *row.candidate;
    const bool supported = row.cohort == records::Cohort::supported;
    switch (column.field) {
        case Field::dateScreened:
            return dateText(candidate.screened, column.format);
        case Field::criteriaMet:
            return numberList(candidate.criteriaMet);
        case Field::supportStart:
            return supported ? dateText(candidate.supportStart, column.format) : std::string();
        case Field::supportEnd: {
            const bool ended =
                supported && candidate.supportEnd && *candidate.supportEnd <= row.periodEnd;
            return ended ? dateText(candidate.supportEnd, column.format) : std::string();
        }
        case Field::intensity:
            return supported ? oneLine(candidate.intensity) : std::string();
        case Field::schoolUrn:
            return validUrn(candidate.schoolUrn);
        default:
            return {};
    }
}

std::string personCell(const Column& column, const Candidate& candidate) {
    const records::Identity& identity = candidate.person.identity;
    switch (column.field) {
        case Field::forename:
            return oneLine(identity.forename);
        case Field::middleNames:
            return oneLine(identity.middleNames);
        case Field::surname:
            return oneLine(identity.surname);
        case Field::birthDate:
            return dateText(usableBirthDate(identity), column.format);
        case Field::sex:
            return sexText(identity.sex, column.format);
        case Field::role:
            return std::string(records::roleCode(candidate.role));
        case Field::adultOrChild:
            return isAtLeast(adultAge, candidate) ? "adult" : "child";
        case Field::address:
            return oneLine(identity.address);
        default:
            return validIdentifier(column.field, identity);
    }
}

}  // namespace

std::optional<base::Date> usableBirthDate(const records::Identity& identity) {
    if (identity.birthDate.placeholder())
        return std::nullopt;
    return identity.birthDate.complete();
}

bool applies(const Column& column, const Candidate& candidate) {
    switch (column.only) {
        case Only::anyone:
            return true;
        case Only::children:
            return !isAtLeast(adultAge, candidate);
        case Only::adults:
            return isAtLeast(adultAge, candidate);
        case Only::sixteenAndOver:
            return isAtLeast(ninoAge, candidate);
    }
    return false;
}

std::string cell(const Layout& layout, const Column& column, const Row& row) {
    if (!applies(column, *row.candidate) || (row.addressWithheld && isLocating(column.field)))
        return {};
    switch (column.field) {
        case Field::familyPseudonym:
            return row.familyPseudonym;
        case Field::personPseudonym:
            return row.personPseudonym;
        case Field::cohort:
            return std::string(records::cohortCode(row.cohort));
        case Field::councilCode:
            return layout.councilCode;
        case Field::dateScreened:
        case Field::criteriaMet:
        case Field::supportStart:
        case Field::supportEnd:
        case Field::intensity:
        case Field::schoolUrn:
            return caseCell(column, row);
        default:
            return personCell(column, *row.candidate);
    }
}

std::string validIdentifier(Field field, const records::Identity& identity) {
    const auto sent = identifierSent(field, identity);
    if (!sent)
        return {};
    const records::CheckedIdentifier checked = records::checkIdentifier(sent->kind, sent->raw);
    return checked.state == records::IdentifierState::valid ? checked.canonical : std::string();
}

bool sentButNotValid(Field field, const records::Identity& identity) {
    const auto sent = identifierSent(field, identity);
    return sent && !base::trimmed(sent->raw).empty() && validIdentifier(field, identity).empty();
}

records::Cohort cohortIn(const Candidate& candidate, const Period& period) {
    const bool begun = !candidate.supportStart || *candidate.supportStart <= period.to;
    return candidate.cohort == records::Cohort::supported && begun ? records::Cohort::supported
                                                                   : records::Cohort::assessedOnly;
}

}  // namespace disclosure

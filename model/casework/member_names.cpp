// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/member_names.h"

#include "base/text.h"
#include "families/person_profile.h"
#include "store/link_table.h"
#include "store/source_record_table.h"

namespace casework {

namespace {

std::string ageWords(const records::PartialDate& birth, base::Date asAt) {
    const auto day = birth.complete();
    return day ? std::to_string(base::ageOn(*day, asAt)) : std::string();
}

// Capitals as lists of names have them: ASCII and the accented letters of Latin-1.
std::string inCapitals(std::string_view text) {
    std::string out = base::upperAscii(text);
    for (std::size_t i = 0; i + 1 < out.size(); ++i) {
        const auto lead = static_cast<unsigned char>(out[i]);
        const auto trail = static_cast<unsigned char>(out[i + 1]);
        if (lead == 0xC3 && trail >= 0xA0 && trail <= 0xBE && trail != 0xB7)
            out[i + 1] = static_cast<char>(trail - 0x20);
    }
    return out;
}

// Some partners send names in capitals only; people read "Mary-Ann", not "MARY-ANN".
std::string spoken(const std::string& name) {
    if (name != base::upperAscii(name))
        return name;
    std::string out = base::lowerAscii(name);
    bool begins = true;
    for (char& c : out) {
        const std::string letter(1, c);
        if (begins)
            c = base::upperAscii(letter).front();
        begins = c == ' ' || c == '-' || c == '\'';
    }
    return out;
}

}  // namespace

std::string listName(const records::Identity& identity) {
    const std::string surname =
        identity.surname.empty() ? "SURNAME NOT KNOWN" : inCapitals(identity.surname);
    return identity.forename.empty() ? surname : surname + ", " + spoken(identity.forename);
}

std::string shortName(const records::Identity& identity, base::Date asAt) {
    const std::string name = !identity.preferredName.empty() ? spoken(identity.preferredName)
                             : !identity.forename.empty()    ? spoken(identity.forename)
                                                             : std::string("Name not known");
    const std::string age = ageWords(identity.birthDate, asAt);
    return age.empty() ? name : name + ", " + age;
}

std::string birthWords(const records::PartialDate& birth, base::Date asAt) {
    if (birth.empty() || birth.placeholder())
        return "not known";
    const auto day = birth.complete();
    if (!day)
        return records::isoPartial(birth);
    return base::plainDate(*day) + " (" + std::to_string(base::ageOn(*day, asAt)) + "y)";
}

base::Result<std::map<records::PersonId, records::Person>> describePeople(
    store::Vault& vault, const access::Grant& grant, const std::vector<records::PersonId>& people) {
    std::map<records::PersonId, records::Person> described;
    for (const records::PersonId person : people) {
        const auto records =
            store::SourceRecordTable(vault).ofPeople(grant, {person}, store::Payloads::closed);
        if (!records)
            return base::fail(records.error());
        std::vector<const records::SourceRecord*> pointers;
        for (const records::SourceRecord& record : *records)
            pointers.push_back(&record);
        described.emplace(person, families::describePerson(person, pointers));
    }
    return described;
}

base::Result<std::vector<std::string>> namesOf(store::Vault& vault,
                                               const access::Grant& grant,
                                               const std::vector<records::PersonId>& people) {
    const auto described = describePeople(vault, grant, people);
    if (!described)
        return base::fail(described.error());
    std::vector<std::string> names;
    for (const records::PersonId person : people)
        names.push_back(agedName(described->at(person).identity));
    return names;
}

std::string agedName(const records::Identity& identity) {
    const std::string age = ageWords(identity.birthDate, base::today());
    return listName(identity) + (age.empty() ? "" : " (" + age + ")");
}

}  // namespace casework

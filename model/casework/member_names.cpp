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

}  // namespace

std::string listName(const records::Identity& identity) {
    const std::string surname =
        identity.surname.empty() ? "SURNAME NOT KNOWN" : base::upperAscii(identity.surname);
    return identity.forename.empty() ? surname : surname + ", " + identity.forename;
}

std::string shortName(const records::Identity& identity, base::Date asAt) {
    const std::string name = !identity.preferredName.empty() ? identity.preferredName
                             : !identity.forename.empty()    ? identity.forename
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
    for (const records::PersonId person : people) {
        const records::Identity& identity = described->at(person).identity;
        const std::string age = ageWords(identity.birthDate, base::today());
        names.push_back(listName(identity) + (age.empty() ? "" : " (" + age + ")"));
    }
    return names;
}

}  // namespace casework

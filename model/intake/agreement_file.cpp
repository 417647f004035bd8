// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/agreement_file.h"

#include "base/text.h"
#include "base/toml.h"
#include "records/catalogue.h"
#include "records/identity.h"

#include <algorithm>
#include <set>

namespace intake {

namespace {

std::string inQuotes(std::string_view word) {
    return "'" + std::string(word) + "'";
}

bool holds(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Adds what one entry of `columns` permits; false when it names nothing we have.
bool addColumn(const std::string& entry, records::Agreement& agreement) {
    if (records::isIdentityColumn(entry)) {
        agreement.columns.push_back(entry);
        return true;
    }
    const std::size_t dot = entry.find('.');
    const std::string typeName = entry.substr(0, dot);
    const records::RecordType* type = records::recordType(typeName);
    if (dot == std::string::npos || type == nullptr || !holds(agreement.recordTypes, typeName))
        return false;
    const std::string field = entry.substr(dot + 1);
    if (field != "*" && !type->indexOf(field))
        return false;
    for (const records::Field& each : type->fields)
        if (field == "*" || each.name == field)
            agreement.columns.push_back(typeName + "." + std::string(each.name));
    return true;
}

void readLists(base::TomlTable& table, records::Agreement& agreement) {
    for (const std::string& name : table.texts("record_types")) {
        if (records::recordType(name) == nullptr)
            table.problem("record_types", inQuotes(name) + " is not a record type");
        else
            agreement.recordTypes.push_back(name);
    }
    if (agreement.recordTypes.empty())
        table.problem("record_types", "'record_types' must list what may be received");
    for (const std::string& entry : table.texts("columns"))
        if (!addColumn(entry, agreement))
            table.problem("columns",
                          inQuotes(entry) +
                              " is neither an identity column nor a field of a "
                              "permitted record type (\"type.field\", \"type.*\")");
    if (agreement.columns.empty())
        table.problem("columns", "'columns' must list what may be received");
}

records::Agreement readAgreement(base::TomlTable& table) {
    records::Agreement agreement;
    agreement.reference = table.text("reference");
    const std::string agency = table.text("agency");
    if (const auto found = records::agencyFromCode(agency))
        agreement.agency = *found;
    else if (!agency.empty())
        table.problem("agency", inQuotes(agency) + " is not an agency");
    agreement.purpose = table.text("purpose");
    agreement.gateway = table.text("gateway");
    agreement.basis = table.text("basis");
    readLists(table, agreement);
    const std::int64_t months = table.integer("retention_months");
    if (table.has("retention_months") && (months < 1 || months > 1200))
        table.problem("retention_months", "'retention_months' must be from 1 to 1200");
    agreement.retentionMonths = static_cast<int>(std::clamp<std::int64_t>(months, 0, 1200));
    agreement.retentionRule = table.text("retention_rule");
    agreement.start = table.date("start");
    agreement.expiry = table.date("expiry");
    if (!agreement.start.is_special() && !agreement.expiry.is_special() &&
        agreement.expiry < agreement.start)
        table.problem("expiry", "'expiry' is before 'start'");
    agreement.contact = table.text("contact");
    table.finish();
    return agreement;
}

// Qualified ("offence.outcome"), by the whole type, or plainly as an agreement made by hand may
// say.
bool lists(const records::Agreement& agreement, const std::string& column) {
    const std::size_t dot = column.find('.');
    if (holds(agreement.columns, column) || dot == std::string::npos)
        return holds(agreement.columns, column);
    return holds(agreement.columns, column.substr(0, dot) + ".*") ||
           holds(agreement.columns, column.substr(dot + 1));
}

}  // namespace

base::Result<std::vector<records::Agreement>> readAgreements(std::string_view toml,
                                                             std::string_view fileName) {
    const auto document = base::parseToml(toml, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    base::TomlTable top(*document, problems);
    std::vector<records::Agreement> agreements;
    std::set<std::string> references;
    for (base::TomlTable& table : top.tables("agreement")) {
        agreements.push_back(readAgreement(table));
        if (!references.insert(agreements.back().reference).second)
            table.problem("reference", "another agreement has the same reference");
    }
    if (agreements.empty())
        problems.add(*document, "has no [[agreement]]");
    top.finish();
    if (!problems.none())
        return base::fail(problems.asError());
    return agreements;
}

base::Result<void> permits(const records::Agreement& agreement,
                           const Mapping& mapping,
                           base::Date on) {
    const std::string place = "agreement " + agreement.reference;
    switch (records::stateOn(agreement, on)) {
        case records::AgreementState::notStarted:
            return base::fail(base::Code::refused,
                              place,
                              "is not in force before " + base::plainDate(agreement.start));
        case records::AgreementState::expired:
            return base::fail(
                base::Code::refused, place, "expired on " + base::plainDate(agreement.expiry));
        case records::AgreementState::inForce:
            break;
    }
    if (mapping.agency != agreement.agency)
        return base::fail(base::Code::refused,
                          place,
                          "is with " + std::string(records::agencyName(agreement.agency)) +
                              "; the mapping " + inQuotes(mapping.name) + " reads files of " +
                              std::string(records::agencyName(mapping.agency)));
    for (const records::RecordType* type : mapping.types)
        if (!holds(agreement.recordTypes, type->name))
            return base::fail(base::Code::refused,
                              place,
                              "does not list the record type " + inQuotes(type->name));
    std::vector<std::string> unlisted;
    for (const std::string& column : columnsOf(mapping))
        if (!lists(agreement, column))
            unlisted.push_back(column);
    if (!unlisted.empty())
        return base::fail(base::Code::refused,
                          place,
                          "does not list " + inQuotes(base::join(unlisted, "', '")) +
                              ", which the mapping " + inQuotes(mapping.name) + " would receive");
    return {};
}

}  // namespace intake

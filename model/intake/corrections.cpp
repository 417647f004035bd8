// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/corrections.h"

#include "base/date.h"
#include "base/text.h"
#include "records/identity.h"

#include <algorithm>
#include <cmath>

namespace intake {

namespace {

using records::Identity;

struct TextColumn {
    std::string_view name;
    std::string Identity::*text;
};

constexpr TextColumn textColumns[] = {
    {"forename", &Identity::forename},
    {"middle_names", &Identity::middleNames},
    {"surname", &Identity::surname},
    {"former_surname", &Identity::formerSurname},
    {"preferred_name", &Identity::preferredName},
    {"address", &Identity::address},
    {"postcode", &Identity::postcode},
    {"uprn", &Identity::uprn},
    {"nino", &Identity::nino},
    {"upn", &Identity::upn},
    {"nhs_number", &Identity::nhsNumber},
    {"pnc_id", &Identity::pncId},
    {"local_id", &Identity::localId},
};

std::string identityText(std::string_view name, const Identity& identity) {
    if (name == "birth_date")
        return records::isoPartial(identity.birthDate);
    if (name == "sex")
        return std::string(records::sexCode(identity.sex));
    for (const TextColumn& column : textColumns)
        if (column.name == name)
            return identity.*column.text;
    return {};
}

// Letters and digits in one case, whatever signs stand between them: "AB-12" is "ab 12". That
// something stands there counts: "1/23" and "12/3" are two references.
std::string words(std::string_view text) {
    constexpr std::string_view signs = "-/.,:;_#+*'()[]&";
    std::string plain = base::folded(text);
    for (char& c : plain)
        if (signs.find(c) != std::string_view::npos)
            c = ' ';
    return base::folded(plain);
}

std::string fieldText(const records::FieldValue& value) {
    if (const std::string* text = records::textIn(value))
        return words(*text);
    if (const auto day = records::dateIn(value))
        return base::isoDate(*day);
    if (const auto number = records::numberIn(value))
        return std::to_string(std::llround(*number * 1000));  // three decimals are enough to tell
    if (const auto flag = records::flagIn(value))
        return *flag ? "yes" : "no";
    return {};
}

bool isColumn(std::string_view name, const records::RecordType& type) {
    return records::isIdentityColumn(name) || type.indexOf(name);
}

bool isFilled(std::string_view name,
              const records::RecordType& type,
              const std::vector<std::string>& filled) {
    const std::string column = records::isIdentityColumn(name)
                                   ? std::string(name)
                                   : std::string(type.name) + "." + std::string(name);
    return std::ranges::find(filled, column) != filled.end();
}

void check(base::TomlTable& table,
           std::string_view where,
           const std::vector<std::string>& names,
           const std::vector<const records::RecordType*>& types,
           const std::vector<std::string>& filled) {
    for (const std::string& name : names)
        for (const records::RecordType* type : types) {
            if (!isColumn(name, *type))
                table.problem(where, "'" + name + "' is no column of " + std::string(type->name));
            else if (!isFilled(name, *type, filled))
                table.problem(where, "'" + name + "' is not filled by this mapping");
        }
}

void readWithdrawn(base::TomlTable& table, Corrections& corrections) {
    auto withdrawn = table.table("withdrawn");
    if (!withdrawn)
        return;
    corrections.withdrawnHeading = withdrawn->text("heading");
    for (const std::string& code : withdrawn->texts("codes"))
        corrections.withdrawnCodes.insert(base::lowerAscii(base::trimmed(code)));
    if (corrections.withdrawnCodes.empty())
        withdrawn->problem("codes", "'codes' must list what says that a row is withdrawn");
    if (corrections.key.empty())
        table.problem("withdrawn", "'withdrawn' needs a 'key' that tells which row is meant");
    withdrawn->finish();
}

}  // namespace

Corrections readCorrections(base::TomlTable& mapping,
                            const std::vector<const records::RecordType*>& types,
                            const std::vector<std::string>& filled) {
    Corrections corrections;
    auto table = mapping.table("corrections");
    if (!table)
        return corrections;
    corrections.series = table->text("series", "");
    corrections.key = table->texts("key");
    check(*table, "key", corrections.key, types, filled);
    const std::string delivery = table->text("delivery", "additional");
    if (delivery != "whole" && delivery != "additional")
        table->problem("delivery", "'" + delivery + "' is not whole or additional");
    corrections.whole = delivery == "whole";
    corrections.within = table->texts("within");
    check(*table, "within", corrections.within, types, filled);
    if (!corrections.within.empty() && !corrections.whole)
        table->problem("within", "'within' says what a whole delivery replaces");
    if (corrections.key.empty() && !corrections.whole)
        table->problem("key", "'key' must list the columns that tell one row from another");
    readWithdrawn(*table, corrections);
    table->finish();
    return corrections;
}

Withdrawal::Withdrawal(const Corrections& corrections, const std::vector<std::string>& header)
    : m_corrections(&corrections) {
    const std::string wanted = base::foldedKey(corrections.withdrawnHeading);
    for (std::size_t i = 0; i < header.size() && !wanted.empty() && !m_place; ++i)
        if (base::foldedKey(header[i]) == wanted)
            m_place = i;
}

bool Withdrawal::saidBy(const TableRow& row) const {
    return m_place && *m_place < row.fields.size() &&
           m_corrections->withdrawnCodes.contains(
               base::lowerAscii(base::trimmed(row.fields[*m_place])));
}

std::string valuesOf(const std::vector<std::string>& names, const records::SourceRecord& record) {
    std::string all;
    for (const std::string& name : names) {
        std::string value;
        if (records::isIdentityColumn(name))
            value = words(identityText(name, record.identity));
        else if (const auto at = record.type->indexOf(name))
            value = fieldText(record.payload[*at]);
        if (value.empty())
            return {};
        all += name == "local_id" ? record.identity.localIdSeries + "/" : std::string();
        all += value + "\n";
    }
    return all;
}

}  // namespace intake

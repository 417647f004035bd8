// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a mapping's TOML.
#include "base/text.h"
#include "intake/layout_tables.h"
#include "intake/mapping.h"
#include "intake/xml_rows.h"
#include "records/catalogue.h"
#include "records/identity.h"

#include <algorithm>
#include <set>

namespace intake {

namespace {

using base::TomlTable;
using base::TomlValue;

std::string inQuotes(std::string_view word) {
    return "'" + std::string(word) + "'";
}

std::vector<std::string> typeNames() {
    std::vector<std::string> names;
    for (const records::RecordType* type : records::allRecordTypes())
        names.emplace_back(type->name);
    return names;
}

std::string hint(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string close = base::nearest(word, candidates);
    return close.empty() ? "" : "; did you mean " + inQuotes(close) + "?";
}

class MappingReader {
public:
    MappingReader(const TomlValue& document, base::TomlProblems& problems)
        : m_table(document, problems), m_problems(problems) {}

    Mapping read(std::string_view fileName) {
        m_mapping.fileName = fileName;
        readHead();
        m_mapping.recognisedBy = m_table.texts("recognised_by");
        m_mapping.sheets = m_table.texts("sheets");
        if (m_table.has("record"))
            m_mapping.xml = readXmlRows(m_table, m_mapping.recognisedBy);
        m_mapping.notReceived = m_table.texts("not_received");
        // A sheet's name may tell a table that is refused whatever its columns are.
        if (m_mapping.recognisedBy.empty() &&
            (m_mapping.sheets.empty() || !m_table.has("refused_because")))
            m_table.problem("recognised_by",
                            "'recognised_by' must list the headings that tell this layout");
        m_mapping.refusal = m_table.text("refused_because", "");
        if (m_mapping.refusal.empty()) {
            readTypes();
            m_dates.forms = dateForms(m_table);
            readColumns();
            readConstants();
            if (auto attendance = m_table.table("attendance"))
                m_mapping.attendance = readAttendanceRule(*attendance, m_dates);
            readTerm();
            readCoverage();
            m_mapping.corrections = readCorrections(m_table, m_mapping.types, columnsOf(m_mapping));
            checkRequired();
        }
        m_table.finish();
        return std::move(m_mapping);
    }

private:
    void readHead() {
        m_mapping.name = m_table.text("name");
        m_mapping.layout = m_mapping.name.substr(0, m_mapping.name.find('/'));
        m_mapping.version = m_table.text("version");
        m_mapping.description = m_table.text("description");
        m_mapping.localIdSeries = m_table.text("local_id_series", "");
        const std::string agency = m_table.text("agency");
        if (const auto found = records::agencyFromCode(agency))
            m_mapping.agency = *found;
        else if (!agency.empty())
            m_table.problem("agency", inQuotes(agency) + " is not an agency");
        const std::string separator = m_table.text("usual_separator", "comma");
        const std::vector<std::string> names{"comma", "semicolon", "tab", "pipe"};
        const auto at = std::find(names.begin(), names.end(), separator);
        if (at == names.end())
            m_table.problem("usual_separator",
                            inQuotes(separator) + " is not comma, semicolon, tab or pipe");
        else
            m_mapping.usualSeparator = ",;\t|"[at - names.begin()];
        const std::string encoding = m_table.text("usual_encoding", "utf-8");
        const std::vector<std::string> encodings{"utf-8", "utf-16le", "utf-16be", "windows-1252"};
        const auto known = std::find(encodings.begin(), encodings.end(), encoding);
        if (known == encodings.end())
            m_table.problem(
                "usual_encoding",
                inQuotes(encoding) + " is not utf-8, utf-16le, utf-16be or windows-1252");
        else
            m_mapping.usualEncoding = static_cast<Encoding>(known - encodings.begin());
    }

    const records::RecordType* typeNamed(const std::string& name, std::string_view key) {
        const records::RecordType* type = records::recordType(name);
        if (type == nullptr && !name.empty())
            m_table.problem(key,
                            inQuotes(name) + " is not a record type" + hint(name, typeNames()));
        return type;
    }

    void readTypes() {
        auto chosen = m_table.table("record_type_by");
        if (!chosen) {
            if (const auto* type = typeNamed(m_table.text("record_type"), "record_type"))
                m_mapping.types.push_back(type);
            return;
        }
        m_mapping.typeHeading = chosen->text("heading");
        if (auto codes = chosen->table("codes")) {
            for (const auto& [code, value] : codes->entries()) {
                const auto* type = typeNamed(value.text, "record_type_by");
                if (type == nullptr)
                    continue;
                m_mapping.typeCodes.emplace(base::lowerAscii(code), value.text);
                if (std::find(m_mapping.types.begin(), m_mapping.types.end(), type) ==
                    m_mapping.types.end())
                    m_mapping.types.push_back(type);
            }
        }
        if (m_mapping.types.empty())
            m_table.problem("record_type_by",
                            "'codes' must say which code means which record type");
        chosen->finish();
    }

    std::vector<DateForm> dateForms(TomlTable& table) {
        std::vector<DateForm> forms;
        for (const std::string& name : table.texts("dates")) {
            if (const auto form = dateFormFromName(name))
                forms.push_back(*form);
            else
                table.problem("dates",
                              inQuotes(name) + " is not a way of writing dates that is known");
        }
        return forms;
    }

    // "forename", "outcome", "offence.outcome".
    bool resolve(const std::string& name, const TomlValue& where, ColumnRule& rule) {
        if (records::isIdentityColumn(name)) {
            rule.target = name;
            return true;
        }
        std::vector<std::string> candidates;
        for (const auto column : records::identityColumns())
            candidates.emplace_back(column);
        for (const records::RecordType* type : m_mapping.types) {
            const std::string prefix = std::string(type->name) + ".";
            const bool named = name.starts_with(prefix);
            const std::string_view field =
                named ? std::string_view(name).substr(prefix.size()) : name;
            const auto index = type->indexOf(field);
            if (index && (named || m_mapping.types.size() == 1)) {
                rule.type = type;
                rule.field = *index;
                rule.target = field;
                return true;
            }
            for (const records::Field& each : type->fields)
                candidates.push_back(m_mapping.types.size() == 1 ? std::string(each.name)
                                                                 : prefix + std::string(each.name));
        }
        m_problems.add(where,
                       inQuotes(name) +
                           " is neither an identity column nor a field of the record type" +
                           hint(name, candidates));
        return false;
    }

    void readColumns() {
        auto columns = m_table.table("columns");
        if (!columns) {
            m_table.problem("columns", "'[columns]' must say which heading fills what");
            return;
        }
        for (const auto& [name, value] : columns->entries()) {
            ColumnRule rule;
            rule.dates = m_dates;
            const bool known = resolve(name, value, rule);
            if (value.kind == TomlValue::Kind::table)
                readRuleTable(value, rule);
            else
                rule.headings = columns->texts(name);
            if (rule.headings.empty())
                m_problems.add(value, inQuotes(name) + " must name the partner's heading");
            for (const std::string& heading : rule.headings)
                if (m_mapping.xml && !isXmlPath(heading))
                    m_problems.add(value, inQuotes(heading) + " is no path of an element");
            if (known && checkRule(value, rule))
                m_mapping.columns.push_back(std::move(rule));
        }
    }

    void readRuleTable(const TomlValue& value, ColumnRule& rule) {
        TomlTable table(value, m_problems);
        if (table.has("join")) {
            rule.combine = Combine::join;
            rule.headings = table.texts("join");
        } else if (table.has("sum")) {
            rule.combine = Combine::sum;
            rule.headings = table.texts("sum");
        } else if (table.has("first")) {
            rule.combine = Combine::first;
            rule.headings = table.texts("first");
        } else if (table.has("part_of")) {
            rule.partOfName = true;
            rule.headings = table.texts("part_of");
            if (rule.target != "forename" && rule.target != "middle_names" &&
                rule.target != "surname")
                table.problem("part_of",
                              "only 'forename', 'middle_names' and 'surname' are part of a name");
        } else {
            rule.headings = table.texts("heading");
        }
        if (table.has("dates"))
            rule.dates.forms = dateForms(table);
        rule.dates.pivotYear = static_cast<int>(table.optionalInteger("pivot_year").value_or(0));
        if (rule.dates.pivotYear != 0 &&
            (rule.dates.pivotYear < 1999 || rule.dates.pivotYear > 2200))
            table.problem("pivot_year", "'pivot_year' must be a year from 1999 to 2200");
        rule.instead = table.texts("instead");
        rule.insteadWhen = table.texts("instead_when");
        if (rule.instead.empty() != rule.insteadWhen.empty())
            table.problem("instead", "'instead' and 'instead_when' need each other");
        rule.json = table.texts("json");
        rule.wholeNumber = table.flag("whole_number", false);
        rule.otherwise = table.optionalText("otherwise");
        if (auto codes = table.table("codes"))
            for (const auto& [code, meaning] : codes->entries()) {
                if (meaning.kind != TomlValue::Kind::text)
                    m_problems.add(meaning, "a code's meaning must be text in quotes");
                rule.codes.emplace(base::lowerAscii(base::trimmed(code)), meaning.text);
            }
        table.finish();
    }

    bool checkRule(const TomlValue& where, ColumnRule& rule) {
        const bool isDate = rule.type == nullptr
                                ? rule.target == "birth_date" || rule.target == "death_date"
                                : rule.type->fields[rule.field].kind == records::FieldKind::date;
        if (isDate && rule.dates.forms.empty())
            m_problems.add(where,
                           inQuotes(rule.target) + " is a date: say in 'dates' how it is written");
        if (rule.type != nullptr && rule.type->fields[rule.field].kind == records::FieldKind::code)
            checkCodes(where, rule, rule.type->fields[rule.field]);
        for (const ColumnRule& other : m_mapping.columns)
            if (other.type == rule.type && other.target == rule.target) {
                m_problems.add(where, inQuotes(rule.column()) + " is filled twice");
                return false;
            }
        return true;
    }

    void checkCodes(const TomlValue& where, const ColumnRule& rule, const records::Field& field) {
        std::vector<std::string> ours;
        for (const records::CodeValue& code : field.codes)
            ours.emplace_back(code.code);
        const auto check = [&](const std::string& code) {
            if (std::find(ours.begin(), ours.end(), code) == ours.end())
                m_problems.add(where,
                               inQuotes(code) + " is not a code of " + inQuotes(field.name) +
                                   hint(code, ours));
        };
        for (const auto& [theirs, code] : rule.codes)
            check(code);
        if (rule.otherwise)
            check(*rule.otherwise);
    }

    void readConstants() {
        auto constants = m_table.table("constants");
        if (!constants)
            return;
        for (const auto& [name, value] : constants->entries()) {
            ColumnRule rule;
            if (!resolve(name, value, rule))
                continue;
            if (rule.type == nullptr || value.kind != TomlValue::Kind::text) {
                m_problems.add(value, "a constant fills a field of the record type with a text");
                continue;
            }
            const records::Field& field = rule.type->fields[rule.field];
            rule.codes.emplace("", value.text);
            if (field.kind == records::FieldKind::code)
                checkCodes(value, rule, field);
            const bool isDate = field.kind == records::FieldKind::date;
            const bool returnYear = isDate && value.text == "return-year";
            const bool extractDay = isDate && value.text == "extract-day";
            if (!returnYear && !extractDay && field.kind != records::FieldKind::code &&
                field.kind != records::FieldKind::text)
                m_problems.add(value,
                               "a constant fills a text or a code, or with \"return-year\" or "
                               "\"extract-day\" a date");
            m_mapping.constants.push_back(
                {rule.type, rule.field, value.text, returnYear, extractDay});
        }
    }

    void readTerm() {
        auto term = m_table.table("term");
        if (!term)
            return;
        if (term->text("from") != "file-name")
            term->problem("from", "'from' can only be \"file-name\"");
        const auto arrears = term->optionalInteger("arrears").value_or(0);
        if (arrears < 0 || arrears > 3)
            term->problem("arrears", "'arrears' must be from 0 to 3 terms");
        m_mapping.termsInArrears = static_cast<int>(arrears);
        m_mapping.termFromFileName = true;
        term->finish();
    }

    void readCoverage() {
        auto coverage = m_table.table("coverage");
        if (!coverage)
            return;
        if (const auto until = coverage->optionalText("until")) {
            if (*until != "receipt")
                coverage->problem("until", "'until' can only be \"receipt\"");
            m_mapping.coversUntilReceipt = true;
        }
        const auto from = coverage->optionalDate("from");
        const auto to = coverage->optionalDate("to");
        if (from || to)
            m_mapping.covers = base::DateRange{from, to};
        coverage->finish();
    }

    // A required field that nothing fills would reject every row.
    void checkRequired() {
        for (const records::RecordType* type : m_mapping.types)
            for (std::size_t i = 0; i < type->fields.size(); ++i) {
                const records::Field& field = type->fields[i];
                const auto fills = [&](const auto& rule) {
                    return rule.type == type && rule.field == i;
                };
                const bool filled =
                    std::any_of(m_mapping.columns.begin(), m_mapping.columns.end(), fills) ||
                    std::any_of(m_mapping.constants.begin(), m_mapping.constants.end(), fills) ||
                    (m_mapping.attendance && m_mapping.attendance->fills(type->name, field.name)) ||
                    (m_mapping.termFromFileName && field.time == records::FieldTime::term);
                if (field.required && !filled)
                    m_table.problem("columns",
                                    "nothing fills " + inQuotes(field.name) + ", which every " +
                                        inQuotes(type->name) + " record must have");
            }
    }

    TomlTable m_table;
    base::TomlProblems& m_problems;
    Mapping m_mapping;
    DateFormats m_dates;
};

}  // namespace

base::Result<std::vector<Mapping>> readMappings(std::string_view text, std::string_view fileName) {
    const auto document = base::parseToml(text, fileName);
    if (!document)
        return base::fail(document.error());
    base::TomlProblems problems{std::string(fileName)};
    std::vector<Mapping> mappings;
    for (const TomlValue& table : layoutTables(*document, problems))
        mappings.push_back(MappingReader(table, problems).read(fileName));
    if (!problems.none())
        return base::fail(problems.asError());
    return mappings;
}

base::Result<Mapping> readMapping(std::string_view text, std::string_view fileName) {
    auto mappings = readMappings(text, fileName);
    if (!mappings)
        return base::fail(mappings.error());
    if (mappings->size() != 1)
        return base::fail(base::Code::malformed,
                          std::string(fileName),
                          "is a layout of several tables where one is wanted");
    return std::move(mappings->front());
}

}  // namespace intake

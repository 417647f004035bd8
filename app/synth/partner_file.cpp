// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/partner_file.h"

#include "app/synth/cell_text.h"
#include "base/delimited_writer.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace synth {

namespace {

using intake::ColumnRule;
using intake::Mapping;
using records::Identity;
using Text = std::string Identity::*;

// The identity columns that are plain text.
Text textColumn(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, Text>, 14> columns{
        {{"forename", &Identity::forename},
         {"middle_names", &Identity::middleNames},
         {"surname", &Identity::surname},
         {"former_surname", &Identity::formerSurname},
         {"preferred_name", &Identity::preferredName},
         {"postcode", &Identity::postcode},
         {"uprn", &Identity::uprn},
         {"phone", &Identity::phone},
         {"email", &Identity::email},
         {"nino", &Identity::nino},
         {"upn", &Identity::upn},
         {"nhs_number", &Identity::nhsNumber},
         {"pnc_id", &Identity::pncId},
         {"local_id", &Identity::localId}}};
    for (const auto& [column, member] : columns)
        if (column == name)
            return member;
    return nullptr;
}

bool isWritable(const ColumnRule& rule) {
    static constexpr std::array<std::string_view, 5> others{
        "address", "birth_date", "death_date", "sex", "address_protected"};
    return rule.type != nullptr || textColumn(rule.target) != nullptr ||
           std::find(others.begin(), others.end(), rule.target) != others.end();
}

// The mapping keeps partner's codes in lower case; short ones are printed in capitals, and long
// ones as words where the agency doesn't shout.
std::string printed(const std::string& word, records::Agency agency) {
    const bool shouts = agency == records::Agency::police || agency == records::Agency::dwp;
    if (shouts || word.size() <= 4)
        return base::upperAscii(word);
    std::string out = word;
    for (std::size_t i = 0; i < out.size(); ++i)
        if (i == 0 || out[i - 1] == ' ')
            out[i] = base::upperAscii(out.substr(i, 1)).front();
    return out;
}

// "Mother" and "Son" tell the sex; a word that tells the other one does not fit.
bool fits(std::string_view word, records::Sex sex) {
    static constexpr std::array<std::string_view, 3> women{"mother", "daughter", "sister"};
    static constexpr std::array<std::string_view, 3> men{"father", "son", "brother"};
    const auto& wrong = sex == records::Sex::female ? men : women;
    const std::string plain = base::lowerAscii(word);
    return std::find(wrong.begin(), wrong.end(), plain) == wrong.end();
}

// The agency's number first, then who it is, then what happened.
std::size_t placeOf(const ColumnRule& rule) {
    if (rule.type != nullptr)
        return 100 + rule.field;
    if (rule.target == "local_id")
        return 0;
    const auto& columns = records::identityColumns();
    return 1 + static_cast<std::size_t>(std::find(columns.begin(), columns.end(), rule.target) -
                                        columns.begin());
}

std::string fileName(const Mapping& mapping) {
    const bool tabbed = mapping.usualSeparator == '\t' || mapping.usualSeparator == '|';
    return mapping.name + (tabbed ? ".txt" : ".csv");
}

}  // namespace

PartnerFile::PartnerFile(OutputFile out, const Mapping& mapping)
    : m_out(std::move(out)), m_mapping(mapping) {
    std::vector<const ColumnRule*> rules;
    for (const ColumnRule& rule : mapping.columns)
        rules.push_back(&rule);
    std::stable_sort(rules.begin(), rules.end(), [](const ColumnRule* a, const ColumnRule* b) {
        return placeOf(*a) < placeOf(*b);
    });
    for (const ColumnRule* rule : rules) {
        const bool spread = rule->combine != intake::Combine::alias;
        const std::size_t parts = spread ? rule->headings.size() : 1;
        for (std::size_t part = 0; part < parts; ++part) {
            Column column{rule->headings[part], rule, part, parts, {}};
            for (const auto& [word, code] : rule->codes)
                column.words[code].push_back(printed(word, mapping.agency));
            addColumn(std::move(column));
        }
    }
    // What tells the layout without being received: the partner's numbers of its rows.
    for (const std::string& heading : mapping.recognisedBy)
        if (!std::any_of(rules.begin(), rules.end(), [&](const ColumnRule* rule) {
                return std::find(rule->headings.begin(), rule->headings.end(), heading) !=
                       rule->headings.end();
            }))
            addColumn({heading, nullptr, 0, 1, {}});
    m_cells.resize(m_columns.size());
}

// Two rules may read one heading; the first one writes it.
void PartnerFile::addColumn(Column column) {
    for (const Column& there : m_columns)
        if (there.heading == column.heading)
            return;
    m_columns.push_back(std::move(column));
}

base::Result<PartnerFile> PartnerFile::create(const std::filesystem::path& folder,
                                              const Mapping& mapping,
                                              const std::string& prefix) {
    for (const ColumnRule& rule : mapping.columns)
        if (!isWritable(rule) || rule.headings.empty())
            return base::fail(base::Code::malformed,
                              mapping.fileName,
                              "its column \"" + rule.target + "\" can't be written");
    const bool mark = mapping.usualEncoding == intake::Encoding::utf16le ||
                      mapping.usualEncoding == intake::Encoding::utf16be ||
                      mapping.agency == records::Agency::health;
    auto out =
        OutputFile::create(folder / (prefix + fileName(mapping)), mapping.usualEncoding, mark);
    if (!out)
        return base::fail(out.error());
    PartnerFile file(std::move(*out), mapping);
    if (auto written = file.header(); !written)
        return base::fail(written.error());
    return file;
}

base::Result<void> PartnerFile::header() {
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_cells[i] = m_columns[i].heading;
    m_line.clear();
    base::appendDelimited(
        m_line, m_cells, base::Formulas::asTheyAre, m_mapping.usualSeparator, true);
    return m_out.write(m_line);
}

base::Result<void> PartnerFile::write(const Identity& identity,
                                      const records::Payload& payload,
                                      RowFault fault,
                                      Random& random) {
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_cells[i] = cell(m_columns[i], identity, payload, random);
    if (fault != RowFault::none)
        spoil(m_cells, fault);
    m_line.clear();
    base::appendDelimited(
        m_line, m_cells, base::Formulas::asTheyAre, m_mapping.usualSeparator, true);
    ++m_rows;
    return m_out.write(m_line);
}

std::string PartnerFile::cell(const Column& column,
                              const Identity& identity,
                              const records::Payload& payload,
                              Random& random) const {
    if (column.rule == nullptr)
        return std::to_string(m_rows + 1);
    const ColumnRule& rule = *column.rule;
    // A sum's whole amount stands in its first column.
    if (rule.combine == intake::Combine::sum && column.part > 0)
        return {};
    if (rule.type == nullptr)
        return identityCell(column, identity, random);
    const records::FieldValue& value = payload[rule.field];
    if (const std::string* text = records::textIn(value)) {
        const bool coded = rule.type->fields[rule.field].kind == records::FieldKind::code;
        return coded ? codeCell(column, *text, identity.sex, random) : *text;
    }
    if (const auto date = records::dateIn(value))
        return dateCell(column, records::partial(*date), random);
    if (const auto flag = records::flagIn(value))
        return flagCell(*flag);
    if (const auto number = records::numberIn(value))
        return decimalText(*number);
    return {};
}

std::string PartnerFile::identityCell(const Column& column,
                                      const Identity& identity,
                                      Random& random) const {
    const std::string& target = column.rule->target;
    if (const Text member = textColumn(target))
        return identity.*member;
    if (target == "address")
        return addressPart(identity.address, column.part, column.parts);
    if (target == "birth_date")
        return dateCell(column, identity.birthDate, random);
    if (target == "death_date")
        return identity.deathDate ? dateCell(column, records::partial(*identity.deathDate), random)
                                  : std::string();
    if (target == "sex")
        return sexText(identity.sex, m_mapping.agency);
    return flagCell(identity.addressProtected);
}

std::string PartnerFile::codeCell(const Column& column,
                                  const std::string& code,
                                  records::Sex sex,
                                  Random& random) const {
    if (code.empty())
        return {};
    const auto found = column.words.find(code);
    if (found == column.words.end())
        return column.words.empty() ? code : "Other";
    std::vector<std::string_view> words;
    for (const std::string& word : found->second)
        if (fits(word, sex))
            words.push_back(word);
    return std::string(words.empty() ? std::string_view(found->second.front())
                                     : words[random.below(words.size())]);
}

std::string PartnerFile::flagCell(bool value) const {
    if (m_mapping.agency == records::Agency::housing)
        return value ? "Yes" : "No";
    return value ? "Y" : "N";
}

std::string PartnerFile::dateCell(const Column& column,
                                  const records::PartialDate& date,
                                  Random& random) const {
    const auto& forms = column.rule->dates.forms;
    if (forms.empty())
        return dateText(date, intake::DateForm::iso, false);
    // A spreadsheet column is mostly numbers, with dates somebody typed as text among them.
    const bool typed = forms.size() > 1 && random.chance(0.15);
    return dateText(date, typed ? forms[1] : forms[0], m_mapping.agency == records::Agency::courts);
}

void PartnerFile::spoil(std::vector<std::string>& cells, RowFault fault) const {
    using records::FieldKind;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].rule == nullptr || m_columns[i].rule->type == nullptr)
            continue;
        const ColumnRule& rule = *m_columns[i].rule;
        const records::Field& field = rule.type->fields[rule.field];
        const bool number = field.kind == FieldKind::integer || field.kind == FieldKind::decimal;
        if (fault == RowFault::impossibleDate && field.kind == FieldKind::date) {
            const intake::DateForm form =
                rule.dates.forms.empty() ? intake::DateForm::iso : rule.dates.forms[0];
            cells[i] = dateText({2026, 2, 31}, form, m_mapping.agency == records::Agency::courts);
        } else if (fault == RowFault::unknownCode && field.kind == FieldKind::code) {
            cells[i] = "ZZ9";
        } else if (fault == RowFault::missingRequired && field.required) {
            cells[i].clear();
        } else if (fault == RowFault::notANumber && number) {
            cells[i] = "n/a";
        } else {
            continue;
        }
        return;
    }
}

}  // namespace synth

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/table_choice.h"

#include "base/text.h"
#include "intake/agreement_file.h"
#include "intake/return_year.h"
#include "intake/term_reading.h"

#include <algorithm>
#include <set>

namespace intake {

namespace {

using base::Code;
using base::fail;
using base::Result;

std::string inQuotes(const std::vector<std::string>& words) {
    return "'" + base::join(words, "', '") + "'";
}

// Without the column of a required field every row would be rejected: better said once.
std::vector<std::string> missingRequired(const Mapping& mapping,
                                         const std::vector<std::string>& header) {
    std::vector<std::string> missing;
    for (const ColumnRule& rule : mapping.columns) {
        const bool there =
            std::any_of(rule.headings.begin(), rule.headings.end(), [&](const auto& name) {
                return !placesOf(name, header).empty();
            });
        if (!there && rule.type != nullptr && rule.type->fields[rule.field].required)
            missing.push_back(rule.headings.front());
    }
    return missing;
}

const std::vector<std::string>& noHeader() {
    static const std::vector<std::string> none;
    return none;
}

}  // namespace

TableChooser::TableChooser(const ReadRequest& request) : m_request(request) {
    for (const Mapping& mapping : request.mappings) {
        if (request.mappingName &&
            (mapping.name == *request.mappingName || mapping.layout == *request.mappingName))
            m_named.push_back(&mapping);
        (mapping.agency == request.agreement.agency ? m_own : m_others).push_back(&mapping);
    }
}

Result<TableChoice> TableChooser::choose(const Table& table) const {
    auto choice = m_request.mappingName ? byName(table) : byHeader(table);
    if (!choice)
        return choice;
    const Mapping& mapping = *choice->mapping;
    auto permitted = permit(mapping);
    if (!permitted)
        return permitted;
    const auto& header = table.leading.empty() ? noHeader() : table.leading[choice->header].cells;
    if (auto whole = checkColumns(choice->recognition, mapping, header); !whole)
        return fail(whole.error());
    choice->term = std::move(permitted->term);
    choice->yearEnd = permitted->yearEnd;
    return choice;
}

Result<TableChoice> TableChooser::permit(const Mapping& mapping) const {
    if (!mapping.refusal.empty())
        return fail(Code::refused,
                    "",
                    "is " + mapping.description + " It is not received: " + mapping.refusal);
    if (auto permitted = permits(m_request.agreement, mapping, m_request.receivedOn); !permitted)
        return fail(Code::refused, "", "is refused: " + base::describe(permitted.error()));
    auto term = termFor(mapping);
    if (!term)
        return fail(term.error());
    const auto yearEnd = yearEndFor(mapping);
    if (!yearEnd)
        return fail(yearEnd.error());
    TableChoice choice;
    choice.mapping = &mapping;
    choice.term = std::move(*term);
    choice.yearEnd = *yearEnd;
    return choice;
}

Result<void> TableChooser::checkColumns(const Recognition& recognition,
                                        const Mapping& mapping,
                                        const std::vector<std::string>& header) const {
    if (!recognition.unknownHeadings.empty())
        return fail(Code::refused,
                    "",
                    "is refused: it has " + inQuotes(recognition.unknownHeadings) +
                        ", which the agreement '" + m_request.agreement.reference +
                        "' and the mapping '" + mapping.name + "' do not list");
    if (!recognition.twice.empty())
        return fail(Code::malformed,
                    "",
                    "has the column " + inQuotes(recognition.twice) + " more than once");
    const std::vector<std::string> missing = missingRequired(mapping, header);
    if (!missing.empty())
        return fail(Code::malformed,
                    "",
                    "lacks the column " + inQuotes(missing) + ", which every row must have");
    return {};
}

Result<std::string> TableChooser::termFor(const Mapping& mapping) const {
    if (!mapping.termFromFileName)
        return std::string();
    const auto term = m_request.term ? readTerm(*m_request.term)
                                     : termFromFileName(m_request.path.filename().string(),
                                                        mapping.termsInArrears);
    if (!term)
        return fail(Code::malformed,
                    "",
                    m_request.term
                        ? "the term given for it is not a school term: say it as 2025-autumn"
                        : "its name does not tell the school term: name it like "
                          "2024_autumn_pupilonroll.csv, or say which term the rows speak of");
    return *term;
}

// What the sender says of the days goes before what the name says.
Result<std::optional<base::Date>> TableChooser::yearEndFor(const Mapping& mapping) const {
    const bool needed = std::any_of(mapping.constants.begin(),
                                    mapping.constants.end(),
                                    [](const ConstantRule& rule) { return rule.returnYear; });
    if (!needed)
        return std::optional<base::Date>();
    if (m_request.covers && m_request.covers->to)
        return m_request.covers->to;
    const auto end = returnYearEnd(m_request.path.filename().string());
    if (!end || *end > m_request.receivedOn)
        return fail(Code::malformed,
                    "",
                    "its name does not tell the year that it speaks of: name it like "
                    "oc2_2024.csv for the year to 31 March 2024, or say which days it covers");
    return end;
}

base::Error TableChooser::unknownName() const {
    std::vector<std::string> names;
    for (const Mapping& mapping : m_request.mappings) {
        names.push_back(mapping.name);
        names.push_back(mapping.layout);
    }
    const std::string close = base::nearest(*m_request.mappingName, names);
    return {Code::notFound,
            "",
            "there is no mapping '" + *m_request.mappingName + "'" +
                (close.empty() ? "" : "; did you mean '" + close + "'?")};
}

Result<TableChoice> TableChooser::byName(const Table& table) const {
    if (m_named.empty())
        return fail(unknownName());
    if (m_named.size() > 1 || m_named.front()->xml)
        return among(table, m_named);
    const Mapping& mapping = *m_named.front();
    TableChoice choice;
    choice.mapping = &mapping;
    for (std::size_t i = 0; i < table.leading.size(); ++i) {
        choice.header = i;
        choice.recognition = compare(table.leading[i].cells, mapping);
        if (choice.recognition.missingTelling.empty())
            return choice;
    }
    return fail(Code::malformed,
                "",
                "its first line is not the header of the mapping '" + mapping.name +
                    "': it lacks " + inQuotes(compare(table.heading(), mapping).missingTelling));
}

// Among the agency's own layouts first: two agencies may send the same columns.
Result<TableChoice> TableChooser::byHeader(const Table& table) const {
    auto found = among(table, m_own);
    if (found || found.error().code != Code::notFound)
        return found;
    // Another agency's layout: let the agreement say so. Otherwise the nearest of our own helps
    // more.
    auto other = among(table, m_others);
    return other || m_own.empty() ? other : found;
}

Result<TableChoice> TableChooser::among(const Table& table, const Mappings& mappings) const {
    TableChoice choice;
    for (std::size_t i = 0; i < table.leading.size(); ++i) {
        auto found = recognise(table.leading[i].cells, table.name, mappings);
        if (!found && found.error().code == Code::notFound)
            continue;
        if (!found)
            return fail(found.error());
        choice.header = i;
        choice.mapping = mappings[found->mapping];
        choice.recognition = std::move(*found);
        return choice;
    }
    const auto found = recognise(table.heading(), table.name, mappings);
    if (!found)
        return fail(found.error());
    choice.mapping = mappings[found->mapping];
    choice.recognition = *found;
    return choice;
}

std::vector<std::string> TableChooser::recordPaths() const {
    std::set<std::string> paths;
    for (const Mapping& mapping : m_request.mappings)
        if (mapping.xml)
            paths.insert(mapping.xml->record);
    return {paths.begin(), paths.end()};
}

Result<std::vector<const Mapping*>> TableChooser::layoutOf(const XmlHead& head) const {
    if (m_request.mappingName && m_named.empty())
        return fail(unknownName());
    const Mapping* nearest = nullptr;
    const auto told = [&](const Mappings& mappings) -> Mappings {
        Mappings best;
        for (const Mapping* mapping : mappings) {
            if (!mapping->xml)
                continue;
            const auto unmet = head.unmet(*mapping);
            if (!unmet.empty()) {
                if (nearest == nullptr || unmet.size() < head.unmet(*nearest).size())
                    nearest = mapping;
                continue;
            }
            // The layout that asks for more fits more closely.
            if (best.empty() || best.front()->layout == mapping->layout)
                best.push_back(mapping);
            else if (mapping->recognisedBy.size() > best.front()->recognisedBy.size())
                best = {mapping};
        }
        return best;
    };
    Mappings found = told(m_request.mappingName ? m_named : m_own);
    if (found.empty() && !m_request.mappingName)
        found = told(m_others);
    if (!found.empty())
        return found;
    if (nearest == nullptr)
        return fail(Code::notFound, "", "is XML, and no mapping of this agency reads XML");
    return fail(Code::notFound,
                "",
                "is XML that no mapping knows; the nearest is '" + nearest->layout +
                    "', whose messages have " + inQuotes(head.unmet(*nearest)) + " as well");
}

}  // namespace intake

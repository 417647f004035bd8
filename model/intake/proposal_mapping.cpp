// SPDX-License-Identifier: GPL-3.0-or-later
// A draft as a mapping.
#include "base/text.h"
#include "intake/date_reading.h"
#include "intake/proposal.h"
#include "intake/proposal_vocabulary.h"
#include "records/catalogue.h"
#include "records/identity.h"

#include <algorithm>
#include <set>

namespace intake {

namespace {

using records::DraftColumn;
using records::FieldKind;
using records::MappingDraft;

constexpr std::size_t tellingWanted = 3;

std::string inQuotes(std::string_view word) {
    return "\u2018" + std::string(word) + "\u2019";
}

bool sameText(std::string_view a, std::string_view b) {
    return base::foldedKey(a) == base::foldedKey(b);
}

// How a draft speaks of the column that a rule fills.
std::string targetOf(const ColumnRule& rule) {
    return rule.partOfName ? std::string(wholeNameColumn) : rule.column();
}

class Drafting {
public:
    Drafting(const MappingDraft& draft, const Mapping* basis) : m_draft(draft) {
        if (basis != nullptr)
            m_mapping = *basis;
        m_fresh = basis == nullptr;
        for (const DraftColumn& column : draft.columns)
            m_header.insert(base::foldedKey(column.heading));
    }

    base::Result<Mapping> run() {
        fillHead();
        for (const DraftColumn& column : m_draft.columns)
            place(column);
        fillConstants();
        fillTelling();
        checkWhole();
        if (m_problems.empty())
            return std::move(m_mapping);
        return base::fail(base::Code::malformed, m_draft.name, base::join(m_problems, "\n"));
    }

private:
    void fillHead() {
        m_mapping.name = m_draft.name;
        m_mapping.layout = m_draft.name;
        m_mapping.version = m_draft.version;
        m_mapping.agency = m_draft.agency;
        m_mapping.description = m_draft.description;
        m_mapping.coversUntilReceipt = m_draft.coversUntilReceipt;
        const std::vector<std::string> separators{"comma", "semicolon", "tab", "pipe"};
        const auto separator = std::find(separators.begin(), separators.end(), m_draft.separator);
        if (separator != separators.end())
            m_mapping.usualSeparator = ",;\t|"[separator - separators.begin()];
        const std::vector<std::string> encodings{"utf-8", "utf-16le", "utf-16be", "windows-1252"};
        const auto encoding = std::find(encodings.begin(), encodings.end(), m_draft.encoding);
        if (encoding != encodings.end())
            m_mapping.usualEncoding = static_cast<Encoding>(encoding - encodings.begin());
        if (m_fresh) {
            m_mapping.localIdSeries = m_draft.name;
            if (const auto* type = records::recordType(m_draft.recordType))
                m_mapping.types.push_back(type);
        }
    }

    ColumnRule* ruleWith(std::string_view heading) {
        for (ColumnRule& rule : m_mapping.columns)
            for (const std::string& each : rule.headings)
                if (sameText(each, heading))
                    return &rule;
        return nullptr;
    }

    ColumnRule* ruleFor(std::string_view column) {
        for (ColumnRule& rule : m_mapping.columns)
            if (rule.column() == column)
                return &rule;
        return nullptr;
    }

    void place(const DraftColumn& column) {
        if (column.heading.empty()) {
            if (!column.target.empty())
                m_problems.push_back("A column without a heading can't be received.");
            return;
        }
        ColumnRule* before = ruleWith(column.heading);
        if (before != nullptr && targetOf(*before) == column.target) {
            fillValues(*before, column);
            return;
        }
        if (column.target.empty() && readsOtherwise(column.heading))
            return;
        forget(column.heading);
        if (column.target.empty())
            m_mapping.notReceived.push_back(column.heading);
        else if (column.target != wholeNameColumn)
            add(column, column.target, false);
        else
            for (const char* part : {"forename", "middle_names", "surname"})
                if (contains(m_draft.targets, part))
                    add(column, part, true);
    }

    // The record type or the attendance codes are told by it: no column rule is.
    bool readsOtherwise(std::string_view heading) const {
        const auto same = [&](const std::string& each) { return sameText(each, heading); };
        if (!m_mapping.typeHeading.empty() && same(m_mapping.typeHeading))
            return true;
        const auto headings =
            m_mapping.attendance ? m_mapping.attendance->headings() : std::vector<std::string>();
        return std::any_of(headings.begin(), headings.end(), same);
    }

    static bool contains(const std::vector<std::string>& list, std::string_view word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    }

    void forget(const std::string& heading) {
        const auto same = [&](const std::string& each) { return sameText(each, heading); };
        for (ColumnRule& rule : m_mapping.columns)
            std::erase_if(rule.headings, same);
        std::erase_if(m_mapping.columns,
                      [](const ColumnRule& rule) { return rule.headings.empty(); });
        std::erase_if(m_mapping.notReceived, same);
    }

    void add(const DraftColumn& column, const std::string& name, bool part) {
        const Target target = targetNamed(name);
        if (!records::isIdentityColumn(name) && target.field == nullptr) {
            m_problems.push_back(inQuotes(name) + " is no column of ours.");
            return;
        }
        ColumnRule* rule = ruleFor(name);
        if (rule == nullptr) {
            ColumnRule fresh;
            fresh.type = target.type;
            fresh.target = name;
            if (target.field != nullptr) {
                fresh.target = target.field->name;
                fresh.field = static_cast<std::size_t>(target.field - target.type->fields.data());
            }
            m_mapping.columns.push_back(std::move(fresh));
            rule = &m_mapping.columns.back();
        } else if (present(*rule) && !combine(*rule, target, column)) {
            return;
        }
        rule->headings.push_back(column.heading);
        rule->partOfName = part;
        fillValues(*rule, column);
    }

    bool present(const ColumnRule& rule) const {
        return std::any_of(rule.headings.begin(), rule.headings.end(), [&](const auto& heading) {
            return m_header.contains(base::foldedKey(heading));
        });
    }

    // Two columns of one file for one of ours: texts are joined, numbers added, others can't be.
    bool combine(ColumnRule& rule, const Target& target, const DraftColumn& column) {
        const bool number = target.field != nullptr && (target.field->kind == FieldKind::integer ||
                                                        target.field->kind == FieldKind::decimal);
        const bool text = target.field != nullptr
                              ? target.field->kind == FieldKind::text &&
                                    target.field->time != records::FieldTime::term
                              : joins(target.column);
        if ((!number && !text) || rule.partOfName) {
            m_problems.push_back("Two columns, " + inQuotes(rule.headings.front()) + " and " +
                                 inQuotes(column.heading) + ", can't both fill " +
                                 inQuotes(target.column) + ".");
            return false;
        }
        std::erase_if(rule.headings, [&](const std::string& heading) {
            return !m_header.contains(base::foldedKey(heading));
        });
        rule.combine = number ? Combine::sum : Combine::join;
        return true;
    }

    static bool joins(std::string_view column) {
        return column == "address" || column == "middle_names";
    }

    void fillValues(ColumnRule& rule, const DraftColumn& column) {
        if (!column.dates.empty()) {
            rule.dates.forms.clear();
            for (const std::string& name : column.dates)
                if (const auto form = dateFormFromName(name))
                    rule.dates.forms.push_back(*form);
        }
        for (const records::DraftCode& code : column.codes) {
            const std::string key = base::lowerAscii(base::trimmed(code.code));
            // What means itself needs no entry; an earlier version may have had another for it.
            const bool itself =
                code.meaning == code.code || (rule.target == "sex" && readsAlike(code));
            if (code.meaning.empty() || itself)
                rule.codes.erase(key);
            else
                rule.codes.insert_or_assign(key, code.meaning);
        }
    }

    static bool readsAlike(const records::DraftCode& code) {
        const auto sex = records::sexFromText(code.code);
        return sex && sex == records::sexFromText(code.meaning);
    }

    void fillConstants() {
        std::erase_if(m_mapping.constants, [&](const ConstantRule& constant) {
            return ruleFor(constant.column()) != nullptr;
        });
        for (const records::DraftConstant& constant : m_draft.constants) {
            const Target target = targetNamed(constant.target);
            if (target.field == nullptr || constant.text.empty())
                continue;
            const auto field = static_cast<std::size_t>(target.field - target.type->fields.data());
            std::erase_if(m_mapping.constants, [&](const ConstantRule& each) {
                return each.type == target.type && each.field == field;
            });
            const bool isDate = target.field->kind == FieldKind::date;
            m_mapping.constants.push_back({target.type,
                                           field,
                                           constant.text,
                                           isDate && constant.text == "return-year",
                                           isDate && constant.text == extractDayWord});
        }
    }

    // The headings by which the layout is known again: what every record must have, then more of
    // its own fields, then whatever else is read.
    void fillTelling() {
        std::erase_if(m_mapping.recognisedBy, [&](const std::string& heading) {
            return !m_header.contains(base::foldedKey(heading)) &&
                   (ruleWith(heading) == nullptr || !present(*ruleWith(heading)));
        });
        if (!m_mapping.recognisedBy.empty())
            return;
        for (const int round : {0, 1, 2})
            for (const DraftColumn& column : m_draft.columns) {
                const Target target = targetNamed(column.target);
                const bool required = target.field != nullptr && target.field->required;
                const bool mine = round == 0   ? required
                                  : round == 1 ? target.field != nullptr && !required
                                               : target.field == nullptr && !column.target.empty();
                if (mine && (round == 0 || m_mapping.recognisedBy.size() < tellingWanted))
                    m_mapping.recognisedBy.push_back(column.heading);
            }
    }

    void checkWhole() {
        const auto nameless = [](char c) {
            return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
        };
        if (m_draft.name.empty() || std::any_of(m_draft.name.begin(), m_draft.name.end(), nameless))
            m_problems.emplace_back(
                "The mapping needs a name of small letters, digits and hyphens.");
        if (m_draft.version.empty())
            m_problems.emplace_back("The mapping needs a version.");
        if (m_draft.description.empty())
            m_problems.emplace_back("The mapping needs a description.");
        if (m_mapping.types.empty())
            m_problems.emplace_back("Say which record type the file holds.");
        for (const records::RecordType* type : m_mapping.types)
            for (const Target& target : fieldTargets(*type))
                checkRequired(target);
        const bool named = std::any_of(
            m_mapping.columns.begin(), m_mapping.columns.end(), [](const ColumnRule& rule) {
                constexpr std::string_view naming =
                    " forename surname nino upn nhs_number pnc_id local_id ";
                return rule.type == nullptr &&
                       naming.find(" " + rule.target + " ") != std::string_view::npos;
            });
        if (!named)
            m_problems.emplace_back(
                "No column says who a row is about: a name, an identifier or the agency's own "
                "number is needed.");
    }

    void checkRequired(const Target& target) {
        if (!target.field->required || ruleFor(target.column) != nullptr ||
            (m_mapping.termFromFileName && target.field->time == records::FieldTime::term) ||
            (m_mapping.attendance &&
             m_mapping.attendance->fills(target.type->name, target.field->name)))
            return;
        for (const ConstantRule& constant : m_mapping.constants)
            if (constant.column() == target.column)
                return;
        m_problems.push_back("Nothing fills " + inQuotes(target.field->label) + " (" +
                             target.column + "), which every record of this type must have.");
    }

    const MappingDraft& m_draft;
    bool m_fresh = true;
    Mapping m_mapping;
    std::set<std::string> m_header;  // folded
    std::vector<std::string> m_problems;
};

}  // namespace

base::Result<Mapping> mappingOf(const MappingDraft& draft, const Mapping* basis) {
    return Drafting(draft, basis).run();
}

}  // namespace intake

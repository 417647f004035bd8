// SPDX-License-Identifier: GPL-3.0-or-later
// The next version of a mapping, for a file that has drifted from it: what stays, what is gone, new
// or renamed, and which codes were never seen before.
#include "base/text.h"
#include "intake/date_reading.h"
#include "intake/proposal.h"
#include "intake/proposal_assignment.h"
#include "intake/proposal_values.h"
#include "records/identity.h"

#include <algorithm>
#include <set>

namespace intake {

namespace {

using records::DraftColumn;
using records::MappingDraft;

std::string inQuotes(std::string_view word) {
    return "\u2018" + std::string(word) + "\u2019";
}

bool listsHeading(const std::vector<std::string>& headings, std::string_view heading) {
    return std::any_of(headings.begin(), headings.end(), [&](const std::string& each) {
        return base::foldedKey(each) == base::foldedKey(heading);
    });
}

// "3" is followed by "4", "2026.1" by "2026.2", "draft" by "draft.2".
std::string versionAfter(const std::string& version) {
    const std::size_t last = version.find_last_not_of("0123456789");
    const std::size_t begin = last == std::string::npos ? 0 : last + 1;
    const std::string digits = version.substr(begin);
    if (digits.empty() || digits.size() > 9)
        return version + ".2";
    return version.substr(0, begin) + std::to_string(std::stoi(digits) + 1);
}

class Comparing {
public:
    Comparing(const ProposalRequest& request, const Mapping& basis)
        : m_request(request),
          m_basis(basis),
          m_vocabulary(request.synonyms, request.known, request.agreement.agency) {
        for (const records::ColumnLook& column : request.look.columns)
            m_header.push_back(column.heading);
    }

    MappingDraft run() {
        fillHead();
        const Assignment fresh = assigned();
        for (std::size_t i = 0; i < m_header.size(); ++i)
            m_draft.columns.push_back(columnAt(i, fresh));
        noteGone();
        for (const ConstantRule& constant : m_basis.constants)
            m_draft.constants.push_back({constant.column(), constant.text, asBefore()});
        return std::move(m_draft);
    }

private:
    std::string asBefore() const { return "as in version " + m_basis.version; }

    void fillHead() {
        m_draft.agreement = m_request.agreement.reference;
        m_draft.agency = m_basis.agency;
        m_draft.name = m_basis.name;
        m_draft.version = versionAfter(m_basis.version);
        m_draft.description = m_basis.description;
        m_draft.recordType = m_basis.types.empty() ? "" : m_basis.types.front()->name;
        m_draft.sheet = m_request.look.sheet;
        m_draft.encoding = m_request.look.encoding;
        m_draft.separator = m_request.look.separator;
        m_draft.coversUntilReceipt = m_basis.coversUntilReceipt;
        m_draft.basis = m_basis.name;
        std::vector<Target> targets = identityTargets();
        for (const records::RecordType* type : m_basis.types)
            for (Target& target : fieldTargets(*type))
                targets.push_back(std::move(target));
        for (const Target& target : targets)
            if (permits(m_request.agreement, target))
                m_draft.targets.push_back(target.column);
    }

    Assignment assigned() const {
        Assignment none;
        none.columns.resize(m_header.size());
        return m_basis.types.size() == 1
                   ? assign(
                         m_request.look, *m_basis.types.front(), m_request.agreement, m_vocabulary)
                   : none;
    }

    const ColumnRule* ruleWith(std::string_view heading) const {
        for (const ColumnRule& rule : m_basis.columns)
            if (listsHeading(rule.headings, heading))
                return &rule;
        return nullptr;
    }

    bool present(const ColumnRule& rule) const {
        return std::any_of(rule.headings.begin(), rule.headings.end(), [&](const auto& heading) {
            return listsHeading(m_header, heading);
        });
    }

    DraftColumn columnAt(std::size_t at, const Assignment& fresh) {
        DraftColumn column;
        column.heading = m_header[at];
        const records::ColumnLook& look = m_request.look.columns[at];
        if (const ColumnRule* rule = ruleWith(column.heading)) {
            column.target = rule->partOfName ? std::string(wholeNameColumn) : rule->column();
            column.reason = asBefore();
            readValues(column, look, m_vocabulary);
            compareDates(column, look, *rule);
            compareCodes(column, *rule);
            return column;
        }
        if (listsHeading(m_basis.notReceived, column.heading) || isTelling(column.heading)) {
            column.reason = isTelling(column.heading) ? "it tells the layout, " + asBefore()
                                                      : "not received, " + asBefore();
            return column;
        }
        if (column.heading.empty())
            return column;
        takeNew(column, fresh.columns[at]);
        readValues(column, look, m_vocabulary);
        return column;
    }

    bool isTelling(std::string_view heading) const {
        return listsHeading(m_basis.recognisedBy, heading) ||
               (m_basis.attendance && listsHeading(m_basis.attendance->headings(), heading)) ||
               (!m_basis.typeHeading.empty() && listsHeading({m_basis.typeHeading}, heading));
    }

    // A heading that the mapping does not know: the new name of one that is gone, or a new column.
    void takeNew(DraftColumn& column, const AssignedColumn& proposed) {
        const ColumnRule* old = nullptr;
        for (const ColumnRule& rule : m_basis.columns)
            if (rule.column() == proposed.target)
                old = &rule;
        column.reason = proposed.reason;
        if (proposed.target.empty()) {
            m_draft.changes.push_back("The column " + inQuotes(column.heading) +
                                      " is new. It is not received unless you say so.");
        } else if (old == nullptr) {
            column.target = proposed.target;
            m_draft.changes.push_back("The column " + inQuotes(column.heading) +
                                      " is new and is proposed for " + inQuotes(proposed.target) +
                                      ".");
        } else if (!present(*old)) {
            column.target = proposed.target;
            m_renamed.insert(proposed.target);
            m_draft.changes.push_back(inQuotes(old->headings.front()) + " is now called " +
                                      inQuotes(column.heading) + ".");
        } else {
            column.reason = "it looks like " + inQuotes(proposed.target) +
                            ", which another column fills already";
            m_draft.changes.push_back("The column " + inQuotes(column.heading) +
                                      " is new. It is not received unless you say so.");
        }
    }

    void compareDates(DraftColumn& column,
                      const records::ColumnLook& look,
                      const ColumnRule& rule) {
        if (column.dates.empty())
            return;
        const std::vector<std::string> found =
            look.filled == 0 ? std::vector<std::string>() : std::move(column.dates);
        column.dates.clear();
        for (const DateForm form : rule.dates.forms)
            column.dates.emplace_back(dateFormName(form));
        for (const std::string& form : found)
            if (std::find(column.dates.begin(), column.dates.end(), form) == column.dates.end()) {
                column.dates.push_back(form);
                m_draft.changes.push_back("Dates in " + inQuotes(column.heading) +
                                          " are now written " + form + ".");
            }
    }

    void compareCodes(DraftColumn& column, const ColumnRule& rule) {
        for (records::DraftCode& code : column.codes) {
            const auto known = rule.codes.find(base::lowerAscii(base::trimmed(code.code)));
            if (known != rule.codes.end()) {
                code.meaning = known->second;
                code.reason = asBefore();
            } else if (!isOurs(code.code, rule) && !rule.otherwise) {
                m_draft.changes.push_back("The code " + inQuotes(code.code) + " in " +
                                          inQuotes(column.heading) + " is new (" +
                                          base::counted(code.cells, "row", "rows") + ").");
            }
        }
    }

    static bool isOurs(std::string_view code, const ColumnRule& rule) {
        if (rule.type == nullptr)
            return records::sexFromText(code).has_value();
        const auto& codes = rule.type->fields[rule.field].codes;
        return std::any_of(
            codes.begin(), codes.end(), [&](const auto& each) { return each.code == code; });
    }

    void noteGone() {
        for (const ColumnRule& rule : m_basis.columns) {
            if (present(rule) || m_renamed.contains(rule.column()))
                continue;
            const bool required = rule.type != nullptr && rule.type->fields[rule.field].required;
            m_draft.changes.push_back(
                "The column " + inQuotes(rule.headings.front()) + " is gone; " +
                (required ? "every record must have it." : "what it said stays unknown."));
        }
    }

    const ProposalRequest& m_request;
    const Mapping& m_basis;
    Vocabulary m_vocabulary;
    std::vector<std::string> m_header;
    MappingDraft m_draft;
    std::set<std::string> m_renamed;
};

}  // namespace

MappingDraft proposeNext(const ProposalRequest& request, const Mapping& basis) {
    return Comparing(request, basis).run();
}

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/proposal.h"

#include "base/text.h"
#include "intake/proposal_assignment.h"
#include "intake/proposal_values.h"
#include "intake/recognition.h"
#include "records/catalogue.h"

#include <algorithm>

namespace intake {

namespace {

using records::DraftColumn;
using records::MappingDraft;
using records::RecordType;
using records::TableLook;

// A header that shares so much with a known mapping, in hundredths, is a version of it.
constexpr std::size_t nearlyTheSame = 60;

std::vector<std::string> headerOf(const TableLook& look) {
    std::vector<std::string> header;
    for (const records::ColumnLook& column : look.columns)
        header.push_back(column.heading);
    return header;
}

// "Rent arrears Nov 2026 (2).csv" is "rent-arrears": words without numbers and months.
std::string nameFrom(const TableLook& look, const RecordType* type, records::Agency agency) {
    constexpr std::string_view months =
        " jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june "
        "july august september october november december ";
    const std::string stem = look.fileName.substr(0, look.fileName.rfind('.'));
    std::vector<std::string> words{std::string(records::agencyCode(agency))};
    for (const std::string& word : wordsOf(stem))
        if (word.find_first_of("0123456789") == std::string::npos &&
            months.find(" " + word + " ") == std::string_view::npos &&
            std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
    if (words.size() == 1 && type != nullptr)
        words.emplace_back(type->name);
    std::string name = base::join(words, "-");
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

MappingDraft startOf(const ProposalRequest& request) {
    MappingDraft draft;
    draft.agreement = request.agreement.reference;
    draft.agency = request.agreement.agency;
    draft.version = "1";
    draft.sheet = request.look.sheet;
    draft.encoding = request.look.encoding;
    draft.separator = request.look.separator;
    return draft;
}

bool permitted(const ProposalRequest& request, const Target& target) {
    return permits(request.agreement, target);
}

void listTargets(MappingDraft& draft, const ProposalRequest& request, const RecordType& type) {
    draft.targets.clear();
    for (const auto& targets : {identityTargets(), fieldTargets(type)})
        for (const Target& target : targets)
            if (permitted(request, target))
                draft.targets.push_back(target.column);
}

bool fills(const MappingDraft& draft, const std::string& target) {
    return std::any_of(draft.columns.begin(), draft.columns.end(), [&](const DraftColumn& column) {
        return column.target == target;
    });
}

// Whether a text speaks of just one of a field's codes.
std::string onlyMeaningIn(const std::vector<std::string>& texts,
                          const Target& target,
                          const Vocabulary& vocabulary) {
    std::string only;
    for (const std::string& text : texts) {
        const std::string meaning = vocabulary.meaning(text, target).meaning;
        if (meaning.empty() || meaning == only)
            continue;
        if (!only.empty())
            return {};
        only = meaning;
    }
    return only;
}

bool mayBeConstant(const records::Field& field) {
    return field.required &&
           (field.kind == records::FieldKind::code || field.kind == records::FieldKind::date);
}

// What every record must have and no column tells: a code for all rows, if the file's name or its
// headings speak of just one; a day only if a person says that it is the delivery's.
void proposeConstants(MappingDraft& draft,
                      const ProposalRequest& request,
                      const Vocabulary& vocabulary) {
    const RecordType* type = records::recordType(draft.recordType);
    std::vector<records::DraftConstant> before = std::move(draft.constants);
    draft.constants.clear();
    if (type == nullptr)
        return;
    std::vector<std::string> texts = wordsOf(request.look.fileName);
    const std::vector<std::string> header = headerOf(request.look);
    texts.insert(texts.end(), header.begin(), header.end());
    for (const Target& target : fieldTargets(*type)) {
        if (!mayBeConstant(*target.field) || fills(draft, target.column) ||
            !permitted(request, target))
            continue;
        const auto kept = std::find_if(before.begin(), before.end(), [&](const auto& constant) {
            return constant.target == target.column;
        });
        if (kept != before.end()) {
            draft.constants.push_back(*kept);
            continue;
        }
        const bool isCode = target.field->kind == records::FieldKind::code;
        const std::string meaning = isCode ? onlyMeaningIn(texts, target, vocabulary) : "";
        draft.constants.push_back({target.column,
                                   meaning,
                                   meaning.empty()
                                       ? "no column tells it: say what is true of every row"
                                       : "the file's name or its headings speak of it"});
    }
}

// How far the header is known to the mapping, in hundredths of both their headings.
std::size_t likeness(const Recognition& found, std::size_t headings) {
    const std::size_t all = headings + found.missingHeadings.size();
    return all == 0 ? 0 : 100 * found.known / all;
}

bool canBeNext(const Mapping& mapping, const ProposalRequest& request) {
    return mapping.agency == request.agreement.agency && mapping.refusal.empty() && !mapping.xml &&
           mapping.layout == mapping.name;
}

struct Nearest {
    const Mapping* mapping = nullptr;
    std::size_t likeness = 0;
    bool reads = false;
};

Nearest nearestOf(const ProposalRequest& request) {
    const std::vector<std::string> header = headerOf(request.look);
    Nearest best;
    for (const Mapping& mapping : request.known) {
        if (!canBeNext(mapping, request))
            continue;
        const Recognition found = compare(header, mapping);
        const bool reads =
            found.missingTelling.empty() && found.unknownHeadings.empty() && found.twice.empty();
        const std::size_t like = likeness(found, header.size());
        if (best.mapping == nullptr || (reads && !best.reads) ||
            (reads == best.reads && like > best.likeness))
            best = {&mapping, like, reads};
    }
    return best;
}

}  // namespace

MappingDraft proposeAs(const ProposalRequest& request, const RecordType& type) {
    const Vocabulary vocabulary(request.synonyms, request.known, request.agreement.agency);
    MappingDraft draft = startOf(request);
    draft.recordType = type.name;
    draft.name = nameFrom(request.look, &type, request.agreement.agency);
    draft.description = std::string(type.label) + ", as " + request.look.fileName + " has it.";
    listTargets(draft, request, type);
    const Assignment assignment = assign(request.look, type, request.agreement, vocabulary);
    for (std::size_t i = 0; i < request.look.columns.size(); ++i) {
        DraftColumn column;
        column.heading = request.look.columns[i].heading;
        column.target = assignment.columns[i].target;
        column.reason = assignment.columns[i].reason;
        readValues(column, request.look.columns[i], vocabulary);
        draft.columns.push_back(std::move(column));
    }
    proposeConstants(draft, request, vocabulary);
    return draft;
}

MappingDraft propose(const ProposalRequest& request) {
    const Nearest nearest = nearestOf(request);
    if (nearest.mapping != nullptr && (nearest.reads || nearest.likeness >= nearlyTheSame)) {
        MappingDraft draft = proposeNext(request, *nearest.mapping);
        if (nearest.reads)
            draft.knownAs = nearest.mapping->name;
        return draft;
    }
    const Vocabulary vocabulary(request.synonyms, request.known, request.agreement.agency);
    const RecordType* best = nullptr;
    int bestScore = 0;
    for (const RecordType* type : records::allRecordTypes()) {
        const auto& allowed = request.agreement.recordTypes;
        if (std::find(allowed.begin(), allowed.end(), type->name) == allowed.end())
            continue;
        const int score = assign(request.look, *type, request.agreement, vocabulary).score;
        if (best == nullptr || score > bestScore) {
            best = type;
            bestScore = score;
        }
    }
    return best == nullptr ? startOf(request) : proposeAs(request, *best);
}

void retarget(MappingDraft& draft,
              std::size_t column,
              const std::string& target,
              const ProposalRequest& request) {
    if (column >= draft.columns.size() || column >= request.look.columns.size())
        return;
    const Vocabulary vocabulary(request.synonyms, request.known, request.agreement.agency);
    DraftColumn& changed = draft.columns[column];
    changed.target = target;
    changed.reason = "chosen by hand";
    readValues(changed, request.look.columns[column], vocabulary);
    proposeConstants(draft, request, vocabulary);
}

}  // namespace intake

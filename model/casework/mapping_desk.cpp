// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/mapping_desk.h"

#include "base/date.h"
#include "casework/agreement_named.h"
#include "intake/column_look.h"
#include "intake/mapping_writer.h"
#include "intake/proposal.h"
#include "intake/proposal_vocabulary.h"
#include "records/catalogue.h"
#include "records/identity.h"

#include <algorithm>

namespace casework {

namespace {

std::string labelOf(const intake::Target& target) {
    if (target.field != nullptr)
        return std::string(target.field->label);
    if (target.column == intake::wholeNameColumn)
        return "Whole name";
    return std::string(records::identityColumnLabel(target.column));
}

}  // namespace

struct MappingDesk::Parts {
    std::filesystem::path file;
    records::TableLook look;
    records::Agreement agreement;
    std::vector<intake::Mapping> known;
    intake::Synonyms synonyms;
    records::MappingDraft draft;

    [[nodiscard]] intake::ProposalRequest request() const {
        return {look, agreement, known, synonyms};
    }

    [[nodiscard]] const intake::Mapping* basis() const {
        const auto found = std::find_if(known.begin(), known.end(), [&](const auto& mapping) {
            return mapping.name == draft.basis;
        });
        return draft.basis.empty() || found == known.end() ? nullptr : &*found;
    }
};

base::Result<records::TableLook> lookAtFile(const std::filesystem::path& file,
                                            const std::string& sheet,
                                            base::Progress& progress) {
    return intake::lookAt(file, sheet, base::today(), progress);
}

MappingDesk::MappingDesk(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

MappingDesk::~MappingDesk() = default;

base::Result<std::unique_ptr<MappingDesk>> MappingDesk::open(Session& session,
                                                             const std::string& agreement,
                                                             const std::filesystem::path& file,
                                                             const std::string& sheet,
                                                             base::Progress& progress) {
    auto under = agreementNamed(session.vault(), agreement);
    if (!under)
        return base::fail(under.error());
    const auto grant = session.authorise(
        access::Action::proposeMapping, access::Subject::of(under->id), "map a layout");
    if (!grant)
        return base::fail(grant.error());
    auto parts = std::make_unique<Parts>();
    parts->file = file;
    auto look = lookAtFile(file, sheet, progress);
    if (!look)
        return base::fail(look.error());
    auto known = mappingsInUse(session.vault(), under->id);
    if (!known)
        return base::fail(known.error());
    auto synonyms = intake::shippedSynonyms();
    if (!synonyms)
        return base::fail(synonyms.error());
    parts->look = std::move(*look);
    parts->agreement = std::move(*under);
    parts->known = std::move(*known);
    parts->synonyms = std::move(*synonyms);
    parts->draft = intake::propose(parts->request());
    return std::unique_ptr<MappingDesk>(new MappingDesk(std::move(parts)));
}

const std::filesystem::path& MappingDesk::file() const {
    return m_parts->file;
}

const records::TableLook& MappingDesk::look() const {
    return m_parts->look;
}

const records::MappingDraft& MappingDesk::draft() const {
    return m_parts->draft;
}

std::vector<Choice> MappingDesk::recordTypes() const {
    std::vector<Choice> choices;
    for (const std::string& name : m_parts->agreement.recordTypes)
        if (const records::RecordType* type = records::recordType(name))
            choices.push_back({name, std::string(type->label), false});
    return choices;
}

std::vector<Choice> MappingDesk::targets() const {
    std::vector<Choice> choices;
    for (const std::string& name : m_parts->draft.targets) {
        const intake::Target target = intake::targetNamed(name);
        choices.push_back(
            {name, labelOf(target), target.field != nullptr && target.field->required});
    }
    return choices;
}

std::vector<Choice> MappingDesk::codesOf(const std::string& name) {
    std::vector<Choice> choices;
    if (name == "sex")
        return {{"F", "Female", false},
                {"M", "Male", false},
                {"X", "Other", false},
                {"U", "Unknown", false}};
    const intake::Target target = intake::targetNamed(name);
    if (target.field != nullptr && target.field->kind == records::FieldKind::date)
        return {{std::string(intake::extractDayWord), "The day the delivery speaks of", false}};
    if (target.field != nullptr)
        for (const records::CodeValue& code : target.field->codes)
            choices.push_back({std::string(code.code), std::string(code.label), false});
    return choices;
}

void MappingDesk::chooseRecordType(const std::string& name) {
    if (const records::RecordType* type = records::recordType(name))
        m_parts->draft = intake::proposeAs(m_parts->request(), *type);
}

void MappingDesk::chooseTarget(std::size_t column, const std::string& target) {
    intake::retarget(m_parts->draft, column, target, m_parts->request());
}

void MappingDesk::chooseMeaning(std::size_t column, std::size_t code, const std::string& meaning) {
    auto& columns = m_parts->draft.columns;
    if (column >= columns.size() || code >= columns[column].codes.size())
        return;
    columns[column].codes[code].meaning = meaning;
    columns[column].codes[code].reason = "chosen by hand";
}

void MappingDesk::chooseDates(std::size_t column, const std::vector<std::string>& forms) {
    if (column < m_parts->draft.columns.size())
        m_parts->draft.columns[column].dates = forms;
}

void MappingDesk::chooseConstant(const std::string& target, const std::string& text) {
    for (records::DraftConstant& constant : m_parts->draft.constants)
        if (constant.target == target) {
            constant.text = text;
            constant.reason = "chosen by hand";
        }
}

void MappingDesk::describe(const std::string& name,
                           const std::string& version,
                           const std::string& description) {
    m_parts->draft.name = name;
    m_parts->draft.version = version;
    m_parts->draft.description = description;
}

base::Result<std::string> MappingDesk::toml() const {
    const auto mapping = intake::mappingOf(m_parts->draft, m_parts->basis());
    if (!mapping)
        return base::fail(mapping.error());
    std::string text = intake::writeMapping(*mapping);
    // What is kept must be readable again; the reader says best what it can't take.
    if (const auto read = intake::readMappings(text, mapping->name + ".toml"); !read)
        return base::fail(read.error());
    return text;
}

}  // namespace casework

// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/workbook_parts.h"

#include "base/text.h"
#include "intake/xml_events.h"

#include <algorithm>
#include <map>
#include <set>

namespace intake {

namespace {

using base::Code;
using base::fail;
using base::Result;

constexpr std::size_t mostSheets = 1000;
constexpr std::size_t mostRelations = 10'000;
constexpr std::size_t longestSheetName = 255;  // a workbook's own limit is 31 characters

struct Telling {
    std::string_view part;  // begins a part's name, lower case
    Code code;
    std::string_view detail;
};

constexpr Telling refusals[] = {
    {"content.xml",
     Code::unsupported,
     "is an OpenDocument file (.ods); save it as XLSX or CSV and send that"},
    {"xl/workbook.bin",
     Code::unsupported,
     "is a binary workbook (.xlsb); save it as XLSX or CSV and send that"},
    {"word/", Code::unsupported, "is a Word document; send the data as XLSX or CSV"},
    {"ppt/", Code::unsupported, "is a presentation; send the data as XLSX or CSV"},
    {"xl/vbaproject",
     Code::refused,
     "is refused: it has macros; save it as XLSX without macros and send that"},
    {"xl/macrosheets/",
     Code::refused,
     "is refused: it has macro sheets; save it as XLSX without macros and send that"},
    {"xl/externallinks/",
     Code::refused,
     "is refused: its formulas take values from other files; break the links, so that the values "
     "stay, and send it again"},
    {"xl/embeddings/",
     Code::refused,
     "is refused: another file is embedded in it; remove it, or send a CSV"},
    {"xl/activex/",
     Code::refused,
     "is refused: it has controls that run programs; save the sheets alone, or as CSV"},
};

struct Beside {
    std::string_view part;
    std::string_view code;
    std::string_view detail;
};

constexpr Beside besides[] = {
    {"xl/pivotcache/",
     "pivot-copy",
     "keeps a pivot table's own copy of rows; it was not read, and the sender may not know it is "
     "there"},
    {"xl/model/",
     "data-model",
     "keeps a data model with its own copy of rows; it was not read, and the sender may not know "
     "it is there"},
    {"xl/connections", "data-connection", "names a data source to fetch from; it was not followed"},
    {"xl/comments", "comments", "has comments on cells; they were not read"},
    {"xl/threadedcomments", "comments", "has comments on cells; they were not read"},
};

Result<void> refuseOtherKinds(const ZipArchive& archive, const std::string& place) {
    for (const Telling& telling : refusals)
        for (const ZipEntry& entry : archive.entries())
            if (base::lowerAscii(entry.name).starts_with(telling.part))
                return fail(telling.code, place, std::string(telling.detail));
    return {};
}

void noteBesides(const ZipArchive& archive, std::vector<TableNote>& notes) {
    std::set<std::string_view> said;
    for (const Beside& beside : besides)
        for (const ZipEntry& entry : archive.entries())
            if (base::lowerAscii(entry.name).starts_with(beside.part) &&
                said.insert(beside.code).second)
                notes.push_back({{}, std::string(beside.code), std::string(beside.detail)});
}

struct Relation {
    std::string kind;    // the last word of its type: "worksheet"
    std::string target;  // a part's name
};

// `target` as seen from the folder: "../sharedStrings.xml", "/xl/worksheets/sheet1.xml".
std::string resolved(std::string_view folder, std::string_view target) {
    std::vector<std::string> steps;
    const bool absolute = target.starts_with('/');
    const std::string whole =
        absolute ? std::string(target.substr(1)) : std::string(folder) + std::string(target);
    for (const std::string_view step : base::split(whole, '/')) {
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (!step.empty() && step != "." && step != "..")
            steps.emplace_back(step);
    }
    return base::join(steps, "/");
}

class RelationsSink final : public XmlSink {
public:
    explicit RelationsSink(std::string folder) : m_folder(std::move(folder)) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes["TargetMode"] == "External" ||
            m_found.size() == mostRelations)
            return;
        const std::string_view type = attributes["Type"];
        m_found.insert_or_assign(std::string(attributes["Id"]),
                                 Relation{std::string(type.substr(type.rfind('/') + 1)),
                                          resolved(m_folder, attributes["Target"])});
    }

    void end(std::string_view) override {}

    [[nodiscard]] std::map<std::string, Relation>& found() { return m_found; }

private:
    std::string m_folder;
    std::map<std::string, Relation> m_found;
};

using Relations = std::map<std::string, Relation>;

Result<void> readPart(const ZipArchive& archive,
                      const ZipEntry& entry,
                      const std::string& place,
                      XmlSink& sink) {
    auto stream = archive.stream(entry);
    if (!stream)
        return fail(stream.error());
    return readXml(
        place, [&](std::string& bytes) { return (*stream)->append(bytes); }, sink);
}

// The relations of a part lie beside it: "xl/_rels/workbook.xml.rels". None when there are none.
Result<Relations> relationsOf(const ZipArchive& archive,
                              const std::string& part,
                              const std::string& place) {
    const std::size_t name = part.rfind('/') + 1;
    const std::string folder = part.substr(0, name);
    const ZipEntry* entry = archive.find(folder + "_rels/" + part.substr(name) + ".rels");
    if (entry == nullptr)
        return Relations();
    RelationsSink sink(folder);
    if (auto read = readPart(archive, *entry, place, sink); !read)
        return fail(read.error());
    return std::move(sink.found());
}

// The kind that the package says its main part is.
class ContentTypesSink final : public XmlSink {
public:
    void begin(std::string_view, const XmlAttributes& attributes) override {
        const std::string type = base::lowerAscii(attributes["ContentType"]);
        macros = macros || type.find("macroenabled") != std::string::npos ||
                 type.find("vbaproject") != std::string::npos;
    }

    void end(std::string_view) override {}

    bool macros = false;
};

struct ListedSheet {
    std::string name;
    std::string relation;
    bool hidden = false;
};

class WorkbookSink final : public XmlSink {
public:
    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr")
            from1904 = attributes.flag("date1904");
        else if (name == "sheet" && sheets.size() <= mostSheets)
            sheets.push_back(
                {std::string(attributes["name"].substr(0, longestSheetName)),
                 std::string(attributes["id"]),
                 attributes["state"] == "hidden" || attributes["state"] == "veryHidden"});
    }

    void end(std::string_view) override {}

    std::vector<ListedSheet> sheets;
    bool from1904 = false;
};

Result<std::string> mainPart(const ZipArchive& archive, const std::string& place) {
    const auto relations = relationsOf(archive, "", place);
    if (!relations)
        return fail(relations.error());
    for (const auto& [id, relation] : *relations)
        if (relation.kind == "officeDocument" && archive.find(relation.target) != nullptr)
            return relation.target;
    if (archive.find("xl/workbook.xml") == nullptr)
        return fail(Code::malformed,
                    place,
                    "is a zip file and no workbook; unpack it and send the files one by one");
    return std::string("xl/workbook.xml");
}

Result<void> refuseMacros(const ZipArchive& archive, const std::string& place) {
    const ZipEntry* entry = archive.find("[Content_Types].xml");
    if (entry == nullptr)
        return {};
    ContentTypesSink sink;
    if (auto read = readPart(archive, *entry, place, sink); !read)
        return read;
    if (sink.macros)
        return fail(Code::refused,
                    place,
                    "is refused: it has macros; save it as XLSX without macros and send that");
    return {};
}

// Sorts the listed sheets into those to read and those to say something of.
Result<void> takeSheets(const ZipArchive& archive,
                        const std::vector<ListedSheet>& listed,
                        const Relations& relations,
                        const std::string& place,
                        WorkbookParts& parts) {
    std::set<std::string> names;
    if (listed.size() > mostSheets)
        return fail(Code::refused, place, "is refused: it has more sheets than any real workbook");
    for (const ListedSheet& sheet : listed) {
        if (!names.insert(base::lowerAscii(sheet.name)).second)
            return fail(Code::malformed, place, "has two sheets of one name");
        const auto relation = relations.find(sheet.relation);
        const bool found = relation != relations.end();
        if (sheet.hidden) {
            parts.notes.push_back(
                {sheet.name,
                 "hidden-sheet",
                 "is a hidden sheet; it was not read. If its rows are meant to be received, show "
                 "the sheet and send the file again"});
        } else if (found && relation->second.kind == "worksheet") {
            const ZipEntry* entry = archive.find(relation->second.target);
            if (entry == nullptr)
                return fail(Code::malformed,
                            place + ", sheet '" + sheet.name + "'",
                            "is missing in the file; it is damaged, ask for it to be sent again");
            const bool shared =
                std::any_of(parts.sheets.begin(), parts.sheets.end(), [&](const SheetPart& other) {
                    return other.entry == entry;
                });
            if (shared)
                return fail(Code::malformed, place, "has two sheets that are one and the same");
            parts.sheets.push_back({sheet.name, entry});
        } else {
            parts.notes.push_back({sheet.name, "no-cells", "is a sheet without cells; not read"});
        }
    }
    return {};
}

}  // namespace

Result<WorkbookParts> readParts(const ZipArchive& archive, const std::string& place) {
    if (auto fine = refuseOtherKinds(archive, place); !fine)
        return fail(fine.error());
    if (auto fine = refuseMacros(archive, place); !fine)
        return fail(fine.error());
    const auto main = mainPart(archive, place);
    if (!main)
        return fail(main.error());
    WorkbookSink workbook;
    if (auto read = readPart(archive, *archive.find(*main), place, workbook); !read)
        return fail(read.error());
    const auto relations = relationsOf(archive, *main, place);
    if (!relations)
        return fail(relations.error());
    WorkbookParts parts;
    parts.from1904 = workbook.from1904;
    for (const auto& [id, relation] : *relations) {
        if (relation.kind == "sharedStrings")
            parts.texts = archive.find(relation.target);
        else if (relation.kind == "styles")
            parts.styles = archive.find(relation.target);
    }
    noteBesides(archive, parts.notes);
    if (auto taken = takeSheets(archive, workbook.sheets, *relations, place, parts); !taken)
        return fail(taken.error());
    return parts;
}

}  // namespace intake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/model_file.h"

namespace casework {

using base::Json;

std::string writeModel(const linkage::Model& model, const std::vector<linkage::FieldSpec>& fields) {
    Json::Array names;
    for (const linkage::FieldSpec& field : fields)
        names.emplace_back(linkage::fieldName(field));
    Json::Object file{{"fields", std::move(names)}};
    const Json own = linkage::toJson(linkage::withoutTraces(model));
    for (const auto& member : own.members())
        file.push_back(member);
    return Json(std::move(file)).write(true) + "\n";
}

base::Result<ModelFile> readModel(
    std::string_view text,
    std::string_view fileName,
    const std::vector<std::pair<linkage::FieldSpec, std::string>>& headings) {
    const auto json = base::parseJson(text, fileName);
    if (!json)
        return base::fail(json.error());
    ModelFile file;
    if (linkage::isSplink(*json)) {
        auto read = linkage::fromSplink(*json, fileName, headings);
        if (!read)
            return base::fail(read.error());
        for (const auto& [field, heading] : headings)
            file.fields.push_back(field);
        file.model = std::move(read->model);
        file.notes = std::move(read->notes);
        return file;
    }
    auto model = linkage::modelFromJson(*json, fileName);
    if (!model)
        return base::fail(model.error());
    file.model = std::move(*model);
    for (const Json& name : (*json)["fields"].items()) {
        const auto parsed = linkage::parseFieldSpec("id=id," + name.text() + "=" + name.text());
        if (!parsed)
            return base::fail(base::Code::malformed,
                              std::string(fileName),
                              "names a field that this version doesn't have");
        file.fields.push_back(parsed->fields.front().first);
    }
    return file;
}

std::string noteLines(const std::vector<linkage::SplinkNote>& notes) {
    std::string out;
    for (const linkage::SplinkNote& note : notes) {
        std::string line = note.comparison;
        if (!note.level.empty())
            line += (line.empty() ? "" : ", ") + note.level;
        out += line + (line.empty() ? "" : ": ") + note.said + "\n";
    }
    return out;
}

}  // namespace casework

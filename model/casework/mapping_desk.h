// SPDX-License-Identifier: GPL-3.0-or-later
// One partner's file being mapped by a person: what it looks like, the mapping proposed for it and
// what the person changes. Holds what it needs of the vault, so that changing asks nothing of it.
#pragma once

#include "base/progress.h"
#include "casework/session.h"
#include "records/file_look.h"
#include "records/mapping_draft.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace casework {

// What a file looks like. No vault is needed; nothing is kept. Fails as an import does before it
// looks for a mapping.
[[nodiscard]] base::Result<records::TableLook> lookAtFile(const std::filesystem::path& file,
                                                          const std::string& sheet,
                                                          base::Progress& progress);

// One of our columns, or one of our codes, to choose from.
struct Choice {
    std::string name;   // "offence.outcome", "convicted"
    std::string label;  // "Outcome", "Convicted"
    bool required = false;
};

class MappingDesk {
public:
    // Looks at the file and proposes. `sheet` is of a workbook; "" takes the first with rows.
    [[nodiscard]] static base::Result<std::unique_ptr<MappingDesk>> open(
        Session& session,
        const std::string& agreement,
        const std::filesystem::path& file,
        const std::string& sheet,
        base::Progress& progress);

    MappingDesk(const MappingDesk&) = delete;
    MappingDesk& operator=(const MappingDesk&) = delete;
    ~MappingDesk();

    [[nodiscard]] const std::filesystem::path& file() const;
    [[nodiscard]] const records::TableLook& look() const;
    [[nodiscard]] const records::MappingDraft& draft() const;

    [[nodiscard]] std::vector<Choice> recordTypes() const;  // that the agreement permits
    [[nodiscard]] std::vector<Choice> targets() const;
    // Our codes for a target; for a date, the day of the delivery; else nothing.
    [[nodiscard]] static std::vector<Choice> codesOf(const std::string& target);

    // What the person says. Another record type proposes anew.
    void chooseRecordType(const std::string& type);
    void chooseTarget(std::size_t column, const std::string& target);  // "" is not received
    void chooseMeaning(std::size_t column, std::size_t code, const std::string& meaning);
    void chooseDates(std::size_t column, const std::vector<std::string>& forms);
    void chooseConstant(const std::string& target, const std::string& text);
    void describe(const std::string& name,
                  const std::string& version,
                  const std::string& description);

    // The mapping as TOML. Fails with malformed and all that is missing, a line each.
    [[nodiscard]] base::Result<std::string> toml() const;

private:
    struct Parts;
    explicit MappingDesk(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

}  // namespace casework

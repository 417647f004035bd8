// SPDX-License-Identifier: GPL-3.0-or-later
// A delivery read into memory: its records, issues and summary. And files to read.
#pragma once

#include "base/resources.h"
#include "intake/agreement_file.h"
#include "intake/delivery_reader.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace test {

struct CollectedDelivery final : intake::DeliverySink {
    std::vector<records::SourceRecord> records;
    std::vector<records::RowIssue> issues;

    base::Result<void> accept(records::SourceRecord&& record) override {
        records.push_back(std::move(record));
        return {};
    }

    base::Result<void> note(records::RowIssue&& issue) override {
        issues.push_back(std::move(issue));
        return {};
    }

    [[nodiscard]] std::size_t count(std::string_view code) const {
        return static_cast<std::size_t>(std::count_if(
            issues.begin(), issues.end(), [&](const auto& i) { return i.code == code; }));
    }

    [[nodiscard]] const records::RowIssue* find(std::string_view code) const {
        const auto found = std::find_if(
            issues.begin(), issues.end(), [&](const auto& i) { return i.code == code; });
        return found == issues.end() ? nullptr : &*found;
    }
};

inline const std::vector<intake::Mapping>& shipped() {
    static const auto mappings = intake::shippedMappings();
    if (!mappings)
        qFatal("%s", base::describe(mappings.error()).c_str());
    return *mappings;
}

inline const records::Agreement& standardAgreement(records::Agency agency) {
    static const auto agreements = intake::readAgreements(
        base::resource("partners/agreements/standard.toml").value_or(""), "standard.toml");
    if (!agreements)
        qFatal("%s", base::describe(agreements.error()).c_str());
    return *std::find_if(agreements->begin(), agreements->end(), [&](const auto& agreement) {
        return agreement.agency == agency;
    });
}

inline const base::Date receipt{2026, 11, 21};

class TemporaryFiles {
public:
    std::filesystem::path write(const std::string& name, std::string_view bytes) {
        const auto path = std::filesystem::path(m_folder.path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

private:
    QTemporaryDir m_folder;
};

inline intake::ReadRequest requestFor(const std::filesystem::path& path,
                                      const records::Agreement& agreement) {
    return {path, agreement, shipped(), std::nullopt, receipt};
}

}  // namespace test

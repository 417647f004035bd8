// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that the program can write itself say what the program does today. When one is stale the
// fresh text is put in the folder the test runs in, and the failure says how to take it over.
#include "access/policy.h"
#include "base/file.h"
#include "base/resources.h"
#include "casework/assessing.h"
#include "intake/mapping.h"
#include "records/catalogue.h"
#include "records/dictionary.h"

#include <QtTest>

#include <filesystem>

namespace {

base::Result<std::string> criteriaGuide() {
    constexpr std::string_view plan = "plans/herefordshire-2020.toml";
    const auto text = base::resource(plan);
    if (!text)
        return base::fail(base::Code::notFound, std::string(plan), "did not come with the program");
    return casework::planInWords(*text, plan);
}

base::Result<std::string> dataDictionary() {
    return records::dataDictionaryMarkdown();
}

// "" when the page in resources/help is the fresh text; else what to do.
std::string staleness(const std::string& page, const std::string& fresh) {
    const std::filesystem::path kept =
        std::filesystem::path(FF_SOURCE_DIR) / "resources" / "help" / page;
    const auto text = base::readFile(kept);
    if (text && *text == fresh)
        return {};
    const std::filesystem::path beside = std::filesystem::current_path() / page;
    if (const auto written = base::writeFileWhole(beside, fresh, false); !written)
        return page +
               " is stale, and its fresh text could not be written: " + written.error().detail;
    return "resources/help/" + page + " is stale; refresh it with: cp '" + beside.string() + "' '" +
           kept.string() + "'";
}

std::string cell(access::Role role, access::Action action) {
    const access::Permission permission = access::permission(role, action);
    if (!permission.allowed)
        return "";
    std::string text = permission.needs == access::Needs::relationship  ? "own"
                       : permission.needs == access::Needs::otherPerson ? "another's"
                                                                        : "yes";
    constexpr int health = 6;
    if (action == access::Action::openEvidence && !access::mayReadEvidence(role, health))
        text += ", not health";
    return text;
}

std::string rolesTable() {
    std::string head = "| |";
    std::string rule = "|---|";
    for (const access::Role role : access::allRoles) {
        head += " " + std::string(access::roleName(role)) + " |";
        rule += "---|";
    }
    std::string text = head + "\n" + rule + "\n";
    for (const access::Action action : access::allActions) {
        text += "| " + std::string(access::actionName(action)) + " |";
        for (const access::Role role : access::allRoles)
            text += " " + cell(role, action) + " |";
        text += "\n";
    }
    return text;
}

}  // namespace

class GeneratedHelpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void criteriaGuideSaysWhatThePlanSays();
    void dataDictionaryListsWhatTheCatalogueHolds();
    void everyRecordTypeAndFieldIsInTheDictionary();
    void theReadmesRolesAreThePolicys();
    void theReadmesMappingCanBeRead();
    void aChangedPageIsFoundStale();
};

void GeneratedHelpTest::criteriaGuideSaysWhatThePlanSays() {
    const auto fresh = criteriaGuide();
    QVERIFY2(fresh.has_value(), fresh ? "" : fresh.error().detail.c_str());
    const std::string fault = staleness("criteria-guide.md", *fresh);
    QVERIFY2(fault.empty(), fault.c_str());
}

void GeneratedHelpTest::dataDictionaryListsWhatTheCatalogueHolds() {
    const std::string fault = staleness("data-dictionary.md", *dataDictionary());
    QVERIFY2(fault.empty(), fault.c_str());
}

void GeneratedHelpTest::everyRecordTypeAndFieldIsInTheDictionary() {
    const std::string text = records::dataDictionaryMarkdown();
    for (const records::RecordType* type : records::allRecordTypes()) {
        const std::size_t begin = text.find("(`" + std::string(type->name) + "`)");
        QVERIFY2(begin != std::string::npos, type->name.data());
        const std::string section = text.substr(begin, text.find("\n## ", begin) - begin);
        for (const records::Field& field : type->fields)
            QVERIFY2(section.find("| `" + std::string(field.name) + "` |") != std::string::npos,
                     field.name.data());
    }
}

void GeneratedHelpTest::theReadmesRolesAreThePolicys() {
    const auto readme = base::readFile(std::filesystem::path(FF_SOURCE_DIR) / "README.md");
    QVERIFY(readme.has_value());
    const std::string fresh = rolesTable();
    if (readme->find(fresh) != std::string::npos)
        return;
    QVERIFY(base::writeFileWhole("roles-table.md", fresh, false).has_value());
    const std::string where = (std::filesystem::current_path() / "roles-table.md").string();
    QFAIL(
        ("README.md's table of roles is stale; put the one of " + where + " in its place").c_str());
}

void GeneratedHelpTest::theReadmesMappingCanBeRead() {
    const auto readme = base::readFile(std::filesystem::path(FF_SOURCE_DIR) / "README.md");
    QVERIFY(readme.has_value());
    constexpr std::string_view fence = "```toml\n";
    const std::size_t begin = readme->find(fence) + fence.size();
    const std::size_t end = readme->find("```", begin);
    QVERIFY(end != std::string::npos);
    const auto mapping = intake::readMapping(readme->substr(begin, end - begin), "README.md");
    QVERIFY2(mapping.has_value(), mapping ? "" : base::describe(mapping.error()).c_str());
    QCOMPARE(mapping->columns.size(), std::size_t{7});
}

void GeneratedHelpTest::aChangedPageIsFoundStale() {
    const QTemporaryDir scratch;
    QVERIFY(scratch.isValid());
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(scratch.path().toStdString());
    const std::string fault =
        staleness("data-dictionary.md", records::dataDictionaryMarkdown() + "One line more.\n");
    const bool written = std::filesystem::exists("data-dictionary.md");
    std::filesystem::current_path(before);
    QVERIFY(fault.find("is stale; refresh it with") != std::string::npos);
    QVERIFY(written);
}

QTEST_APPLESS_MAIN(GeneratedHelpTest)
#include "generated_help_test.moc"

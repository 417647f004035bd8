// SPDX-License-Identifier: GPL-3.0-or-later
// Statutory returns that carry a child's number and birth date and no name, on their way from the
// files to a family put forward: they join the people of the register by the number, never by a
// birth date, and a parent's need counts for the family while the parent stays unnamed.
#include "tests/support/command_line.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <string>
#include <vector>

using support::Ran;

namespace {

constexpr const char* persons =
    "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob\n"
    "7000101,Zo\xC3\xAB,O'Example,F,2014-02-11\n"
    "7000200,Siobh\xC3\xA1n,O'Example,F,1988-03-04\n"
    "7000300,Amy,Other,F,2014-02-11\n";
constexpr const char* mothers =
    "moth_person_id,moth_childs_person_id,moth_childs_dob\n7000200,7000101,2014-02-11\n";
constexpr const char* addresses =
    "addr_person_id,addr_address_json,addr_address_postcode,addr_address_start_date\n"
    "7000101,\"{\"\"HOUSE\"\":\"\"12\"\",\"\"STREET\"\":\"\"Sample Lane\"\"}\",HR1 2AB,2020-01-01\n"
    "7000200,\"{\"\"HOUSE\"\":\"\"12\"\",\"\"STREET\"\":\"\"Sample Lane\"\"}\",HR1 "
    "2AB,2020-01-01\n";

QByteArray said(const Ran& ran) {
    return QByteArray::fromStdString(ran.out + ran.err);
}

}  // namespace

class ReturnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tieByTheChildsNumberAndNameNoParent();

private:
    Ran run(std::vector<std::string> words, const std::string& user) {
        words.insert(words.end(), {"--user", user, "--password-file", at("pw")});
        return support::runCommand(std::move(words));
    }

    std::string at(const std::string& name) {
        return (m_folder.path() + QLatin1Char('/')).toStdString() + name;
    }

    QTemporaryDir m_folder;
};

void ReturnsTest::tieByTheChildsNumberAndNameNoParent() {
    const std::string vault = at("returns.vault");
    support::writeText(at("pw"), "Correct-horse-9\n");
    support::writeText(at("ssd_person.csv"), persons);
    support::writeText(at("ssd_mother.csv"), mothers);
    support::writeText(at("ssd_address.csv"), addresses);
    QVERIFY(run({"create", vault}, "admin").done());
    const std::vector<std::pair<std::string, std::string>> users{
        {"officer", "data-officer"}, {"gov", "governance-officer"}, {"sup", "supervisor"}};
    for (const auto& [name, role] : users)
        QVERIFY(run({"user", "add", vault, name, "--role", role, "--new-password-file", at("pw")},
                    "admin")
                    .done());
    const std::string source = FF_SOURCE_DIR;
    QVERIFY(
        run({"agreement", "add", vault, source + "/resources/partners/agreements/standard.toml"},
            "gov")
            .done());
    const std::string messages = std::string(FF_TEST_DATA) + "/intake/messages/";
    for (const std::string& file : {at("ssd_person.csv"),
                                    at("ssd_mother.csv"),
                                    at("ssd_address.csv"),
                                    messages + "cin_2026.xml",
                                    messages + "ssda903_2026.xml"}) {
        const Ran ran = run({"import", vault, "--agreement", "social-care-2026", file}, "officer");
        QVERIFY2(ran.done(), said(ran).constData());
    }
    const Ran linked = run({"link", vault}, "officer");
    QVERIFY2(linked.done(), said(linked).constData());
    // The child, her mother, the other girl born that day, and the unborn child of the census.
    QVERIFY2(said(linked).contains(" source records are 4 people"), said(linked).constData());
    const Ran assessed = run({"assess", vault, "--as-at", "2026-06-01"}, "officer");
    QVERIFY2(assessed.done(), said(assessed).constData());
    const Ran listed = run({"families", vault, "--format", "csv"}, "sup");
    const auto rows = support::csvRows(listed.out);
    QCOMPARE(rows.size(), std::size_t{2});
    const auto value = [&](const char* column) {
        const auto place = std::find(rows[0].begin(), rows[0].end(), column) - rows[0].begin();
        return QByteArray::fromStdString(rows[1].at(static_cast<std::size_t>(place)));
    };
    QCOMPARE(value("adults"), QByteArray("1"));
    QCOMPARE(value("children"), QByteArray("1"));
    QCOMPARE(value("flagged"), QByteArray("yes"));
    QCOMPARE(value("criterion_1"), QByteArray("met"));  // convicted in the year to 31 March
    QCOMPARE(value("criterion_3"), QByteArray("met"));  // in need, and an enquiry
    QCOMPARE(value("criterion_5"), QByteArray("met"));  // factor 3C, no one named
    QCOMPARE(value("criterion_6"), QByteArray("met"));  // factor 4B, no one named
}

QTEST_GUILESS_MAIN(ReturnsTest)
#include "returns_test.moc"

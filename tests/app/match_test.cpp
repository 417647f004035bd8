// SPDX-License-Identifier: GPL-3.0-or-later
// What the match sub-command lets out: shares and rules, nobody's numbers in any form.
#include "base/json.h"
#include "support/command_line.h"

#include <QTemporaryDir>
#include <QtTest>

namespace {

// Thirty people told twice, who share one phone and one home.
std::string crowd() {
    std::string text = "id,first,last,born,phone,address,postcode,nino\n";
    for (int row = 0; row < 60; ++row) {
        const int person = row / 2;
        const std::string letters{static_cast<char>('a' + person % 26),
                                  static_cast<char>('a' + person / 3)};
        text += std::to_string(row) + ",An" + letters + ",Os" + letters + "by,19" +
                std::to_string(60 + person) + "-03-04,01432 260000,1 Bridge Street,HR4 9AB," +
                "XA12345" + std::to_string(person % 10) + "C\n";
    }
    return text;
}

}  // namespace

class MatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void tellsTheModelWithoutHowCommonAnybodysValueIs() {
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        support::writeText(path + "/people.csv", crowd());
        const auto ran = support::runCommand(
            {"match",
             path + "/people.csv",
             "--fields",
             "id=id,forename=first,surname=last,birth_date=born,phone=phone,address=address,"
             "postcode=postcode,nino=nino",
             "--out",
             path + "/out.csv",
             "--model-out",
             path + "/model.json",
             "--json"});
        QVERIFY2(ran.done(), ran.err.c_str());
        const auto report = base::parseJson(ran.out, "report");
        QVERIFY(report.has_value());
        std::vector<std::string> told;
        for (const auto& [name, value] : (*report)["model"].members())
            told.push_back(name);
        const std::vector<std::string> expected{
            "prior", "relative_prior", "rows", "comparisons", "blocking_rules"};
        QVERIFY(told == expected);
        QVERIFY(!(*report)["model"]["comparisons"].items().empty());
        for (const base::Json& rule : (*report)["model"]["blocking_rules"].items())
            QVERIFY(!rule.text().empty());
        const auto model = base::parseJson(support::readText(path + "/model.json"), "model.json");
        QVERIFY(model.has_value());
        std::size_t withheld = 0;
        for (const base::Json& one : (*model)["frequencies"].items())
            if (one["withheld"].flag()) {
                QVERIFY(one["common"].items().empty());
                QVERIFY(one["sent"].integer() > 0);
                ++withheld;
            }
        QCOMPARE(withheld, std::size_t{4});  // phone, address, NINO and home
    }
};

QTEST_GUILESS_MAIN(MatchTest)
#include "match_test.moc"
